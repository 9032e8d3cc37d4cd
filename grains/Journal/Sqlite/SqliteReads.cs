using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Supervision.Journal.Sqlite;

/// <summary>Reads on pooled connections of their own. The driver is synchronous, so they run on the thread pool and not on a caller's scheduler.</summary>
internal sealed class SqliteReads(string file)
{
    private readonly string _connectionString = SqliteConnections.Reading(file);

    public Task<StreamTail?> Tail(string stream, long afterVersion, CancellationToken cancellation) =>
        On<StreamTail?>(
            connection =>
            {
                // One transaction: head and events from one snapshot.
                using var snapshot = connection.BeginTransaction(deferred: true);
                var head = RowOrNull(
                    connection,
                    $"select {SqliteRows.HeadColumns} from journal_heads where stream = $1",
                    SqliteRows.Head,
                    stream
                );
                return head is null
                    ? null
                    : new StreamTail(
                        head,
                        Rows(
                            connection,
                            $"select {SqliteRows.EventColumns} from journal_events where stream = $1 and version > $2 order by version",
                            SqliteRows.Event,
                            stream,
                            afterVersion
                        )
                    );
            },
            cancellation
        );

    public Task<IReadOnlyList<StoredEvent>> History(string stream, long beforeVersion, int take, CancellationToken cancellation) =>
        On<IReadOnlyList<StoredEvent>>(
            connection =>
                Rows(
                    connection,
                    $"select {SqliteRows.EventColumns} from journal_events where stream = $1 and version < $2 order by version desc limit $3",
                    SqliteRows.Event,
                    stream,
                    beforeVersion,
                    take
                ),
            cancellation
        );

    public Task<IReadOnlyList<StoredEvent>> EventsKnown(string stream, DateTimeOffset knownAt, CancellationToken cancellation) =>
        Rows(
            $"select {SqliteRows.EventColumns} from journal_events where stream = $1 and recorded_at <= $2 order by version",
            SqliteRows.Event,
            cancellation,
            stream,
            knownAt
        );

    public Task<IReadOnlyList<StoredEvent>> EventsKnownOf(
        string county,
        IReadOnlyList<string> kinds,
        DateTimeOffset knownAt,
        CancellationToken cancellation
    ) =>
        Rows(
            $"""
            select {SqliteRows.EventColumns} from journal_events
            where stream in (select stream from journal_heads where county = $1 and kind in (select value from json_each($2))) and recorded_at <= $3
            order by stream, version
            """,
            SqliteRows.Event,
            cancellation,
            county,
            JsonSerializer.Serialize(kinds),
            knownAt
        );

    public Task<IReadOnlyList<StoredEvent>> Visits(VisitorQuery query, CancellationToken cancellation) =>
        Rows(
            $"""
            select {SqliteRows.EventColumns} from journal_events
            where visitor = $1 and effective_at >= $2 and (effective_at < $3 or kind not in ('visit-accepted', 'visit-held', 'visit-flagged')) and recorded_at >= $4
            order by recorded_at, stream, version
            """,
            SqliteRows.Event,
            cancellation,
            query.Visitor,
            query.From,
            query.Until ?? DateTimeOffset.MaxValue,
            query.RecordedFrom ?? DateTimeOffset.MinValue
        );

    public Task<Receipt?> Receipt(string stream, Guid opId, CancellationToken cancellation) =>
        On(
            connection =>
                RowOrNull(
                    connection,
                    $"select {SqliteRows.ReceiptColumns} from journal_receipts where stream = $1 and op_id = $2",
                    SqliteRows.Receipt,
                    stream,
                    opId
                ),
            cancellation
        );

    public Task<IReadOnlyList<Head>> Heads(HeadQuery query, CancellationToken cancellation) =>
        On<IReadOnlyList<Head>>(
            connection =>
            {
                var (where, values) = Where(query);
                return Rows(
                    connection,
                    $"select {SqliteRows.HeadColumns} from journal_heads where {where} order by stream",
                    SqliteRows.Head,
                    values
                );
            },
            cancellation
        );

