using System.Text.Json;

namespace Supervision.Journal.Sqlite;

/// <summary>One append as statements of the writer's transaction, which nobody else interrupts.</summary>
internal static class SqliteAppends
{
    public static AppendResult Write(SqliteStatements statements, Append append, Seals seals)
    {
        if (append.Receipt is { } receipt && FindReceipt(statements, append.Stream, receipt.OpId) is { } known)
            return new AppendResult.Duplicate(known);
        var previous = append.ExpectedVersion == 0 ? Seals.Genesis : Link(statements, append);
        if (previous is null)
            return AppendResult.Conflict.Instance;
        var sealing = SealedAppend.Of(append, previous, seals);
        if (!TakeHead(statements, sealing))
            return AppendResult.Conflict.Instance;
        AddEvents(statements, sealing);
        if (append.Receipt is { } answer)
            AddReceipt(statements, append.Stream, answer, sealing.Receipt!, loose: 0);
        for (var i = 0; i < append.Alerts.Count; i++)
            AddAlert(statements, append, append.Alerts[i], sealing.Alerts[i], sealing.ResolvedSeal(append.Alerts[i]));
        var elsewhere = new List<string>();
        for (var i = 0; i < append.ResolvedAlerts.Count; i++)
        {
            var held = statements.First(
                "update journal_alerts set resolved_at = $1, resolved_seal = $2, resolved_reason = $4 where id = $3 and resolved_at is null returning county",
                row => row.GetString(0),
                append.ResolvedAt(),
                sealing.Resolved[i],
                append.ResolvedAlerts[i].Id,
                append.ResolvedAlerts[i].Reason
            );
            if (held is not null && held != append.Head.County && !elsewhere.Contains(held))
                elsewhere.Add(held);
        }

        SqliteCasework.Write(statements, sealing);
        return elsewhere.Count == 0 ? AppendResult.Committed.Instance : new AppendResult.Committed(elsewhere);
    }

    public static Receipt KeepReceipt(SqliteStatements statements, string stream, Receipt receipt, Seals seals)
    {
        if (FindReceipt(statements, stream, receipt.OpId) is { } known)
            return known;
        AddReceipt(statements, stream, receipt, seals.Receipt(stream, receipt), loose: 1);
        return receipt;
    }

    /// <summary>Null when the head is at another version.</summary>
    private static byte[]? Link(SqliteStatements statements, Append append) =>
        statements.First(
            "select mac from journal_heads where stream = $1 and version = $2",
            row => row.GetFieldValue<byte[]>(0),
            append.Stream,
            append.ExpectedVersion
        );

    private static bool TakeHead(SqliteStatements statements, SealedAppend sealing)
    {
        var (append, head) = (sealing.Append, sealing.Append.Head);
        return append.ExpectedVersion == 0
            ? statements.Execute(
                """
                insert into journal_heads (stream, version, county, inspector, next_due_at, summary, mac, seal) values ($1, $2, $3, $4, $5, $6, $7, $8)
                on conflict (stream) do nothing
                """,
                head.Stream,
                head.Version,
                head.County,
                head.Inspector,
                head.NextDueAt,
                head.Summary,
                sealing.Link,
                sealing.Head
            ) == 1
            : statements.Execute(
                "update journal_heads set version = $2, county = $3, inspector = $4, next_due_at = $5, summary = $6, mac = $7, seal = $8 where stream = $1 and version = $9",
                head.Stream,
                head.Version,
                head.County,
                head.Inspector,
                head.NextDueAt,
                head.Summary,
                sealing.Link,
                sealing.Head,
                append.ExpectedVersion
            ) == 1;
    }

    private static void AddEvents(SqliteStatements statements, SealedAppend sealing)
    {
        var append = sealing.Append;
        for (var i = 0; i < append.Events.Count; i++)
        {
            var next = append.Events[i];
            statements.Execute(
                """
                insert into journal_events (stream, version, kind, effective_at, recorded_at, actor, op_id, payload, mac, effects, visitor)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """,
                append.Stream,
                append.ExpectedVersion + 1 + i,
                next.Kind,
                next.EffectiveAt,
                next.RecordedAt,
                next.Actor,
                append.Receipt?.OpId,
                next.Payload,
                sealing.Links[i],
                sealing.EffectsOf(i),
                next.Visitor
            );
        }
    }

    private static Receipt? FindReceipt(SqliteStatements statements, string stream, Guid opId) =>
        statements.First(
            $"select {SqliteRows.ReceiptColumns} from journal_receipts where stream = $1 and op_id = $2",
            SqliteRows.Receipt,
            stream,
            opId
        );

    private static void AddReceipt(SqliteStatements statements, string stream, Receipt receipt, byte[] seal, int loose) =>
        statements.Execute(
            "insert into journal_receipts (stream, op_id, fingerprint, answered_at, body, seal, loose) values ($1, $2, $3, $4, $5, $6, $7)",
            stream,
            receipt.OpId,
            receipt.Fingerprint,
            receipt.At,
            receipt.Body,
            seal,
            loose
        );

    private static void AddAlert(SqliteStatements statements, Append append, NewAlert alert, byte[] seal, byte[]? resolved) =>
        statements.Execute(
            """
            insert into journal_alerts (id, stream, county, kind, recipients, effective_at, detected_at, resolved_at, payload, seal, resolved_seal, resolved_reason)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            on conflict (id) do nothing
            """,
            alert.Id,
            append.Stream,
            append.Head.County,
            alert.Kind,
            JsonSerializer.Serialize(alert.Recipients),
            alert.EffectiveAt,
            alert.DetectedAt,
            append.ResolvedAt(alert),
            alert.Payload,
            seal,
            resolved,
            append.Resolving(alert)?.Reason
        );
}
