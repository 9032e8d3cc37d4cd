namespace Supervision.Journal.Records;

/// <summary>
/// Files that events refer to by their hash: photographs, scans. They lie beside the journal in the same database, are never
/// changed and never removed. Faults are those of <see cref="IJournal"/>.
/// </summary>
public interface IEvidenceStore
{
    /// <summary>Largest content, in bytes: 20 MiB.</summary>
    const int MaxSize = 20 * 1024 * 1024;

    /// <summary>
    /// Keeps a file; returns only after it is durable. False when the stream has that content already: what was said about it
    /// first stands.
    /// </summary>
    /// <exception cref="ArgumentException">Hash or size are not the content's.</exception>
    /// <exception cref="JournalRejectedException">The content is larger than <see cref="MaxSize"/>.</exception>
    Task<bool> Put(StoredEvidence meta, ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

    /// <summary>What is known about a file; null when the stream has none of that hash.</summary>
    Task<StoredEvidence?> Find(string stream, string hash, CancellationToken cancellation = default);

    /// <summary>The content; null when the stream has none of that hash.</summary>
    Task<ReadOnlyMemory<byte>?> Read(string stream, string hash, CancellationToken cancellation = default);

    /// <summary>Those of the hashes the stream has no file of.</summary>
    Task<IReadOnlySet<string>> Missing(string stream, IReadOnlyList<string> hashes, CancellationToken cancellation = default);
}

/// <param name="Stream">The stream whose events refer to it.</param>
/// <param name="Hash">SHA-256 of the content, lower-case hex.</param>
/// <param name="County">GB/T 2260 code of the county responsible when it was uploaded.</param>
/// <param name="MediaType">E.g. <c>image/jpeg</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="FileName">As the client called it; null when it did not.</param>
/// <param name="UploadedBy">Account name.</param>
public sealed record StoredEvidence(
    string Stream,
    string Hash,
    string County,
    string MediaType,
    long Size,
    string? FileName,
    string UploadedBy,
    DateTimeOffset UploadedAt
);
