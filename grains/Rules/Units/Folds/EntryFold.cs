namespace Supervision.Rules.Units.Folds;

/// <summary>What an entry by hand, and its decision, leave in a unit's state.</summary>
internal static class EntryFold
{
    /// <summary>Null for other events.</summary>
    public static UnitState? Evolve(UnitState state, Fact<UnitEvent> fact) =>
        fact.Event switch
        {
            NamingEntered e => Added(
                state,
                new(e.No, HandEntryKind.Naming, e.By, fact.EffectiveAt, e.Document, e.Evidence, e.Deadlines, e.Bulletin, e.IssuedOn)
            ),
            ComplaintEntered e => Added(
                state,
                new(e.No, HandEntryKind.Complaint, e.By, fact.EffectiveAt, e.Document, e.Evidence, e.Deadlines, Complaint: e.Mark)
            ),
            EntryApproved e => Removed(state, e.No),
            EntryRejected e => Removed(state, e.No),
            _ => null,
        };

    private static UnitState Added(UnitState state, HandEntry entry) =>
        state with
        {
            Entries = [.. state.Entries, entry],
            LastEntry = Math.Max(state.LastEntry, entry.No),
        };

    private static UnitState Removed(UnitState state, int no) => state with { Entries = state.Entries.RemoveAll(entry => entry.No == no) };
}
