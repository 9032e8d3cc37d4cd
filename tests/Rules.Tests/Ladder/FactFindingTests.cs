namespace Supervision.Rules.Tests.Ladder;

/// <summary>Accountability: the fact-finding group within 60 days (2.3), and Plan 5's direct way there (L54).</summary>
public class FactFindingTests
{
    private const string Proposed = "04-02 open S-HW-01; 04-08 propose 5 1";

    private static Life School(string story, Func<LadderPolicy, LadderPolicy>? change = null) =>
        A.School()
            .Climbing(policy => (change ?? (same => same))(policy with { SchoolsExposed = true }))
            .InspectedBy(A.Inspector)
            .RegisteredAt("2026-03-01")
            .Tell(story);

    private static SetUpFactFinding Group(string day, params ImmutableArray<string> members) =>
        new(1, Civil.Day(day), members.IsEmpty ? ["教督委办公室副主任", "督学-330521-02"] : members, "德教督委〔2026〕9号", []);

    [Fact]
    public void Group_IsDueSixtyDaysAfterTheProposal_WhereverItStandsOnItsWay()
    {
        School(Proposed).Due(1, DeadlineKind.FactFinding).Should().Be("2026-06-07");
        School(Proposed + "; impose 1").Due(1, DeadlineKind.FactFinding).Should().Be("2026-06-07", "a decision does not set the group up");
        var persistent = School(
            "03-02 named q1; 03-03 named q2; 03-10 impose 1; hold 1; 04-02 open S-HW-04; ack 1; 04-03 propose 3 1; impose 2; 05-04",
            policy => policy with { FixDays = 60, AutomaticRules = [] }
        );
        persistent
            .Ladder.Measures.Single(measure => measure.Rule == "LR-15")
            .Deadlines.Of(DeadlineKind.FactFinding)!
            .Due.Should()
            .Be(Civil.Day("2026-07-03"), "day 60 of 4 May");
    }

    [Fact]
    public void Group_NotSetUp_IsRemindedOfOnAWorkingDay_AndIsOverdueTheDayAfterTheLast()
    {
        var life = School(Proposed + "; 05-27~");
        life.Raised.Values.Should().NotContain(alert => alert.Kind == "fact-finding-due");
        var reminder = life.Tell("05-28").Raised.Values.Single(alert => alert.Kind == "fact-finding-due"); // Thursday, ten days before
        reminder.Recipients.Should().Equal("county/330521", "committee-office/330521");
        reminder.Text.Zh.Should().Contain("事实认定小组应于 2026-06-07 前（含当日）成立");
        life.Tell("06-07~").Measure(1).Deadlines.HasPassed(DeadlineKind.FactFinding).Should().BeFalse();
        life.Tell("06-08");
        var overdue = life.Raised.Values.Single(alert =>
            alert.Kind == "deadline-passed" && alert.Id.Contains("factfinding", StringComparison.Ordinal)
        );
        overdue.Recipients.Should().Equal("county/330521", "committee-office/330521", "committee-director/330521");
        life.OpenAlerts.Should().Contain(overdue.Id).And.NotContain(reminder.Id, "what is overdue needs no reminder");
        life.As(The.Clerk, Group("2026-06-05")).Refused.Should().BeNull("it was set up in time and recorded late");
        life.OpenAlerts.Should().NotContain(overdue.Id);
        life.Measure(1).FactFinding.Should().Be(Civil.Day("2026-06-05"));
    }

    [Fact]
    public void Group_SetUp_EndsTheClockAndIsSaidWithItsPaper()
    {
        var life = School(Proposed + "; 04-20").As(The.Clerk, Group("2026-04-16"));
        life.Measure(1).Deadlines.Should().OnlyContain(deadline => deadline.Kind == DeadlineKind.Decide);
        EventTexts
            .Say(life.Happened<FactFindingSetUp>().Single())
            .Zh.Should()
            .Be("2026-04-16 成立事实认定小组 2 人（措施 1，德教督委〔2026〕9号）：教督委办公室副主任、督学-330521-02");
        life.As(The.Clerk, Group("2026-04-17")).Refused.Should().Be(RefusalCode.AlreadyRecorded);
        DeadlineWords.ClauseOf(DeadlineKind.FactFinding)!.Zh.Should().Contain("60 日内");
    }

