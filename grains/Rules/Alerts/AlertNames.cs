namespace Supervision.Rules.Alerts;

/// <summary>The kinds of alerts by the names they have in ids, in the store and on the wire.</summary>
public static class AlertNames
{
    public const string MissedVisit = "missed-visit";
    public const string VisitDue = "visit-due";
    public const string NoInspector = "no-inspector";
    public const string LateVisitWaiting = "late-visit-waiting";
    public const string TermMinimum = "term-minimum";
    public const string VisitBurden = "visit-burden";
    public const string SeriousFound = "serious-found";
    public const string ExtensionAsked = "extension-asked";
    public const string DecisionWaiting = "decision-waiting";
    public const string DecisionOverdue = "decision-overdue";
    public const string ClockPassed = "deadline-passed";
    public const string LookBackDue = "look-back-due";
    public const string FactFindingDue = "fact-finding-due";
    public const string VisitFlagged = "visit-flagged";
    public const string MeasureServed = "measure-served";
    public const string InspectorReminder = "inspector-reminder";
    public const string InspectorStepProposed = "inspector-step-proposed";
    public const string InspectorStepDecided = "inspector-step-decided";
    public const string SchoolsOverloaded = "schools-overloaded";
    public const string CountyStepDecided = "county-step-decided";
    public const string ZoneOverloaded = "zone-overloaded";
}
