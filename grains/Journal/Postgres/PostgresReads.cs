using Npgsql;

namespace Supervision.Journal.Postgres;

internal sealed class PostgresReads(NpgsqlDataSource source)
{
    public Task<StreamTail?> Tail(string stream, long afterVersion, Tips tips, CancellationToken cancellation) =>
        PostgresFaults.Translated<StreamTail?>(async () =>
        {
            await using var both = source.CreateBatch();
            both.BatchCommands.Add(
                new NpgsqlBatchCommand($"select {PostgresRows.HeadColumns}, mac from journal_heads where stream = $1")
                {
                    Parameters = { new NpgsqlParameter<string> { TypedValue = stream } },
                }
            );
            both.BatchCommands.Add(
                new NpgsqlBatchCommand(
                    $"select {PostgresRows.EventColumns} from journal_events where stream = $1 and version > $2 order by version"
                )
                {
                    Parameters =
                    {
                        new NpgsqlParameter<string> { TypedValue = stream },
                        new NpgsqlParameter<long> { TypedValue = afterVersion },
                    },
                }
            );
            await using var reader = await both.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            if (!await reader.ReadAsync(cancellation).ConfigureAwait(false))
                return null;
            var head = PostgresRows.Head(reader);
            tips.Note(stream, head.Version, reader.IsDBNull(6) ? null : reader.GetFieldValue<byte[]>(6));
            await reader.NextResultAsync(cancellation).ConfigureAwait(false);
            var events = new List<StoredEvent>();
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            {
                // Two statements, two snapshots: what was committed between them is newer than the head and waits for the next read.
                var next = PostgresRows.Event(reader);
                if (next.Version <= head.Version)
                    events.Add(next);
            }

            return new StreamTail(head, events);
        });

    public Task<IReadOnlyList<StoredEvent>> History(string stream, long beforeVersion, int take, CancellationToken cancellation) =>
        Rows(
            $"select {PostgresRows.EventColumns} from journal_events where stream = $1 and version < $2 order by version desc limit $3",
            command => command.With(stream).With(beforeVersion).With(take),
            PostgresRows.Event,
            cancellation
        );

    public Task<IReadOnlyList<StoredEvent>> EventsKnown(string stream, DateTimeOffset knownAt, CancellationToken cancellation) =>
        Rows(
            $"select {PostgresRows.EventColumns} from journal_events where stream = $1 and recorded_at <= $2 order by version",
            command => command.With(stream).With(knownAt.UtcDateTime),
            PostgresRows.Event,
            cancellation
        );

    public Task<IReadOnlyList<StoredEvent>> EventsKnownOf(
        string county,
        IReadOnlyList<string> kinds,
        DateTimeOffset knownAt,
        CancellationToken cancellation
    ) =>
        Rows(
            $"""
            select {PostgresRows.EventColumns} from journal_events
            where stream in (select stream from journal_heads where county = $1 and kind = any($2)) and recorded_at <= $3
            order by stream, version
            """,
            command => command.With(county).With(kinds.ToArray()).With(knownAt.UtcDateTime),
            PostgresRows.Event,
            cancellation
        );

    public Task<IReadOnlyList<StoredEvent>> Visits(VisitorQuery query, CancellationToken cancellation) =>
        Rows(
            $"""
            select {PostgresRows.EventColumns} from journal_events
            where visitor = $1 and effective_at >= $2 and (effective_at < $3 or kind not in ('visit-accepted', 'visit-held', 'visit-flagged')) and recorded_at >= $4
            order by recorded_at, stream, version
            """,
            command =>
                command
                    .With(query.Visitor)
                    .With(query.From.UtcDateTime)
                    .With((query.Until ?? DateTimeOffset.MaxValue).UtcDateTime)
                    .With((query.RecordedFrom ?? DateTimeOffset.MinValue).UtcDateTime),
            PostgresRows.Event,
            cancellation
        );

