using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Supervision.Faults.Rig;

internal sealed record EventRow(
    string Stream,
    long Version,
    string Kind,
    Guid? OpId,
    DateTimeOffset EffectiveAt,
    DateTimeOffset RecordedAt
);

internal sealed record AlertRow(string Id, string Kind, DateTimeOffset EffectiveAt, DateTimeOffset DetectedAt);

/// <summary>Reads the journal's tables directly, past every line of the code under test.</summary>
internal sealed class JournalReader(string? postgres, string sqliteFile)
{
    public Task<List<EventRow>> Events() =>
        Rows(
            "select stream, version, kind, op_id, effective_at, recorded_at from journal_events order by stream, version",
            row => new EventRow(
                row.GetString(0),
                row.GetInt64(1),
                row.GetString(2),
                row.IsDBNull(3) ? null : Id(row, 3),
                Instant(row, 4),
                Instant(row, 5)
            )
        );

    public Task<List<(string Stream, Guid OpId)>> Receipts() =>
        Rows("select stream, op_id from journal_receipts", row => (row.GetString(0), Id(row, 1)));

    /// <summary>Commands that the audit record says were accepted.</summary>
    public Task<List<(string Target, Guid OpId)>> Accepted() =>
        Rows(
            "select target, op_id from audit_entries where result = 'Accepted' and op_id is not null and target is not null",
            row => (row.GetString(0), Id(row, 1))
        );

    public Task<List<(string Stream, long Version)>> Heads() =>
        Rows("select stream, version from journal_heads", row => (row.GetString(0), row.GetInt64(1)));

    /// <summary>Rows of a county's board as the journal's heads carry them, by actor key.</summary>
    public async Task<Dictionary<string, JsonElement>> Board(string county) =>
        (
            await Rows(
                "select stream, county, kind, summary from journal_heads",
                row =>
                    (
                        Stream: row.GetString(0),
                        County: row.GetString(1),
                        Kind: row.GetString(2),
                        Summary: JsonDocument.Parse((byte[])row[3]).RootElement
                    )
            )
        )
            .Where(head => head.County == county && head.Kind is "school" or "institution")
            .ToDictionary(head => head.Stream, head => head.Summary);

    public Task<List<AlertRow>> Alerts() =>
        Rows(
            "select id, kind, effective_at, detected_at from journal_alerts order by sequence",
            row => new AlertRow(row.GetString(0), row.GetString(1), Instant(row, 2), Instant(row, 3))
        );

    public Task<List<string>> ReminderGrains() => Rows("select GrainId from OrleansRemindersTable", row => row.GetString(0));

    private async Task<List<T>> Rows<T>(string query, Func<DbDataReader, T> record)
    {
        await using DbConnection connection = postgres is not null
            ? new NpgsqlConnection(postgres + ";Pooling=false")
            : new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = sqliteFile,
                    Pooling = false,
                    DefaultTimeout = 30,
                }.ConnectionString
            );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this class.
        command.CommandText = query;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(record(reader));
        return rows;
    }

    private Guid Id(DbDataReader row, int column) => postgres is not null ? row.GetGuid(column) : new((byte[])row[column], bigEndian: true);

    private DateTimeOffset Instant(DbDataReader row, int column) =>
        postgres is not null ? new(row.GetDateTime(column), TimeSpan.Zero) : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
