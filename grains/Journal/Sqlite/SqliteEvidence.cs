using System.Text.Json;

namespace Supervision.Journal.Sqlite;

internal sealed class SqliteEvidence(SqliteWriter writer, JournalOptions options, Seals seals) : IEvidenceStore
{
    private readonly SqliteReads _reads = new(options.SqliteFile!);

    public Task<bool> Put(StoredEvidence meta, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        EvidenceChecks.Demand(meta, content);
        return writer.Write(
            statements =>
                statements.ExecuteOnce(
                    """
                    insert into journal_evidence (stream, hash, county, media_type, size, file_name, uploaded_by, uploaded_at, content, seal)
                    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                    on conflict (stream, hash) do nothing
                    """,
                    meta.Stream,
                    meta.Hash,
                    meta.County,
                    meta.MediaType,
                    meta.Size,
                    meta.FileName,
                    meta.UploadedBy,
                    meta.UploadedAt,
                    content,
                    seals.Evidence(meta)
                ) == 1,
            cancellation
        );
    }

    public Task<StoredEvidence?> Find(string stream, string hash, CancellationToken cancellation = default) =>
        _reads.RowOrNull(
            $"select {SqliteRows.EvidenceColumns} from journal_evidence where stream = $1 and hash = $2",
            SqliteRows.Evidence,
            cancellation,
            stream,
            hash
        );

    public async Task<ReadOnlyMemory<byte>?> Read(string stream, string hash, CancellationToken cancellation = default)
    {
        var content = await _reads
            .RowOrNull(
                "select content from journal_evidence where stream = $1 and hash = $2",
                row => row.GetFieldValue<byte[]>(0),
                cancellation,
                stream,
                hash
            )
            .ConfigureAwait(false);
        return content is null ? default(ReadOnlyMemory<byte>?) : content;
    }

    public async Task<IReadOnlySet<string>> Missing(string stream, IReadOnlyList<string> hashes, CancellationToken cancellation = default)
    {
        var missing = new HashSet<string>(hashes, StringComparer.Ordinal);
        missing.ExceptWith(
            await _reads
                .Rows(
                    "select hash from journal_evidence where stream = $1 and hash in (select value from json_each($2))",
                    row => row.GetString(0),
                    cancellation,
                    stream,
                    JsonSerializer.Serialize(missing)
                )
                .ConfigureAwait(false)
        );
        return missing;
    }
}