    public Task<IReadOnlyDictionary<string, long>> HeadVersions(HeadQuery query, CancellationToken cancellation) =>
        On<IReadOnlyDictionary<string, long>>(
            connection =>
            {
                var (where, values) = Where(query);
                return new Dictionary<string, long>(
                    Rows(
                        connection,
                        $"select stream, version from journal_heads where {where}",
                        row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1)),
                        values
                    ),
                    StringComparer.Ordinal
                );
            },
            cancellation
        );

    public Task<IReadOnlyList<string>> Due(string county, DateTimeOffset now, int take, CancellationToken cancellation) =>
        On<IReadOnlyList<string>>(
            connection =>
                Rows(
                    connection,
                    "select stream from journal_heads where county = $1 and next_due_at <= $2 order by next_due_at, stream limit $3",
                    row => row.GetString(0),
                    county,
                    now,
                    take
                ),
            cancellation
        );

    public Task<IReadOnlyList<StoredAlert>> Alerts(AlertQuery query, CancellationToken cancellation) =>
        On<IReadOnlyList<StoredAlert>>(
            connection =>
            {
                var where = "county = $1 and sequence < $2";
                var values = new List<object?> { query.County, query.BeforeSequence, query.Take };
                if (query.Recipient is not null)
                {
                    values.Add(query.Recipient);
                    where += $" and exists (select 1 from json_each(recipients) where value = ${values.Count})";
                }

                if (query.Stream is not null)
                {
                    values.Add(query.Stream);
                    where += $" and stream = ${values.Count}";
                }

                if (query.OpenOnly)
                    where += " and resolved_at is null";
                return Rows(
                    connection,
                    $"select {SqliteRows.AlertColumns} from journal_alerts where {where} order by sequence desc limit $3",
                    SqliteRows.Alert,
                    [.. values]
                );
            },
            cancellation
        );

    public Task<int> CountOpenAlerts(string county, CancellationToken cancellation) =>
        On(
            connection =>
                Rows(
                    connection,
                    "select count(*) from journal_alerts where county = $1 and resolved_at is null",
                    row => row.GetInt32(0),
                    county
                )[0],
            cancellation
        );

    public Task<string?> Fact(string name, CancellationToken cancellation) =>
        On(
            connection => RowOrNull(connection, "select value from journal_facts where name = $1", row => row.GetString(0), name),
            cancellation
        );

    /// <summary>All rows of a statement.</summary>
    public Task<IReadOnlyList<T>> Rows<T>(
        string text,
        Func<SqliteDataReader, T> record,
        CancellationToken cancellation,
        params object?[] values
    ) => On<IReadOnlyList<T>>(connection => Rows(connection, text, record, values), cancellation);

    public Task<T?> RowOrNull<T>(string text, Func<SqliteDataReader, T> record, CancellationToken cancellation, params object?[] values)
        where T : class => On(connection => RowOrNull(connection, text, record, values), cancellation);

    private static (string Where, object?[] Values) Where(HeadQuery query)
    {
        var values = new List<object?>(query.Kinds);
        var where = $"kind in ({string.Join(", ", Enumerable.Range(1, values.Count).Select(i => "$" + i))})";
        if (query.CountyPrefix is { Length: > 0 } prefix)
        {
            values.AddRange(prefix, CountyRange.After(prefix));
            where += $" and county >= ${values.Count - 1} and county < ${values.Count}";
        }

        if (query.Inspector is not null)
        {
            values.Add(query.Inspector);
            where += $" and inspector = ${values.Count}";
        }

        return (where, [.. values]);
    }

    private static List<T> Rows<T>(SqliteConnection connection, string text, Func<SqliteDataReader, T> record, params object?[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Length; i++)
            command.Parameters.AddWithValue("$" + (i + 1), SqliteValues.Of(values[i]));
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(record(reader));
        return rows;
    }

    private static T? RowOrNull<T>(SqliteConnection connection, string text, Func<SqliteDataReader, T> record, params object?[] values)
        where T : class => Rows(connection, text, record, values) is [var row, ..] ? row : null;

    private Task<T> On<T>(Func<SqliteConnection, T> read, CancellationToken cancellation) =>
        Task.Run(
            () =>
            {
                try
                {
                    using var connection = new SqliteConnection(_connectionString);
                    connection.Open();
                    return read(connection);
                }
                catch (SqliteException fault)
                {
                    throw SqliteFaults.Translate(fault);
                }
            },
            cancellation
        );
}
