using Npgsql;

namespace Supervision.Journal.Postgres.Audit;

/// <summary>The audit record in the journal's database, written by any number of gateways.</summary>
internal sealed class PostgresAudit(NpgsqlDataSource source, JournalOptions options, AuditSeals seals)
    : IAuditStore,
        IAuditRoots,
        IAsyncDisposable,
        IDisposable
{
    private readonly PostgresAuditWriter _writer = new(source, seals);
    private readonly PostgresReads _reads = new(source);

    public Task Write(NewAuditEntry entry, CancellationToken cancellation = default) => _writer.Write(entry, cancellation);

    public Task<IReadOnlyList<StoredAuditEntry>> Find(AuditQuery query, CancellationToken cancellation = default)
    {
        var filter = Filter.Of(query);
        return _reads.Rows(
            $"select {AuditColumns.Entry} from audit_entries where {filter.Page(query)}",
            command => PostgresCasework.Bind(command, filter),
            AuditColumns.EntryOf,
            cancellation
        );
    }

    public Task<IReadOnlyList<AuditChain>> Chains(CancellationToken cancellation = default) =>
        _reads.Rows(
            "select c.chain, greatest(c.sequence, (select max(e.sequence) from audit_entries e where e.chain = c.chain)) from audit_chains c order by c.chain",
            _ => { },
            row => new AuditChain(row.GetString(0), row.GetInt64(1)),
            cancellation
        );

    public Task<ChainCheck> Check(string chain, CancellationToken cancellation = default) =>
        Task.Run(() => ChainWalk.Check(options, seals, chain), cancellation);

    public Task<IReadOnlyList<SealedRoot>> Roots(string county, int take, CancellationToken cancellation = default) =>
        _reads.Rows(
            $"select {AuditColumns.Root} from audit_roots where county = $1 order by day desc limit $2",
            command => command.With(county).With(take),
            AuditColumns.RootOf,
            cancellation
        );

    public async Task<SealedRoot> SealDay(string county, DateOnly day, DateTimeOffset at, CancellationToken cancellation = default) =>
        await Standing(county, day, cancellation).ConfigureAwait(false)
        ?? await Tried(county, day, at, cancellation).ConfigureAwait(false)
        // Another activation of the county was faster.
        ?? await Standing(county, day, cancellation).ConfigureAwait(false)
        ?? throw new JournalUnavailableException($"The root of {county} for {day:yyyy-MM-dd} was there and is gone.");

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private Task<SealedRoot?> Standing(string county, DateOnly day, CancellationToken cancellation) =>
        _reads.RowOrNull(
            $"select {AuditColumns.Root} from audit_roots where county = $1 and day = $2",
            command => command.With(county).With(day),
            AuditColumns.RootOf,
            cancellation
        );

    /// <summary>Two counties may list the same row of no county at once: the later one looks again. Null when the day is sealed already.</summary>
    private async Task<SealedRoot?> Tried(string county, DateOnly day, DateTimeOffset at, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var made = await PostgresFaults.Translated(() => Seal(county, day, at, cancellation)).ConfigureAwait(false);
                if (made is not null || attempt == 5 || await Standing(county, day, cancellation).ConfigureAwait(false) is not null)
                    return made;
            }
            catch (JournalUnavailableException fault)
                when (attempt < 5 && fault.InnerException is { } cause && PostgresFaults.Kind(cause) == Fault.Collision) { }
        }
    }

    private async Task<SealedRoot?> Seal(string county, DateOnly day, DateTimeOffset at, CancellationToken cancellation)
    {
        var found = await Standing(county, cancellation).ConfigureAwait(false);
        var root = seals.Root(
            found.Previous,
            county,
            day,
            at,
            found.Streams,
            found.Events,
            found.Sequence,
            found.Link,
            found.Tips,
            found.Loose
        );
        await using var command = source.CreateCommand(PostgresAuditStatements.SealDay);
        command
            .With(county)
            .With(day)
            .With(at.UtcDateTime)
            .With(found.Streams)
            .With(found.Events)
            .With(found.Sequence)
            .With(found.Link)
            .With(root)
            .With(found.Previous)
            .With(found.Tips.ConvertAll(tip => tip.Stream))
            .With(found.Tips.ConvertAll(tip => tip.Version))
            .With(found.Tips.ConvertAll(tip => tip.Link))
            .With(found.Loose.ConvertAll(row => row.Stream))
            .With(found.Loose.ConvertAll(row => row.Name))
            .With(found.Loose.ConvertAll(row => row.Seal));
        return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is null
            ? null
            : new(county, day, at, found.Streams, found.Events, found.Sequence, Convert.ToHexStringLower(root));
    }

    /// <summary>What a root is made from, in one snapshot for the streams, the chain and the counts; it locks no row.</summary>
    private async Task<Found> Standing(string county, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var snapshot = await connection
            .BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellation)
            .ConfigureAwait(false);
        var tips = await Rows(connection, RootStatements.Moved, AuditColumns.TipOf, county).ConfigureAwait(false);
        var loose = await Rows(connection, RootStatements.Loose("replace(cast(r.op_id as text), '-', '')"), AuditColumns.LooseOf, county)
            .ConfigureAwait(false);
        var (streams, events) = (
            await Rows(connection, RootStatements.Counts, row => (row.GetInt64(0), row.GetInt64(1)), county).ConfigureAwait(false)
        )[0];
        var (sequence, link) = (
            await Rows(connection, RootStatements.Chain, row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)), county)
                .ConfigureAwait(false)
        ).FirstOrDefault();
        var previous = (
            await Rows(connection, RootStatements.Previous, row => row.GetFieldValue<byte[]>(0), county).ConfigureAwait(false)
        ).FirstOrDefault();
        return new(tips, loose, streams, events, sequence, link, previous);
    }

    private sealed record Found(
        List<StreamTip> Tips,
        List<LooseRow> Loose,
        long Streams,
        long Events,
        long Sequence,
        byte[]? Link,
        byte[]? Previous
    );

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
                while (await reader.ReadAsync().ConfigureAwait(false))
                    rows.Add(record(reader));
                return rows;
            }
        }
    }
}
