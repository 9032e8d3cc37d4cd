namespace Supervision.TestKit;

/// <summary>The silo's journal with faults on demand. A fault strikes while its condition holds; null means never.</summary>
public sealed class TestJournal(IJournal inner) : IJournal
{
    /// <summary>The append is not made, and its caller hears nothing but a fault.</summary>
    public Func<Append, bool>? LoseBeforeCommit { get; set; }

    /// <summary>The append is made, and its caller hears nothing but a fault.</summary>
    public Func<Append, bool>? LoseAfterCommit { get; set; }

    /// <summary>Streams that can't be read.</summary>
    public Func<string, bool>? LoseRead { get; set; }

    /// <summary>Runs before an append is made; what it appends itself does not pass here.</summary>
    public Func<IJournal, Append, Task>? Meanwhile { get; set; }

    public async Task<AppendResult> Append(Append append, CancellationToken cancellation = default)
    {
        if (LoseBeforeCommit?.Invoke(append) == true)
            throw Lost(append.Stream);
        if (Meanwhile is { } meanwhile)
            await meanwhile(inner, append);
        var result = await inner.Append(append, cancellation);
        return LoseAfterCommit?.Invoke(append) == true ? throw Lost(append.Stream) : result;
    }

    public Task<StreamTail?> Read(string stream, long afterVersion, CancellationToken cancellation = default) =>
        LoseRead?.Invoke(stream) == true ? throw Lost(stream) : inner.Read(stream, afterVersion, cancellation);

    public Task<IReadOnlyList<StoredEvent>> History(
        string stream,
        long beforeVersion,
        int take,
        CancellationToken cancellation = default
    ) => inner.History(stream, beforeVersion, take, cancellation);

    public Task<IReadOnlyList<StoredEvent>> EventsKnown(string stream, DateTimeOffset knownAt, CancellationToken cancellation = default) =>
        inner.EventsKnown(stream, knownAt, cancellation);

    public Task<IReadOnlyList<StoredEvent>> EventsKnownOf(
        string county,
        IReadOnlyList<string> kinds,
        DateTimeOffset knownAt,
        CancellationToken cancellation = default
    ) => inner.EventsKnownOf(county, kinds, knownAt, cancellation);

    public Task<IReadOnlyList<StoredEvent>> Visits(VisitorQuery query, CancellationToken cancellation = default) =>
        inner.Visits(query, cancellation);

    public Task<Receipt?> FindReceipt(string stream, Guid opId, CancellationToken cancellation = default) =>
        inner.FindReceipt(stream, opId, cancellation);

    public Task<Receipt> KeepReceipt(string stream, Receipt receipt, CancellationToken cancellation = default) =>
        inner.KeepReceipt(stream, receipt, cancellation);

    public Task<IReadOnlyList<Head>> Heads(HeadQuery query, CancellationToken cancellation = default) => inner.Heads(query, cancellation);

    public Task<IReadOnlyDictionary<string, long>> HeadVersions(HeadQuery query, CancellationToken cancellation = default) =>
        inner.HeadVersions(query, cancellation);

    public Task<IReadOnlyList<string>> Due(string county, DateTimeOffset now, int take, CancellationToken cancellation = default) =>
        inner.Due(county, now, take, cancellation);

    public Task<IReadOnlyList<StoredAlert>> Alerts(AlertQuery query, CancellationToken cancellation = default) =>
        inner.Alerts(query, cancellation);

    public Task<StoredAlert?> AcknowledgeAlert(
        string county,
        string id,
        string by,
        DateTimeOffset at,
        string? endsAs = null,
        CancellationToken cancellation = default
    ) => inner.AcknowledgeAlert(county, id, by, at, endsAs, cancellation);

    public Task<int> EndAlerts(
        string county,
        IReadOnlyList<ResolvedAlert> alerts,
        DateTimeOffset at,
        CancellationToken cancellation = default
    ) => inner.EndAlerts(county, alerts, at, cancellation);

    public Task<int> CountOpenAlerts(string county, CancellationToken cancellation = default) =>
        inner.CountOpenAlerts(county, cancellation);

    public Task<IReadOnlyList<StoredDocument>> Documents(string stream, CancellationToken cancellation = default) =>
        inner.Documents(stream, cancellation);

    public Task<IReadOnlyList<StoredDocument>> DocumentsOf(DocumentQuery query, CancellationToken cancellation = default) =>
        inner.DocumentsOf(query, cancellation);

    public Task<IReadOnlyList<StoredIssueRow>> Issues(IssueQuery query, CancellationToken cancellation = default) =>
        inner.Issues(query, cancellation);

    public Task<int> CountIssues(IssueQuery query, CancellationToken cancellation = default) => inner.CountIssues(query, cancellation);

    public Task<long> ReserveEpoch(string scope, CancellationToken cancellation = default) => inner.ReserveEpoch(scope, cancellation);

    public Task<string?> Fact(string name, CancellationToken cancellation = default) => inner.Fact(name, cancellation);

    public Task<string> SetFactOnce(string name, string value, CancellationToken cancellation = default) =>
        inner.SetFactOnce(name, value, cancellation);

    private static JournalUnavailableException Lost(string stream) => new($"{stream}: the test lost the store.");
}
