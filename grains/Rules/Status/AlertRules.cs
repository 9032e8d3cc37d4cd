namespace Supervision.Rules;

/// <summary>An alert that a fact gives rise to. The id is deterministic, so it can be raised any number of times and exists once.</summary>
/// <param name="Recipients">Actor keys.</param>
[GenerateSerializer, Immutable, Alias("alert")]
public sealed record Alert(string Id, string Kind, ImmutableArray<string> Recipients, DateTimeOffset EffectiveAt, DateTimeOffset DetectedAt, string UnitName, Text Text);

/// <summary>Which facts alert whom, and which take an alert's cause away (5.3; L7, L45; invariant 1).</summary>
public static class AlertRules
{
    public const string MissedVisit = "missed-visit";
    public const string VisitDue = "visit-due";
    public const string NoInspector = "no-inspector";
    public const string LateVisitWaiting = "late-visit-waiting";
    public const string TermMinimum = "term-minimum";
    public const string VisitBurden = "visit-burden";

    public static string MissedId(Profile profile, Period period) => $"{MissedVisit}:{profile.Code}:{period}";

    /// <param name="before">The state the fact met.</param>
    /// <param name="after">The state with the fact.</param>
    public static IEnumerable<Alert> Raised(UnitState before, Fact<UnitEvent> fact, UnitState after)
    {
        var profile = after.Profile!;
        var county = $"county/{profile.County}";
        var inspector = after.Responsible is { } code ? $"inspector/{code}" : null;
        switch (fact.Event)
        {
            case PeriodDueSoon e:
                var period = Words.Of(e.Period);
                var left = e.Period.Next.FirstDay.DayNumber - CivilTime.DateOf(fact.EffectiveAt).DayNumber; // more than the threshold when the warning was moved before a day off
                yield return Of(DueId(profile, e.Period, e.DaysLeft), VisitDue, inspector is null ? [county] : [inspector],
                    new($"{profile.Name}{period.Zh}尚未完成督导，还有 {left} 天", $"{profile.Name}: not yet visited in {period.En}, {left} days left"));
                break;
            case PeriodMissed e:
                var missed = Words.Of(e.Period);
                var answered = after.ResponsibleAt(e.Period.End.AddTicks(-1)); // hands may change at the very end: who had the period is told, not who has the next
                yield return Of(MissedId(profile, e.Period), MissedVisit, answered is null ? [county] : [$"inspector/{answered}", county],
                    new($"{profile.Name}{missed.Zh}漏访", $"{profile.Name}: no visit in {missed.En}"));
                break;
            case ResponsibleChanged { To: null } when profile.Status == UnitStatus.Active:
                yield return Vacant(fact.EffectiveAt);
                break;
            case ProfileChanged when profile.Status == UnitStatus.Active && before.Profile!.Status != UnitStatus.Active && after.Responsible is null:
                yield return Vacant(after.Tenures[^1].Since);
                break;
            case TermMinimumMissed e:
                var atEnd = after.ResponsibleAt(CivilTime.EndOf(e.Last).AddTicks(-1));
                yield return Of(TermId(profile, e.Last), TermMinimum, atEnd is null ? [county] : [$"inspector/{atEnd}", county],
                    new($"{profile.Name}本学期（{e.First:yyyy-MM-dd} 至 {e.Last:yyyy-MM-dd}）督导 {e.Visits} 次，少于法定 {e.Required} 次", $"{profile.Name}: {e.Visits} visits in the term {e.First:yyyy-MM-dd} to {e.Last:yyyy-MM-dd}, {e.Required} owed by statute"));
                break;
            case VisitBurdenExceeded e:
                yield return Of(BurdenId(profile, e.Monday), VisitBurden, [county],
                    new($"{profile.Name} {e.Monday:yyyy-MM-dd} 起一周接受督导 {e.Visits} 次，超过每周 {e.Limit} 次", $"{profile.Name}: {e.Visits} visits in the week of {e.Monday:yyyy-MM-dd}, more than {e.Limit}"));
                break;
            case VisitPlanned { Week: { } week }:
                yield return Of(BurdenId(profile, week.Monday), VisitBurden, [county],
                    new($"{profile.Name} {week.Monday:yyyy-MM-dd} 起一周督导（含计划）共 {week.Visits} 次，超过每周 {week.Limit} 次", $"{profile.Name}: {week.Visits} visits made or planned in the week of {week.Monday:yyyy-MM-dd}, more than {week.Limit}"));
                break;
            case VisitHeld e:
                var held = Words.Of(e.Period);
                yield return Of(HeldId(profile, e.Visit.Id), LateVisitWaiting, [county],
                    new($"{profile.Name}{held.Zh}的督导迟报，等待审批", $"{profile.Name}: a late visit of {held.En} waits for approval"));
                break;
        }

        foreach (var alert in CaseAlerts.Raised(before, fact, after)) yield return alert;

        Alert Vacant(DateTimeOffset since) => Of(VacantId(profile, since), NoInspector, [county], new($"{profile.Name}没有责任督学", $"{profile.Name} has no responsible inspector"));

        Alert Of(string id, string kind, ImmutableArray<string> to, Text text) => new(id, kind, to, fact.EffectiveAt, fact.RecordedAt, profile.Name, text);
    }

