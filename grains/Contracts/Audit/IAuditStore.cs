using System.Text.Json.Serialization;

namespace Supervision.Contracts.Audit;

/// <summary>
/// The record of who did what, beside the journal and apart from it: append-only, one chain of seals for each county and one for the
/// system. Several processes may write; each chain stays linear. A store that does not answer throws <see cref="JournalUnavailableException"/>.
/// </summary>
public interface IAuditStore
{
    /// <summary>
    /// Adds an entry to its chain; returns only after it is durable. What was accepted or refused before under the same operation id, for the
    /// same account, action, target and answer, goes down as <see cref="AuditResult.Repeated"/>.
    /// </summary>
    Task Write(NewAuditEntry entry, CancellationToken cancellation = default);

    /// <summary>A page of entries, newest first.</summary>
    Task<IReadOnlyList<StoredAuditEntry>> Find(AuditQuery query, CancellationToken cancellation = default);

    /// <summary>Every chain with its newest entry, by name.</summary>
    Task<IReadOnlyList<AuditChain>> Chains(CancellationToken cancellation = default);

    /// <summary>Walks one chain. Takes time in proportion to its length; reads without holding anybody up.</summary>
    Task<ChainCheck> Check(string chain, CancellationToken cancellation = default);

    /// <summary>Roots of a county, newest first.</summary>
    Task<IReadOnlyList<SealedRoot>> Roots(string county, int take, CancellationToken cancellation = default);
}

/// <summary>Seals a county's day; for the county itself.</summary>
public interface IAuditRoots
{
    /// <summary>
    /// The root of everything the county's streams and its audit chain hold now. The first one of a day stands: asked again, that one is
    /// returned.
    /// </summary>
    /// <param name="day">The civil day that ended.</param>
    Task<SealedRoot> SealDay(string county, DateOnly day, DateTimeOffset at, CancellationToken cancellation = default);
}

[JsonConverter(typeof(JsonStringEnumConverter<AuditResult>))]
public enum AuditResult
{
    None = 0,
    Accepted = 1,

    /// <summary>The answer given before was given again.</summary>
    Repeated = 2,

    /// <summary>By a rule.</summary>
    Refused = 3,

    /// <summary>For who asked: not signed in, out of scope, not of that role.</summary>
    Denied = 4,

    /// <summary>The outcome is unknown.</summary>
    Fault = 5,
}

/// <param name="Chain">GB/T 2260 code of a county, or <see cref="SystemChain"/>.</param>
/// <param name="Who">Account name; <c>?</c> when nobody was signed in.</param>
/// <param name="Session">Id of the session; null without one.</param>
/// <param name="Address">Where the request came from.</param>
/// <param name="Agent">Keyed hash of the user agent, which tells devices apart and no more.</param>
/// <param name="Action">Name of the endpoint.</param>
/// <param name="Target">Key of what it was about, e.g. <c>school/2133901815</c>; never free text.</param>
/// <param name="Fingerprint">Hash of what was asked, hex.</param>
/// <param name="Status">HTTP status of the answer.</param>
/// <param name="Code">Of the refusal.</param>
/// <param name="Kept">Stream in which the answer left its receipt, under <paramref name="OpId"/>, or its file; null when it left neither.</param>
/// <param name="File">SHA-256 of the file it left there, lower-case hex; null for a receipt.</param>
public sealed record NewAuditEntry(
    string Chain,
    DateTimeOffset At,
    string Who,
    string Role,
    string Area,
    string? Session,
    string? Address,
    string? Agent,
    string Action,
    string? Target,
    Guid? OpId,
    string? Fingerprint,
    AuditResult Result,
    int Status,
    string? Code,
    string? Kept = null,
    string? File = null
)
{
    public const string SystemChain = "system";
}

/// <param name="Sequence">1, 2, 3, … in its chain, without gaps.</param>
public sealed record StoredAuditEntry(NewAuditEntry Entry, long Sequence);

/// <param name="Chain">Exactly this one; null for all.</param>
/// <param name="Target">How the target begins.</param>
/// <param name="Action">How the action begins.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
/// <param name="After">Where the page before ended; null for the first.</param>
/// <param name="Take">1–1000.</param>
public sealed record AuditQuery(
    string? Chain = null,
    string? Who = null,
    string? Action = null,
    string? Target = null,
    AuditResult Result = AuditResult.None,
    DateTimeOffset? From = null,
    DateTimeOffset? To = null,
    AuditPosition? After = null,
    int Take = 100
);

public sealed record AuditPosition(DateTimeOffset At, string Chain, long Sequence)
{
    public static AuditPosition Of(StoredAuditEntry stored) => new(stored.Entry.At, stored.Entry.Chain, stored.Sequence);
}

/// <param name="Sequence">Of the newest entry; 0 when there is none.</param>
public sealed record AuditChain(string Chain, long Sequence);

/// <param name="BrokenAt">First sequence that does not follow; null when all do.</param>
public sealed record ChainCheck(string Chain, long Entries, long? BrokenAt);

/// <param name="Streams">Of the county when it was sealed.</param>
/// <param name="Events">In those.</param>
/// <param name="AuditSequence">Newest entry of the county's audit chain; 0 when there was none.</param>
/// <param name="Root">Lower-case hex.</param>
public sealed record SealedRoot(
    string County,
    DateOnly Day,
    DateTimeOffset SealedAt,
    long Streams,
    long Events,
    long AuditSequence,
    string Root
);
