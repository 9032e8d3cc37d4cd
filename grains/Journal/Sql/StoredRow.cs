using System.Data.Common;
using System.Text.Json;
using Npgsql;

namespace Supervision.Journal.Sql;

/// <summary>A row of either store, read alike.</summary>
internal readonly struct StoredRow(DbDataReader reader)
{
    public DbDataReader Reader => reader;

    private bool IsPostgres => reader is NpgsqlDataReader;

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public long Number(int column) => reader.GetInt64(column);

    public int Int(int column) => checked((int)reader.GetInt64(column));

    public DateOnly Day(int column) => reader.GetFieldValue<DateOnly>(column);

    public DateOnly? DayOrNull(int column) => reader.IsDBNull(column) ? null : Day(column);

    public DateTimeOffset Instant(int column) =>
        IsPostgres ? reader.GetFieldValue<DateTimeOffset>(column) : SqliteValues.Instant(reader.GetInt64(column));

    public DateTimeOffset? InstantOrNull(int column) => reader.IsDBNull(column) ? null : Instant(column);

    public Guid? IdOrNull(int column) =>
        reader.IsDBNull(column) ? null
        : IsPostgres ? reader.GetGuid(column)
        : SqliteValues.Id(Bytes(column)!);

    /// <summary>Null when the column is.</summary>
    public byte[]? Bytes(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<byte[]>(column);

    public string[] Texts(int column) =>
        IsPostgres ? reader.GetFieldValue<string[]>(column) : JsonSerializer.Deserialize<string[]>(reader.GetString(column))!;
}
