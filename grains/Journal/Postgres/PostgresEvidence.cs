using Npgsql;

namespace Supervision.Journal.Postgres;

internal sealed class PostgresEvidence(NpgsqlDataSource source, Seals seals) : IEvidenceStore
{
    private readonly PostgresReads _reads = new(source);

    public Task<bool> Put(StoredEvidence meta, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        EvidenceChecks.Demand(meta, content);
        return PostgresFaults.Translated(async () =>
        {
            await using var command = source.CreateCommand(
                """
                insert into journal_evidence (stream, hash, county, media_type, size, file_name, uploaded_by, uploaded_at, content, seal)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                on conflict (stream, hash) do nothing
                """
            );
            command
                .With(meta.Stream)
                .With(meta.Hash)
                .With(meta.County)
                .With(meta.MediaType)
                .With(meta.Size)
                .With(meta.FileName)
                .With(meta.UploadedBy)
                .With(meta.UploadedAt.UtcDateTime)
                .With(content)
                .With(seals.Evidence(meta));
            return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false) == 1;
        });
    }

    public Task<StoredEvidence?> Find(string stream, string hash, CancellationToken cancellation = default) =>
        _reads.RowOrNull(
            $"select {PostgresRows.EvidenceColumns} from journal_evidence where stream = $1 and hash = $2",
            command => command.With(stream).With(hash),
            PostgresRows.Evidence,
            cancellation
        );

    public async Task<ReadOnlyMemory<byte>?> Read(string stream, string hash, CancellationToken cancellation = default)
    {
        var content = await _reads
            .RowOrNull(
                "select content from journal_evidence where stream = $1 and hash = $2",
                command => command.With(stream).With(hash),
                row => row.GetFieldValue<byte[]>(0),
                cancellation
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
                    "select hash from journal_evidence where stream = $1 and hash = any($2)",
                    command => command.With(stream).With(missing.ToArray()),
                    row => row.GetString(0),
                    cancellation
                )
                .ConfigureAwait(false)
        );
        return missing;
    }
}
