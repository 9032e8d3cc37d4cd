namespace Supervision.Rules.Tests.Issues;

/// <summary>Who may do what with an issue, extensions, verification and the look-back (5.4, invariants 6 and 7, D-06).</summary>
public class ClosingTests
{
    [Fact]
    public void General_FromNoticeToLookBack_WalksAsThePlansSay()
    {
        var life = A.VisitedSchool().At("2026-04-02 10:00").Find("S-HW-04");
        (life.Clock(1, DeadlineKind.Acknowledge), life.Clock(1, DeadlineKind.Rectify)).Should().Be(("2026-04-07", "2026-04-17"));
        life.At("2026-04-07 15:00")
            .Acknowledge(1)
            .At("2026-04-16 16:00")
            .ReportRectified(1)
            .Clock(1, DeadlineKind.Verify)
            .Should()
            .Be("2026-04-23");
        life.At("2026-04-17 09:00").File(1).At("2026-04-21 10:00").Verify(1);
        (life.Clock(1, DeadlineKind.LookBackOpens), life.Clock(1, DeadlineKind.LookBack)).Should().Be(("2026-05-21", "2026-06-20"));
        life.At("2026-05-20 23:59:59.999").StateOf(1).Should().Be(IssueState.Verified);
        life.At("2026-05-21 00:00").StateOf(1).Should().Be(IssueState.LookBack);
        life.At("2026-05-22 10:00").LookBackPassed(1, The.OtherInspector).Refused.Should().BeNull();
        life.StateOf(1).Should().BeNull();
        life.Happened<IssueArchived>().Should().ContainSingle();
        life.Happened<MeasureProposed>().Should().BeEmpty();
        life.Happened<DeadlinePassed>().Select(e => e.Kind).Should().BeSubsetOf([DeadlineKind.LookBackOpens, DeadlineKind.LookBackDay]);
    }

    [Fact]
    public void Reporter_ActingForTheUnit_CanNotVerifyNorReturn()
    {
        var life = Life.Until(IssueState.Rectifying).ReportRectified(1, The.Clerk, "整改报告");
        life.Verify(1, The.Clerk).Refused.Should().Be(RefusalCode.VerifierIsReporter);
        life.Rework(1, The.Clerk).Refused.Should().Be(RefusalCode.VerifierIsReporter);
        life.Verify(1, The.School).Refused.Should().Be(RefusalCode.RoleNotAllowed);
        life.Verify(1, The.OtherClerk).Refused.Should().BeNull();
    }

    [Fact]
    public void Somebody_ActingForTheUnit_NamesThePaper()
    {
        Life.Until(IssueState.Notified).Acknowledge(1, The.Clerk).Refused.Should().Be(RefusalCode.DocumentMissing);
        Life.Until(IssueState.Notified).Acknowledge(1, The.Clerk, "回执").Refused.Should().BeNull();
        Life.Until(IssueState.Rectifying).ReportRectified(1, The.Clerk).Refused.Should().Be(RefusalCode.DocumentMissing);
        Life.Until(IssueState.Rectifying).ReportRectified(1, The.Inspector, "报告").Refused.Should().Be(RefusalCode.RoleNotAllowed);
        Life.Until(IssueState.Notified).Acknowledge(1, The.Institution).Refused.Should().Be(RefusalCode.OutOfScope);
    }

    [Fact]
    public void LookBack_ByTheVerifier_IsRefused_AlsoUnderAnotherAccount()
    {
        var life = Life.Until(IssueState.Reported).Verify(1, The.Inspector).At("2026-05-02 09:00");
        life.LookBackPassed(1, The.Inspector).Refused.Should().Be(RefusalCode.LookBackByVerifier);
        life.LookBackFailed(1, The.Inspector).Refused.Should().Be(RefusalCode.LookBackByVerifier);
        life.LookBackPassed(1, The.Inspector with { Name = "督学 吴（新账号）" }).Refused.Should().Be(RefusalCode.LookBackByVerifier);
        life.LookBackPassed(1, The.OtherInspector).Refused.Should().BeNull();
    }

    [Theory]
    [InlineData("2026-05-01 23:59:59.999", RefusalCode.LookBackTooEarly)]
    [InlineData("2026-05-02 00:00", null)]
    [InlineData("2026-06-01 23:59:59.999", null)]
    [InlineData("2026-06-20 09:00", null)] // late, but done
    public void LookBack_OutsideItsWindow_IsRefusedBeforeItAndLateAfterIt(string at, RefusalCode? refused)
    {
        var life = Life.Until(IssueState.Verified).At(at);
        life.LookBackPassed(1).Refused.Should().Be(refused);
        (life.Passing(1, DeadlineKind.LookBack) is not null).Should().Be(at.StartsWith("2026-06-20", StringComparison.Ordinal));
    }

    [Fact]
    public void SurpriseDay_OfManyDraws_IsATeachingDayInTheWindow_AndNotAlwaysTheSame()
    {
        var state = Life.Until(IssueState.Reported).State;
        var days = Enumerable
            .Range(1, 400)
            .Select(seed => Verified(state, new(seed, 7, 7, new byte[8]), Civil.At("2026-04-21 10:00")))
            .ToList();
        days.Should().OnlyContain(day => day >= Civil.Day("2026-05-21") && day <= Civil.Day("2026-06-20") && A.Zhejiang.IsTeachingDay(day));
        days.Distinct().Should().HaveCount(A.Zhejiang.TeachingDays(Civil.Day("2026-05-21"), Civil.Day("2026-06-20")));
    }

