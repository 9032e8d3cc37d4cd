using System.Text;

namespace Supervision.Rules.Tests.Units;

/// <summary>Limits of the county: schools of an inspector, visits to a school in a week; and the code at a gate.</summary>
public class LimitTests
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("a key of thirty-two bytes, made up");

    private static Decision<UnitEvent> Assign(int? others, OfficePolicy? office = null)
    {
        var rules = new Rulebook(
            A.Zhejiang,
            office is null ? [] : [Policy.Default with { Version = 1, EffectiveFrom = Civil.Day("2026-01-01"), Office = office }]
        );
        var context = new DecisionContext(Actor.System, Guid.NewGuid(), Civil.At("2026-04-01"), rules) { Schools = others };
        return UnitDecisions.Decide(
            A.School().RegisteredAt("2026-03-01").At("2026-04-01").State,
            new AssignInspector(new(A.Inspector, Civil.Day("2026-04-01"), null)),
            context
        );
    }

    [Fact]
    public void Ninth_SchoolOfAnInspector_IsRefusedWithRuleFactAndWhatWouldBeAccepted()
    {
        var refusal = ((Decision<UnitEvent>.Refused)Assign(8)).Refusal;
        (refusal.Code, refusal.Field).Should().Be((RefusalCode.InspectorOverloaded, "inspector"));
        refusal.Message.Zh.Should().Be($"督学 {A.Inspector} 将负责 9 所学校，超过上限 8 所");
        refusal.Accepted!.Zh.Should().Contain("少于 8 所");
        Assign(9, OfficePolicy.Default with { InspectorHardMax = 10 })
            .Should()
            .BeOfType<Decision<UnitEvent>.Accepted>("the county's own limit holds");
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(7, true)]
    public void School_BeyondTheFifth_IsAssignedWithAWarning(int? others, bool warned)
    {
        var accepted = (Decision<UnitEvent>.Accepted)Assign(others);
        var warnings = UnitWarnings.Of(
            accepted.Facts,
            new(Actor.System, Guid.NewGuid(), Civil.At("2026-04-01"), new(A.Zhejiang)) { Schools = others }
        );
        warnings.Any().Should().Be(warned);
        if (warned)
            warnings[0].Zh.Should().Contain($"负责 {others + 1} 所学校");
    }

    [Fact]
    public void Load_CountsSchoolsOnce_PlannedOnesToo_AndNoInstitutionAndNoClosedSchool()
    {
        var school = A.School().InspectedBy(A.Inspector).RegisteredAt("2026-03-01").Assign(A.Other, "2026-06-01");
        var institution = A.Institution().InspectedBy(A.Inspector).RegisteredAt("2026-03-01");
        var closed = A.School().InspectedBy(A.Other).RegisteredAt("2026-03-01").Becomes(UnitStatus.Closed);
        var loads = InspectorLoads.Of(new[] { school, institution, closed }.Select(life => Summaries.Of(life.State, 1, life.Rules)));
        loads
            .ToDictionary(each => each.Key, each => each.Value.Count)
            .Should()
            .BeEquivalentTo(new Dictionary<string, int> { [A.Inspector] = 1, [A.Other] = 1 });
        InspectorLoads.Adds(school.State, school.Profile, A.Other).Should().BeFalse("it is planned already");
    }

    [Fact]
    public void Inspector_BeyondTheLimit_IsOnRecordUntilRelieved_AndAgainLater()
    {
        var state = Inspector.Evolve(
            InspectorState.Empty,
            new(
                new InspectorAppointed(new(A.Inspector, "330521", null, Employment.FullTime, Civil.Day("2025-09-01"), null)),
                Civil.At("2025-09-01"),
                Civil.At("2025-09-01")
            )
        );
        var open = new HashSet<string>();
        void Weigh(int schools, string at)
        {
            var facts = Inspector.Weigh(state, schools, Civil.At(at), new(A.Zhejiang));
            var changes = InspectorAlerts.Of(state, facts);
            state = facts.Aggregate(state, Inspector.Evolve);
            open.ExceptWith(changes.Ended.Select(end => end.Id));
            open.UnionWith(changes.Raised.Select(alert => alert.Id));
        }

        Weigh(5, "2026-04-01 10:00");
        open.Should().BeEmpty();
        Weigh(6, "2026-04-01 10:00");
        Weigh(7, "2026-04-02 10:00");
        open.Should().ContainSingle();
        Weigh(9, "2026-04-03 10:00");
        open.Should().ContainSingle("the harder one takes the place of the other").Which.Should().Contain("20260403");
        Weigh(5, "2026-04-04 10:00");
        open.Should().BeEmpty();
        Weigh(6, "2026-04-05 10:00");
        open.Should().ContainSingle();
    }

    [Fact]
    public void ThirdVisitInAWeek_IsTaken_AndWarnsTheCountyOnce()
    {
        var school = A.VisitedSchool().Visit("2026-04-06 09:00").Visit("2026-04-07 09:00");
        school.OpenAlerts.Should().NotContain(id => id.StartsWith("visit-burden", StringComparison.Ordinal));
        school.Visit("2026-04-12 09:00").Refused.Should().BeNull();
        school.Raised["visit-burden:2133901746:2026-04-06"].Recipients.Should().Equal("county/330521");
        school.Visit("2026-04-11 09:00", uploadedAt: "2026-04-12 11:00").Happened<VisitBurdenExceeded>().Should().ContainSingle();
        school.Reason("COV-BURDEN").Arguments.Should().Equal("2026-04-06", "3", "2");
        Burden.Of(school.State, Civil.Day("2026-04-08"), school.Rules).Should().Be(new WeekBurden(Civil.Day("2026-04-06"), 4, 0, 2));
        school.At("2026-05-01").OpenAlerts.Should().NotContain("visit-burden:2133901746:2026-04-06", "the month is over");
    }

    [Fact]
    public void Plan_ThatMakesAThirdVisit_IsMade_WarnsTheCounty_AndIsNothingTheSchoolReads()
    {
        var school = A.VisitedSchool().Visit("2026-04-06 09:00").Visit("2026-04-07 09:00");
        var plan = new VisitPlan(Guid.NewGuid(), A.Inspector, Civil.Day("2026-04-10"), VisitSlot.Morning, VisitKind.Covert, true);
        school
            .Do(new PlanVisit(plan))
            .Happened<VisitPlanned>()
            .Single()
            .Week.Should()
            .Be(new BurdenMark(Civil.Day("2026-04-06"), 3, 2, true));
        school.Raised["visit-burden:2133901746:2026-04-06"].Recipients.Should().Equal("county/330521");
        school.ReasonCodes.Should().NotContain("COV-BURDEN");
    }

    [Fact]
    public void Week_RunsFromMondayToSunday()
    {
        Burden.MondayOf(Civil.Day("2026-04-06")).Should().Be(Civil.Day("2026-04-06"));
        Burden.MondayOf(Civil.Day("2026-04-12")).Should().Be(Civil.Day("2026-04-06"));
        Burden.MondayOf(Civil.Day("2026-04-13")).Should().Be(Civil.Day("2026-04-13"));
    }

    [Fact]
    public void GateCode_ChangesWithEachStep_AndIsAnothersForAnotherUnit()
    {
        var (now, policy) = (Civil.At("2026-04-08 09:00:30"), OfficePolicy.Default);
        var shown = GateCodes.At(Key, "school/1", now, policy);
        shown.Code.Should().MatchRegex("^[0-9]{8}$");
        (shown.From, shown.Until, shown.StepSeconds).Should().Be((Civil.At("2026-04-08 09:00"), Civil.At("2026-04-08 09:01"), 60));
        GateCodes.At(Key, "school/1", shown.Until.AddMilliseconds(-1), policy).Code.Should().Be(shown.Code);
        new[]
        {
            GateCodes.At(Key, "school/1", shown.Until, policy),
            GateCodes.At(Key, "school/2", now, policy),
            GateCodes.At([.. Key, 1], "school/1", now, policy),
        }
            .Should()
            .OnlyContain(other => other.Code != shown.Code);
        shown.ToString().Should().NotContain(shown.Code);
    }

    [Theory]
    [InlineData("2026-04-08 08:58:59", GateProof.Wrong)]
    [InlineData("2026-04-08 08:59:00", GateProof.Right)]
    [InlineData("2026-04-08 09:30:00", GateProof.Right)]
    [InlineData("2026-04-08 10:01:59", GateProof.Right)]
    [InlineData("2026-04-08 10:02:00", GateProof.Wrong)]
    public void GateCode_IsRightFromOneStepBeforeTheVisitToOneAfter(string read, GateProof proof)
    {
        var code = GateCodes.At(Key, "school/1", Civil.At(read), OfficePolicy.Default).Code;
        var typed = $" {code[..4]}-{code[4..]}";
        GateCodes
            .Check(Key, "school/1", typed, Civil.At("2026-04-08 09:00"), Civil.At("2026-04-08 10:00"), OfficePolicy.Default)
            .Should()
            .Be(proof);
        GateCodes
            .Check(Key, "school/2", typed, Civil.At("2026-04-08 09:00"), Civil.At("2026-04-08 10:00"), OfficePolicy.Default)
            .Should()
            .Be(GateProof.Wrong);
    }

    [Fact]
    public void Visit_WithARightCode_CountsWithoutAPosition_AndOneWithAWrongCodeWaitsForTheCounty()
    {
        var right = A.VisitedSchool().At("2026-04-08 11:00").Do(new RecordVisit(A.Visit("2026-04-08 09:00")) { Gate = GateProof.Right });
        right.Duty("2026-04").Should().Be(DutyState.Satisfied);
        right.Happened<VisitAccepted>().Last().Visit.Content!.Gate.Should().Be(GateProof.Right);

        var wrong = A.VisitedSchool().At("2026-04-08 11:00").Do(new RecordVisit(A.Visit("2026-04-08 09:00")) { Gate = GateProof.Wrong });
        wrong.Refused.Should().BeNull();
        wrong.Happened<VisitFlagged>().Single().Flags.Should().Equal(VisitFlag.WrongGateCode);
        wrong.Duty("2026-04").Should().Be(DutyState.Pending);
        UnitWarnings
            .Of([wrong.Facts[^1]], new(Actor.System, Guid.NewGuid(), wrong.Now, wrong.Rules))
            .Single()
            .Zh.Should()
            .Contain("校门动态码不正确");
        new RecordVisit(A.Visit("2026-04-08 09:00")) { GateCode = "12345678" }
            .ToString()
            .Should()
            .NotContain("12345678");
    }

    [Fact]
    public void Checklist_OfACountyWithAPlatform_CallsItByName()
    {
        var policy = Policy.Default with { Office = OfficePolicy.Default with { PlatformName = "湖州安心培" } };
        foreach (var form in Rules.Catalogues.Checklists.All.Where(form => form.Kind == UnitKind.Institution))
        {
            form.In(policy)
                .Items.Where(item => item.Categories.Contains("T-FEE-05"))
                .Should()
                .NotBeEmpty()
                .And.OnlyContain(item => item.Name.Zh.Contains("湖州安心培") && item.Name.En.Contains("湖州安心培"));
            form.In(policy).Items.Length.Should().Be(form.Items.Length);
            form.In(Policy.Default).Should().BeSameAs(form);
        }
    }

    [Theory]
    [InlineData("2026-03-14", false)]
    [InlineData("2026-03-15", true)]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    public void Campaign_RunsFromItsFirstDayToItsLast(string day, bool running) =>
        Campaign.On(Civil.Day(day), Policy.Default).Running.Should().Be(running);
}
