namespace Supervision.Rules.Tests.Ladder;

/// <summary>Each clock of a measure at its boundary, and the remedies against an accountability decision (2.3).</summary>
public class ClockTests
{
    private static Life School(string story, Func<LadderPolicy, LadderPolicy>? change = null) =>
        A.School()
            .Climbing(policy => (change ?? (same => same))(policy with { AutomaticRules = [], SchoolsExposed = true }))
            .InspectedBy(A.Inspector)
            .RegisteredAt("2026-03-01")
            .Tell(story);

    private const string Open = "04-02 open S-HW-01; "; // a minor one, which no rule asks about

    [Theory]
    [InlineData(Open + "04-08 propose 2 1", DeadlineKind.Decide, "2026-04-15")] // W(5)
    [InlineData(Open + "05-04 propose 3 1", DeadlineKind.Decide, "2026-05-11")] // 5 May off, Saturday 9 May worked
    [InlineData(Open + "04-08 propose 1 1; impose 1", DeadlineKind.Fix, "2026-04-23")] // D(15)
    [InlineData(Open + "05-07 propose 2 1; decide 1", DeadlineKind.Hold, "2026-05-13")] // W(5) from the decision
    [InlineData(Open + "05-07 propose 2 1; decide 1; 05-08 serve 1", DeadlineKind.Hold, "2026-05-13")]
    [InlineData(Open + "05-07 propose 2 1; impose 1; hold 1", DeadlineKind.Minutes, "2026-05-13")]
    [InlineData(Open + "05-07 propose 2 1; impose 1; hold 1; commit 1 06-30", DeadlineKind.Commitment, "2026-06-30")]
    [InlineData(Open + "06-08 propose 3 1; impose 1", DeadlineKind.Progress, "2026-06-15")]
    [InlineData(Open + "06-08 propose 3 1; impose 1", DeadlineKind.Period, "2026-07-08")]
    [InlineData(Open + "06-08 propose 3 1; impose 1; 06-20 extend 1", DeadlineKind.Period, "2026-08-07")]
    [InlineData(Open + "06-08 propose 3 1; impose 1; settle 1; 06-10 apply 1", DeadlineKind.Accept, "2026-06-17")]
    [InlineData(Open + "05-07 propose 4 1; impose 1", DeadlineKind.Publish, "2026-05-13")]
    public void Clock_RunsToItsDay_AndPassesAtTheMidnightAfter(string story, DeadlineKind kind, string due)
    {
        var life = School(story);
        life.Due(1, kind).Should().Be(due);
        life.AdvanceTo(Civil.At(due).AddDays(1).AddMilliseconds(-1)).Measure(1).Deadlines.HasPassed(kind).Should().BeFalse();
        life.AdvanceTo(Civil.At(due).AddDays(1)).Measure(1).Deadlines.HasPassed(kind).Should().BeTrue();
        life.Facts.Single(fact => fact.Event is DeadlinePassed { Case: CaseKind.Measure } passed && passed.Kind == kind)
            .EffectiveAt.Should()
            .Be(Civil.At(due).AddDays(1));
    }

    [Fact]
    public void Clock_FollowsThePolicyPinnedAtTheProposal()
    {
        Policy Of(int version, string from, int days) =>
            new(
                version,
                Civil.Day(from),
                CadencePolicy.Default,
                Ladder: LadderPolicy.Default with
                {
                    PeriodDays = days,
                    DecideDays = days,
                }
            );
        var life = A.School()
            .InspectedBy(A.Inspector)
            .Governed(Of(1, "2020-01-01", 10), Of(2, "2026-04-08", 20))
            .RegisteredAt("2026-03-01")
            .Tell(Open + "04-07 propose 3 1; 04-08 impose 1");
        (life.Measure(1).PolicyVersion, life.Due(1, DeadlineKind.Period)).Should().Be((1, "2026-04-18"));
        life.Tell("propose 5 1").Measure(2).PolicyVersion.Should().Be(2);
    }

    [Fact]
    public void Proposal_Undecided_StaysAProposal()
    {
        var life = School(Open + "04-08 propose 2 1; 2027-04-08");
        life.Measure(1).State.Should().Be(MeasureState.Proposed);
        life.Measure(1).Deadlines.HasPassed(DeadlineKind.Decide).Should().BeTrue();
        life.Tell("impose 1").Rung.Should().Be(Rung.Interview);
    }

    private const string Supervised = Open + "06-08 propose 3 1; impose 1; "; // progress on 15, 22, 29 June, 6 July

