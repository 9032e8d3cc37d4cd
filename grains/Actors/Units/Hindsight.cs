namespace Supervision.Actors.Units;

/// <summary>
/// A unit as it was. Two questions are kept apart: what was true at an instant (effective by then), and what was known at another
/// (recorded by then). Deadlines are facts at their own instants, whether or not anybody had noticed.
/// </summary>
internal static class Hindsight
{
    /// <param name="known">Events recorded by the instant in question, in the order of their versions.</param>
    /// <returns>Null when the unit was not registered then. The marks are of every period it had, oldest first, also of those its state let go.</returns>
    public static (UnitState State, long Version, ImmutableArray<DutyMark> Marks)? Of(
        IReadOnlyList<StoredEvent> known,
        DateTimeOffset asOf,
        Rulebook rules
    )
    {
        var state = UnitState.Empty;
        var marks = new SortedDictionary<Period, DutyMark>();
        long version = 0;
        foreach (var stored in StandingFacts.Of<UnitEvent>(known))
        {
            if (stored.EffectiveAt > asOf)
                continue;
            var next = Unit.Evolve(state, new(RulesJson.Read<UnitEvent>(stored.Payload.Span), stored.EffectiveAt, stored.RecordedAt));
            if (next.Duties.Length == UnitState.KeptDuties && next.Duties[0].Period != state.Duties[0].Period)
                Keep(state.Duties[..1]);
            state = next;
            version = stored.Version;
            if (!state.Exists)
                return null;
        }

        if (!state.Exists || state.Current is null)
            return null;
        // What fell due by then without anybody noticing is shown, but is no event that anybody was given a version of.
        var past = Unit.Replay(state, UnitClock.Advance(state, asOf, rules)) with
        {
            SeenVersion = state.SeenVersion,
        };
        Keep(state.Duties);
        Keep(past.Duties);
        return (past, version, [.. marks.Values]);

        void Keep(ImmutableArray<Duty> duties)
        {
            foreach (var duty in duties)
                marks[duty.Period] = new(duty.Period, duty.State, duty.ChargedTo);
        }
    }

    /// <summary>The county as it was known: its terms and policies.</summary>
    public static CountyState County(IReadOnlyList<StoredEvent> known) =>
        StandingFacts
            .Of<CountyEvent>(known)
            .Aggregate(
                CountyState.Empty,
                (state, stored) =>
                    Rules.Counties.County.Evolve(
                        state,
                        new(RulesJson.Read<CountyEvent>(stored.Payload.Span), stored.EffectiveAt, stored.RecordedAt)
                    )
            );
}
