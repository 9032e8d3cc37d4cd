namespace Supervision.Rules.Tests;

/// <summary>The words of visits' findings and of issues. Each is asked by whom it usually is, unless somebody else is named.</summary>
internal sealed partial class Life
{
    private Actor User => Profile.Kind == UnitKind.School ? The.School : The.Institution;

    /// <summary>Where an open issue stands; null when it is closed.</summary>
    public IssueState? StateOf(int issue) => State.Issue(issue)?.State;

    /// <summary>An open issue's running clock, <c>2026-04-17</c>, with <c>!</c> when it ran out; null when it doesn't run.</summary>
    public string? Clock(int issue, DeadlineKind kind) => State.Issue(issue)?.Deadlines.Of(kind) is { } deadline ? Written(deadline) : null;

    /// <summary>All clocks of an open issue: <c>Acknowledge 2026-04-07, Rectify 2026-04-17</c>; without the look-back's surprise day.</summary>
    public string Clocks(int issue) =>
        string.Join(
            ", ",
            State
                .Issue(issue)!
                .Deadlines.Where(deadline => deadline.Kind != DeadlineKind.LookBackDay)
                .Select(deadline => $"{deadline.Kind} {Written(deadline)}")
        );

    /// <summary>The newest passing of a clock.</summary>
    public Fact<UnitEvent>? Passing(int no, DeadlineKind kind) =>
        facts.LastOrDefault(fact => fact.Event is DeadlinePassed e && e.No == no && e.Kind == kind);

    public static Finding Finding(string category, Severity severity = Severity.None, string? department = null) =>
        new(
            category,
            severity,
            "三（2）班要求家长拍照打卡",
            IssueTags.Key,
            department ?? (severity == Severity.Complex ? "市场监管局" : null),
            []
        );

    /// <summary>A remark on every open issue, and the findings named.</summary>
    public VisitContent Content(params ImmutableArray<Finding> findings) =>
        new(
            VisitSlot.Morning,
            [],
            false,
            null,
            null,
            null,
            [.. State.Issues.Select(issue => new IssueRemark(issue.No, RemarkFinding.InProgress, "整改推进中"))],
            findings,
            [],
            null,
            null,
            null
        );

    /// <summary>A visit of ten minutes that ends now.</summary>
    public Visit VisitNow(VisitContent? content, VisitKind kind = VisitKind.Regular, string by = A.Inspector)
    {
        var visit = A.Visit(Now.AddMinutes(-10), by);
        return visit with { EndedAt = Now, Kind = kind, Content = content };
    }

    public Life VisitWith(
        VisitContent? content,
        VisitKind kind = VisitKind.Regular,
        Actor? by = null,
        params ImmutableArray<VisitFlag> flags
    ) => Told(by ?? The.Inspector, new RecordVisit(VisitNow(content, kind, (by ?? The.Inspector).InspectorCode ?? A.Inspector), flags));

    /// <summary>Found by a visit that ends now.</summary>
    public Life Find(string category, Severity severity = Severity.None, VisitKind kind = VisitKind.Regular) =>
        VisitWith(Content(Finding(category, severity)), kind);

    /// <summary>Opened without a visit; a self-check's by the unit itself.</summary>
    public Life OpenFrom(IssueOrigin origin, string category, Severity severity = Severity.None, Actor? by = null) =>
        Told(
            by ?? (origin == IssueOrigin.SelfCheck ? User : The.Clerk),
            new OpenIssue(
                origin,
                category,
                severity,
                "自查发现作业公示不全",
                IssueTags.None,
                severity == Severity.Complex ? "市场监管局" : null,
                [],
                origin == IssueOrigin.SelfCheck ? null : "交办单〔2026〕3号"
            )
        );

    public Life ConfirmSerious(int issue, Actor? by = null) => Told(by ?? The.Clerk, new ConfirmSerious(issue, "情况属实"));

    public Life Acknowledge(int issue, Actor? by = null, string? document = null) =>
        Told(by ?? User, new AcknowledgeNotice(issue, document));

