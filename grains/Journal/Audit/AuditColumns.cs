using System.Data.Common;

namespace Supervision.Journal.Audit;

/// <summary>Rows of the audit tables to records, on either store.</summary>
internal static class AuditColumns
{
    public const string Entry =
        "chain, sequence, at, who, role, area, session, address, agent, action, target, op_id, fingerprint, result, status, code, kept, file";
    public const string Root = "county, day, sealed_at, streams, events, audit_sequence, root";

    public static StoredAuditEntry EntryOf(DbDataReader reader)
    {
        var row = new StoredRow(reader);
        return new(
            new(
                row.Text(0),
                row.Instant(2),
                row.Text(3),
                row.Text(4),
                row.Text(5),
                row.TextOrNull(6),
                row.TextOrNull(7),
                row.TextOrNull(8),
                row.Text(9),
                row.TextOrNull(10),
                row.IdOrNull(11),
                row.TextOrNull(12),
                Enum.TryParse<AuditResult>(row.Text(13), out var result) ? result : AuditResult.None,
                (int)row.Number(14),
                row.TextOrNull(15),
                row.TextOrNull(16),
                row.TextOrNull(17)
            ),
            row.Number(1)
        );
    }

    public static SealedRoot RootOf(DbDataReader reader)
    {
        var row = new StoredRow(reader);
        return new(
            row.Text(0),
            row.Day(1),
            row.Instant(2),
            row.Number(3),
            row.Number(4),
            row.Number(5),
            Convert.ToHexStringLower(row.Bytes(6)!)
        );
    }

    public static LooseRow LooseOf(DbDataReader reader)
    {
        var row = new StoredRow(reader);
        return new(row.Text(0), row.Text(1), row.Bytes(2)!);
    }

    public static StreamTip TipOf(DbDataReader reader)
    {
        var row = new StoredRow(reader);
        return new(row.Text(0), row.Number(1), row.Bytes(2)!);
    }
}
