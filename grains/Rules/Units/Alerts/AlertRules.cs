namespace Supervision.Rules.Units.Alerts;

/// <summary>
/// Which alerts a unit's state calls for (5.3; L7, L45; invariant 1). An alert is raised when the state begins to call for it and ends when the state no longer does, or,
/// where its kind asks for no more, when it was seen: <see cref="AlertKinds"/> says which.
/// </summary>
public static class AlertRules
{
    private static readonly List<StandingAlert> Nothing = [];

    /// <summary>A period that was satisfied and is missed again has an alert of its own: its first one, if it had one, ended.</summary>
    private static string MissedId(Profile profile, Duty duty) =>
        duty.Lost is { } visit
            ? $"{AlertIds.Missed(profile, duty.Period)}:{visit.ToString("N")[..12]}"
            : AlertIds.Missed(profile, duty.Period);

    /// <summary>Everything that still waits for somebody in this state.</summary>
    public static List<StandingAlert> Standing(UnitState state)
    {
        if (state.Profile is not { } profile)
            return Nothing;
        List<StandingAlert>? found = null;
        if (profile.Status != UnitStatus.Closed)
            OfVisits(state, profile, ref found);
        foreach (var mark in state.Visits)
            if (mark.AwaitsApproval)
                Waiting(state, profile, mark, ref found);
        CaseAlerts.Collect(state, profile, ref found);
        return found ?? Nothing;
    }

    internal static void Add(
        ref List<StandingAlert>? found,
        string id,
        string kind,
        DateTimeOffset since,
        Func<(ImmutableArray<string>, Text)> says,
        DeadlineKind clock = DeadlineKind.None
    ) => (found ??= []).Add(new(id, kind, since, says, clock));

    /// <summary>The id with the newest of the turns that came after the cause, if any did.</summary>
    internal static string Id(string matter, DateTimeOffset since, params ReadOnlySpan<DateTimeOffset?> turns)
    {
        DateTimeOffset? last = null;
        foreach (var turn in turns)
            if (turn > since && !(last >= turn))
                last = turn;
        return last is { } raised ? $"{matter}@{raised.ToOffset(CivilTime.Offset):yyyy-MM-dd'T'HH:mm:ss.fff}" : matter;
    }

    internal static string County(Profile profile) => $"county/{profile.County}";

    private static void OfVisits(UnitState state, Profile profile, ref List<StandingAlert>? found)
    {
        foreach (var duty in state.Duties)
            if (duty.State == DutyState.Missed && !(state.LastVisitAt >= duty.Period.End) && !(state.Turns?.Moved >= duty.Since))
                Missed(profile, duty, ref found);
        var begun = state.Current?.Period.FirstDay ?? default;
        if (state.Term is { IsShort: true } term && begun <= term.Stands && !(state.Turns?.Moved >= CivilTime.EndOf(term.Last)))
            Short(state, profile, term, ref found);
        if (
            state.Burden is { } week
            && begun <= week.Monday.AddDays(6)
            && !(state.Turns?.Moved >= CivilTime.StartOf(week.Monday))
            && Burden.Exceeds(state, week)
        )
            Burdened(profile, week, ref found);
        if (profile.Status != UnitStatus.Active)
            return;
        if (state.Current is { State: DutyState.DueSoon } current)
            Due(state, profile, current, ref found);
        if (state.Responsible is null)
            Vacant(state, profile, ref found);
    }

    private static void Missed(Profile profile, Duty duty, ref List<StandingAlert>? found) =>
        Add(
            ref found,
            MissedId(profile, duty),
            AlertNames.MissedVisit,
            duty.Since,
            () =>
            {
                var (period, charged) = (Words.Of(duty.Period), ReasonTexts.Charged(duty.ChargedTo, duty.Basis));
                return (
                    duty.ChargedTo is { } inspector ? [$"inspector/{inspector}", County(profile)] : [County(profile)],
                    duty.Lost is null
                        ? new($"{profile.Name}{period.Zh}漏访，{charged.Zh}", $"{profile.Name}: no visit in {period.En}, {charged.En}")
                        : new(
                            $"{profile.Name}{period.Zh}漏访：计入的督导存疑或已作废，{charged.Zh}",
                            $"{profile.Name}: no visit in {period.En}, the one that counted is doubted or void; {charged.En}"
                        )
                );
            }
        );

    private static void Short(UnitState state, Profile profile, TermMark term, ref List<StandingAlert>? found) =>
        Add(
            ref found,
            AlertIds.Term(profile, term.Last),
            AlertNames.TermMinimum,
            CivilTime.EndOf(term.Last),
            () =>
                (
                    state.ResponsibleAt(CivilTime.EndOf(term.Last).AddTicks(-1)) is { } inspector
                        ? [$"inspector/{inspector}", County(profile)]
                        : [County(profile)],
                    new(
                        $"{profile.Name}本学期（{term.First:yyyy-MM-dd} 至 {term.Last:yyyy-MM-dd}）督导 {term.Visits} 次，少于法定 {term.Required} 次",
                        $"{profile.Name}: {term.Visits} visits in the term {term.First:yyyy-MM-dd} to {term.Last:yyyy-MM-dd}, {term.Required} owed by statute"
                    )
                )
        );

