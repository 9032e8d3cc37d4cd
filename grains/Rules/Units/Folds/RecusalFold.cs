namespace Supervision.Rules.Units.Folds;

/// <summary>What a recusal, and its end, leave in a unit's state.</summary>
internal static class RecusalFold
{
    private const int KeptPast = 16;

    public static UnitState Recused(UnitState state, InspectorRecused e, DateTimeOffset at)
    {
        var today = CivilTime.DateOf(at);
        return state with
        {
            Recusals =
            [
                .. state.Recusals.Where(known => known.Inspector != e.Inspector),
                new(e.Inspector, e.Reason, e.Document, at) { From = e.Since },
            ],
            Assignments = Ended(state.Assignments, today.AddDays(-1)),
            Deputies = Ended(state.Deputies, today), // visits of this morning counted when they were made
        };

        ImmutableArray<Assignment> Ended(ImmutableArray<Assignment> planned, DateOnly last) =>
            [
                .. planned
                    .Where(assignment => assignment.Inspector != e.Inspector || assignment.From <= last)
                    .Select(assignment =>
                        assignment.Inspector == e.Inspector && !(assignment.To <= last) ? assignment with { To = last } : assignment
                    ),
            ];
    }

    public static UnitState Lifted(UnitState state, RecusalLifted e, DateTimeOffset at)
    {
        if (state.Recusals.FirstOrDefault(known => known.Inspector == e.Inspector) is not { } lifted)
            return state;
        var past = state.PastRecusals.Add(lifted with { LiftedAt = at });
        return state with { Recusals = state.Recusals.Remove(lifted), PastRecusals = past.Length > KeptPast ? past.RemoveAt(0) : past };
    }
}
