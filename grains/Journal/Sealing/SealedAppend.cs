namespace Supervision.Journal.Sealing;

/// <summary>An append with the seals of all its rows; made on its caller's time, not on the writer's.</summary>
/// <param name="Previous">The link its first event follows; the head must still have it.</param>
/// <param name="Links">One for each event.</param>
/// <param name="Effects">For the last event; null when it wrote events only.</param>
/// <param name="Documents">The seal of each paper without its number, which the writer draws later.</param>
internal sealed record SealedAppend(
    Append Append,
    byte[] Previous,
    byte[][] Links,
    string? Effects,
    byte[] Head,
    byte[]? Receipt,
    byte[][] Alerts,
    byte[][] Resolved,
    byte[][] Documents,
    byte[][] Issues
)
{
    public byte[] Link => Links[^1];

    /// <summary>The effects belong to the last event.</summary>
    public string? EffectsOf(int @event) => @event == Links.Length - 1 ? Effects : null;

    /// <summary>For an alert that was resolved by the very append that raised it; null when it stands.</summary>
    public byte[]? ResolvedSeal(NewAlert alert)
    {
        for (var i = 0; i < Append.ResolvedAlerts.Count; i++)
            if (Append.ResolvedAlerts[i].Id == alert.Id)
                return Resolved[i];
        return null;
    }

    public static SealedAppend Of(Append append, byte[] previous, Seals seals)
    {
        var stream = append.Stream;
        var resolvedAt = append.ResolvedAt();
        var issues = Each(append.Issues, issue => seals.Issue(stream, issue));
        var effects = Journal.Sealing.Effects.Of(append, issues);
        var links = new byte[append.Events.Count][];
        var link = previous;
        for (var i = 0; i < links.Length; i++)
        {
            var next = append.Events[i];
            links[i] = link = seals.Event(
                link,
                stream,
                append.ExpectedVersion + 1 + i,
                next.Kind,
                next.EffectiveAt,
                next.RecordedAt,
                next.Actor,
                append.Receipt?.OpId,
                i == links.Length - 1 ? effects : null,
                next.Payload.Span
            );
        }

        return new(
            append,
            previous,
            links,
            effects,
            seals.Head(append.Head, link),
            append.Receipt is { } receipt ? seals.Receipt(stream, receipt) : null,
            Each(append.Alerts, alert => seals.Alert(stream, append.Head.County, alert)),
            Each(append.ResolvedAlerts, resolved => seals.Resolved(resolved.Id, resolvedAt, resolved.Reason)),
            Each(append.Documents, document => seals.Document(stream, document, append.Head.County, append.Head.Version, resolvedAt)),
            issues
        );
    }

    private static byte[][] Each<T>(IReadOnlyList<T> rows, Func<T, byte[]> seal) => rows.Count == 0 ? [] : [.. rows.Select(seal)];
}