    private static void Burdened(Profile profile, BurdenMark week, ref List<StandingAlert>? found) =>
        Add(
            ref found,
            $"{AlertNames.VisitBurden}:{profile.Code}:{week.Monday:yyyy-MM-dd}",
            AlertNames.VisitBurden,
            CivilTime.StartOf(week.Monday),
            () =>
                (
                    [County(profile)],
                    week.Planned
                        ? new(
                            $"{profile.Name} {week.Monday:yyyy-MM-dd} 起一周督导（含计划）共 {week.Visits} 次，超过每周 {week.Limit} 次",
                            $"{profile.Name}: {week.Visits} visits made or planned in the week of {week.Monday:yyyy-MM-dd}, more than {week.Limit}"
                        )
                        : new(
                            $"{profile.Name} {week.Monday:yyyy-MM-dd} 起一周接受督导 {week.Visits} 次，超过每周 {week.Limit} 次",
                            $"{profile.Name}: {week.Visits} visits in the week of {week.Monday:yyyy-MM-dd}, more than {week.Limit}"
                        )
                )
        );

    private static void Due(UnitState state, Profile profile, Duty duty, ref List<StandingAlert>? found)
    {
        var id = Id(
            $"{AlertNames.VisitDue}:{profile.Code}:{duty.Period}:{duty.DaysLeft}",
            duty.Since,
            state.Turns?.Hands,
            state.Turns?.Moved,
            state.Turns?.Paused
        );
        Add(
            ref found,
            id,
            AlertNames.VisitDue,
            duty.Since,
            () =>
            {
                var (period, last) = (Words.Of(duty.Period), duty.Period.LastDay);
                return (
                    state.Responsible is { } inspector ? [$"inspector/{inspector}"] : [County(profile)],
                    new(
                        $"{profile.Name}{period.Zh}尚未完成督导，截止 {last:yyyy-MM-dd}（含当日）",
                        $"{profile.Name}: not yet visited in {period.En}, due {last:yyyy-MM-dd} inclusive"
                    )
                );
            }
        );
    }

    private static void Vacant(UnitState state, Profile profile, ref List<StandingAlert>? found)
    {
        var since = state.Tenures[^1].Since;
        var day = CivilTime.DateOf(since);
        var again = state.Turns is { Vacancies: > 1 } turns && turns.VacantOn == day ? $"#{turns.Vacancies}" : "";
        Add(
            ref found,
            Id($"{AlertNames.NoInspector}:{profile.Code}:{day:yyyy-MM-dd}{again}", since, state.Turns?.Moved, state.Turns?.Paused),
            AlertNames.NoInspector,
            since,
            () => ([County(profile)], new($"{profile.Name}没有责任督学", $"{profile.Name} has no responsible inspector"))
        );
    }

    private static void Waiting(UnitState state, Profile profile, VisitMark mark, ref List<StandingAlert>? found) =>
        Add(
            ref found,
            Id($"{AlertNames.LateVisitWaiting}:{profile.Code}:{mark.Id}", mark.StartedAt, state.Turns?.Moved),
            AlertNames.LateVisitWaiting,
            mark.StartedAt,
            () =>
            {
                var day = CivilTime.DateOf(mark.StartedAt);
                return (
                    [County(profile)],
                    new(
                        $"{profile.Name}：督学 {mark.Inspector} 于 {day:yyyy-MM-dd} 的督导迟报，等待审批",
                        $"{profile.Name}: the visit of {mark.Inspector} on {day:yyyy-MM-dd} came late and waits for approval"
                    )
                );
            }
        );

    /// <summary>Why an alert stands no longer.</summary>
    internal static AlertEnding EndingOf(StandingAlert gone, UnitEvent happened, UnitState before, UnitState after) =>
        happened switch
        {
            ProfileChanged e when e.Profile.County != before.Profile!.County => AlertEnding.Moved,
            ProfileChanged { Profile.Status: UnitStatus.Closed } => AlertEnding.Closed,
            ProfileChanged => AlertEnding.Suspended,
            _ when gone.Kind == AlertNames.TermMinimum => OfTerm(happened),
            _ when gone.Kind == AlertNames.VisitBurden => happened is VisitPlanDropped ? AlertEnding.Lapsed : AlertEnding.NotNeeded,
            ResponsibleChanged => gone.Kind == AlertNames.NoInspector && after.Responsible is not null
                ? AlertEnding.Assigned
                : AlertEnding.HandedOver,
            PeriodSatisfied { Late: true } => gone.Kind == AlertNames.MissedVisit ? AlertEnding.LateSync : AlertEnding.NotNeeded,
            PeriodSatisfied => gone.Kind == AlertNames.VisitDue ? AlertEnding.Visited : AlertEnding.NotNeeded,
            PeriodDueSoon or PeriodMissed => AlertEnding.Superseded,
            PeriodExempted => gone.Kind == AlertNames.MissedVisit ? AlertEnding.Superseded : AlertEnding.Exempted,
            PeriodExcused => gone.Kind == AlertNames.MissedVisit ? AlertEnding.Excused : AlertEnding.NotNeeded,
            PeriodOpened => gone.Kind == AlertNames.MissedVisit ? AlertEnding.Superseded : AlertEnding.NotNeeded, // a period too old to be put right any more
            VisitAccepted => AlertEnding.VisitedSince,
            LateVisitApproved => gone.Kind == AlertNames.MissedVisit ? AlertEnding.VisitedSince : AlertEnding.Approved,
            VisitVoided => AlertEnding.Voided,
            _ => CaseAlerts.EndingOf(gone, happened),
        };

    private static AlertEnding OfTerm(UnitEvent happened) =>
        happened switch
        {
            TermMinimumMissed => AlertEnding.Superseded,
            VisitAccepted or LateVisitApproved => AlertEnding.LateSync,
            _ => AlertEnding.NotNeeded, // the next term is over
        };
}
