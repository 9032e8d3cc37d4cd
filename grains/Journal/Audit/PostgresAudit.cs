using Npgsql;

namespace Supervision.Journal;

/// <summary>The audit record in the journal's database, written by any number of gateways.</summary>
internal sealed class PostgresAudit(NpgsqlDataSource source, JournalOptions options, AuditSeals seals) : IAuditStore, IAuditRoots, IAsyncDisposable, IDisposable
{
    private readonly PostgresAuditWriter _writer = new(source, seals);
    private readonly PostgresReads _reads = new(source);

    public Task Write(NewAuditEntry entry, CancellationToken cancellation = default) => _writer.Write(entry, cancellation);

    public Task<IReadOnlyList<StoredAuditEntry>> Find(AuditQuery query, CancellationToken cancellation = default)
    {
        var filter = Filter.Of(query);
        return _reads.Rows(
            $"select {AuditColumns.Entry} from audit_entries where {filter.Page(query)}", command => PostgresCasework.Bind(command, filter), AuditColumns.EntryOf, cancellation);
    }

    public Task<IReadOnlyList<AuditChain>> Chains(CancellationToken cancellation = default) =>
        _reads.Rows("select chain, sequence from audit_chains order by chain", _ => { }, row => new AuditChain(row.GetString(0), row.GetInt64(1)), cancellation);

    public Task<ChainCheck> Check(string chain, CancellationToken cancellation = default) => Task.Run(() => ChainWalk.Check(options, seals, chain), cancellation);

    public Task<IReadOnlyList<SealedRoot>> Roots(string county, int take, CancellationToken cancellation = default) => _reads.Rows(
        $"select {AuditColumns.Root} from audit_roots where county = $1 order by day desc limit $2", command => command.With(county).With(take), AuditColumns.RootOf, cancellation);

    public async Task<SealedRoot> SealDay(string county, DateOnly day, DateTimeOffset at, CancellationToken cancellation = default) =>
        await Standing(county, day, cancellation).ConfigureAwait(false)
        ?? await Tried(county, day, at, cancellation).ConfigureAwait(false)
        // Another activation of the county was faster.
        ?? await Standing(county, day, cancellation).ConfigureAwait(false)
        ?? throw new JournalUnavailableException($"The root of {county} for {day:yyyy-MM-dd} was there and is gone.");

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private Task<SealedRoot?> Standing(string county, DateOnly day, CancellationToken cancellation) => _reads.RowOrNull(
        $"select {AuditColumns.Root} from audit_roots where county = $1 and day = $2", command => command.With(county).With(day), AuditColumns.RootOf, cancellation);

    /// <summary>Two counties may list the same row of no county at once: the later one looks again.</summary>
    private async Task<SealedRoot?> Tried(string county, DateOnly day, DateTimeOffset at, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await PostgresFaults.Translated(() => Seal(county, day, at, cancellation)).ConfigureAwait(false);
            }
            catch (JournalUnavailableException fault) when (attempt < 5 && fault.InnerException is { } cause && PostgresFaults.Kind(cause) == Fault.Collision)
            {
            }
        }
    }

    private async Task<SealedRoot?> Seal(string county, DateOnly day, DateTimeOffset at, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        // One snapshot for the streams, the chain and the counts.
        await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation).ConfigureAwait(false);
        var tips = await Rows(connection, RootStatements.Moved, AuditColumns.TipOf, county).ConfigureAwait(false);
        var loose = await Rows(connection, RootStatements.Loose("replace(cast(r.op_id as text), '-', '')"), AuditColumns.LooseOf, county).ConfigureAwait(false);
        var (streams, events) = (await Rows(connection, RootStatements.Counts, row => (row.GetInt64(0), row.GetInt64(1)), county).ConfigureAwait(false))[0];
        var (sequence, link) = (await Rows(connection, RootStatements.Chain, row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)), county).ConfigureAwait(false)).FirstOrDefault();
        var previous = (await Rows(connection, RootStatements.Previous, row => row.GetFieldValue<byte[]>(0), county).ConfigureAwait(false)).FirstOrDefault();
        var root = seals.Root(previous, county, day, at, streams, events, sequence, link, tips, loose);
        var kept = new NpgsqlCommand(
            """
            insert into audit_roots (county, day, sealed_at, streams, events, audit_sequence, audit_mac, root) values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (county, day) do nothing
            """, connection);
        await using (kept.ConfigureAwait(false))
        {
            kept.With(county).With(day).With(at.UtcDateTime).With(streams).With(events).With(sequence).With(link).With(root);
            try
            {
                if (await kept.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false) == 0) return null;
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.SerializationFailure)
            {
                return null;
            }
        }

        var noted = new NpgsqlCommand(
            "insert into audit_tips (county, day, stream, version, mac) select $1, $2, stream, version, mac from unnest($3::text[], $4::bigint[], $5::bytea[]) as t(stream, version, mac)", connection);
        await using (noted.ConfigureAwait(false))
        {
            noted.With(county).With(day).With(tips.ConvertAll(tip => tip.Stream)).With(tips.ConvertAll(tip => tip.Version)).With(tips.ConvertAll(tip => tip.Link));
            await noted.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }

        var listed = new NpgsqlCommand(
            "insert into audit_loose (county, day, stream, name, seal) select $1, $2, stream, name, seal from unnest($3::text[], $4::text[], $5::bytea[]) as t(stream, name, seal)", connection);
        await using (listed.ConfigureAwait(false))
        {
            listed.With(county).With(day).With(loose.ConvertAll(row => row.Stream)).With(loose.ConvertAll(row => row.Name)).With(loose.ConvertAll(row => row.Seal));
            await listed.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return new(county, day, at, streams, events, sequence, Convert.ToHexStringLower(root));
    }

    private static async Task<List<T>> Rows<T>(NpgsqlConnection connection, string text, Func<NpgsqlDataReader, T> record, string county)
    {
#pragma warning disable CA2100 // Every text is a constant of this assembly.
        var command = new NpgsqlCommand(text, connection);
#pragma warning restore CA2100
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.With(county).ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var rows = new List<T>();
                while (await reader.ReadAsync().ConfigureAwait(false)) rows.Add(record(reader));
                return rows;
            }
        }
    }
}
