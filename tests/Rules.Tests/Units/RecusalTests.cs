namespace Supervision.Rules.Tests.Units;

/// <summary>Invariant 2: an inspector never supervises a unit he is recused from.</summary>
public class RecusalTests
{
    private const string Why = "配偶在该校任教";
    private const string Paper = "德督回避〔2026〕3号";

    private static Life School() => A.VisitedSchool().At("2026-04-08 10:00");

    private static Life Recused(string inspector = A.Inspector) =>
        School().By(The.Clerk).Do(new RecuseInspector(inspector, Why, Paper)).By(null);

    [Fact]
    public void Responsible_Recused_IsReplacedByTheCounty_WhichIsAlertedAtOnce()
    {
        var life = Recused();

        life.State.Responsible.Should().BeNull();
        life.State.Recusals.Should().Equal(new Recusal(A.Inspector, Why, Paper, Civil.At("2026-04-08 10:00")));
        life.ReasonCodes.Should().Contain("COV-UNASSIGNED");
        life.OpenAlerts.Should().Equal("no-inspector:2133901746:2026-04-08");
        life.At("2026-04-30 10:00").State.Responsible.Should().BeNull("no older plan brings him back");
    }

    [Fact]
    public void Responsible_Recused_WhileAnotherIsPlannedForToday_IsReplacedByThatOne()
    {
        var life = School().Assign(A.Other, "2026-04-09").Assign(A.Inspector, "2026-04-20").At("2026-04-21 09:00");
        life.State.Responsible.Should().Be(A.Inspector);

        life.By(The.Clerk).Do(new RecuseInspector(A.Inspector, Why, Paper));

        life.State.Responsible.Should().BeNull("the plan of another ended when he took over");
        life.By(null).Assign(A.Other, "2026-04-21").State.Responsible.Should().Be(A.Other);
    }

    [Fact]
    public void Another_Recused_LeavesTheResponsibleAlone()
    {
        var life = Recused(A.Other);
        life.State.Responsible.Should().Be(A.Inspector);
        life.Visit("2026-04-09 09:00").Refused.Should().BeNull();
    }

    public static TheoryData<UnitCommand> Ways() =>
        new()
        {
            new AssignInspector(new(A.Inspector, Civil.Day("2026-04-08"), null)),
            new AssignInspector(new(A.Inspector, Civil.Day("2026-06-08"), null)),
            new DelegateDeputy(new(A.Inspector, Civil.Day("2026-04-08"), Civil.Day("2026-04-20"))),
            new RegisterUnit(A.VisitedSchool().Profile, new(A.Inspector, Civil.Day("2026-05-01"), null)),
            new PlanVisit(
                new(
                    new("7b6a3f1e-2c4d-4b8f-9f3e-6a5b4c3d2e10"),
                    A.Inspector,
                    Civil.Day("2026-04-12"),
                    VisitSlot.Morning,
                    VisitKind.Regular,
                    true
                )
            ),
            new RecordVisit(A.Visit("2026-04-08 10:00")),
        };

    [Theory]
    [MemberData(nameof(Ways))]
    public void NoWay_LeadsARecusedInspectorIn(UnitCommand command)
    {
        var life = Recused().At("2026-04-08 11:30");
        life.Do(command).Refused.Should().Be(RefusalCode.InspectorRecused);
        life.By(The.Clerk)
            .Do(new LiftRecusal(A.Inspector, "已调离", Paper))
            .By(null)
            .Do(command)
            .Refused.Should()
            .NotBe(RefusalCode.InspectorRecused);
    }

    [Fact]
    public void Visit_DatedBeforeTheRecusal_ButSentAfterwards_WaitsForTheCounty_WhichMayBelieveIt()
    {
        var life = Recused().At("2026-04-08 12:00").Do(new RecordVisit(A.Visit("2026-04-08 08:30")));
        (life.Refused, life.Outcome!.Held, life.Duty("2026-04")).Should().Be((null, true, DutyState.Pending));
        life.Happened<VisitFlagged>().Single().Flags.Should().Equal(VisitFlag.Recused);
        life.OpenAlerts.Should().Contain($"visit-flagged:2133901746:{life.State.Flagged.Single().Id}");

        life.By(The.Clerk).Do(new ConfirmFlagged(life.State.Flagged.Single().Id, "门卫登记属实"));
        life.Duty("2026-04").Should().Be(DutyState.Satisfied);
    }

