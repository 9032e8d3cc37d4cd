namespace Supervision.Journal.Records;

/// <param name="Kind">Stable name of the event type, e.g. <c>visit-accepted</c>.</param>
/// <param name="EffectiveAt">When it became true: the instant of the visit, or the due instant of a deadline.</param>
/// <param name="RecordedAt">When the system came to know it. Never before an earlier event of the same stream.</param>
/// <param name="Actor">Who caused it: an account name, or <c>system</c>.</param>
/// <param name="Payload">The event as UTF-8 JSON.</param>
public sealed record NewEvent(
    string Kind,
    DateTimeOffset EffectiveAt,
    DateTimeOffset RecordedAt,
    string Actor,
    ReadOnlyMemory<byte> Payload
)
{
    /// <summary>Code of the inspector whose visit the event is about; null for an event about no visit.</summary>
    public string? Visitor { get; init; }
}

/// <param name="Version">1 for the first event of a stream, without gaps.</param>
/// <param name="OpId">The command that caused it; null for what a deadline caused.</param>
public sealed record StoredEvent(
    string Stream,
    long Version,
    string Kind,
    DateTimeOffset EffectiveAt,
    DateTimeOffset RecordedAt,
    string Actor,
    Guid? OpId,
    ReadOnlyMemory<byte> Payload
);

/// <summary>Where a stream stands after its newest event; what a county needs to find it, wake it and show it.</summary>
/// <param name="Stream"><c>kind/code</c>, e.g. <c>school/2133901746</c>.</param>
/// <param name="Version">Version of the newest event.</param>
/// <param name="County">GB/T 2260 code of the county responsible now; for a county stream its own code.</param>
/// <param name="Inspector">Code of the responsible inspector, or null when there is none.</param>
/// <param name="NextDueAt">The earliest instant at which the stream changes by itself; null when none is known.</param>
/// <param name="Summary">The board row as UTF-8 JSON, exactly as it follows from this version's state.</param>
public sealed record Head(
    string Stream,
    long Version,
    string County,
    string? Inspector,
    DateTimeOffset? NextDueAt,
    ReadOnlyMemory<byte> Summary
)
{
    public string Kind => Stream[..Stream.IndexOf('/', StringComparison.Ordinal)];
}

/// <param name="OpId">Made by the client, UUIDv7; unique per stream.</param>
/// <param name="Fingerprint">Hash of the command's content, so that a key reused for other content is refused; at most 32 bytes.</param>
/// <param name="At">When the first answer was given.</param>
/// <param name="Body">The answer as UTF-8 JSON.</param>
public sealed record Receipt(Guid OpId, ReadOnlyMemory<byte> Fingerprint, DateTimeOffset At, ReadOnlyMemory<byte> Body);

/// <param name="Id">Deterministic, e.g. <c>missed-visit:2133901746:2026-04</c>: raising it twice stores it once.</param>
/// <param name="Recipients">Actor keys: <c>inspector/…</c>, <c>county/…</c>.</param>
/// <param name="EffectiveAt">The due instant.</param>
/// <param name="DetectedAt">When it was noticed; not before <paramref name="EffectiveAt"/>.</param>
/// <param name="Payload">What the alert says, as UTF-8 JSON with zh and en text.</param>
public sealed record NewAlert(
    string Id,
    string Kind,
    IReadOnlyList<string> Recipients,
    DateTimeOffset EffectiveAt,
    DateTimeOffset DetectedAt,
    ReadOnlyMemory<byte> Payload
);

/// <param name="Sequence">Position in the outbox, growing; gaps are possible.</param>
/// <param name="ResolvedAt">When its cause went away; null while it stands.</param>
/// <param name="AcknowledgedAt">When somebody first said that it was seen; null while nobody did.</param>
/// <param name="AcknowledgedBy">That account's name.</param>
/// <param name="ResolvedReason">Why it was resolved; null while it stands, and for what was resolved before reasons were kept.</param>
public sealed record StoredAlert(
    long Sequence,
    string Id,
    string Stream,
    string County,
    string Kind,
    IReadOnlyList<string> Recipients,
    DateTimeOffset EffectiveAt,
    DateTimeOffset DetectedAt,
    DateTimeOffset? ResolvedAt,
    ReadOnlyMemory<byte> Payload,
    DateTimeOffset? AcknowledgedAt = null,
    string? AcknowledgedBy = null,
    string? ResolvedReason = null
);

