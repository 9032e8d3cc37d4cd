namespace Supervision.Rules.Tests.Issues;

/// <summary>The four paths of 5.4, and how an issue may begin.</summary>
public class SeverityTests
{
    private static Life School() => A.VisitedSchool().At("2026-04-02 10:00");

    [Fact]
    public void Minor_Found_IsFedBackOnTheSpotAndClosedWhenVerified()
    {
        var life = School().Find("S-HW-01");
        (life.StateOf(1), life.Clocks(1)).Should().Be((IssueState.Rectifying, "Rectify 2026-04-09"));
        life.Acknowledge(1).Refused.Should().Be(RefusalCode.IssueStateConflict);
        life.ReportRectified(1).Verify(1).Refused.Should().BeNull();
        life.StateOf(1).Should().BeNull();
        life.Happened<IssueArchived>().Should().ContainSingle();
        life.Happened<IssueVerified>().Single().Deadlines.Should().BeEmpty();
    }

    [Fact]
    public void Minor_Overdue_IsNoGroundForACircular() =>
        School().Find("S-HW-01").At("2026-05-30").Happened<MeasureProposed>().Should().BeEmpty();

    [Fact]
    public void General_Found_GetsANotice()
    {
        var life = School().Find("S-HW-04");
        (life.StateOf(1), life.Clocks(1))
            .Should()
            .Be((IssueState.Notified, "Acknowledge 2026-04-07, Silence 2026-04-10, Rectify 2026-04-17"));
    }

    [Fact]
    public void Serious_Found_WaitsForTheCounty_ThenIsNotifiedWithAnInterimReport()
    {
        var life = School().Find("S-TE-01");
        life.StateOf(1).Should().Be(IssueState.Found);
        life.Happened<IssueNotified>().Should().BeEmpty();
        life.ConfirmSerious(1, The.Inspector).Refused.Should().Be(RefusalCode.RoleNotAllowed);
        life.ConfirmSerious(1).Clocks(1).Should().Be("Acknowledge 2026-04-03, Silence 2026-04-10, Contain 2026-04-05, Rectify 2026-04-17");
    }

    [Fact]
    public void Complex_Found_IsConsultedAndReferred()
    {
        var life = School().Find("S-HW-04", Severity.Complex);
        life.Clocks(1).Should().Be("Acknowledge 2026-04-07, Silence 2026-04-10, Rectify 2026-05-02");
        var referral = life.State.Referrals.Should().ContainSingle().Subject;
        (referral.No, referral.Issue, referral.Department, referral.Deadlines.Single().Due)
            .Should()
            .Be((1, 1, "市场监管局", Civil.Day("2026-05-02")));
        life.AnswerReferral(1).Refused.Should().BeNull();
        life.State.Referrals.Should().BeEmpty();
        life.StateOf(1).Should().Be(IssueState.Notified);
        life.AnswerReferral(1).Refused.Should().Be(RefusalCode.ReferralUnknown);
    }

    [Fact]
    public void Transferred_Issue_IsClosed_AndTheReplyIsStillTracked()
    {
        var life = Life.Until(IssueState.Transferred);
        life.State.Issues.Should().BeEmpty();
        life.State.Referrals.Should().ContainSingle();
        life.At("2026-05-03").State.Referrals.Single().Deadlines.HasPassed(DeadlineKind.Reply).Should().BeTrue();
        life.AnswerReferral(1).State.Referrals.Should().BeEmpty();
    }

    [Fact]
    public void Withdrawn_Issue_TakesACountyReasonAndPaper()
    {
        var life = School().Find("S-HW-04");
        life.Withdraw(1, The.School).Refused.Should().Be(RefusalCode.RoleNotAllowed);
        life.Withdraw(1, The.Inspector).Refused.Should().Be(RefusalCode.RoleNotAllowed);
        life.By(The.Clerk).Do(new WithdrawIssue(1, " ", "文")).Refused.Should().Be(RefusalCode.FieldRequired);
        life.Do(new WithdrawIssue(1, "重复", "")).Refused.Should().Be(RefusalCode.FieldRequired);
        life.Withdraw(1).StateOf(1).Should().BeNull();
        life.Happened<IssueWithdrawn>().Single().Should().Be(new IssueWithdrawn(1, The.Clerk.Name, "重复登记", "德教督〔2026〕15号"));
    }

    [Theory]
    [InlineData("S-HW-01")]
    [InlineData("S-HW-04")]
    [InlineData("S-TE-01")]
    public void SelfFound_OfAnySeverity_HasThirtyDaysAndNoNotice(string category)
    {
        var life = School().OpenFrom(IssueOrigin.SelfCheck, category);
        (life.StateOf(1), life.Clocks(1)).Should().Be((IssueState.Rectifying, "Rectify 2026-05-02"));
        life.State.Issue(1)!.SelfFound.Should().BeTrue();
        life.At("2026-05-02 23:59:59.999").Happened<MeasureProposed>().Should().BeEmpty();
    }

