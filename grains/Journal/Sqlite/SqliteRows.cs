using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Supervision.Journal.Sqlite;

/// <summary>Rows to records; each names the columns it wants, in order.</summary>
internal static class SqliteRows
{
    public const string HeadColumns = "stream, version, county, inspector, next_due_at, summary";
    public const string EventColumns = "stream, version, kind, effective_at, recorded_at, actor, op_id, payload";
    public const string ReceiptColumns = "op_id, fingerprint, answered_at, body";
    public const string AlertColumns =
        "sequence, id, stream, county, kind, recipients, effective_at, detected_at, resolved_at, payload, acknowledged_at, acknowledged_by, resolved_reason";
    public const string DocumentColumns = "stream, id, county, year, kind, number, version, issued_at";
    public const string IssueColumns =
        "stream, number, county, inspector, state, severity, category, opened_at, due_on, closed_at, payload";
    public const string EvidenceColumns = "stream, hash, county, media_type, size, file_name, uploaded_by, uploaded_at";

    public static Head Head(SqliteDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), row.GetString(2), TextOrNull(row, 3), InstantOrNull(row, 4), Bytes(row, 5));

    public static StoredEvent Event(SqliteDataReader row) =>
        new(
            row.GetString(0),
            row.GetInt64(1),
            row.GetString(2),
            Instant(row, 3),
            Instant(row, 4),
            row.GetString(5),
            row.IsDBNull(6) ? null : SqliteValues.Id(Bytes(row, 6)),
            Bytes(row, 7)
        );

    public static Receipt Receipt(SqliteDataReader row) =>
        new(SqliteValues.Id(Bytes(row, 0)), Bytes(row, 1), Instant(row, 2), Bytes(row, 3));

    public static StoredAlert Alert(SqliteDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            JsonSerializer.Deserialize<string[]>(row.GetString(5))!,
            Instant(row, 6),
            Instant(row, 7),
            InstantOrNull(row, 8),
            Bytes(row, 9),
            InstantOrNull(row, 10),
            TextOrNull(row, 11),
            TextOrNull(row, 12)
        );

    public static StoredDocument Document(SqliteDataReader row) =>
        new(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            row.GetInt32(3),
            row.GetString(4),
            row.GetInt32(5),
            row.GetInt64(6),
            Instant(row, 7)
        );

    public static StoredIssueRow Issue(SqliteDataReader row) =>
        new(
            row.GetString(0),
            row.GetInt32(1),
            row.GetString(2),
            TextOrNull(row, 3),
            row.GetString(4),
            row.GetString(5),
            row.GetString(6),
            Instant(row, 7),
            row.IsDBNull(8) ? null : row.GetFieldValue<DateOnly>(8),
            InstantOrNull(row, 9),
            Bytes(row, 10)
        );

    public static StoredEvidence Evidence(SqliteDataReader row) =>
        new(
            row.GetString(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetInt64(4),
            TextOrNull(row, 5),
            row.GetString(6),
            Instant(row, 7)
        );

    private static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static byte[] Bytes(SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    private static DateTimeOffset Instant(SqliteDataReader row, int column) => SqliteValues.Instant(row.GetInt64(column));

    private static DateTimeOffset? InstantOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : Instant(row, column);
}