    public Life Contain(int issue, Actor? by = null) => Told(by ?? User, new ReportContainment(issue, "已停止相关做法", []));

    public Life ReportRectified(int issue, Actor? by = null, string? document = null) =>
        Told(by ?? User, new SubmitRectification(issue, "制度已修订，家长打卡已取消", [], document));

    public Life File(int issue, Actor? by = null) => Told(by ?? The.Inspector, new FileReport(issue, "材料齐全"));

    public Life Verify(int issue, Actor? by = null) => Told(by ?? The.Clerk, new VerifyIssue(issue, "抽查属实", []));

    public Life Rework(int issue, Actor? by = null) => Told(by ?? The.Clerk, new ReturnForRework(issue, "五年级仍有家长签字要求"));

    public Life AskExtension(int issue, int days, Actor? by = null) =>
        Told(by ?? User, new RequestExtension(issue, days, "家长会定于下周"));

    public Life DecideExtension(int issue, bool grant, string? reason = null, Actor? by = null) =>
        Told(by ?? The.Clerk, new ExtendDue(issue, grant, reason));

    public Life LookBackPassed(int issue, Actor? by = null) =>
        Told(by ?? The.OtherInspector, new PassLookBack(issue, "随机访谈家长，未再发生", []));

    public Life LookBackFailed(int issue, Actor? by = null) =>
        Told(by ?? The.OtherInspector, new FailLookBack(issue, "二年级又出现家长打卡", []));

    public Life Transfer(int issue, Actor? by = null) =>
        Told(by ?? The.Clerk, new TransferIssue(issue, "市场监管局", "德教督函〔2026〕6号"));

    public Life AnswerReferral(int referral, Actor? by = null) =>
        Told(by ?? The.Clerk, new AnswerReferral(referral, "已立案查处", "德市监案〔2026〕31号", "复函"));

    public Life Withdraw(int issue, Actor? by = null) => Told(by ?? The.Clerk, new WithdrawIssue(issue, "重复登记", "德教督〔2026〕15号"));

    /// <summary>Leads issue 1, S-HW-04 found by a visit that ended at 10:00 on Thursday 2 April 2026, to a state. A serious one for Found.</summary>
    public static Life Until(IssueState state)
    {
        var life = A.VisitedSchool()
            .At("2026-04-02 10:00")
            .Find("S-HW-04", state == IssueState.Found ? Severity.Serious : Severity.General);
        return state switch
        {
            IssueState.Found or IssueState.Notified => life,
            IssueState.Rectifying => life.Acknowledge(1),
            IssueState.Reported => life.ReportRectified(1),
            IssueState.Filed => life.ReportRectified(1).File(1),
            IssueState.Returned => life.ReportRectified(1).Rework(1),
            IssueState.Verified => life.ReportRectified(1).Verify(1),
            IssueState.LookBack => life.ReportRectified(1).Verify(1).At("2026-05-02 00:00"),
            IssueState.Archived => life.ReportRectified(1).Verify(1).At("2026-05-02 00:00").LookBackPassed(1),
            IssueState.Transferred => life.Transfer(1),
            IssueState.Withdrawn => life.Withdraw(1),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
    }

    /// <summary>The same life once more; what happens to one does not happen to the other.</summary>
    public Life Copy()
    {
        var copy = new Life(Profile)
        {
            State = State,
            Now = Now,
            Rules = Rules,
            first = first,
            policy = policy,
            operations = operations,
        };
        copy.facts.AddRange(facts);
        foreach (var (id, alert) in raised)
            copy.raised.Add(id, alert);
        copy.open.UnionWith(open);
        foreach (var (id, ending) in endings)
            copy.endings.Add(id, ending);
        return copy;
    }

    private static string Written(Deadline deadline) =>
        deadline.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (deadline.Passed ? "!" : "");

    /// <summary>One command by somebody; who asks otherwise stays.</summary>
    private Life Told(Actor who, UnitCommand command)
    {
        var asking = Asking;
        return By(who).Do(command).By(asking);
    }
}
