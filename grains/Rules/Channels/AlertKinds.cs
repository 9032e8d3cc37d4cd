using System.Text.Json.Serialization;

namespace Supervision.Rules;

[JsonConverter(typeof(JsonStringEnumConverter<AlertSeverity>))]
public enum AlertSeverity
{
    None = 0,
    Low = 1,
    Medium = 2,
    High = 3,
}

/// <param name="Urgent">Goes out in quiet hours too.</param>
/// <param name="Clause">What it rests on; null when the alert's own text names its rule.</param>
public sealed record AlertKindFacts(string Kind, AlertSeverity Severity, bool Urgent, Text Name, Text? Clause);

/// <summary>Every kind of alert in words, and how pressing it is.</summary>
public static class AlertKinds
{
    private static readonly Text Visits = new("工作方案一（L7）、方案五（L45）", "Plan 1 (L7), Plan 5 (L45)");
    private static readonly Text Rectification = new("工作方案一“严格落实整改”（L17）、方案六“回头看”（L77）", "Plan 1 (L17), Plan 6 (L77)");

    private static readonly Text Statute = new("《教育督导条例》第十四条", "Education Supervision Regulations, Art. 14");

    public static ImmutableArray<AlertKindFacts> All { get; } =
    [
        new(CaseAlerts.SeriousFound, AlertSeverity.High, true, new("严重问题待确认", "Serious issue to confirm"), Rectification),
        new(AlertRules.MissedVisit, AlertSeverity.High, false, new("漏访", "Missed visit"), Visits),
        new(CaseAlerts.ClockPassed, AlertSeverity.High, false, new("期限已过", "Deadline passed"), Rectification),
        new(CaseAlerts.DecisionOverdue, AlertSeverity.High, false, new("决定逾期", "Decision overdue"), null),
        new(CaseAlerts.MeasureServed, AlertSeverity.High, false, new("措施已送达", "Measure served"), null),
        new(CountyAlerts.Decided, AlertSeverity.High, false, new("上级对本县措施", "Measure against the county"), null),
        new(CaseAlerts.DecisionWaiting, AlertSeverity.Medium, false, new("措施待决定", "Measure to decide"), null),
        new(AlertRules.VisitDue, AlertSeverity.Medium, false, new("即将到期", "Visit due soon"), Visits),
        new(AlertRules.TermMinimum, AlertSeverity.High, false, new("学期督导次数不足", "Too few visits in the term"), Statute),
        new(InspectorAlerts.Overloaded, AlertSeverity.Medium, false, new("督学负责学校过多", "Too many schools for one inspector"), null),
        new(CountyAlerts.ZoneOverloaded, AlertSeverity.Medium, false, new("责任区学校过多", "Too many schools in a zone"), null),
        new(AlertRules.VisitBurden, AlertSeverity.Low, false, new("一周督导过多", "Too many visits in a week"), null),
        new(AlertRules.NoInspector, AlertSeverity.Medium, false, new("未分配督学", "No inspector"), Visits),
        new(CaseAlerts.LookBackDue, AlertSeverity.Medium, false, new("回头看到期", "Look-back due"), Rectification),
        new(CaseAlerts.FactFindingDue, AlertSeverity.Medium, false, new("事实认定小组待成立", "Fact-finding group to set up"), CaseWords.ClauseOf(DeadlineKind.FactFinding)),
        new(CaseAlerts.VisitFlagged, AlertSeverity.Medium, false, new("督导存疑", "Doubtful visit"), null),
        new(InspectorAlerts.Reminder, AlertSeverity.Medium, false, new("督学提醒", "Reminder to an inspector"), null),
        new(InspectorAlerts.Decided, AlertSeverity.Medium, false, new("督学措施待签收", "Inspector's step to acknowledge"), null),
        new(AlertRules.LateVisitWaiting, AlertSeverity.Low, false, new("迟报待审批", "Late visit to approve"), Visits),
        new(CaseAlerts.ExtensionAsked, AlertSeverity.Low, false, new("延期待审批", "Extension to approve"), Rectification),
        new(InspectorAlerts.Proposed, AlertSeverity.Low, false, new("督学措施待决定", "Inspector's step to decide"), null),
    ];

    private static readonly Dictionary<string, AlertKindFacts> ByKind = All.ToDictionary(facts => facts.Kind, StringComparer.Ordinal);

    /// <summary>A kind this build does not know is of medium severity and called by its name.</summary>
    public static AlertKindFacts Of(string kind) => ByKind.GetValueOrDefault(kind) ?? new(kind, AlertSeverity.Medium, false, new(kind, kind), null);

    public static bool IsKnown(string kind) => ByKind.ContainsKey(kind);

    public static bool IsUrgent(string kind) => Of(kind).Urgent;
}
