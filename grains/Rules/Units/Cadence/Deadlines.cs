namespace Supervision.Rules.Units.Cadence;

/// <summary>Everything about a unit that changes by itself. Deadlines are data; whoever looks, and however late, finds the same facts (5.1.8).</summary>
public static class Deadlines
{
    internal enum Kind
    {
        Responsibility,
        Warning,
        PeriodEnd,
        Case,
        Term,
    }

    /// <summary>The earliest instant at which the unit changes by itself; null when it never does (not registered, or closed for good).</summary>
    public static DateTimeOffset? NextAt(UnitState state, Rulebook rules) => Next(state, rules)?.At;

    /// <summary>When the current duty changes by itself: its next warning, or its end.</summary>
    public static DateTimeOffset DutyChangesAt(UnitState state, Rulebook rules) => OfDuty(state, state.Current!, rules).At;

    /// <summary>When the responsible person changes as planned; null while no change is planned.</summary>
    public static DateTimeOffset? ResponsibleChangesAt(UnitState state)
    {
        DateTimeOffset? next = null;
        foreach (var assignment in state.Assignments)
        {
            Consider(CivilTime.StartOf(assignment.From));
            if (assignment.To is { } last)
                Consider(CivilTime.EndOf(last));
        }

        return next;

        void Consider(DateTimeOffset at)
        {
            if (at > state.Tenures[^1].Since && !(next <= at) && Planned(state, CivilTime.DateOf(at)) != state.Responsible)
                next = at;
        }
    }

    internal static (Kind Kind, DateTimeOffset At, int DaysLeft)? Next(UnitState state, Rulebook rules)
    {
        if (state.Profile is not { Status: not UnitStatus.Closed } || state.Current is not { } duty)
            return null;
        var next = OfDuty(state, duty, rules);
        if (ResponsibleChangesAt(state) is { } change && change <= next.At)
            next = (Kind.Responsibility, change, 0);
        if (TermMinimum.Due(state, rules) is { } term && term.End <= next.At)
            next = (Kind.Term, term.End, 0);
        return Casework.Next(state) is { } clock && clock.Deadline.FallsAt < next.At ? (Kind.Case, clock.Deadline.FallsAt, 0) : next;
    }

    private static (Kind Kind, DateTimeOffset At, int DaysLeft) OfDuty(UnitState state, Duty duty, Rulebook rules)
    {
        if (duty.IsOpen && state.Profile!.Status == UnitStatus.Active) // nobody is warned of a suspended unit
        {
            var policy = rules.PolicyVersion(duty.PolicyVersion).Cadence;
            // A unit that came, or came back, within the period is not warned afterwards of what lay before.
            var back = CivilTime.StartOf(state.Statuses[^1].Since);
            var from = duty.Since > back ? duty.Since : back;
            foreach (var (left, at) in Duties.Warnings(duty.Period, policy, rules.Work))
                if (left < (duty.DaysLeft ?? int.MaxValue) && at >= from)
                    return (Kind.Warning, at, left);
        }

        return (Kind.PeriodEnd, duty.Period.End, 0);
    }

    internal static IEnumerable<UnitEvent> Fall(UnitState state, (Kind Kind, DateTimeOffset At, int DaysLeft) due, Rulebook rules)
    {
        var duty = state.Current!;
        switch (due.Kind)
        {
            case Kind.Responsibility:
                yield return new ResponsibleChanged(state.Responsible, Planned(state, CivilTime.DateOf(due.At)));
                break;
            case Kind.Case:
                var (kind, no, deadline) = Casework.Next(state)!.Value;
                yield return new DeadlinePassed(kind, no, deadline.Kind, deadline.Due);
                break;
            case Kind.Term:
                yield return TermMinimum.Judge(state, TermMinimum.Due(state, rules)!, rules);
                break;
            case Kind.Warning:
                yield return new PeriodDueSoon(duty.Period, due.DaysLeft);
                break;
            default:
                if (duty.IsOpen)
                    yield return Duties.Close(state, duty, rules);
                yield return Duties.Open(state, duty.Period.Next, duty.Period.Next.FirstDay, rules);
                break;
        }
    }

    /// <summary>The inspector the assignments name for a day; null when none does.</summary>
    public static string? Planned(UnitState state, DateOnly day) =>
        state.Assignments.LastOrDefault(assignment => assignment.Covers(day))?.Inspector;
}
