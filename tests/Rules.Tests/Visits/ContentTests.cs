namespace Supervision.Rules.Tests.Visits;

/// <summary>What a visit has to bring (5.3, L78), and what its findings become.</summary>
public class ContentTests
{
    private static Life School() => A.VisitedSchool().At("2026-04-02 10:00");

    private static FilledChecklist Form(params ReadOnlySpan<(int Item, ItemAnswer Answer, ItemDisposition? Disposition)> answers)
    {
        var form = Supervision
            .Rules.Catalogues.Checklists.Find("school-1")!
            .ApplicableTo("primary", Civil.Day("2026-04-02"))
            .Where(item => item.Kind == ItemKind.Normal)
            .ToDictionary(item => item.No, item => new ChecklistAnswer(item.No, ItemAnswer.Conforms, null, null, null, []));
        foreach (var (item, answer, disposition) in answers)
            form[item] = new(item, answer, disposition, null, null, []);
        return new("school-1", [.. form.Values]);
    }

    [Fact]
    public void Remark_OnAnOpenIssue_IsOwedByEveryVisit()
    {
        var life = School().Find("S-HW-04").At("2026-04-09 10:00");
        life.VisitWith(null).Refused.Should().Be(RefusalCode.RemarkMissing);
        life.VisitWith(life.Content() with { Remarks = [] }).Refused.Should().Be(RefusalCode.RemarkMissing);
        life.VisitWith(life.Content() with { Remarks = default }).Refused.Should().Be(RefusalCode.RemarkMissing);
        life.VisitWith(life.Content()).Refused.Should().BeNull();
        life.Happened<VisitAccepted>().Last().Visit.Content!.Remarks.Should().ContainSingle().Which.Issue.Should().Be(1);
    }

    public static TheoryData<RefusalCode, IssueRemark[]> Remarks() =>
        new()
        {
            { RefusalCode.RemarkOfNoOpenIssue, [new(1, RemarkFinding.Rectified, "已整改"), new(2, RemarkFinding.Rectified, "已整改")] },
            { RefusalCode.RemarkOfNoOpenIssue, [new(1, RemarkFinding.Rectified, "已整改"), new(0, RemarkFinding.Rectified, "已整改")] },
            { RefusalCode.RemarkOfNoOpenIssue, [new(1, RemarkFinding.Rectified, "已整改"), new(1, RemarkFinding.InProgress, "整改中")] },
            { RefusalCode.RemarkOfNoOpenIssue, [null!] },
            { RefusalCode.FieldInvalid, [new(1, RemarkFinding.None, "已整改")] },
            { RefusalCode.FieldInvalid, [new(1, (RemarkFinding)9, "已整改")] },
            { RefusalCode.FieldRequired, [new(1, RemarkFinding.Rectified, " ")] },
            { RefusalCode.FieldInvalid, [new(1, RemarkFinding.Rectified, new('字', 501))] },
        };

    [Theory]
    [MemberData(nameof(Remarks))]
    public void Remarks_AgainstARule_AreRefused(RefusalCode code, IssueRemark[] remarks)
    {
        var life = School().Find("S-HW-04").At("2026-04-09 10:00");
        life.VisitWith(life.Content() with { Remarks = [.. remarks] }).Refused.Should().Be(code);
    }

    [Fact]
    public void Remark_OnAnIssueClosedMeanwhile_IsNoFault_AndOneFoundLaterIsNotAsked()
    {
        var life = School().Find("S-HW-04").At("2026-04-09 09:00").Withdraw(1).At("2026-04-09 10:00");
        life.VisitWith(life.Content() with { Remarks = [new(1, RemarkFinding.Rectified, "已整改")] }).Refused.Should().BeNull();
        var offline = School().At("2026-04-09 10:00");
        var visit = offline.VisitNow(null);
        offline
            .At("2026-04-09 11:00")
            .OpenFrom(IssueOrigin.Complaint, "S-HW-05")
            .By(The.Inspector)
            .Do(new RecordVisit(visit))
            .Refused.Should()
            .BeNull();
    }

    [Fact]
    public void NonConformity_WithADisposition_NeedsItsFinding()
    {
        var life = School();
        var broken = Form((4, ItemAnswer.DoesNotConform, ItemDisposition.Notice));
        life.VisitWith(life.Content() with { Checklist = broken }).Refused.Should().Be(RefusalCode.FindingMissing);
        life.VisitWith(life.Content(Life.Finding("S-HW-05")) with { Checklist = broken }).Refused.Should().Be(RefusalCode.FindingMissing);
        life.VisitWith(life.Content(Life.Finding("S-HW-04")) with { Checklist = broken }).Refused.Should().BeNull();
        School()
            .VisitWith(life.Content() with { Remarks = [], Checklist = Form((4, ItemAnswer.DoesNotConform, ItemDisposition.RecordOnly)) })
            .Refused.Should()
            .BeNull();
    }

    [Fact]
    public void Checklist_WithAFault_RefusesTheVisit()
    {
        var life = School();
        life.VisitWith(life.Content() with { Checklist = new("school-1", default) }).Refused.Should().Be(RefusalCode.ChecklistItemMissing);
        life.VisitWith(life.Content() with { Checklist = new("institution-1", []) }).Refused.Should().Be(RefusalCode.ChecklistUnknown);
        life.VisitWith(life.Content() with { Checklist = Form((4, ItemAnswer.MostlyConforms, null)) })
            .Refused.Should()
            .Be(RefusalCode.ChecklistAnswerInvalid);
        life.VisitWith(life.Content() with { Checklist = Form() }).Refused.Should().BeNull();
    }

