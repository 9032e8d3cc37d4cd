namespace Supervision.Actors.Handling;

/// <summary>The facts of a stream that stand: those an annulment among them names are left out.</summary>
internal static class StandingFacts
{
    /// <param name="events">A whole stream, or all of it that was known.</param>
    public static IEnumerable<StoredEvent> Of<TEvent>(IReadOnlyList<StoredEvent> events)
    {
        if (!IsNeeded(events))
            return events;
        var gone = Annulments.Of(History<TEvent>(events.Where(stored => Annulments.Is(stored.Kind))));
        return events.Where(stored => !gone.Contains(stored.Version));
    }

    /// <summary>Whether one of the events reaches back: then none of them may be folded onto what was folded before.</summary>
    public static bool IsNeeded(IEnumerable<StoredEvent> events) => events.Any(stored => Annulments.Is(stored.Kind));

    public static IReadOnlyList<Recorded<TEvent>> History<TEvent>(IEnumerable<StoredEvent> events) =>
        [
            .. events.Select(stored => new Recorded<TEvent>(
                stored.Version,
                new(RulesJson.Read<TEvent>(stored.Payload.Span), stored.EffectiveAt, stored.RecordedAt)
            )),
        ];
}
