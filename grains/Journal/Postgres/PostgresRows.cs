using Npgsql;

namespace Supervision.Journal.Postgres;

/// <summary>Rows to records; each names the columns it wants, in order.</summary>
internal static class PostgresRows
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

    public static Head Head(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetInt64(1), row.GetString(2), TextOrNull(row, 3), InstantOrNull(row, 4), row.GetFieldValue<byte[]>(5));

    public static StoredEvent Event(NpgsqlDataReader row) =>
        new(
            row.GetString(0),
            row.GetInt64(1),
            row.GetString(2),
            Instant(row, 3),
            Instant(row, 4),
            row.GetString(5),
            row.IsDBNull(6) ? null : row.GetGuid(6),
            row.GetFieldValue<byte[]>(7)
        );

    public static Receipt Receipt(NpgsqlDataReader row) => Receipt(row, 0);

    public static Receipt Receipt(NpgsqlDataReader row, int first) =>
        new(row.GetGuid(first), row.GetFieldValue<byte[]>(first + 1), Instant(row, first + 2), row.GetFieldValue<byte[]>(first + 3));

    public static StoredAlert Alert(NpgsqlDataReader row) =>
        new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetFieldValue<string[]>(5),
            Instant(row, 6),
            Instant(row, 7),
            InstantOrNull(row, 8),
            row.GetFieldValue<byte[]>(9),
            InstantOrNull(row, 10),
            TextOrNull(row, 11),
            TextOrNull(row, 12)
        );

    public static StoredDocument Document(NpgsqlDataReader row) =>
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

    public static StoredIssueRow Issue(NpgsqlDataReader row) =>
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
            row.GetFieldValue<byte[]>(10)
        );

    public static StoredEvidence Evidence(NpgsqlDataReader row) =>
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

    private static string? TextOrNull(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset Instant(NpgsqlDataReader row, int column) => row.GetFieldValue<DateTimeOffset>(column);

    private static DateTimeOffset? InstantOrNull(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : Instant(row, column);
}
