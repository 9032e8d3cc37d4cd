using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Api;

/// <summary>What visits, issues and measures may be refused with, in the order a case meets it: status, code, field.</summary>
public sealed class CaseRefusalTests(Springs springs)
{
    private const string School = "/api/v1/units/school/2133901758";
    private const string Institution = "/api/v1/units/institution/PX-330502-0005";

    public static readonly RefusalCode[] OfIssues =
    [
        RefusalCode.VisitNotFlagged,
        RefusalCode.PlanUnknown,
        RefusalCode.PlanDayInvalid,
        RefusalCode.TooManyPlans,
        RefusalCode.RemarkMissing,
        RefusalCode.RemarkOfNoOpenIssue,
        RefusalCode.FindingMissing,
        RefusalCode.ContentInvalid,
        RefusalCode.IssueUnknown,
        RefusalCode.IssueStateConflict,
        RefusalCode.CategoryUnknown,
        RefusalCode.CategoryOfOtherKind,
        RefusalCode.SeverityTooLow,
        RefusalCode.DepartmentMissing,
        RefusalCode.DocumentMissing,
        RefusalCode.VerifierIsReporter,
        RefusalCode.LookBackTooEarly,
        RefusalCode.ExtensionUsed,
        RefusalCode.ExtensionTooLong,
        RefusalCode.NoExtensionAsked,
        RefusalCode.OriginInvalid,
        RefusalCode.ReferralUnknown,
        RefusalCode.NotMajor,
        RefusalCode.NotInterim,
        RefusalCode.EvidenceInvalid,
        RefusalCode.ChecklistUnknown,
        RefusalCode.ChecklistItemUnknown,
        RefusalCode.ChecklistItemMissing,
        RefusalCode.ChecklistItemTwice,
        RefusalCode.ChecklistAnswerInvalid,
        RefusalCode.DispositionMissing,
        RefusalCode.EvidenceHashInvalid,
    ];

    public static readonly RefusalCode[] OfMeasures =
    [
        RefusalCode.MeasureUnknown,
        RefusalCode.MeasureStateConflict,
        RefusalCode.DeciderTooLow,
        RefusalCode.DeciderIsProposer,
        RefusalCode.FormInvalid,
        RefusalCode.RungNotAllowed,
        RefusalCode.ProposalOpen,
        RefusalCode.RungReached,
        RefusalCode.InterviewNotHeld,
        RefusalCode.CommitmentDateInvalid,
        RefusalCode.HeldOnInvalid,
        RefusalCode.PeriodExtensionUsed,
        RefusalCode.DelistingNotReady,
        RefusalCode.DelistingNotAsked,
        RefusalCode.NotPublished,
        RefusalCode.RemedyStepInvalid,
        RefusalCode.RuleNotByHand,
        RefusalCode.AlreadyRecorded,
        RefusalCode.RoundInvalid,
        RefusalCode.SelfCheckNotAsked,
        RefusalCode.ComplaintInvalid,
    ];

    private readonly HashSet<string> _met = [];

    [Fact]
    public async Task Issues_EveryRefusal_HasItsStatusCodeAndField()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var director = await Person.ByToken(spring.Gateway, "director-330502");
        var county = spring.County;

        await Refused(county, $"{School}/visits/{Guid.NewGuid()}/confirm", new { reason = "属实" }, 409, "visit-not-flagged", "visitId");
        await Refused(county, $"{School}/visits/{Guid.NewGuid()}/void", new { reason = "不实" }, 409, "visit-not-flagged", "visitId");
        await Refused(county, $"{School}/plans/{Guid.NewGuid()}/drop", new { reason = "改期" }, 404, "plan-unknown", "plan");
        await Refused(county, $"{School}/plans", new { inspector = Spring.Inspector, day = "2026-04-09" }, 422, "plan-day-invalid", "day");
        for (var i = 0; i < 16; i++)
            await Done(
                county,
                $"{School}/plans",
                new
                {
                    inspector = Spring.Inspector,
                    day = "2026-05-06",
                    slot = "Morning",
                    kind = "Covert",
                    unannounced = true,
                }
            );
        await Refused(county, $"{School}/plans", new { inspector = Spring.Inspector, day = "2026-05-06" }, 409, "too-many-plans", "plan");

