namespace Supervision.Journal.Verifying;

/// <summary>Rows of a stream with the seals they were stored under.</summary>
internal sealed partial class StreamWalk
{
    private sealed record HeadSealed(Head Head, byte[]? Mac, byte[]? Seal);

    private sealed record EventSealed(StoredEvent Event, string? Effects, byte[]? Mac, string? Visitor);

    private sealed record AlertSealed(
        string County,
        NewAlert Alert,
        DateTimeOffset? ResolvedAt,
        byte[]? Seal,
        byte[]? ResolvedSeal,
        DateTimeOffset? SeenAt,
        string? SeenBy,
        byte[]? SeenSeal,
        string? ResolvedReason
    );

    private sealed record IssueSealed(string County, string? Inspector, IssueRow Issue, byte[]? Seal);
}
