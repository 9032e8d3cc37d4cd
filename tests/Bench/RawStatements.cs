using Npgsql;

namespace Supervision.Bench;

/// <summary>The rows of one change as three plain statements with the journal's guarantees: head by compare-and-swap, event, receipt.</summary>
internal static class RawStatements
{
    private const string TakeHead = """
        insert into journal_heads as h (stream, version, county, inspector, next_due_at, summary) values ($1, $2, $3, $4, $5, $6)
        on conflict (stream) do update
        set version = excluded.version, county = excluded.county, inspector = excluded.inspector, next_due_at = excluded.next_due_at, summary = excluded.summary
        where h.version = $7
        """;

    private const string AddEvent = """
        insert into journal_events (stream, version, kind, effective_at, recorded_at, actor, op_id, payload) values ($1, $2, $3, $4, $5, $6, $7, $8)
        """;

    private const string AddReceipt =
        "insert into journal_receipts (stream, op_id, fingerprint, answered_at, body) values ($1, $2, $3, $4, $5)";

    public static IEnumerable<(string Text, NpgsqlParameter[] Parameters)> Of(string stream, long before)
    {
        var opId = Guid.CreateVersion7();
        var at = Change.At.UtcDateTime;
        yield return (TakeHead, [P(stream), P(before + 1), P("330106"), P("ins-1"), P(at), P(Change.Summary), P(before)]);
        yield return (AddEvent, [P(stream), P(before + 1), P("visit-accepted"), P(at), P(at), P("li"), P(opId), P(Change.Payload)]);
        yield return (AddReceipt, [P(stream), P(opId), P(Change.Fingerprint), P(at), P(Change.Answer)]);
    }

    private static NpgsqlParameter<T> P<T>(T value) => new() { TypedValue = value };
}
