namespace Supervision.Rules.Tests.Counties;

/// <summary>The ladder a province keeps for a county (5.5).</summary>
public class CountyLadderTests
{
    private static readonly Actor Province = new("province", ActorRole.Province, "33", null);
    private static readonly CountyProfile Deqing = new("330521", "德清县", "3305", "湖州市", "33", "浙江省");

    private CountyState state = CountyState.Empty with { Profile = Deqing };
    private readonly List<Fact<CountyEvent>> facts = [];
    private readonly HashSet<string> open = [];
    private DateTimeOffset now = Civil.At("2026-05-01");

    private IEnumerable<(int, CountyRung, StepState)> Steps => state.OfLadder.Steps.Select(step => (step.No, step.Rung, step.State));

    [Theory]
    [InlineData(90, 100, 90, false)]
    [InlineData(89, 100, 90, true)]
    [InlineData(0, 0, 90, false)]
    [InlineData(0, 10, 0, false)]
    [InlineData(9, 10, 100, true)]
    [InlineData(10, 10, 100, false)]
    public void Coverage_BelowTheFloor_ProposesACircular(int visited, int expected, int floor, bool proposed)
    {
        state = state with { Policies = [Policy.Default with { Version = 1, County = new(floor) }] };

        Closed("2026-04", visited, expected);

        Steps.Should().Equal(proposed ? [(1, CountyRung.SpecialCircular, StepState.Proposed)] : []);
        facts.Select(fact => fact.Event).OfType<CountyStepDecided>().Should().BeEmpty();
    }

    [Fact]
    public void Month_LookedAtTwice_IsRecordedOnce_AtItsEnd()
    {
        now = Civil.At("2026-05-02 07:00");
        Closed("2026-04", 50, 100);
        Closed("2026-04", 51, 100);

        facts.Select(fact => fact.Event.GetType()).Should().Equal(typeof(CoverageBelow), typeof(CountyStepProposed));
        facts[0].Should().Match<Fact<CountyEvent>>(fact => fact.EffectiveAt == Civil.At("2026-05-01") && fact.RecordedAt == now);
    }

    [Fact]
    public void Month_BroughtUpByLateVisits_IsRestated_AndTheProposalLapses()
    {
        Closed("2026-04", 50, 100);
        Closed("2026-04", 90, 100);
        Closed("2026-04", 50, 100);

        Steps.Should().Equal((1, CountyRung.SpecialCircular, StepState.Lapsed));
        state.OfLadder.Shortfalls.Should().Equal(new CoverageShortfall(Period.Month(2026, 4), 90, 100, 90, true));
    }

    [Fact]
    public void SecondMonth_JoinsTheProposalThatWaits_AndOneRestatedLeavesIt()
    {
        Closed("2026-04", 50, 100);
        now = Civil.At("2026-06-01");
        Closed("2026-05", 60, 100);
        Closed("2026-04", 95, 100);

        Steps.Should().Equal((1, CountyRung.SpecialCircular, StepState.Proposed));
        state.OfLadder.Steps[0].Months.Should().Equal(Period.Month(2026, 4), Period.Month(2026, 5));
    }

    [Fact]
    public void SecondMonth_AfterADecision_ProposesAnew_AndRestatingLeavesTheDecision()
    {
        Closed("2026-04", 50, 100);
        Do(new DecideCountyStep(1, "四月覆盖不足", "浙教督〔2026〕12号"));
        now = Civil.At("2026-06-01");
        Closed("2026-05", 60, 100);
        Closed("2026-04", 95, 100);

        Steps.Should().Equal((1, CountyRung.SpecialCircular, StepState.Decided), (2, CountyRung.SpecialCircular, StepState.Proposed));
    }

    [Fact]
    public void HandsProposal_TakesTheMonthIn_AndDoesNotLapse()
    {
        Do(new ProposeCountyStep(CountyRung.SpecialCircular, "暗访发现问题"));
        Closed("2026-04", 50, 100);
        Closed("2026-04", 90, 100);

        Steps.Should().Equal((1, CountyRung.SpecialCircular, StepState.Proposed));
    }

    [Fact]
    public void Measure_GoesFromProposalToDischarge_WithItsAlert()
    {
        Do(new ProposeCountyStep(CountyRung.KeySupervision, "连续不达标"));
        open.Should().BeEmpty();
        Do(new DecideCountyStep(1, "连续不达标", "浙教督〔2026〕13号"));
        open.Should().Equal("county-step-decided:330521:1");
        Do(new DischargeCountyStep(1, "已达到要求"));

        Steps.Should().Equal((1, CountyRung.KeySupervision, StepState.Discharged));
        open.Should().BeEmpty();
    }