    [Theory]
    [InlineData("06-15~ progress 1", "2026-06-22")]
    [InlineData("06-09 progress 1", "2026-06-22")] // early
    [InlineData("06-09 progress 1; 06-10 progress 1; 06-15 progress 1", "2026-06-22")] // three reports in seven days answer one
    [InlineData("06-09 progress 1; 06-16 progress 1", "2026-06-29")]
    [InlineData("06-08 progress 1", "2026-06-15")] // on the day of service there is nothing to report yet
    [InlineData("06-16 progress 1", "2026-06-22")] // late: the rhythm stays
    [InlineData("06-25 progress 1", "2026-06-29")]
    [InlineData("07-06 progress 1", null)]
    [InlineData("07-01 progress 1; 07-02 extend 1", "2026-07-06")]
    [InlineData("07-06 progress 1; 07-08 extend 1", "2026-07-13")]
    [InlineData("06-09 extend 1; 07-06 progress 1", "2026-07-13")]
    public void Progress_KeepsTheRhythmOfService(string story, string? due) =>
        School(Supervised + story).Due(1, DeadlineKind.Progress).Should().Be(due);

    [Theory]
    [InlineData("06-16", 1)]
    [InlineData("07-31", 1)] // one alarm until a report comes
    [InlineData("06-16 progress 1; 07-31", 2)]
    public void Progress_Missing_IsToldOnceUntilTheNextReport(string story, int alarms) =>
        School(Supervised + story)
            .Happened<DeadlinePassed>()
            .Count(e => e is { Case: CaseKind.Measure, Kind: DeadlineKind.Progress })
            .Should()
            .Be(alarms);

    [Fact]
    public void Interview_HeldUnfiled_AlarmsOnceForEach()
    {
        var life = School(Open + "05-07 propose 2 1; impose 1; 05-14");
        life.Happened<DeadlinePassed>().Should().ContainSingle(e => e.Kind == DeadlineKind.Hold);
        life.Tell("hold 1; 05-22")
            .Happened<DeadlinePassed>()
            .Should()
            .ContainSingle(e => e.Kind == DeadlineKind.Minutes && e.Due == Civil.Day("2026-05-21"));
    }

    private const string Accounted = Open + "04-08 propose 5 1; impose 1; ";

    [Theory]
    [InlineData("", DeadlineKind.ReviewRequest, "2026-05-08")] // D(30) after receipt
    [InlineData("", DeadlineKind.Appeal, "2026-04-23")] // directly, D(15)
    [InlineData("04-20 step 1 ReviewRequested", DeadlineKind.ReviewDecision, "2026-05-20")]
    [InlineData("04-20 step 1 ReviewRequested; 05-10 step 1 ReviewUpheld", DeadlineKind.Appeal, "2026-05-25")]
    [InlineData("04-20 step 1 Appealed", DeadlineKind.AppealDecision, "2026-06-19")]
    [InlineData("04-20 step 1 Appealed; 06-01 step 1 AppealFoundWrong", DeadlineKind.Correction, "2026-06-16")]
    [InlineData("04-20 step 1 ReviewRequested; 05-01 step 1 ReviewFoundWrong", DeadlineKind.Correction, "2026-05-16")]
    public void Remedy_RunsItsStatutoryClock(string story, DeadlineKind kind, string due)
    {
        var life = School(Accounted + story);
        life.Due(1, kind).Should().Be(due);
        (life.Rung, life.Measure(1).State).Should().Be((Rung.Accountability, MeasureState.InForce), "remedies never suspend");
        if (life.Measure(1).Remedy != RemedyState.Open)
            life.Measure(1)
                .Deadlines.Without(DeadlineKind.FactFinding, DeadlineKind.FactFindingNear)
                .Should()
                .ContainSingle("one remedy at a time");
    }

    [Theory]
    [InlineData("05-09 step 1 ReviewRequested", "复核申请已超过期限，最后一天是 2026-05-08", "2026-05-08 及以前")]
    [InlineData("06-30 step 1 ReviewRequested", "复核申请已超过期限，最后一天是 2026-05-08", "2026-05-08 及以前")]
    [InlineData("04-24 step 1 Appealed", "申诉已超过期限，最后一天是 2026-04-23", "2026-04-23 及以前")]
    [InlineData("step 1 Corrected", "救济程序当前为“可申请复核或申诉”，不能进行这一步", "申请复核、提出申诉")]
    [InlineData(
        "step 1 Appealed; step 1 AppealUpheld; step 1 Appealed",
        "救济程序当前为“救济途径已用尽”，不能进行这一步",
        "没有可以进行的步骤"
    )]
    public void Remedy_OneDayLateOrOutOfTurn_SaysTheLastDayOrWhatIsOpen(string story, string message, string accepted)
    {
        var life = School(Accounted);
        life.Invoking(told => told.Tell(story)).Should().Throw<InvalidOperationException>();
        var refusal = life.Refusal!;
        refusal.Message.Zh.Should().Be(message);
        refusal.Instead.Zh.Should().Be(accepted);
    }