    [Fact]
    public void SurpriseDay_InTheHolidays_IsAWorkingDay()
    {
        var state = Life.Until(IssueState.Reported).State;
        var days = Enumerable
            .Range(1, 200)
            .Select(seed => Verified(state, new(seed, 7, 7, new byte[8]), Civil.At("2026-06-15 10:00")))
            .ToList(); // 15 July–14 August: no school
        days.Should()
            .OnlyContain(day =>
                day >= Civil.Day("2026-07-15") && day <= Civil.Day("2026-08-14") && Calendars.StateCouncil.IsWorkingDay(day)
            );
    }

    [Fact]
    public void SurpriseDay_WhenItComes_IsToldAndDoesNotEndTheWindow()
    {
        var life = Life.Until(IssueState.Verified);
        var day = life.State.Issue(1)!.Deadlines.Of(DeadlineKind.LookBackDay)!.Due;
        life.AdvanceTo(CivilTime.StartOf(day).AddMilliseconds(-1)).Passing(1, DeadlineKind.LookBackDay).Should().BeNull();
        life.AdvanceTo(CivilTime.StartOf(day)).Passing(1, DeadlineKind.LookBackDay).Should().NotBeNull();
        life.StateOf(1).Should().Be(IssueState.LookBack);
    }

    [Fact]
    public void Relapse_OfAVerifiedIssue_IsTheSameIssueOneCycleFurther()
    {
        var life = Life.Until(IssueState.LookBack).LookBackFailed(1);
        var issue = life.State.Issue(1)!;
        (issue.State, issue.Cycle, life.Clocks(1)).Should().Be((IssueState.Rectifying, 2, "Rectify 2026-05-17"));
        life.Happened<MeasureProposed>().Should().ContainSingle().Which.Rule.Should().Be("LR-11");
        life.At("2026-05-10 10:00")
            .ReportRectified(1)
            .Verify(1, The.OtherInspector)
            .Clock(1, DeadlineKind.LookBackOpens)
            .Should()
            .Be("2026-06-09");
        life.At("2026-06-09").LookBackPassed(1, The.OtherInspector).Refused.Should().Be(RefusalCode.LookBackByVerifier);
        life.LookBackPassed(1, The.Inspector).Refused.Should().BeNull();
        life.State.Issues.Should().BeEmpty();
    }

    [Theory]
    [InlineData("2026-04-16 23:59:59.999", 15, null)]
    [InlineData("2026-04-16 09:00", 1, null)]
    [InlineData("2026-04-17 00:00", 5, RefusalCode.ExtensionTooLate)] // the due day itself
    [InlineData("2026-04-20 09:00", 5, RefusalCode.ExtensionTooLate)]
    [InlineData("2026-04-10 09:00", 16, RefusalCode.ExtensionTooLong)]
    [InlineData("2026-04-10 09:00", 0, RefusalCode.ExtensionTooLong)]
    public void Extension_AskedFor_IsWithinItsLimits(string at, int days, RefusalCode? refused) =>
        Life.Until(IssueState.Rectifying).At(at).AskExtension(1, days).Refused.Should().Be(refused);

    [Fact]
    public void Extension_Granted_MovesTheDueDayOnce()
    {
        var life = Life.Until(IssueState.Rectifying).At("2026-04-16 10:00");
        life.DecideExtension(1, true).Refused.Should().Be(RefusalCode.NoExtensionAsked);
        life.AskExtension(1, 15, The.School).DecideExtension(1, true, by: The.School).Refused.Should().Be(RefusalCode.RoleNotAllowed);
        life.DecideExtension(1, true).Clock(1, DeadlineKind.Rectify).Should().Be("2026-05-02");
        life.AskExtension(1, 5).Refused.Should().Be(RefusalCode.ExtensionUsed);
        life.At("2026-05-02 23:59:59.999").Happened<MeasureServed>().Should().BeEmpty();
        life.At("2026-05-03").Clock(1, DeadlineKind.Rectify).Should().Be("2026-05-02!");
    }

    [Fact]
    public void Extension_Refused_TakesAReasonAndMayBeAskedAgain()
    {
        var life = Life.Until(IssueState.Rectifying).At("2026-04-10 10:00").AskExtension(1, 5);
        life.DecideExtension(1, false).Refused.Should().Be(RefusalCode.FieldRequired);
        life.DecideExtension(1, false, "理由不充分").Clock(1, DeadlineKind.Rectify).Should().Be("2026-04-17");
        life.DecideExtension(1, true).Refused.Should().Be(RefusalCode.NoExtensionAsked);
        life.AskExtension(1, 3).DecideExtension(1, true).Clock(1, DeadlineKind.Rectify).Should().Be("2026-04-20");
    }

    [Fact]
    public void Extension_GrantedAfterTheDueDay_CountsFromIt()
    {
        var life = Life.Until(IssueState.Rectifying).At("2026-04-16 10:00").AskExtension(1, 10).At("2026-04-20 09:00");
        life.State.Issue(1)!.IsOverdue.Should().BeTrue();
        life.DecideExtension(1, true).Clock(1, DeadlineKind.Rectify).Should().Be("2026-04-27");
    }

    [Fact]
    public void Extension_NotDecidedBeforeTheReport_IsForgotten() =>
        Life.Until(IssueState.Rectifying)
            .AskExtension(1, 5)
            .ReportRectified(1)
            .Rework(1)
            .DecideExtension(1, true)
            .Refused.Should()
            .Be(RefusalCode.NoExtensionAsked);

    private static DateOnly Verified(UnitState state, Guid operation, DateTimeOffset now)
    {
        var decision = UnitDecisions.Decide(state, new VerifyIssue(1, "属实", []), new(The.Clerk, operation, now, new(A.Zhejiang)));
        return ((Decision<UnitEvent>.Accepted)decision)
            .Facts.Select(fact => fact.Event)
            .OfType<IssueVerified>()
            .Single()
            .Deadlines.Of(DeadlineKind.LookBackDay)!
            .Due;
    }
}
