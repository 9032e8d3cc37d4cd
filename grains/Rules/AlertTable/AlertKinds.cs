using System.Text.Json.Serialization;

namespace Supervision.Rules.AlertTable;

[JsonConverter(typeof(JsonStringEnumConverter<AlertSeverity>))]
public enum AlertSeverity
{
    None = 0,
    Low = 1,
    Medium = 2,
    High = 3,
}

/// <summary>What an alert asks of whom it concerns.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlertAsk>))]
public enum AlertAsk
{
    None = 0,

    /// <summary>To be seen: acknowledging it ends it.</summary>
    See = 1,

    /// <summary>To be acted on: acknowledging it says that it was seen, and it stays open until something is done.</summary>
    Act = 2,
}

/// <summary>The page on which an alert is answered.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AlertPage>))]
public enum AlertPage
{
    None = 0,
    Unit = 1,
    Inspector = 2,
    County = 3,
}

/// <summary>One kind of alert.</summary>
/// <param name="Urgent">Goes out in quiet hours too.</param>
/// <param name="Clause">What it rests on; null when the alert's own text names its rule.</param>
/// <param name="Page">Where it is answered.</param>
/// <param name="Acts">Commands by which people answer it; empty when there is only seeing to it.</param>
/// <param name="Ends">Everything that may end it; when <see cref="AlertEnding.Acknowledged"/> is among them, it asks to be seen only.</param>
public sealed record AlertKindFacts(
    string Kind,
    AlertSeverity Severity,
    bool Urgent,
    Text Name,
    Text? Clause,
    AlertPage Page,
    ImmutableArray<string> Acts,
    ImmutableArray<AlertEnding> Ends
)
{
    public AlertAsk Asks => Ends.Contains(AlertEnding.Acknowledged) ? AlertAsk.See : AlertAsk.Act;
}

/// <summary>Every kind of alert: in words, how pressing it is, where it is answered and what ends it.</summary>
public static class AlertKinds
{
    private static readonly Text Visits = new("工作方案一（L7）、方案五（L45）", "Plan 1 (L7), Plan 5 (L45)");
    private static readonly Text Rectification = new(
        "工作方案一“严格落实整改”（L17）、方案六“回头看”（L77）",
        "Plan 1 (L17), Plan 6 (L77)"
    );

    private static readonly Text Statute = new("《教育督导条例》第十四条", "Education Supervision Regulations, Art. 14");

