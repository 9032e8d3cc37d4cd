namespace Supervision.Rules.Units.Folds;

/// <summary>What issues, measures, referrals and self-checks of a unit have in common: numbers and running clocks.</summary>
public static class Casework
{
    internal static UnitState With(this UnitState state, int issue, Func<Issue, Issue> change)
    {
        for (var i = 0; i < state.Issues.Length; i++)
            if (state.Issues[i].No == issue)
                return state with { Issues = state.Issues.SetItem(i, change(state.Issues[i])) };
        return state;
    }

    internal static LadderState With(this LadderState ladder, int measure, Func<Measure, Measure> change)
    {
        for (var i = 0; i < ladder.Measures.Length; i++)
            if (ladder.Measures[i].No == measure)
                return ladder with { Measures = ladder.Measures.SetItem(i, change(ladder.Measures[i])) };
        return ladder;
    }

    /// <summary>The next clock to fall, over everything the unit has open; null when none runs.</summary>
    public static (CaseKind Case, int No, Deadline Deadline)? Next(UnitState state)
    {
        (CaseKind Case, int No, Deadline Deadline)? next = null;
        foreach (var issue in state.Issues)
            Consider(CaseKind.Issue, issue.No, issue.Deadlines);
        foreach (var measure in state.Ladder.Measures)
            if (measure.IsPending || measure.IsInForce)
                Consider(CaseKind.Measure, measure.No, measure.Deadlines);
        foreach (var duty in state.SelfChecks)
            Consider(CaseKind.SelfCheck, duty.No, duty.Deadlines);
        foreach (var referral in state.Referrals)
            Consider(CaseKind.Referral, referral.No, referral.Deadlines);
        foreach (var entry in state.Entries)
            Consider(CaseKind.Entry, entry.No, entry.Deadlines);
        return next;

        void Consider(CaseKind kind, int no, ImmutableArray<Deadline> deadlines)
        {
            if (deadlines.Next() is { } deadline && (next is not { } known || deadline.FallsAt < known.Deadline.FallsAt))
                next = (kind, no, deadline);
        }
    }

    /// <summary>Every clock of the unit that runs or has run out unanswered.</summary>
    public static IEnumerable<(CaseKind Case, int No, Deadline Deadline)> Clocks(UnitState state)
    {
        foreach (var issue in state.Issues)
        foreach (var deadline in issue.Deadlines)
            yield return (CaseKind.Issue, issue.No, deadline);
        foreach (var measure in state.Ladder.Measures)
            if (measure.IsPending || measure.IsInForce)
                foreach (var deadline in measure.Deadlines)
                    yield return (CaseKind.Measure, measure.No, deadline);
        foreach (var duty in state.SelfChecks)
        foreach (var deadline in duty.Deadlines)
            yield return (CaseKind.SelfCheck, duty.No, deadline);
        foreach (var referral in state.Referrals)
        foreach (var deadline in referral.Deadlines)
            yield return (CaseKind.Referral, referral.No, deadline);
        foreach (var entry in state.Entries)
        foreach (var deadline in entry.Deadlines)
            yield return (CaseKind.Entry, entry.No, deadline);
    }

    internal static UnitState Passed(UnitState state, DeadlinePassed e) =>
        e.Case switch
        {
            CaseKind.Issue => state.With(
                e.No,
                issue =>
                    issue with
                    {
                        Deadlines = e.Kind is DeadlineKind.LookBackOpens ? issue.Deadlines.Without(e.Kind) : issue.Deadlines.Pass(e.Kind),
                        State = e.Kind == DeadlineKind.LookBackOpens ? IssueState.LookBack : issue.State,
                        Since = e.Kind == DeadlineKind.LookBackOpens ? CivilTime.StartOf(e.Due) : issue.Since,
                    }
            ),
            CaseKind.Measure => state with
            {
                Ladder = state.Ladder.With(
                    e.No,
                    measure =>
                        measure with
                        {
                            // What is overdue needs no reminder any more.
                            Deadlines = (
                                e.Kind == DeadlineKind.FactFinding
                                    ? measure.Deadlines.Without(DeadlineKind.FactFindingNear)
                                    : measure.Deadlines
                            ).Pass(e.Kind),
                        }
                ),
            },
            CaseKind.SelfCheck => state with
            {
                SelfChecks =
                [
                    .. state.SelfChecks.Select(duty => duty.No == e.No ? duty with { Deadlines = duty.Deadlines.Pass(e.Kind) } : duty),
                ],
            },
            CaseKind.Referral => state with
            {
                Referrals =
                [
                    .. state.Referrals.Select(referral =>
                        referral.No == e.No ? referral with { Deadlines = referral.Deadlines.Pass(e.Kind) } : referral
                    ),
                ],
            },
            CaseKind.Entry => state with
            {
                Entries =
                [
                    .. state.Entries.Select(entry => entry.No == e.No ? entry with { Deadlines = entry.Deadlines.Pass(e.Kind) } : entry),
                ],
            },
            _ => state,
        };
}
