using System.Reflection;

namespace Supervision.Rules.Tests;

/// <summary>
/// Every command against every state by every role: accepted, or refused with a code, and never an exception. A refusal leaves
/// state, facts and alerts as they were.
/// </summary>
public class CommandTests
{
    private static readonly string Hash = new('a', 64);

    private static readonly ImmutableArray<Actor> Roles =
    [
        The.Inspector,
        The.OtherInspector,
        The.Clerk,
        The.OtherClerk,
        The.Director,
        The.CommitteeOffice,
        The.CommitteeDirector,
        The.School,
        The.Institution,
        The.Province,
        The.Administrator,
        The.System,
        new("外县督管员", ActorRole.CountyOffice, "330522", null),
        new("无角色", ActorRole.None, "", null),
    ];

    /// <summary>One row at least for every command; the second of each kind is as empty as the wire allows.</summary>
    private static IEnumerable<UnitCommand> Rows(Life life)
    {
        var profile = life.Profile;
        var visit = A.Visit(life.Now.AddHours(-1));
        var plan = new VisitPlan(
            new("7b6a3f1e-2c4d-4b8f-9f3e-6a5b4c3d2e10"),
            A.Inspector,
            CivilTime.DateOf(life.Now).AddDays(3),
            VisitSlot.Morning,
            VisitKind.Regular,
            true
        );
        var period = Period.MonthOf(CivilTime.DateOf(life.Now)).Previous;
        var today = CivilTime.DateOf(life.Now);
        var flagged = life.State.Flagged.FirstOrDefault()?.Id ?? Guid.Empty;
        ImmutableArray<Attachment> papers =
        [
            .. Enum.GetValues<DocumentKind>()
                .Where(kind => kind != DocumentKind.None)
                .Take(20)
                .Select(kind => new Attachment(kind, "附件", Hash)),
        ];
        ImmutableArray<Attachment> others =
        [
            .. Enum.GetValues<DocumentKind>().Where(kind => kind >= DocumentKind.OralRecord).Select(kind => new Attachment(kind, "附件")),
        ];
        var checklist = new FilledChecklist(
            "school-1",
            [
                .. Supervision
                    .Rules.Catalogues.Checklists.Find("school-1")!
                    .ApplicableTo("primary", today)
                    .Where(item => item.Kind == ItemKind.Normal)
                    .Select(item => new ChecklistAnswer(item.No, ItemAnswer.Conforms, null, null, null, default)),
            ]
        );
        return
        [
            new RegisterUnit(profile, null),
            new RegisterUnit(profile with { Status = UnitStatus.Suspended }, new(A.Other, today, null)),
            new RegisterUnit(profile, new("", default, default(DateOnly))),
            new AssignInspector(new(A.Other, today, null)),
            new AssignInspector(new("", default, null)),
            new DelegateDeputy(new(A.Other, today, today.AddDays(9))),
            new DelegateDeputy(new("", default, null)),
            new RecuseInspector(A.Inspector, "配偶在该校任教", "文"),
            new RecuseInspector("", "", ""),
            new LiftRecusal(A.Inspector, "已调离", "文"),
            new LiftRecusal("", "", ""),
            new RecuseInspector(A.Inspector, "配偶在该校任教", "文", today.AddDays(-60)),
            new RecuseInspector(A.Inspector, "配偶在该校任教", "文", today.AddDays(1)),
            new QuestionVisit(
                life.State.Visits.LastOrDefault() ?? new(visit.Id, A.Inspector, visit.StartedAt, visit.EndedAt, false),
                [new(plan.Id, "school/2133901747", "德清县另一小学", visit.StartedAt, visit.EndedAt, null, null, 120)]
            ),
            new QuestionVisit(null!, default),
            new RecordVisit(visit),
            new RecordVisit(visit with { Content = life.Content(Life.Finding("S-HW-04")) }, [VisitFlag.ImplausibleTravel]),
            new RecordVisit(
                visit with
                {
                    Content = life.Content(Life.Finding("S-TE-01"), Life.Finding("S-HW-04", Severity.Complex)) with
                    {
                        Companions = default,
                        Evidence = default,
                        Checklist = checklist,
                    },
                }
            ),
            new RecordVisit(
                new(
                    Guid.Empty,
                    "",
                    VisitKind.None,
                    default,
                    default,
                    default,
                    null,
                    new(VisitSlot.None, default, false, null, null, null, default, default, default, null, null, null)
                )
            ),
            new PlanVisit(plan),
            new PlanVisit(new(Guid.Empty, "", default, VisitSlot.None, VisitKind.None, false)),
            new DropPlan(plan.Id, "改期"),
            new DropPlan(Guid.Empty, ""),
            new ConfirmFlagged(flagged, "属实"),
            new ConfirmFlagged(flagged, ""),
            new VoidVisit(flagged, "不实"),
            new VoidVisit(Guid.Empty, ""),
            new ExcusePeriod(period, "台风停课", "文件"),
            new ExcusePeriod(default, "", ""),
            new ApproveLateVisit(period, null, "属实"),
            new ApproveLateVisit(default, Guid.Empty, ""),
            new OpenIssue(IssueOrigin.SelfCheck, "S-HW-04", Severity.None, "自查发现", IssueTags.None, null, [], "自查"),
            new OpenIssue(IssueOrigin.Complaint, "S-TE-01", Severity.None, "举报", IssueTags.Key, null, [], "交办单"),
            new OpenIssue(IssueOrigin.Platform, "S-HW-04", Severity.Complex, "平台", IssueTags.None, "基教科", default, "通知"),
            new OpenIssue(IssueOrigin.None, "", Severity.None, "", IssueTags.None, null, default, null),
            new ConfirmSerious(1, "属实"),
            new ConfirmSerious(1, ""),
            new AcknowledgeNotice(1, "回执"),
            new AcknowledgeNotice(1, null),
            new ReportContainment(1, "已停止", [Hash]),
            new ReportContainment(1, "", default),
            new SubmitRectification(1, "已整改", default, "报告"),
            new SubmitRectification(1, "", default, null),
            new FileReport(1, "齐全"),
            new FileReport(1, null),
            new VerifyIssue(1, "属实", default),
            new VerifyIssue(1, "", default),
            new ReturnForRework(1, "未到位"),
            new ReturnForRework(1, ""),
            new RequestExtension(1, 5, "家长会"),
            new RequestExtension(1, int.MaxValue, ""),
            new ExtendDue(1, true, null),
            new ExtendDue(1, false, null),
            new ExtendDue(1, false, "不充分"),
            new PassLookBack(1, "未再发生", default),
            new PassLookBack(1, "", default),
            new FailLookBack(1, "又出现", default),
            new FailLookBack(1, "", default),
            new TransferIssue(1, "市场监管局", "函"),
            new TransferIssue(1, "", ""),
            new AnswerReferral(1, "已办", null, "复函"),
            new AnswerReferral(1, "", "", ""),
            new WithdrawIssue(1, "重复", "文"),
            new WithdrawIssue(1, "", ""),
            new MarkHarm(1, HarmMark.StudentsHarmed, "文"),
            new MarkHarm(1, HarmMark.None, ""),
            new ConfirmMajor(1, "市场监管局", "认定函"),
            new ConfirmMajor(1, "", ""),
            .. Enum.GetValues<Rung>().Select(rung => new ProposeMeasure(rung, "manual", [1], "情况突出")),
            new ProposeMeasure(Rung.Exposure, "LR-14", [1], "不作为"),
            new ProposeMeasure(Rung.None, "", default, ""),
            .. Enum.GetValues<MeasureForm>()
                .SelectMany(form => new[] { new DecideMeasure(1, form, "同意", others), new DecideMeasure(1, form, "", default) }),
            new RejectMeasure(1, "不采纳"),
            new RejectMeasure(1, ""),
            new ServeMeasure(1, others),
            new ServeMeasure(1, papers),
            new ServeMeasure(1, default),
            new ServeMeasure(1, [null!]),
            new RecordInterview(1, today, "校长"),
            new RecordInterview(1, default, ""),
            new RecordCommitment(1, today.AddDays(20), others),
            new RecordCommitment(1, default, default),
            new RecordProgress(1, "进展", default),
            new RecordProgress(1, "", default),
            new ExtendPeriod(1, "未完工"),
            new ExtendPeriod(1, ""),
            new ApplyDelisting(1, "申请", default),
            new ApplyDelisting(1, "", default),
            new DecideDelisting(1, true, "同意"),
            new DecideDelisting(1, false, ""),
            new RecordPublication(1, ["https://www.example.gov.cn/1"]),
            new RecordPublication(1, default),
            new RecordPublication(1, [null!]),
            new AnnotatePublication(1, "已整改"),
            new AnnotatePublication(1, ""),
            .. Enum.GetValues<AppealStep>().Select(step => new RecordAppealStep(1, step, "文书")),
            new RecordAppealStep(1, AppealStep.None, ""),
            new RecordExecution(1, "执行", "回访"),
            new RecordExecution(1, "", ""),
            new NameUnit("330521:2026Q2", today, "季度通报", [Hash]),
            new NameUnit(""),
            new NameUnit("330521:2025Q4", today.AddDays(-90), "季度通报", [Hash]),
            new DecideEntry(1, true, "属实"),
            new DecideEntry(1, false, ""),
            new SetUpFactFinding(1, today, ["教督委办公室副主任", "督学-330521-02"], "成立文件", default),
            new SetUpFactFinding(1, default, default, "", default),
            new SetOpinionFlag(true, "论坛"),
            new SetOpinionFlag(false, ""),
            new CountComplaint(new("330521-2026-17", life.Now.AddDays(-1), "S-HW", null, ComplaintOutcome.Substantiated), "登记表", [Hash]),
            new CountComplaint(null!),
            new CountComplaint(new("", default, "", null, ComplaintOutcome.None)),
            new RequestSelfCheck("2026Q2", today.AddDays(20)),
            new RequestSelfCheck("", default),
            new SubmitSelfCheck("2026Q2", "工作", "亮点", "问题", "打算", checklist),
            new SubmitSelfCheck("", "", "", "", "", null!),
        ];
    }