/// <summary>An alert whose cause is gone.</summary>
/// <param name="Reason">A code, e.g. <c>visited-since</c>; null says nothing.</param>
public sealed record ResolvedAlert(string Id, string? Reason = null)
{
    public static implicit operator ResolvedAlert(string id) => new(id);
}

/// <param name="ExpectedVersion">Version of the head this was decided on; 0 when the stream must not exist yet.</param>
/// <param name="Events">At least one.</param>
/// <param name="Head">Its version must be <c>ExpectedVersion + Events.Count</c>, its stream is the stream appended to.</param>
/// <param name="Receipt">Null when no command caused it (a deadline did).</param>
/// <param name="ResolvedAlerts">Those whose cause went away with these events; unknown or already resolved ones are ignored.</param>
public sealed record Append(
    long ExpectedVersion,
    IReadOnlyList<NewEvent> Events,
    Head Head,
    Receipt? Receipt,
    IReadOnlyList<NewAlert> Alerts,
    IReadOnlyList<ResolvedAlert> ResolvedAlerts
)
{
    public string Stream => Head.Stream;

    /// <summary>
    /// Each gets the next number of the head's county, its year and its kind in the same commit; one whose id the stream has
    /// already keeps the number it got.
    /// </summary>
    public IReadOnlyList<NewDocument> Documents { get; init; } = [];

    /// <summary>Issues as they stand after it. The stream's others follow when the head's county or inspector changes.</summary>
    public IReadOnlyList<IssueRow> Issues { get; init; } = [];
}

public abstract record AppendResult
{
    private AppendResult() { }

    /// <summary>Durable at <see cref="Append.Head"/>'s version.</summary>
    /// <param name="ResolvedElsewhere">Counties other than the head's that held an alert resolved by it: where the stream was when the alert was raised.</param>
    public sealed record Committed(IReadOnlyList<string> ResolvedElsewhere) : AppendResult
    {
        public static readonly Committed Instance = new([]);
    }

    /// <summary>The operation was committed before; nothing was written now.</summary>
    public sealed record Duplicate(Receipt Receipt) : AppendResult;

    /// <summary>Somebody else moved the stream; nothing was written. Reload and decide again.</summary>
    public sealed record Conflict : AppendResult
    {
        public static readonly Conflict Instance = new();
    }
}

public sealed record StreamTail(Head Head, IReadOnlyList<StoredEvent> Events);

/// <param name="Kinds">Stream prefixes, at least one.</param>
/// <param name="CountyPrefix">Leading digits of the county code: six for one county, four for a city, two for a province; null for all.</param>
public sealed record HeadQuery(IReadOnlyList<string> Kinds, string? CountyPrefix = null, string? Inspector = null);

/// <summary>Which events about one person's visits to read, at whatever units.</summary>
/// <param name="Visitor">Certificate code.</param>
/// <param name="From">Only what became true at this instant or later: a visit when it began.</param>
/// <param name="Until">Only visits that began before it; what became of visits is read in any case. Null for all.</param>
/// <param name="RecordedFrom">Only what was recorded at this instant or later.</param>
public sealed record VisitorQuery(string Visitor, DateTimeOffset From, DateTimeOffset? Until = null, DateTimeOffset? RecordedFrom = null);

/// <param name="BeforeSequence">Only alerts with a smaller sequence; for paging.</param>
/// <param name="Recipient">Only alerts addressed to this actor key.</param>
/// <param name="Stream">Only alerts about this stream.</param>
/// <param name="OpenOnly">Only alerts not resolved.</param>
public sealed record AlertQuery(
    string County,
    int Take = 100,
    long BeforeSequence = long.MaxValue,
    string? Recipient = null,
    string? Stream = null,
    bool OpenOnly = false
);

/// <summary>
/// The store understood and refused: a value is too large, malformed, or against a constraint. Nothing was written; repeating
/// the same is useless. Others in the same commit are not affected.
/// </summary>
public sealed class JournalRejectedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Orders writes that must not meet. On SQLite every writer of the process passes here one at a time (two would fight for the
/// file's lock and starve); on PostgreSQL it lets everyone through.
/// </summary>
public interface IWriteTurnstile
{
    Task<T> Pass<T>(Func<Task<T>> write, CancellationToken cancellation = default);
}
