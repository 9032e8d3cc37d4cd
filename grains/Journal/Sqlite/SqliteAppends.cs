using System.Text.Json;

namespace Supervision.Journal;

/// <summary>One append as statements of the writer's transaction, which nobody else interrupts.</summary>
internal static class SqliteAppends
{
    public static AppendResult Write(SqliteStatements statements, Append append)
    {
        if (append.Receipt is { } receipt && FindReceipt(statements, append.Stream, receipt.OpId) is { } known) return new AppendResult.Duplicate(known);
        if (!TakeHead(statements, append)) return AppendResult.Conflict.Instance;
        AddEvents(statements, append);
        if (append.Receipt is not null) AddReceipt(statements, append.Stream, append.Receipt);
        foreach (var alert in append.Alerts) AddAlert(statements, append, alert);
        foreach (var id in append.ResolvedAlerts)
            statements.Execute("update journal_alerts set resolved_at = $1 where id = $2 and resolved_at is null", append.ResolvedAt(), id);
        SqliteCasework.Write(statements, append);
        return AppendResult.Committed.Instance;
    }

    public static Receipt KeepReceipt(SqliteStatements statements, string stream, Receipt receipt)
    {
        if (FindReceipt(statements, stream, receipt.OpId) is { } known) return known;
        AddReceipt(statements, stream, receipt);
        return receipt;
    }

    private static bool TakeHead(SqliteStatements statements, Append append)
    {
        var head = append.Head;
        return append.ExpectedVersion == 0
            ? statements.Execute(
                """
                insert into journal_heads (stream, version, county, inspector, next_due_at, summary) values ($1, $2, $3, $4, $5, $6)
                on conflict (stream) do nothing
                """,
                head.Stream, head.Version, head.County, head.Inspector, head.NextDueAt, head.Summary) == 1
            : statements.Execute(
                "update journal_heads set version = $2, county = $3, inspector = $4, next_due_at = $5, summary = $6 where stream = $1 and version = $7",
                head.Stream, head.Version, head.County, head.Inspector, head.NextDueAt, head.Summary, append.ExpectedVersion) == 1;
    }

    private static void AddEvents(SqliteStatements statements, Append append)
    {
        var version = append.ExpectedVersion;
        foreach (var @event in append.Events)
        {
            statements.Execute(
                """
                insert into journal_events (stream, version, kind, effective_at, recorded_at, actor, op_id, payload)
                values ($1, $2, $3, $4, $5, $6, $7, $8)
                """,
                append.Stream, ++version, @event.Kind, @event.EffectiveAt, @event.RecordedAt, @event.Actor, append.Receipt?.OpId, @event.Payload);
        }
    }

    private static Receipt? FindReceipt(SqliteStatements statements, string stream, Guid opId) => statements.First(
        $"select {SqliteRows.ReceiptColumns} from journal_receipts where stream = $1 and op_id = $2", SqliteRows.Receipt, stream, opId);

    private static void AddReceipt(SqliteStatements statements, string stream, Receipt receipt) => statements.Execute(
        "insert into journal_receipts (stream, op_id, fingerprint, answered_at, body) values ($1, $2, $3, $4, $5)",
        stream, receipt.OpId, receipt.Fingerprint, receipt.At, receipt.Body);

    private static void AddAlert(SqliteStatements statements, Append append, NewAlert alert) => statements.Execute(
        """
        insert into journal_alerts (id, stream, county, kind, recipients, effective_at, detected_at, resolved_at, payload)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        on conflict (id) do nothing
        """,
        alert.Id, append.Stream, append.Head.County, alert.Kind, JsonSerializer.Serialize(alert.Recipients),
        alert.EffectiveAt, alert.DetectedAt, append.ResolvedAt(alert), alert.Payload);
}