        await Refused(
            county,
            $"{School}/visits",
            Visiting(new { id = "school-9", answers = Array.Empty<int>() }),
            422,
            "checklist-unknown",
            "checklist.id"
        );
        await Refused(
            county,
            $"{School}/visits",
            Visiting(new { id = "school-1", answers = Array.Empty<int>() }),
            422,
            "checklist-item-missing",
            "checklist.answers"
        );
        await Refused(county, $"{School}/visits", Visiting(Filled(Line(999))), 422, "checklist-item-unknown", "checklist.answers[0].item");
        await Refused(
            county,
            $"{School}/visits",
            Visiting(Filled(Line(1), Line(1))),
            422,
            "checklist-item-twice",
            "checklist.answers[1].item"
        );
        await Refused(
            county,
            $"{School}/visits",
            Visiting(Filled(Line(1, "None"))),
            422,
            "checklist-answer-invalid",
            "checklist.answers[0].answer"
        );
        await Refused(
            county,
            $"{School}/visits",
            Visiting(Filled(Line(1, "DoesNotConform"))),
            422,
            "disposition-missing",
            "checklist.answers[0].disposition"
        );
        await Refused(
            county,
            $"{School}/visits",
            Visiting(
                Filled(
                    new
                    {
                        item = 1,
                        answer = "Conforms",
                        evidence = new[] { "x" },
                    }
                )
            ),
            422,
            "evidence-hash-invalid",
            "checklist.answers[0].evidence"
        );
        await Refused(county, $"{School}/visits", Visiting(Whole(4)), 422, "finding-missing", "content.findings");
        await Refused(
            county,
            $"{School}/visits",
            Visiting(
                presence: new
                {
                    latitude = 91,
                    longitude = 120,
                    accuracyMetres = 5,
                }
            ),
            422,
            "content-invalid",
            "presence"
        );
        await Refused(
            county,
            $"{School}/visits",
            Visiting(
                remarks:
                [
                    new
                    {
                        issue = 7,
                        finding = "Rectified",
                        text = "已改",
                    },
                ]
            ),
            422,
            "remark-of-no-open-issue",
            "content.remarks"
        );
        await Refused(county, $"{School}/visits", Visiting(findings: [Found("S-XX-99")]), 422, "category-unknown", "category");
        await Refused(county, $"{School}/visits", Visiting(findings: [Found("T-TIM-01")]), 422, "category-of-other-kind", "category");
        await Refused(county, $"{School}/visits", Visiting(findings: [Found("S-HW-04", "Minor")]), 422, "severity-too-low", "severity");
        await Refused(
            county,
            $"{School}/visits",
            Visiting(findings: [Found("S-AS-01", "Complex")]),
            422,
            "department-missing",
            "department"
        );
        await Done(county, $"{School}/visits", Visiting(findings: [Found("S-HW-04"), Found("S-EX-02"), Found("S-EX-01")]));
        await Refused(
            county,
            $"{School}/visits",
            Visiting(start: "2026-04-10 10:00:30", end: "2026-04-10 10:01:30"),
            422,
            "remark-missing",
            "content.remarks"
        );

        await Refused(
            county,
            $"{School}/issues",
            new
            {
                origin = "Visit",
                category = "S-HW-04",
                description = "x",
            },
            422,
            "origin-invalid",
            "origin"
        );
        await Refused(
            county,
            $"{School}/issues",
            new
            {
                origin = "Complaint",
                category = "S-HW-04",
                description = "x",
            },
            422,
            "document-missing",
            "document"
        );
        await Refused(
            county,
            $"{School}/issues",
            new
            {
                origin = "Complaint",
                category = "S-HW-04",
                description = "x",
                document = "x",
                evidence = new[] { "x" },
            },
            422,
            "evidence-invalid",
            "evidence"
        );
        await Refused(county, $"{School}/issues/99/confirm", new { remark = "x" }, 404, "issue-unknown", "issue");
        await Refused(county, $"{School}/issues/1/confirm", new { remark = "x" }, 409, "issue-state-conflict", "issue");
        await Refused(county, $"{School}/issues/1/containment", new { text = "x" }, 409, "not-interim", "issue");
        await Refused(county, $"{School}/issues/1/major", new { department = "市场监管局", document = "x" }, 422, "not-major", "issue");
        await Refused(county, $"{School}/referrals/9/answer", new { answer = "x", document = "x" }, 404, "referral-unknown", "referral");
        await Refused(county, $"{School}/issues/1/extension-request", new { days = 0, reason = "x" }, 422, "extension-too-long", "days");
        await Refused(county, $"{School}/issues/1/extension", new { grant = true }, 409, "no-extension-asked", "issue");
        await Done(county, $"{School}/issues/1/extension-request", new { days = 3, reason = "设备采购周期" });
        await Done(county, $"{School}/issues/1/extension", new { grant = true });
        await Refused(county, $"{School}/issues/1/extension-request", new { days = 3, reason = "x" }, 409, "extension-used", null);
        await Done(county, $"{School}/issues/3/rectification", new { text = "已整改", document = "整改报告" });
        await Refused(county, $"{School}/issues/3/verification", new { remark = "x" }, 403, "verifier-is-reporter", null);
        await Done(director, $"{School}/issues/3/verification", new { remark = "现场核查属实" });
        await Refused(county, $"{School}/issues/3/look-back-pass", new { remark = "x" }, 422, "look-back-too-early", null);

