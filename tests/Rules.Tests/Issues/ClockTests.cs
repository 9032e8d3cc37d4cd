namespace Supervision.Rules.Tests.Issues;

/// <summary>Every clock of an issue at its day's boundary: nothing at 23:59:59.999, passed at 00:00, and at that instant however late it is noticed (5.1).</summary>
public class ClockTests
{
    private static Life School(string at = "2026-04-02 10:00") => A.VisitedSchool().At(at);

    private static Life Clocked(DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.Contain => School().Find("S-HW-04", Severity.Serious).ConfirmSerious(1),
            DeadlineKind.Reply => School().Find("S-HW-04", Severity.Complex),
            DeadlineKind.File or DeadlineKind.Verify => Life.Until(IssueState.Reported),
            DeadlineKind.LookBackOpens or DeadlineKind.LookBack => Life.Until(IssueState.Verified),
            _ => Life.Until(IssueState.Notified),
        };

    [Theory]
    [InlineData(DeadlineKind.Acknowledge, "2026-04-07")]
    [InlineData(DeadlineKind.Silence, "2026-04-10")]
    [InlineData(DeadlineKind.Contain, "2026-04-05")]
    [InlineData(DeadlineKind.Rectify, "2026-04-17")]
    [InlineData(DeadlineKind.File, "2026-04-05")]
    [InlineData(DeadlineKind.Verify, "2026-04-10")]
    [InlineData(DeadlineKind.LookBackOpens, "2026-05-01")] // opens at the start of 2 May
    [InlineData(DeadlineKind.LookBack, "2026-06-01")]
    [InlineData(DeadlineKind.Reply, "2026-05-02")]
    public void Clock_AtItsDaysEnd_PassesAtMidnightAndNotBefore(DeadlineKind kind, string lastDay)
    {
        var life = Clocked(kind).At($"{lastDay} 23:59:59.999");
        life.Passing(1, kind).Should().BeNull();
        var midnight = CivilTime.EndOf(Civil.Day(lastDay));
        life.AdvanceTo(midnight);
        (life.Passing(1, kind)!.EffectiveAt, life.Passing(1, kind)!.RecordedAt).Should().Be((midnight, midnight));
        var late = Clocked(kind).At("2026-07-01 08:00");
        (late.Passing(1, kind)!.EffectiveAt, late.Passing(1, kind)!.RecordedAt).Should().Be((midnight, Civil.At("2026-07-01 08:00")));
        late.Facts.Count(fact => fact.Event is DeadlinePassed e && e.Kind == kind).Should().Be(1);
    }

    [Fact]
    public void LookBack_NoticedLate_StandsSinceItsWindowOpened()
    {
        var life = Life.Until(IssueState.Verified).At("2026-05-20 08:00");
        life.StateOf(1).Should().Be(IssueState.LookBack);
        life.State.Issue(1)!.Since.Should().Be(Civil.At("2026-05-02"));
    }

    [Theory]
    [InlineData("2026-04-02 10:00", "2026-04-07")] // Thursday before Qingming: Friday, then Tuesday
    [InlineData("2026-04-03 10:00", "2026-04-08")]
    [InlineData("2026-04-04 10:00", "2026-04-08")] // on the holiday itself
    [InlineData("2026-04-29 10:00", "2026-05-06")] // Thursday, then after Labour Day
    [InlineData("2026-05-07 10:00", "2026-05-09")] // the make-up Saturday is a working day
    [InlineData("2026-05-08 23:59:59.999", "2026-05-11")]
    [InlineData("2026-05-09 00:00", "2026-05-12")]
    [InlineData("2026-09-30 10:00", "2026-10-09")]
    public void Acknowledgement_OfAGeneralIssue_IsDueOnTheSecondWorkingDay(string found, string due) =>
        School(found).Find("S-HW-04").Clock(1, DeadlineKind.Acknowledge).Should().Be(due);

    [Theory]
    [InlineData("2026-04-02 16:30", "2026-04-05", "2026-04-10")]
    [InlineData("2026-04-29 16:30", "2026-05-02", "2026-05-09")] // 30 April, 6, 7, 8 and Saturday 9 May
    [InlineData("2026-04-30 16:30", "2026-05-03", "2026-05-11")]
    public void Report_BeforeHolidays_MovesWorkingDaysButNotCalendarDays(string reported, string file, string verify)
    {
        var life = Life.Until(IssueState.Rectifying).At(reported).ReportRectified(1);
        (life.Clock(1, DeadlineKind.File), life.Clock(1, DeadlineKind.Verify)).Should().Be((file, verify));
    }

    [Fact]
    public void Rectification_DueOnAHoliday_DoesNotMove() =>
        School("2026-04-17 10:00").Find("S-HW-04").Clock(1, DeadlineKind.Rectify).Should().Be("2026-05-02");

    [Fact]
    public void Clock_OfAConfirmedIssue_StartsWhenTheUnitIsTold()
    {
        var life = School().Find("S-HW-04", Severity.Serious);
        life.Clocks(1).Should().BeEmpty();
        life.At("2026-04-09 10:00")
            .ConfirmSerious(1)
            .Clocks(1)
            .Should()
            .Be("Acknowledge 2026-04-10, Silence 2026-04-16, Contain 2026-04-12, Rectify 2026-04-24");
    }

    [Fact]
    public void Overdue_Reported_IsNoLongerOverdue()
    {
        var life = Life.Until(IssueState.Rectifying).At("2026-04-18");
        life.Clock(1, DeadlineKind.Rectify).Should().Be("2026-04-17!");
        life.State.Issue(1)!.IsOverdue.Should().BeTrue();
        life.At("2026-04-18 09:00").ReportRectified(1).State.Issue(1)!.IsOverdue.Should().BeFalse();
    }

    [Fact]
    public void Clocks_AdvancedInManySteps_GiveTheSameFactsAsOneLongStep()
    {
        var once = Life.Until(IssueState.Notified).At("2026-06-30");
        var often = Life.Until(IssueState.Notified);
        for (var at = Civil.At("2026-04-02 11:00"); at < Civil.At("2026-06-30"); at = at.AddHours(7))
            often.AdvanceTo(at);
        often.At("2026-06-30");
        often
            .Facts.Select(fact => (A.Json(fact.Event), fact.EffectiveAt))
            .Should()
            .Equal(once.Facts.Select(fact => (A.Json(fact.Event), fact.EffectiveAt)));
    }

    [Fact]
    public void Policy_ActivatedLater_DoesNotTouchARunningIssue()
    {
        var life = Life.Until(IssueState.Rectifying);
        var rules = new Rulebook(
            A.Zhejiang,
            [new(1, Civil.Day("2026-04-03"), CadencePolicy.Default, IssuePolicy.Default with { VerifyDays = 1, ReworkDays = 1 })]
        );
        var decision = UnitDecisions.Decide(
            life.State,
            new SubmitRectification(1, "已整改", [], null),
            new(The.School, Guid.NewGuid(), Civil.At("2026-04-16 10:00"), rules)
        );
        var reported = decision
            .Should()
            .BeOfType<Decision<UnitEvent>.Accepted>()
            .Subject.Facts.Select(fact => fact.Event)
            .OfType<IssueReported>()
            .Single();
        reported.Deadlines.Of(DeadlineKind.Verify)!.Due.Should().Be(Civil.Day("2026-04-23"));
    }
}
