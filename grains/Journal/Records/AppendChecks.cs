namespace Supervision.Journal.Records;

/// <summary>What both stores demand of an append before they look at it; a violation is a bug of the caller.</summary>
internal static class AppendChecks
{
    public static void Demand(Append append)
    {
        ArgumentNullException.ThrowIfNull(append);
        if (append.Events.Count == 0)
            throw new ArgumentException("An append carries at least one event.", nameof(append));
        if (append.Head.Version != append.ExpectedVersion + append.Events.Count)
            throw new ArgumentException(
                $"{append.Stream}: {append.Events.Count} events after version {append.ExpectedVersion} do not make version {append.Head.Version}.",
                nameof(append)
            );
        if (append.Stream.IndexOf('/', StringComparison.Ordinal) <= 0)
            throw new ArgumentException($"'{append.Stream}' is not kind/code.", nameof(append));
        if (Repeats(append.Documents, document => document.Id))
            throw new ArgumentException($"{append.Stream}: two documents of one append have the same id.", nameof(append));
        if (Repeats(append.Issues, issue => issue.Number))
            throw new ArgumentException($"{append.Stream}: two issues of one append have the same number.", nameof(append));
    }

    /// <summary>When the causes of an append's resolved alerts count as gone: when its newest event was recorded.</summary>
    public static DateTimeOffset ResolvedAt(this Append append) => append.Events[^1].RecordedAt;

    /// <summary>When an alert of this very append was resolved by it too; null when it stands.</summary>
    public static DateTimeOffset? ResolvedAt(this Append append, NewAlert alert) =>
        append.Resolving(alert) is null ? null : append.ResolvedAt();

    /// <summary>How an alert of this very append was resolved by it too; null when it stands.</summary>
    public static ResolvedAlert? Resolving(this Append append, NewAlert alert)
    {
        foreach (var resolved in append.ResolvedAlerts)
            if (resolved.Id == alert.Id)
                return resolved;
        return null;
    }

    private static bool Repeats<T, TKey>(IReadOnlyList<T> items, Func<T, TKey> key) =>
        items.Count > 1 && items.DistinctBy(key).Count() < items.Count;
}