    [Fact]
    public void Deputy_Recused_CountsNoMoreFromThatMoment()
    {
        var life = School()
            .Delegate(A.Other, "2026-04-01", "2026-04-30")
            .By(The.Clerk)
            .Do(new RecuseInspector(A.Other, Why, Paper))
            .By(null);
        life.Visit("2026-04-08 11:00", A.Other).Refused.Should().Be(RefusalCode.InspectorRecused);
        life.Do(new RecordVisit(A.Visit("2026-04-08 08:00", A.Other))).Refused.Should().BeNull();
        life.Duty("2026-04").Should().Be(DutyState.Pending, "what arrives after it waits");
        life.By(The.Clerk).Do(new ConfirmFlagged(life.State.Flagged.Single().Id, "属实")).Duty("2026-04").Should().Be(DutyState.Satisfied);
    }

    [Fact]
    public void Inspector_Recused_ChecksNothingThere()
    {
        var life = Life.Until(IssueState.Reported).By(The.Clerk).Do(new RecuseInspector(A.Inspector, Why, Paper));
        var issue = life.State.Issues[0].No;
        foreach (
            var command in new UnitCommand[]
            {
                new VerifyIssue(issue, "属实", []),
                new ReturnForRework(issue, "未到位"),
                new FileReport(issue, "齐全"),
                new PassLookBack(issue, "未再发生", []),
            }
        )
            life.By(The.Inspector).Do(command).Refused.Should().Be(RefusalCode.InspectorRecused);
        life.By(The.Clerk).Do(new VerifyIssue(issue, "属实", [])).Refused.Should().BeNull("the county still may");
    }

    [Fact]
    public void Recusal_AskedAgain_ChangesNothing_AndIsForTheCountyAlone()
    {
        var life = Recused();
        var facts = life.Facts.Count;
        life.By(The.Clerk).Do(new RecuseInspector(A.Inspector, "又一次", Paper)).Facts.Should().HaveCount(facts);
        life.By(The.Clerk).Do(new LiftRecusal(A.Other, "从未回避", Paper)).Facts.Should().HaveCount(facts);
        life.By(The.Inspector).Do(new RecuseInspector(A.Other, Why, Paper)).Refused.Should().Be(RefusalCode.RoleNotAllowed);
        life.By(The.School).Do(new LiftRecusal(A.Inspector, Why, Paper)).Refused.Should().Be(RefusalCode.RoleNotAllowed);
    }

    [Fact]
    public void Plans_OfARecusedInspector_AreDropped()
    {
        var life = School()
            .By(The.Clerk)
            .Do(
                new PlanVisit(
                    new(
                        new("7b6a3f1e-2c4d-4b8f-9f3e-6a5b4c3d2e10"),
                        A.Inspector,
                        Civil.Day("2026-04-12"),
                        VisitSlot.Morning,
                        VisitKind.Regular,
                        true
                    )
                )
            );
        life.State.Plans.Should().ContainSingle();
        life.Do(new RecuseInspector(A.Inspector, Why, Paper)).State.Plans.Should().BeEmpty();
    }

    /// <summary>Whatever is asked in whatever order on whatever day, nobody recused is ever responsible.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void RandomAssignments_NeverMakeARecusedInspectorResponsible(int seed)
    {
        var random = new Random(seed);
        var life = School();
        string[] people = [A.Inspector, A.Other, "督学-330521-09"];
        for (var step = 0; step < 200; step++)
        {
            var (who, today) = (people[random.Next(3)], CivilTime.DateOf(life.Now));
            var from = today.AddDays(random.Next(-10, 25));
            life.By(The.Clerk)
                .Do(
                    random.Next(6) switch
                    {
                        0 => new RecuseInspector(who, Why, Paper),
                        1 => new LiftRecusal(who, "已调离", Paper),
                        2 => new DelegateDeputy(new(who, from, from.AddDays(random.Next(20)))),
                        _ => new AssignInspector(new(who, from, random.Next(2) == 0 ? null : from.AddDays(random.Next(30)))),
                    }
                );
            life.AdvanceTo(life.Now.AddHours(random.Next(1, 40)));
            life.State.Recusals.Select(recusal => recusal.Inspector)
                .Should()
                .NotContain(life.State.Responsible ?? "", $"seed {seed}, step {step}");
        }

        A.Json(Unit.Replay(UnitState.Empty, life.Facts)).Should().Be(A.Json(life.State), $"seed {seed}");
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 12)];
}