    [Theory]
    [InlineData("05-08~ step 1 ReviewRequested", null)]
    [InlineData("05-09 step 1 ReviewRequested", RefusalCode.RemedyTooLate)] // all remedies are exhausted
    [InlineData("04-23~ step 1 Appealed", null)]
    [InlineData("04-24 step 1 Appealed", RefusalCode.RemedyTooLate)] // a review is still possible
    [InlineData("04-24 step 1 ReviewRequested", null)]
    [InlineData("step 1 ReviewRequested; step 1 ReviewUpheld; 04-23~ step 1 Appealed", null)]
    [InlineData("step 1 ReviewRequested; step 1 ReviewUpheld; 04-24 step 1 Appealed", RefusalCode.RemedyTooLate)]
    [InlineData("step 1 ReviewRequested; step 1 ReviewRequested", RefusalCode.RemedyStepInvalid)] // one review
    [InlineData("step 1 ReviewRequested; step 1 ReviewUpheld; step 1 ReviewRequested", RefusalCode.RemedyStepInvalid)]
    [InlineData("step 1 Appealed; step 1 ReviewRequested", RefusalCode.RemedyStepInvalid)]
    [InlineData("step 1 ReviewRequested; step 1 Appealed", RefusalCode.RemedyStepInvalid)] // not while it is under review
    [InlineData("step 1 Appealed; step 1 AppealUpheld; step 1 Appealed", RefusalCode.RemedyStepInvalid)] // one appeal
    [InlineData("step 1 Corrected", RefusalCode.RemedyStepInvalid)]
    [InlineData("step 1 ReviewRequested; 2027-01-01 step 1 ReviewUpheld", null)] // late, and still to be decided
    public void Remedy_TakesEachStepOnce_InItsTime(string story, RefusalCode? refused)
    {
        if (refused is null)
            School(Accounted + story).Refused.Should().BeNull();
        else
            story.Invoking(told => School(Accounted + told)).Should().Throw<InvalidOperationException>().WithMessage($"*{refused}*");
    }

    [Fact]
    public void Remedy_Unused_IsExhaustedAtTheMidnightAfterTheLastDay()
    {
        School(Accounted + "05-08~").Measure(1).Remedy.Should().Be(RemedyState.Open);
        School(Accounted + "05-09").Measure(1).Remedy.Should().Be(RemedyState.Exhausted);
        School(Accounted + "04-20 step 1 ReviewRequested; 05-10 step 1 ReviewUpheld; 05-26")
            .Measure(1)
            .Remedy.Should()
            .Be(RemedyState.Exhausted);
    }

    [Theory]
    [InlineData("step 2 ReviewRequested; step 2 ReviewFoundWrong; step 2 Corrected")]
    [InlineData("step 2 Appealed; step 2 AppealFoundWrong; step 2 Corrected")]
    public void Correction_RevokesIt_AndWhatItSupersededComesBack(string story)
    {
        var life = School(Open + "04-08 propose 3 1; impose 1; propose 5 1; impose 2");
        life.Measure(1).State.Should().Be(MeasureState.Superseded);
        life.Tell(story);
        (life.Rung, life.Measure(1).State, life.Measure(1).SupersededBy).Should().Be((Rung.KeySupervision, MeasureState.InForce, null));
        life.Ladder.Find(2).Should().BeNull();
        life.Ladder.Count(Rung.Accountability, life.Now).Should().Be(0, "what was wrong does not aggravate the next");
        life.Happened<MeasureServed>().Should().Contain(e => e.No == 2, "its history stays");
    }

    [Fact]
    public void Correction_OfTheOnlyMeasure_ClearsTheLadder()
    {
        var life = School(Accounted + "step 1 Appealed; step 1 AppealFoundWrong; step 1 Corrected");
        life.Rung.Should().Be(Rung.None);
        life.Happened<LadderCleared>().Should().ContainSingle();
    }
}