    /// <summary>The link of an event; null when there is no such event.</summary>
    public Task<byte[]?> Link(string stream, long version, CancellationToken cancellation) =>
        RowOrNull(
            "select mac from journal_events where stream = $1 and version = $2 and mac is not null",
            command => command.With(stream).With(version),
            row => row.GetFieldValue<byte[]>(0),
            cancellation
        );

    public Task<Receipt?> Receipt(string stream, Guid opId, CancellationToken cancellation) =>
        RowOrNull(
            $"select {PostgresRows.ReceiptColumns} from journal_receipts where stream = $1 and op_id = $2",
            command => command.With(stream).With(opId),
            PostgresRows.Receipt,
            cancellation
        );

    public Task<IReadOnlyList<Head>> Heads(HeadQuery query, CancellationToken cancellation) =>
        Rows(
            $"select {PostgresRows.HeadColumns} from journal_heads where {Where(query)} order by stream",
            command => Bind(command, query),
            PostgresRows.Head,
            cancellation
        );

    public async Task<IReadOnlyDictionary<string, long>> HeadVersions(HeadQuery query, CancellationToken cancellation)
    {
        var rows = await Rows(
                $"select stream, version from journal_heads where {Where(query)}",
                command => Bind(command, query),
                row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)),
                cancellation
            )
            .ConfigureAwait(false);
        return new Dictionary<string, long>(rows, StringComparer.Ordinal);
    }

    public Task<IReadOnlyList<string>> Due(string county, DateTimeOffset now, int take, CancellationToken cancellation) =>
        Rows(
            "select stream from journal_heads where county = $1 and next_due_at <= $2 order by next_due_at, stream limit $3",
            command => command.With(county).With(now.UtcDateTime).With(take),
            row => row.GetString(0),
            cancellation
        );

    public Task<IReadOnlyList<StoredAlert>> Alerts(AlertQuery query, CancellationToken cancellation)
    {
        var where = "county = $1 and sequence < $2";
        var next = 4;
        if (query.Recipient is not null)
            where += $" and recipients @> array[${next++}]";
        if (query.Stream is not null)
            where += $" and stream = ${next}";
        if (query.OpenOnly)
            where += " and resolved_at is null";
        return Rows(
            $"select {PostgresRows.AlertColumns} from journal_alerts where {where} order by sequence desc limit $3",
            command =>
            {
                command.With(query.County).With(query.BeforeSequence).With(query.Take);
                if (query.Recipient is not null)
                    command.With(query.Recipient);
                if (query.Stream is not null)
                    command.With(query.Stream);
            },
            PostgresRows.Alert,
            cancellation
        );
    }

    /// <summary>All rows of a statement; also for writes that return rows.</summary>
    public Task<IReadOnlyList<T>> Rows<T>(
        string text,
        Action<NpgsqlCommand> bind,
        Func<NpgsqlDataReader, T> record,
        CancellationToken cancellation
    ) =>
        PostgresFaults.Translated<IReadOnlyList<T>>(async () =>
        {
            await using var command = source.CreateCommand(text);
            bind(command);
            await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            var rows = new List<T>();
            while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                rows.Add(record(reader));
            return rows;
        });

    public async Task<T?> RowOrNull<T>(
        string text,
        Action<NpgsqlCommand> bind,
        Func<NpgsqlDataReader, T> record,
        CancellationToken cancellation
    )
        where T : class => await Rows(text, bind, record, cancellation).ConfigureAwait(false) is [var row, ..] ? row : null;

    private static string Where(HeadQuery query)
    {
        var where = "kind = any($1)";
        var next = 2;
        if (query.CountyPrefix is { Length: > 0 })
            where += $" and county >= ${next++} and county < ${next++}";
        if (query.Inspector is not null)
            where += $" and inspector = ${next}";
        return where;
    }

    private static void Bind(NpgsqlCommand command, HeadQuery query)
    {
        command.With(query.Kinds.ToArray());
        if (query.CountyPrefix is { Length: > 0 } prefix)
            command.With(prefix).With(CountyRange.After(prefix));
        if (query.Inspector is not null)
            command.With(query.Inspector);
    }
}

internal static class PostgresBinding
{
    public static NpgsqlCommand With<T>(this NpgsqlCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }
}