    [Fact]
    public void Serious_FoundByTheUnit_IsNoProminentIssue()
    {
        School().OpenFrom(IssueOrigin.SelfCheck, "S-TE-01").Happened<MeasureProposed>().Should().BeEmpty();
        School()
            .OpenFrom(IssueOrigin.Complaint, "S-TE-01")
            .ConfirmSerious(1)
            .Happened<MeasureProposed>()
            .Should()
            .ContainSingle()
            .Which.Rule.Should()
            .Be("LR-06");
    }

    [Theory]
    [InlineData(IssueOrigin.CentralRound)]
    [InlineData(IssueOrigin.Complaint)]
    [InlineData(IssueOrigin.Platform)]
    [InlineData(IssueOrigin.Referral)]
    public void Opened_WithoutAVisit_TakesTheCountyAndAPaper(IssueOrigin origin)
    {
        School().OpenFrom(origin, "S-HW-04", by: The.School).Refused.Should().Be(RefusalCode.RoleNotAllowed);
        var life = School().OpenFrom(origin, "S-HW-04");
        (life.State.Issue(1)!.Origin, life.StateOf(1)).Should().Be((origin, IssueState.Notified));
        School()
            .By(The.Clerk)
            .Do(new OpenIssue(origin, "S-HW-04", Severity.None, "情况", IssueTags.None, null, [], null))
            .Refused.Should()
            .Be(RefusalCode.DocumentMissing);
    }

    public static TheoryData<RefusalCode, OpenIssue> Refusals()
    {
        var good = new OpenIssue(IssueOrigin.Complaint, "S-HW-04", Severity.None, "情况", IssueTags.Key, null, [], "交办单");
        return new()
        {
            { RefusalCode.OriginInvalid, good with { Origin = IssueOrigin.Visit } },
            { RefusalCode.OriginInvalid, good with { Origin = IssueOrigin.None } },
            { RefusalCode.OriginInvalid, good with { Origin = (IssueOrigin)99 } },
            { RefusalCode.CategoryUnknown, good with { Category = "S-HW-99" } },
            { RefusalCode.CategoryUnknown, good with { Category = null! } },
            { RefusalCode.CategoryOfOtherKind, good with { Category = "T-FEE-01" } },
            { RefusalCode.SeverityTooLow, good with { Severity = Severity.Minor } },
            { RefusalCode.SeverityTooLow, good with { Category = "S-TE-01", Severity = Severity.General } },
            { RefusalCode.FieldInvalid, good with { Severity = (Severity)9 } },
            { RefusalCode.FieldRequired, good with { Description = " " } },
            { RefusalCode.FieldInvalid, good with { Description = new('字', 501) } },
            { RefusalCode.FieldInvalid, good with { Tags = (IssueTags)8 } },
            { RefusalCode.FieldInvalid, good with { FoundOn = new(2099, 1, 1) } },
            { RefusalCode.FieldInvalid, good with { FoundOn = new(2020, 1, 1) } },
            { RefusalCode.DepartmentMissing, good with { Severity = Severity.Complex } },
            { RefusalCode.FieldInvalid, good with { Department = new('局', 101) } },
            { RefusalCode.EvidenceInvalid, good with { Evidence = ["ABC"] } },
            { RefusalCode.EvidenceInvalid, good with { Evidence = [.. Enumerable.Repeat(new string('a', 64), 21)] } },
            { RefusalCode.DocumentMissing, good with { Document = " " } },
            { RefusalCode.FieldInvalid, good with { Document = new('文', 201) } },
        };
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Opening_AgainstARule_IsRefused(RefusalCode code, OpenIssue command) =>
        School().By(The.Clerk).Do(command).Refused.Should().Be(code);

    [Fact]
    public void FoundBefore_ItWasOpened_IsKept_AndMovesNoClock()
    {
        var today = new OpenIssue(IssueOrigin.Complaint, "S-HW-04", Severity.None, "情况", IssueTags.None, null, [], "交办单");
        var at = School().By(The.Clerk).Do(today).State.Issue(1)!;
        var earlier = School().By(The.Clerk).Do(today with { FoundOn = new(2026, 3, 20) }).State.Issue(1)!;
        at.FoundDay.Should().Be(new(2026, 4, 2));
        earlier.Should().BeEquivalentTo(at with { FoundOn = new(2026, 3, 20) });
        earlier.FoundDay.Should().Be(new(2026, 3, 20));
        School()
            .By(The.Clerk)
            .Do(today with { FoundOn = new(2026, 4, 2) })
            .State.Issue(1)!
            .FoundOn.Should()
            .BeNull("that is the day it is opened on");
    }

    [Fact]
    public void Severity_RaisedByTheFinder_IsTaken_AndAPlainCategoryMayBeLowered()
    {
        School().Find("S-HW-01", Severity.General).State.Issue(1)!.Severity.Should().Be(Severity.General);
        School().Find("S-HW-03", Severity.Minor).State.Issue(1)!.Severity.Should().Be(Severity.Minor); // not prohibited
    }
}