    public static ImmutableArray<AlertKindFacts> All { get; } =
    [
        new(
            AlertNames.SeriousFound,
            AlertSeverity.High,
            true,
            new("严重问题待确认", "Serious issue to confirm"),
            Rectification,
            AlertPage.Unit,
            [nameof(ConfirmSerious), nameof(WithdrawIssue), nameof(TransferIssue)],
            [AlertEnding.Confirmed, AlertEnding.Withdrawn, AlertEnding.Transferred, AlertEnding.Moved]
        ),
        new(
            AlertNames.MissedVisit,
            AlertSeverity.High,
            false,
            new("漏访", "Missed visit"),
            Visits,
            AlertPage.Unit,
            [nameof(RecordVisit), nameof(ApproveLateVisit), nameof(ExcusePeriod)],
            [
                AlertEnding.Acknowledged,
                AlertEnding.VisitedSince,
                AlertEnding.LateSync,
                AlertEnding.Excused,
                AlertEnding.Superseded,
                AlertEnding.Closed,
                AlertEnding.Moved,
            ]
        ),
        new(
            AlertNames.ClockPassed,
            AlertSeverity.High,
            false,
            new("期限已过", "Deadline passed"),
            Rectification,
            AlertPage.Unit,
            [
                nameof(ReportContainment),
                nameof(SubmitRectification),
                nameof(FileReport),
                nameof(VerifyIssue),
                nameof(ReturnForRework),
                nameof(PassLookBack),
                nameof(FailLookBack),
                nameof(AnswerReferral),
                nameof(ExtendDue),
                nameof(WithdrawIssue),
                nameof(TransferIssue),
                nameof(ServeMeasure),
                nameof(RecordInterview),
                nameof(RecordCommitment),
                nameof(RecordProgress),
                nameof(ExtendPeriod),
                nameof(DecideDelisting),
                nameof(RecordPublication),
                nameof(RecordAppealStep),
                nameof(SubmitSelfCheck),
                nameof(SetUpFactFinding),
            ],
            [
                AlertEnding.Done,
                AlertEnding.Extended,
                AlertEnding.NotNeeded,
                AlertEnding.Withdrawn,
                AlertEnding.Transferred,
                AlertEnding.HandedOver,
                AlertEnding.Moved,
            ]
        ),
        new(
            AlertNames.DecisionOverdue,
            AlertSeverity.High,
            false,
            new("决定逾期", "Decision overdue"),
            null,
            AlertPage.Unit,
            [nameof(DecideMeasure), nameof(RejectMeasure), nameof(DecideEntry)],
            [AlertEnding.Decided, AlertEnding.Lapsed, AlertEnding.Moved]
        ),
        new(
            AlertNames.MeasureServed,
            AlertSeverity.High,
            false,
            new("措施已送达", "Measure served"),
            null,
            AlertPage.Unit,
            [],
            [AlertEnding.Acknowledged, AlertEnding.Discharged, AlertEnding.Moved]
        ),
        new(
            AlertNames.CountyStepDecided,
            AlertSeverity.High,
            false,
            new("上级对本县措施", "Measure against the county"),
            null,
            AlertPage.County,
            [],
            [AlertEnding.Acknowledged, AlertEnding.Discharged]
        ),
        new(
            AlertNames.DecisionWaiting,
            AlertSeverity.Medium,
            false,
            new("措施待决定", "Measure to decide"),
            null,
            AlertPage.Unit,
            [nameof(DecideMeasure), nameof(RejectMeasure), nameof(DecideEntry)],
            [AlertEnding.Decided, AlertEnding.Lapsed, AlertEnding.Superseded, AlertEnding.Moved]
        ),
        new(
            AlertNames.VisitDue,
            AlertSeverity.Medium,
            false,
            new("即将到期", "Visit due soon"),
            Visits,
            AlertPage.Unit,
            [nameof(RecordVisit)],
            [
                AlertEnding.Visited,
                AlertEnding.Superseded,
                AlertEnding.Exempted,
                AlertEnding.HandedOver,
                AlertEnding.Suspended,
                AlertEnding.Closed,
                AlertEnding.Moved,
            ]
        ),
        new(
            AlertNames.TermMinimum,
            AlertSeverity.High,
            false,
            new("学期督导次数不足", "Too few visits in the term"),
            Statute,
            AlertPage.Unit,
            [nameof(RecordVisit), nameof(ApproveLateVisit)],
            [
                AlertEnding.Acknowledged,
                AlertEnding.LateSync,
                AlertEnding.Superseded,
                AlertEnding.NotNeeded,
                AlertEnding.Closed,
                AlertEnding.Moved,
            ]
        ),
        new(
            AlertNames.SchoolsOverloaded,
            AlertSeverity.Medium,
            false,
            new("督学负责学校过多", "Too many schools for one inspector"),
            null,
            AlertPage.County,
            [nameof(AssignInspector)],
            [AlertEnding.Lapsed, AlertEnding.Superseded, AlertEnding.Moved]
        ),
        new(
            AlertNames.ZoneOverloaded,
            AlertSeverity.Medium,
            false,
            new("责任区学校过多", "Too many schools in a zone"),
            null,
            AlertPage.County,
            [nameof(SetZone), nameof(RemoveZone)],
            [AlertEnding.Lapsed, AlertEnding.NotNeeded]
        ),
        new(
            AlertNames.VisitBurden,
            AlertSeverity.Low,
            false,
            new("一周督导过多", "Too many visits in a week"),
            null,
            AlertPage.Unit,
            [nameof(DropPlan)],
            [AlertEnding.Acknowledged, AlertEnding.Lapsed, AlertEnding.NotNeeded, AlertEnding.Closed, AlertEnding.Moved]
        ),
        new(
            AlertNames.NoInspector,
            AlertSeverity.Medium,
            false,
            new("未分配督学", "No inspector"),
            Visits,
            AlertPage.Unit,
            [nameof(AssignInspector)],
            [AlertEnding.Assigned, AlertEnding.Suspended, AlertEnding.Closed, AlertEnding.Moved]
        ),
        new(
            AlertNames.LookBackDue,
            AlertSeverity.Medium,
            false,
            new("回头看到期", "Look-back due"),
            Rectification,
            AlertPage.Unit,
            [nameof(PassLookBack), nameof(FailLookBack), nameof(WithdrawIssue)],
            [AlertEnding.Done, AlertEnding.Superseded, AlertEnding.Withdrawn, AlertEnding.HandedOver, AlertEnding.Moved]
        ),
        new(
            AlertNames.FactFindingDue,
            AlertSeverity.Medium,
            false,
            new("事实认定小组待成立", "Fact-finding group to set up"),
            DeadlineWords.ClauseOf(DeadlineKind.FactFinding),
            AlertPage.Unit,
            [nameof(SetUpFactFinding), nameof(RejectMeasure)],
            [AlertEnding.Done, AlertEnding.Superseded, AlertEnding.NotNeeded, AlertEnding.Moved]
        ),
        new(
            AlertNames.VisitFlagged,
            AlertSeverity.Medium,
            false,
            new("督导存疑", "Doubtful visit"),
            null,
            AlertPage.Unit,
            [nameof(ConfirmFlagged), nameof(VoidVisit)],
            [AlertEnding.Confirmed, AlertEnding.Voided, AlertEnding.Moved]
        ),
        new(
            AlertNames.InspectorReminder,
            AlertSeverity.Medium,
            false,
            new("督学提醒", "Reminder to an inspector"),
            null,
            AlertPage.Inspector,
            [nameof(AcknowledgeReminder)],
            [AlertEnding.SignedFor, AlertEnding.Lapsed, AlertEnding.NotNeeded, AlertEnding.Moved]
        ),
        new(
            AlertNames.InspectorStepDecided,
            AlertSeverity.Medium,
            false,
            new("督学措施待签收", "Inspector's step to acknowledge"),
            null,
            AlertPage.Inspector,
            [nameof(AcknowledgeReminder)],
            [AlertEnding.SignedFor, AlertEnding.NotNeeded, AlertEnding.Moved]
        ),
        new(
            AlertNames.LateVisitWaiting,
            AlertSeverity.Low,
            false,
            new("迟报待审批", "Late visit to approve"),
            Visits,
            AlertPage.Unit,
            [nameof(ApproveLateVisit), nameof(VoidVisit), nameof(ExcusePeriod)],
            [AlertEnding.Approved, AlertEnding.Voided, AlertEnding.NotNeeded, AlertEnding.Moved]
        ),
        new(
            AlertNames.ExtensionAsked,
            AlertSeverity.Low,
            false,
            new("延期待审批", "Extension to approve"),
            Rectification,
            AlertPage.Unit,
            [nameof(ExtendDue)],
            [
                AlertEnding.Decided,
                AlertEnding.Superseded,
                AlertEnding.NotNeeded,
                AlertEnding.Withdrawn,
                AlertEnding.Transferred,
                AlertEnding.Moved,
            ]
        ),
        new(
            AlertNames.InspectorStepProposed,
            AlertSeverity.Low,
            false,
            new("督学措施待决定", "Inspector's step to decide"),
            null,
            AlertPage.Inspector,
            [nameof(DecideStep), nameof(RejectStep)],
            [AlertEnding.Decided, AlertEnding.Lapsed, AlertEnding.Moved]
        ),
    ];

    private static readonly Dictionary<string, AlertKindFacts> ByKind = All.ToDictionary(facts => facts.Kind, StringComparer.Ordinal);

    /// <summary>A kind this build does not know is of medium severity, asks to be acted on, and is called a further alert.</summary>
    public static AlertKindFacts Of(string kind) =>
        ByKind.GetValueOrDefault(kind)
        ?? new(kind, AlertSeverity.Medium, false, new("其他提醒", "Further alert"), null, AlertPage.Unit, [], []);

    /// <summary>The kind an alert's id begins with.</summary>
    public static string OfId(string id) => id.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? id[..end] : id;

    public static bool IsKnown(string kind) => ByKind.ContainsKey(kind);

    public static bool IsUrgent(string kind) => Of(kind).Urgent;

    /// <summary>Whether having been seen ends it.</summary>
    public static bool IsSeenOnly(string kind) => Of(kind).Asks == AlertAsk.See;
}