        _met.Should().BeEquivalentTo(OfIssues.Select(JsonNaming.Kebab));
    }

    [Fact]
    public async Task Measures_EveryRefusal_HasItsStatusCodeAndField()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var director = await Person.ByToken(spring.Gateway, "director-330502");
        using var office = await Person.ByToken(spring.Gateway, "committee-office-330502");
        using var committee = await Person.ByToken(spring.Gateway, "committee-330502");
        var county = spring.County;

        await Done(
            county,
            $"{Institution}/issues",
            new
            {
                origin = "Platform",
                category = "T-TIM-01",
                description = "超时培训",
                document = "平台预警单",
            }
        );
        await Refused(
            county,
            $"{Institution}/measures/9/decision",
            new { form = "Written", remark = "x" },
            404,
            "measure-unknown",
            "measure"
        );
        await Refused(county, $"{Institution}/measures", Proposal("Circular", "LR-05"), 422, "rule-not-by-hand", "rule");
        await Refused(director, $"{Institution}/measures", Proposal("Exposure", "LR-14"), 422, "rung-not-allowed", "rule");
        await Done(county, $"{Institution}/measures", Proposal("Circular"));
        await Refused(county, $"{Institution}/measures", Proposal("Circular"), 409, "proposal-open", "rung");
        await Refused(county, $"{Institution}/measures/1/service", new { }, 409, "measure-state-conflict", "measure");
        await Refused(county, $"{Institution}/measures/1/decision", new { form = "Plaque", remark = "x" }, 422, "form-invalid", "form");
        await Done(county, $"{Institution}/measures/1/decision", new { form = "Written", remark = "同意" });
        await Done(county, $"{Institution}/measures/1/service", new { });
        await Refused(county, $"{Institution}/measures", Proposal("Circular"), 409, "rung-reached", "rung");

        await Done(county, $"{Institution}/measures", Proposal("Interview"));
        await Refused(county, $"{Institution}/measures/2/decision", new { remark = "x" }, 403, "decider-too-low", null);
        await Done(director, $"{Institution}/measures/2/decision", new { remark = "同意" });
        await Done(county, $"{Institution}/measures/2/service", new { });
        await Refused(
            county,
            $"{Institution}/measures/2/commitment",
            new { committed = "2026-05-10", attachments = Papers("InterviewMinutes", "Commitment") },
            409,
            "interview-not-held",
            "measure"
        );
        await Refused(
            county,
            $"{Institution}/measures/2/interview",
            new { heldOn = "2026-04-09", present = "x" },
            422,
            "held-on-invalid",
            "heldOn"
        );
        await Done(county, $"{Institution}/measures/2/interview", new { heldOn = "2026-04-10", present = "负责人" });
        await Refused(
            county,
            $"{Institution}/measures/2/interview",
            new { heldOn = "2026-04-10", present = "x" },
            409,
            "already-recorded",
            "measure"
        );
        await Refused(
            county,
            $"{Institution}/measures/2/commitment",
            new { committed = "2026-04-10", attachments = Papers("InterviewMinutes", "Commitment") },
            422,
            "commitment-date-invalid",
            "committed"
        );

        await Done(office, $"{Institution}/measures", Proposal("KeySupervision"));
        await Refused(
            office,
            $"{Institution}/measures/3/decision",
            new { form = "Plaque", remark = "x" },
            403,
            "decider-is-proposer",
            null
        );
        await Done(committee, $"{Institution}/measures/3/decision", new { form = "Plaque", remark = "同意" });
        await Done(county, $"{Institution}/measures/3/service", new { attachments = Papers("RectificationPlan") });
        await Refused(county, $"{Institution}/measures/3/delisting-application", new { text = "x" }, 409, "delisting-not-ready", "measure");
        await Refused(
            committee,
            $"{Institution}/measures/3/delisting-decision",
            new { accept = true, remark = "x" },
            409,
            "delisting-not-asked",
            "measure"
        );
        await Done(committee, $"{Institution}/measures/3/period-extension", new { reason = "整改涉及搬迁" });
        await Refused(
            committee,
            $"{Institution}/measures/3/period-extension",
            new { reason = "x" },
            409,
            "period-extension-used",
            "measure"
        );

        await Done(county, $"{Institution}/measures", Proposal("Exposure"));
        await Done(committee, $"{Institution}/measures/4/decision", new { remark = "同意" });
        await Done(county, $"{Institution}/measures/4/service", new { attachments = Papers("ExposureText", "ChannelList") });
        await Refused(county, $"{Institution}/measures/4/publication-annotation", new { result = "x" }, 409, "not-published", "measure");

        await Done(county, $"{Institution}/measures", Proposal("Accountability"));
        await Done(
            committee,
            $"{Institution}/measures/5/decision",
            new { remark = "同意", attachments = Papers("InvestigationReport", "PriorNotice", "DefenceRecord", "CommitteeRecord") }
        );
        await Done(county, $"{Institution}/measures/5/service", new { attachments = Papers("ServiceReceipt") });
        await Refused(
            county,
            $"{Institution}/measures/5/appeal-step",
            new { step = "Corrected", document = "x" },
            409,
            "remedy-step-invalid",
            "step"
        );

        await Refused(
            county,
            $"{Institution}/self-checks",
            new { round = "2026", windowFrom = "2026-06-01" },
            422,
            "round-invalid",
            "round"
        );
        await Refused(
            county,
            $"{Institution}/self-checks/2026Q2",
            new
            {
                work = "x",
                highlights = "x",
                problems = "x",
                next = "x",
                checklist = new { id = "x" },
            },
            409,
            "self-check-not-asked",
            "round"
        );
        await Refused(
            county,
            $"{Institution}/complaint-count",
            new
            {
                id = "1",
                receivedAt = At("2026-04-09 10:00"),
                group = "S-HW",
                outcome = "Open",
                document = "x",
                evidence = new[] { await county.Scan(Institution) },
            },
            422,
            "complaint-invalid",
            "group"
        );

        _met.Should().BeEquivalentTo(OfMeasures.Select(JsonNaming.Kebab));
    }

    private async Task Refused(Person person, string path, object body, int status, string code, string? field)
    {
        var tried = await person.Raw(
            $"{path}?preview=true",
            System.Text.Encoding.UTF8.GetBytes(System.Text.Json.JsonSerializer.Serialize(body, Answer.Json)),
            null
        );
        var answer = await person.Command(path, body);
        answer.ShouldRefuse(status, code, field);
        (tried.Status, tried.Body).Should().Be((answer.Status, answer.Body), "a preview refuses what the command refuses");
        _met.Add(code);
    }

    private static async Task Done(Person person, string path, object body) =>
        (await person.Command(path, body)).As<Reply>().Changed.Should().BeTrue();

    private static object Proposal(string rung, string? rule = null) =>
        new
        {
            rung,
            rule,
            issues = new[] { 1 },
            reason = "整改不力",
        };

    private static object[] Papers(params string[] kinds) => [.. kinds.Select(kind => new { kind, title = "材料" })];

    private static object Found(string category, string severity = "None") =>
        new
        {
            category,
            severity,
            description = "现场发现",
        };

    private static object Line(int item, string answer = "Conforms", string? disposition = null) =>
        new
        {
            item,
            answer,
            disposition,
        };

    private static object Filled(params object[] answers) => new { id = "school-1", answers };

    /// <summary>Everything conforms but one item, about which a notice is to go out.</summary>
    private static object Whole(int broken) =>
        Filled([
            .. Checklists
                .Find("school-1")!
                .ApplicableTo("primary", new(2026, 4, 9))
                .Where(item => item.Kind == ItemKind.Normal)
                .Select(item => item.No == broken ? Line(item.No, "DoesNotConform", "Notice") : Line(item.No)),
        ]);

    private static object Visiting(
        object? checklist = null,
        object? presence = null,
        object[]? remarks = null,
        object[]? findings = null,
        string start = "2026-04-09 14:00",
        string end = "2026-04-09 15:00"
    ) =>
        new
        {
            inspector = Spring.Inspector,
            kind = "Regular",
            startedAt = At(start),
            endedAt = At(end),
            methods = new[] { new { method = "SiteInspection", count = 1 } },
            checklist,
            presence,
            remarks,
            findings,
        };
}