    [Fact]
    public void Commands_All_HaveARow()
    {
        var commands = typeof(UnitCommand)
            .Assembly.GetTypes()
            .Where(type =>
                type.IsSubclassOf(typeof(UnitCommand)) && type.GetCustomAttribute<Orleans.GenerateSerializerAttribute>() is not null
            );
        Rows(A.VisitedSchool()).Select(row => row.GetType()).Distinct().Should().BeEquivalentTo(commands);
        typeof(UnitCommand)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(UnitCommand)))
            .Should()
            .OnlyContain(type => type.GetCustomAttribute<Orleans.GenerateSerializerAttribute>() != null);
    }

    [Theory]
    [MemberData(nameof(UnitStates.Names), MemberType = typeof(UnitStates))]
    public void Command_InAnyStateByAnyRole_IsAcceptedOrRefused_AndARefusalChangesNothing(string state)
    {
        var start = UnitStates.Told(state);
        var before = (A.Json(start.State), start.Facts.Count, string.Join('|', start.OpenAlerts), start.Raised.Count);
        var accepted = 0;
        foreach (var command in Rows(start))
        foreach (var who in Roles)
        {
            var life = start.Copy();
            life.By(who).Invoking(each => each.Do(command)).Should().NotThrow($"{who.Role} asked {command} in {state}");
            if (life.Refused is { } code)
            {
                code.Should().NotBe(RefusalCode.None);
                (A.Json(life.State), life.Facts.Count, string.Join('|', life.OpenAlerts), life.Raised.Count)
                    .Should()
                    .Be(before, $"{who.Role} was refused {command} in {state}");
                continue;
            }

            accepted++;
            foreach (var fact in life.Facts.Skip(start.Facts.Count))
                Kept(fact.Event);
            A.Json(RulesJson.Read<UnitState>(RulesJson.Write(life.State))).Should().Be(A.Json(life.State));
        }

        accepted.Should().BePositive();
    }

    [Fact]
    public void Commands_All_AreAcceptedInSomeStateFromSomebody()
    {
        var states = UnitStates.Names().Select(row => UnitStates.Told(row.Data)).ToList();
        var never = Rows(states[1]).Select(row => row.GetType()).ToHashSet();
        foreach (var start in states)
        foreach (var command in Rows(start).Where(row => never.Contains(row.GetType())).ToList())
            if (Roles.Any(who => start.Copy().By(who).Do(command) is { Refused: null } life && life.Facts.Count > start.Facts.Count))
                never.Remove(command.GetType());
        never.Should().BeEmpty();
    }

    /// <summary>What is accepted can be written to a journal, read again and told.</summary>
    private static void Kept(UnitEvent happened)
    {
        var written = A.Json(happened);
        A.Json(RulesJson.Read<UnitEvent>(RulesJson.Write(happened))).Should().Be(written);
        EventTexts.Say(happened).Zh.Should().NotBeNullOrWhiteSpace();
    }
}
