namespace Supervision.Journal.Records;

/// <summary>
/// The append-only record of everything that was decided. It is the only truth: snapshots, boards, tallies and reports are
/// rebuilt from it. PostgreSQL and SQLite implement it alike; one test suite holds both to it.
/// </summary>
/// <remarks>
/// Every method throws <see cref="JournalUnavailableException"/> when the store can't answer. After that the outcome of an
/// <see cref="Append"/> is unknown: repeat it with the same operation id. All instants are UTC, whole milliseconds.
/// A write the store refuses for its content throws <see cref="JournalRejectedException"/>: an event, a summary or an issue over 1 MiB,
/// text with a zero character.
/// </remarks>
public interface IJournal
{
    /// <summary>
    /// Commits events, head, receipt, alerts, documents and issues of one stream together, or nothing. Returns only after the commit is durable.
    /// A stream's appends must be made one after another; different streams may append concurrently and share a commit.
    /// </summary>
    Task<AppendResult> Append(Append append, CancellationToken cancellation = default);

    /// <summary>The head and every event after <paramref name="afterVersion"/>, in order; null when the stream does not exist.</summary>
    Task<StreamTail?> Read(string stream, long afterVersion, CancellationToken cancellation = default);

    /// <summary>At most <paramref name="take"/> events with version below <paramref name="beforeVersion"/>, newest first.</summary>
    Task<IReadOnlyList<StoredEvent>> History(string stream, long beforeVersion, int take, CancellationToken cancellation = default);

    /// <summary>Every event of a stream recorded at that instant or before, in order: what the system knew then.</summary>
    Task<IReadOnlyList<StoredEvent>> EventsKnown(string stream, DateTimeOffset knownAt, CancellationToken cancellation = default);

    /// <summary>
    /// <see cref="EventsKnown"/> of every stream of these kinds (<c>school</c>, …) whose head is in the county now, wherever it
    /// was then; ordered by stream, then version.
    /// </summary>
    /// <param name="county">Its whole code.</param>
    Task<IReadOnlyList<StoredEvent>> EventsKnownOf(
        string county,
        IReadOnlyList<string> kinds,
        DateTimeOffset knownAt,
        CancellationToken cancellation = default
    );

    /// <summary>Events about one person's visits, in the order they were recorded.</summary>
    Task<IReadOnlyList<StoredEvent>> Visits(VisitorQuery query, CancellationToken cancellation = default);

    /// <summary>What was answered to this operation before, or null.</summary>
    Task<Receipt?> FindReceipt(string stream, Guid opId, CancellationToken cancellation = default);

    /// <summary>
    /// Keeps the answer of an operation that changed nothing (a refusal, or an upsert that found nothing new). The first answer
    /// stands: when one is already stored, that one is returned.
    /// </summary>
    Task<Receipt> KeepReceipt(string stream, Receipt receipt, CancellationToken cancellation = default);

    /// <summary>Heads of one kind (<c>school</c>, <c>county</c>, …), optionally of one county or of one inspector, ordered by stream.</summary>
    Task<IReadOnlyList<Head>> Heads(HeadQuery query, CancellationToken cancellation = default);

    /// <summary>Versions of the heads <see cref="Heads"/> would return: the cheap half of a reconciliation.</summary>
    Task<IReadOnlyDictionary<string, long>> HeadVersions(HeadQuery query, CancellationToken cancellation = default);

    /// <summary>Streams of a county with <c>next_due_at &lt;= now</c>, earliest first, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<string>> Due(string county, DateTimeOffset now, int take, CancellationToken cancellation = default);

    /// <summary>Alerts, newest first by outbox sequence.</summary>
    Task<IReadOnlyList<StoredAlert>> Alerts(AlertQuery query, CancellationToken cancellation = default);

    /// <summary>
    /// Marks an alert of a county as seen. The first mark stands: a repeat, also by somebody else, changes nothing. Returns the
    /// alert as it stands then, or null when the county has no such alert. Durable when it returns.
    /// </summary>
    /// <param name="endsAs">The reason under which this resolves the alert too, if it stands; null only marks it.</param>
    Task<StoredAlert?> AcknowledgeAlert(
        string county,
        string id,
        string by,
        DateTimeOffset at,
        string? endsAs = null,
        CancellationToken cancellation = default
    );

    /// <summary>Resolves alerts of a county apart from any event: they were found to stand no longer. Each has its reason; returns how many stood.</summary>
    Task<int> EndAlerts(string county, IReadOnlyList<ResolvedAlert> alerts, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>How many alerts of a county are not resolved.</summary>
    Task<int> CountOpenAlerts(string county, CancellationToken cancellation = default);

    /// <summary>All documents of a stream, in order of issue: by version, then id.</summary>
    Task<IReadOnlyList<StoredDocument>> Documents(string stream, CancellationToken cancellation = default);

    /// <summary>A page of the documents numbered in a county.</summary>
    Task<IReadOnlyList<StoredDocument>> DocumentsOf(DocumentQuery query, CancellationToken cancellation = default);

    /// <summary>A page of issues.</summary>
    Task<IReadOnlyList<StoredIssueRow>> Issues(IssueQuery query, CancellationToken cancellation = default);

    /// <summary>How many issues meet a query on all its pages.</summary>
    Task<int> CountIssues(IssueQuery query, CancellationToken cancellation = default);

    /// <summary>A number that grows with every call for a scope and survives restarts; the high half of a board's version. Starts at 1.</summary>
    Task<long> ReserveEpoch(string scope, CancellationToken cancellation = default);

    /// <summary>A fact about the whole store, such as whether it belongs to a sandbox; null when never set.</summary>
    Task<string?> Fact(string name, CancellationToken cancellation = default);

    /// <summary>Sets a fact of the store if it was not set yet; returns the value that stands.</summary>
    Task<string> SetFactOnce(string name, string value, CancellationToken cancellation = default);
}