    [Fact]
    public void Commands_OutOfTurn_AreRefused()
    {
        Do(new ProposeCountyStep(CountyRung.Interview, "x"));

        Do(new ProposeCountyStep(CountyRung.Interview, "x")).Should().Be(RefusalCode.StepProposalOpen);
        Do(new ProposeCountyStep(CountyRung.None, "x")).Should().Be(RefusalCode.CountyRungInvalid);
        Do(new ProposeCountyStep((CountyRung)9, "x")).Should().Be(RefusalCode.CountyRungInvalid);
        Do(new ProposeCountyStep(CountyRung.Exposure, " ")).Should().Be(RefusalCode.FieldRequired);
        Do(new DecideCountyStep(2, "x", "x")).Should().Be(RefusalCode.StepUnknown);
        Do(new DecideCountyStep(1, "x", "")).Should().Be(RefusalCode.FieldRequired);
        Do(new DischargeCountyStep(1, "x")).Should().Be(RefusalCode.StepStateConflict);
        Do(new RejectCountyStep(1, new string('由', 501))).Should().Be(RefusalCode.FieldInvalid);
        Do(new RejectCountyStep(1, "x")).Should().BeNull();
        Do(new DecideCountyStep(1, "x", "x")).Should().Be(RefusalCode.StepStateConflict);
    }

    [Theory]
    [InlineData(ActorRole.Province, "33", null)]
    [InlineData(ActorRole.Province, "3305", null)]
    [InlineData(ActorRole.Province, "", null)]
    [InlineData(ActorRole.Province, "330521", RefusalCode.RoleNotAllowed)]
    [InlineData(ActorRole.Province, "3306", RefusalCode.OutOfScope)]
    [InlineData(ActorRole.CountyDirector, "330521", RefusalCode.RoleNotAllowed)]
    [InlineData(ActorRole.CommitteeDirector, "330521", RefusalCode.RoleNotAllowed)]
    [InlineData(ActorRole.Administrator, "", RefusalCode.RoleNotAllowed)]
    [InlineData(ActorRole.System, "", RefusalCode.RoleNotAllowed)]
    public void Ladder_IsKeptByALevelAbove(ActorRole role, string area, RefusalCode? refused)
    {
        var actor = new Actor("某人", role, area, null);
        foreach (
            var command in new CountyCommand[]
            {
                new ProposeCountyStep(CountyRung.Interview, "x"),
                new DecideCountyStep(1, "x", "x"),
                new RejectCountyStep(1, "x"),
                new DischargeCountyStep(1, "x"),
            }
        )
            (CountyPermission.Objection(actor, command, "330521")?.Code).Should().Be(refused);
    }

    [Fact]
    public void ClosedMonths_AreThoseEverySchoolHasClosed()
    {
        UnitSummary Row(Life life) => Summaries.Of(life.State, 1, life.Rules);
        var ahead = A.VisitedSchool().At("2026-05-01");
        var behind = A.VisitedSchool().At("2026-04-30");

        CountyLadderRules
            .ClosedMonths([Row(ahead)], Civil.At("2026-05-01"))
            .Select(tally => (tally.Period, tally.Satisfied, tally.Missed))
            .Should()
            .Equal((Period.Month(2026, 3), 1, 0), (Period.Month(2026, 4), 0, 1));
        CountyLadderRules
            .ClosedMonths([Row(ahead), Row(behind)], Civil.At("2026-05-01"))
            .Select(tally => tally.Period)
            .Should()
            .Equal(Period.Month(2026, 3));
        CountyLadderRules
            .ClosedMonths([Row(ahead), Row(A.Institution().RegisteredAt("2026-03-01").At("2026-05-01"))], Civil.At("2026-05-01"))
            .Should()
            .OnlyContain(tally => tally.Expected == 1);
        CountyLadderRules
            .ClosedMonths([Row(A.VisitedSchool().At("2026-08-01"))], Civil.At("2026-08-01"))
            .Select(tally => tally.Period)
            .Should()
            .Equal(Period.Month(2026, 5), Period.Month(2026, 6), Period.Month(2026, 7));
    }

    private void Closed(string month, int visited, int expected) =>
        Take(
            CountyLadderRules.Close(
                state,
                [CoverageTally.Empty(UnitKind.School, Period.Parse(month)) with { Satisfied = visited, Missed = expected - visited }],
                now
            )
        );

    private RefusalCode? Do(CountyCommand command)
    {
        var decision = County.Decide(state, command, now, Province);
        if (decision is Decision<CountyEvent>.Accepted accepted)
            Take(accepted.Facts);
        return (decision as Decision<CountyEvent>.Refused)?.Refusal.Code;
    }

    private void Take(ImmutableArray<Fact<CountyEvent>> next)
    {
        foreach (var fact in next)
        {
            state = County.Evolve(state, fact);
            facts.Add(fact);
            CountyTexts.Say(fact.Event).Should().Match<Text>(text => text.Zh.Length > 0 && text.En.Length > 0);
            if (CountyAlerts.Raised(fact, state) is { } alert)
                open.Add(alert.Id);
            if (CountyAlerts.Ended(fact, state) is { } gone)
                open.Remove(gone.Id);
        }
    }
}