    public static TheoryData<RefusalCode, Func<VisitContent, VisitContent>> Faults() =>
        new()
        {
            { RefusalCode.FieldInvalid, content => content with { Slot = (VisitSlot)9 } },
            { RefusalCode.FieldInvalid, content => content with { Companions = [.. Enumerable.Repeat("章督学", 11)] } },
            { RefusalCode.FieldInvalid, content => content with { Companions = [" "] } },
            { RefusalCode.FieldInvalid, content => content with { Companions = [new('名', 41)] } },
            { RefusalCode.FieldInvalid, content => content with { Highlights = new('字', 2_001) } },
            { RefusalCode.FieldInvalid, content => content with { Advice = new('字', 2_001) } },
            { RefusalCode.ContentInvalid, content => content with { Findings = [.. Enumerable.Repeat(Life.Finding("S-HW-04"), 21)] } },
            { RefusalCode.ContentInvalid, content => content with { Findings = [null!] } },
            { RefusalCode.CategoryOfOtherKind, content => content with { Findings = [Life.Finding("T-FEE-01")] } },
            { RefusalCode.SeverityTooLow, content => content with { Findings = [Life.Finding("S-HW-04", Severity.Minor)] } },
            { RefusalCode.ContentInvalid, content => content with { Presence = new(90.1, 120, 5, false) } },
            { RefusalCode.ContentInvalid, content => content with { Presence = new(30, double.NaN, 5, false) } },
            { RefusalCode.ContentInvalid, content => content with { Presence = new(30, 120, -1, false) } },
            { RefusalCode.EvidenceInvalid, content => content with { Evidence = [new('A', 64)] } },
            { RefusalCode.EvidenceInvalid, content => content with { Evidence = [null!] } },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Content_AgainstARule_IsRefused(RefusalCode code, Func<VisitContent, VisitContent> change)
    {
        var life = School();
        life.VisitWith(change(life.Content())).Refused.Should().Be(code);
        life.State.Issues.Should().BeEmpty();
    }

    [Fact]
    public void Content_WithNothingInIt_IsKeptWithEmptyLists()
    {
        var life = School();
        life.VisitWith(
                new(
                    VisitSlot.None,
                    default,
                    false,
                    null,
                    null,
                    Form() with
                    { },
                    default,
                    [Life.Finding("S-HW-04") with { Evidence = default }],
                    default,
                    null,
                    null,
                    null
                )
            )
            .Refused.Should()
            .BeNull();
        var kept = life.Happened<VisitAccepted>().Last();
        A.Json<UnitEvent>(RulesJson.Read<UnitEvent>(RulesJson.Write<UnitEvent>(kept))).Should().Be(A.Json<UnitEvent>(kept));
    }

    [Theory]
    [InlineData(VisitKind.Regular, IssueOrigin.Visit)]
    [InlineData(VisitKind.Covert, IssueOrigin.Visit)]
    [InlineData(VisitKind.LookBack, IssueOrigin.Visit)]
    [InlineData(VisitKind.Central, IssueOrigin.CentralRound)]
    public void Finding_OfAVisit_BecomesAnIssueOfItsOrigin(VisitKind kind, IssueOrigin origin)
    {
        var life = School().Find("S-HW-04", kind: kind);
        var issue = life.State.Issues.Should().ContainSingle().Subject;
        (issue.Origin, issue.FoundBy, issue.FoundAt, issue.Tags, issue.Severity)
            .Should()
            .Be((origin, A.Inspector, life.Now, IssueTags.Key, Severity.General));
        life.Happened<IssueOpened>().Single().Visit.Should().Be(life.Happened<VisitAccepted>().Last().Visit.Id);
    }

    [Fact]
    public void Findings_OfOneVisit_AreNumberedInOrderWithTheirPaths()
    {
        var life = School();
        life.VisitWith(
            life.Content(
                Life.Finding("S-HW-01"),
                Life.Finding("S-TE-01"),
                Life.Finding("S-HW-04", Severity.Complex),
                Life.Finding("S-HW-04")
            )
        );
        life.State.Issues.Select(issue => (issue.No, issue.Severity, issue.State))
            .Should()
            .Equal(
                (1, Severity.Minor, IssueState.Rectifying),
                (2, Severity.Serious, IssueState.Found),
                (3, Severity.Complex, IssueState.Notified),
                (4, Severity.General, IssueState.Notified)
            );
        life.State.Referrals.Should().ContainSingle().Which.Issue.Should().Be(3);
        life.State.LastIssue.Should().Be(4);
    }

    [Fact]
    public void Finding_OfAVisitUploadedLater_StartsItsClocksWhenTheUnitIsTold()
    {
        var life = School();
        var visit = life.VisitNow(life.Content(Life.Finding("S-HW-04")));
        life.At("2026-04-08 10:00").By(The.Inspector).Do(new RecordVisit(visit));
        life.State.Issue(1)!.FoundAt.Should().Be(Civil.At("2026-04-02 10:00"));
        life.Clock(1, DeadlineKind.Rectify).Should().Be("2026-04-23");
    }
}