    [Fact]
    public void Group_OnAWrongDayOrOfWrongMembersOrOfAnotherRung_IsRefused()
    {
        var life = School(Proposed + "; 04-20");
        life.As(The.Clerk, Group("2026-04-07")).Refused.Should().Be(RefusalCode.HeldOnInvalid);
        life.As(The.Clerk, Group("2026-04-21")).Refused.Should().Be(RefusalCode.HeldOnInvalid);
        life.As(The.Clerk, Group("2026-04-20", "主任")).Refused.Should().Be(RefusalCode.FieldInvalid);
        life.As(The.Clerk, Group("2026-04-20", "主任", " 主任 ")).Refused.Should().Be(RefusalCode.FieldInvalid);
        life.As(The.Clerk, Group("2026-04-20", "主任", "")).Refused.Should().Be(RefusalCode.FieldRequired);
        life.As(The.Clerk, Group("2026-04-20") with { Document = "" }).Refused.Should().Be(RefusalCode.FieldRequired);
        life.As(The.Clerk, Group("2026-04-20") with { Measure = 9 }).Refused.Should().Be(RefusalCode.MeasureUnknown);
        life.As(The.Inspector, Group("2026-04-20")).Refused.Should().Be(RefusalCode.RoleNotAllowed);
        School("04-02 open S-HW-01; 04-08 propose 3 1")
            .As(The.Clerk, Group("2026-04-08"))
            .Refused.Should()
            .Be(RefusalCode.MeasureStateConflict);
    }

    [Fact]
    public void Proposal_FromBeforeTheClock_RunsWithoutIt()
    {
        var old = new MeasureProposed(
            1,
            Rung.Accountability,
            "LR-17",
            [],
            null,
            false,
            1,
            "system",
            null,
            [],
            [new(DeadlineKind.Decide, Civil.Day("2026-04-15"))]
        );
        var at = Civil.At("2026-04-08 10:00");
        Unit.Evolve(School("04-02 open S-HW-01").State, new(old, at, at))
            .Ladder.Find(1)!
            .Deadlines.Should()
            .ContainSingle(deadline => deadline.Kind == DeadlineKind.Decide);
    }

    private const string Stalled = "04-02 open S-HW-04; ack 1; 05-04"; // overdue on 18 April, LR-01 served, its 15 days pass on 3 May

    [Fact]
    public void Lr19_ACircularLeftUnrectified_ProposesAccountabilityWhereTheCountyAdoptsPlanFive()
    {
        var plain = School(Stalled);
        plain.Calls.Should().Equal("04-18 LR-01 R1 served [1]", "05-04 LR-04 R2 proposed [1]");
        var adopted = PolicyPresets.Find("plan-5")!.Over(Policy.Default).OfLadder;
        var life = School(Stalled, _ => adopted);
        life.Calls.Should().Equal("04-18 LR-01 R1 served [1]", "05-04 LR-04 R2 proposed [1]", "05-04 LR-19 R5 proposed [1]");
        var accountability = life.Ladder.Measures.Single(measure => measure.Rung == Rung.Accountability);
        accountability.Proof.Should().Equal("measure/1", "issue/1");
        (accountability.State, accountability.DecidedBy)
            .Should()
            .Be((MeasureState.Proposed, null), "a person decides accountability, always");
        LadderRules.Find("LR-19")!.Clause.Zh.Should().Contain("方案五");
    }

    [Theory]
    [InlineData("04-02 open S-HW-04; ack 1; 05-03 settle 1; 05-04")] // verified in time
    [InlineData("04-02 open S-HW-04; ack 1; 05-03~")] // the 15 days are not over
    public void Lr19_WithoutAnOverdueCircular_ProposesNothing(string story) =>
        School(story, policy => policy with { DirectRules = ["LR-19"] })
            .Calls.Should()
            .NotContain(call => call.Contains("LR-19", StringComparison.Ordinal));
}