    public static IEnumerable<string> Resolved(UnitState before, Fact<UnitEvent> fact, UnitState after)
    {
        var profile = after.Profile!;
        switch (fact.Event)
        {
            case PeriodSatisfied e:
                if (Warning(before, profile, e.Period) is { } satisfied) yield return satisfied;
                if (e.Late) yield return MissedId(profile, e.Period);
                break;
            case PeriodDueSoon e:
                if (Warning(before, profile, e.Period) is { } earlier) yield return earlier;
                break;
            case PeriodMissed e:
                if (Warning(before, profile, e.Period) is { } missed) yield return missed;
                break;
            case PeriodExempted e:
                if (Warning(before, profile, e.Period) is { } exempted) yield return exempted;
                break;
            case PeriodExcused e:
                yield return MissedId(profile, e.Period);
                break;
            case ResponsibleChanged { To: not null } when before.Exists && before.Tenures[^1].Inspector is null:
                yield return VacantId(profile, before.Tenures[^1].Since);
                break;
            case ProfileChanged { Profile.Status: UnitStatus.Closed }:
                if (before.Tenures[^1].Inspector is null) yield return VacantId(profile, before.Tenures[^1].Since);
                if (before.Current is { IsOpen: true } current && Warning(before, profile, current.Period) is { } pointless) yield return pointless;
                break;
        }

        if (before.Term is { IsShort: true } term && (after.Term is not { IsShort: true } || after.Term.Last != term.Last || IsOver(term.Stands, fact.Event) || profile.Status == UnitStatus.Closed)) yield return TermId(profile, term.Last);
        if (before.Burden is { } week && (after.Burden != week || IsOver(week.Monday.AddDays(6), fact.Event))) yield return BurdenId(profile, week.Monday);
        foreach (var mark in before.Visits.Where(mark => mark.AwaitsApproval))
            if (!after.Visits.Any(kept => kept.Id == mark.Id && kept.AwaitsApproval)) yield return HeldId(profile, mark.Id);
        foreach (var id in CaseAlerts.Resolved(before, after)) yield return id;
    }

    /// <summary>The one warning that stands is the tightest given: giving it resolved the one before.</summary>
    private static string? Warning(UnitState before, Profile profile, Period period) =>
        before.DutyOf(period)?.DaysLeft is { } left ? DueId(profile, period, left) : null;

    private static string DueId(Profile profile, Period period, int daysLeft) => $"{VisitDue}:{profile.Code}:{period}:{daysLeft}";

    /// <summary>A period begins after the day: what was told of it is overtaken.</summary>
    private static bool IsOver(DateOnly day, UnitEvent happened) => happened switch
    {
        PeriodOpened e => e.Period.FirstDay > day,
        PeriodExempted e => e.Period.FirstDay > day,
        _ => false,
    };

    public static string TermId(Profile profile, DateOnly last) => $"{TermMinimum}:{profile.Code}:{last:yyyy-MM-dd}";

    private static string BurdenId(Profile profile, DateOnly monday) => $"{VisitBurden}:{profile.Code}:{monday:yyyy-MM-dd}";

    private static string VacantId(Profile profile, DateTimeOffset since) => $"{NoInspector}:{profile.Code}:{CivilTime.DateOf(since):yyyy-MM-dd}";

    private static string HeldId(Profile profile, Guid visitId) => $"{LateVisitWaiting}:{profile.Code}:{visitId}";
}
