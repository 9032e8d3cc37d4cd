namespace Supervision.Rules.Units.Cadence;

/// <summary>Where a school stands in a term.</summary>
/// <param name="Visits">Accepted visits of the responsible inspector or a deputy that began within the term.</param>
/// <param name="Required">cadence.termMinimum of the version in force when the term began; 0 asks for none.</param>
[GenerateSerializer, Immutable, Alias("term-progress")]
public sealed record TermProgress(SchoolTerm Term, int Visits, int Required);

/// <summary>
/// The statutory minimum: 教育督导条例, Art. 14, at least two visits of regular supervision to each school in a term. It is judged when the term ends, whatever the
/// monthly duty says; it alerts inspector and county, and no ladder ever looks at it.
/// </summary>
public static class TermMinimum
{
    /// <summary>The first term that ended or ends within the present period, is not judged yet and falls short as things stand; null when there is none.</summary>
    public static SchoolTerm? Due(UnitState state, Rulebook rules)
    {
        if (state is not { Profile: { Kind: UnitKind.School, Status: UnitStatus.Active }, Current: { } duty })
            return null;
        // Marks of visits are kept as far back as visits are taken: an earlier term can no longer be counted.
        var from = CivilTime.DateOf(UnitState.OldestVisit(duty.Period));
        if (state.Term is { } judged && judged.Last >= from)
            from = judged.Last.AddDays(1);
        foreach (var term in rules.Calendar.TermsEnding(from, duty.Period.LastDay))
            if (
                term.First >= CivilTime.DateOf(UnitState.OldestVisit(duty.Period))
                && !(state.Term?.Last >= term.First)
                && IsShort(state, term, rules)
            )
                return term;
        return null;
    }

    public static TermMinimumMissed Judge(UnitState state, SchoolTerm term, Rulebook rules)
    {
        var policy = PolicyOf(state, term, rules);
        return new(
            term.First,
            term.Last,
            Count(state, term, policy.Cadence),
            policy.OfOffice.TermMinimum,
            policy.Version,
            rules.Calendar.TermOn(term.Last.AddDays(1)).Last
        );
    }

    /// <summary>Null for an institution, and where no minimum is set.</summary>
    public static TermProgress? ProgressOn(UnitState state, DateOnly today, Rulebook rules)
    {
        if (state.Profile is not { Kind: UnitKind.School, Status: UnitStatus.Active })
            return null;
        var term = rules.Calendar.TermOn(today);
        var policy = PolicyOf(state, term, rules);
        return policy.OfOffice.TermMinimum == 0 ? null : new(term, Count(state, term, policy.Cadence), policy.OfOffice.TermMinimum);
    }

    private static bool IsShort(UnitState state, SchoolTerm term, Rulebook rules)
    {
        var policy = PolicyOf(state, term, rules);
        if (policy.OfOffice.TermMinimum == 0 || Count(state, term, policy.Cadence) >= policy.OfOffice.TermMinimum)
            return false;
        // With the marks full, what was visited before the oldest of them is not known any more, and it was many.
        if (state.Visits.Length >= UnitState.KeptVisits && state.Visits[0].StartedAt >= CivilTime.StartOf(term.First))
            return false;
        return WasInOperation(state, term, rules.Calendar);
    }

    /// <summary>A school answers for a term it was in operation, and in the system, for at least half of its teaching days.</summary>
    private static bool WasInOperation(UnitState state, SchoolTerm term, SchoolCalendar calendar)
    {
        var registered = CivilTime.DateOf(state.RegisteredAt);
        if (registered <= term.First && state.Statuses[^1].Since <= term.First)
            return state.Statuses[^1].Status == UnitStatus.Active;
        var days = 0;
        for (var i = 0; i < state.Statuses.Length; i++)
        {
            if (state.Statuses[i].Status != UnitStatus.Active)
                continue;
            var first = Later(Later(state.Statuses[i].Since, term.First), registered);
            var last =
                i + 1 < state.Statuses.Length && state.Statuses[i + 1].Since <= term.Last
                    ? state.Statuses[i + 1].Since.AddDays(-1)
                    : term.Last;
            days += calendar.TeachingDays(first, last);
        }

        return days * 2 >= calendar.TeachingDays(term.First, term.Last);
    }

    private static int Count(UnitState state, SchoolTerm term, CadencePolicy cadence)
    {
        var count = 0;
        foreach (var mark in state.Visits)
        {
            if (
                mark.AwaitsApproval
                || state.Doubts.Any(doubt => doubt.Id == mark.Id && doubt.Taken is { Stands: false })
                || (mark.Kind == VisitKind.Central && !cadence.CentralCounts)
            )
                continue;
            var day = CivilTime.DateOf(mark.StartedAt);
            if (
                term.Contains(day)
                && (
                    state.ResponsibleAt(mark.StartedAt) == mark.Inspector
                    || state.Deputies.Any(deputy => deputy.Inspector == mark.Inspector && deputy.Covers(day))
                )
            )
                count++;
        }

        return count;
    }

    /// <summary>Of the version in force when the term began, or when the school came into the system within it.</summary>
    private static Policy PolicyOf(UnitState state, SchoolTerm term, Rulebook rules) =>
        rules.PolicyOn(Later(term.First, CivilTime.DateOf(state.RegisteredAt)));

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
