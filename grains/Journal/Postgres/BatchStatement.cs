namespace Supervision.Journal;

/// <summary>
/// The one statement that commits a batch: being one statement it is one transaction and one round trip. Streams are unique
/// within a batch, so an append is known by its stream's position.
/// </summary>
internal static class BatchStatement
{
    // A head is taken by inserting it (expected version 0) or by moving it from the expected version. Under READ COMMITTED a
    // second process that waited for the row re-reads it, finds another version and takes nothing. Only winners write the rest.
    // "(position in (select …)) is true" keeps the planner from joining: it builds one hash table, however wrong its estimates.
    public const string Text = """
        with input as (
            select * from unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[], $8::bytea[],
                                 $9::uuid[], $10::bytea[], $11::timestamptz[], $12::bytea[])
                as i(position, stream, expected, version, county, inspector, next_due_at, summary, op_id, fingerprint, answered_at, body)
        ), known as (
            select i.position, r.op_id, r.fingerprint, r.answered_at, r.body
            from input i join journal_receipts r on r.stream = i.stream and r.op_id = i.op_id
        ), fresh as (
            select * from input where (position in (select position from known)) is not true
        ), born as (
            insert into journal_heads (stream, version, county, inspector, next_due_at, summary)
            select stream, version, county, inspector, next_due_at, summary from fresh where expected = 0
            on conflict (stream) do nothing
            returning stream
        ), moved as (
            update journal_heads h
            set version = f.version, county = f.county, inspector = f.inspector, next_due_at = f.next_due_at, summary = f.summary
            from fresh f
            where f.expected > 0 and h.stream = f.stream and h.version = f.expected
            returning h.stream
        ), won as (
            select position from input
            where (stream in (select stream from born union all select stream from moved)) is true
        ), events as (
            insert into journal_events (stream, version, kind, effective_at, recorded_at, actor, op_id, payload)
            select stream, version, kind, effective_at, recorded_at, actor, op_id, payload
            from unnest($13::int[], $14::text[], $15::bigint[], $16::text[], $17::timestamptz[], $18::timestamptz[], $19::text[], $20::uuid[], $21::bytea[])
                as e(position, stream, version, kind, effective_at, recorded_at, actor, op_id, payload)
            where (position in (select position from won)) is true
        ), receipts as (
            insert into journal_receipts (stream, op_id, fingerprint, answered_at, body)
            select stream, op_id, fingerprint, answered_at, body
            from input where op_id is not null and (position in (select position from won)) is true
        ), raised as (
            insert into journal_alerts (id, stream, county, kind, recipients, effective_at, detected_at, resolved_at, payload)
            select id, stream, county, kind, string_to_array(recipients, E'\n'), effective_at, detected_at, resolved_at, payload
            from unnest($22::int[], $23::text[], $24::text[], $25::text[], $26::text[], $27::text[], $28::timestamptz[], $29::timestamptz[], $30::timestamptz[], $31::bytea[])
                as a(position, id, stream, county, kind, recipients, effective_at, detected_at, resolved_at, payload)
            where (position in (select position from won)) is true
            on conflict (id) do nothing
        ), resolved as (
            update journal_alerts a
            set resolved_at = r.resolved_at
            from unnest($32::int[], $33::text[], $34::timestamptz[]) as r(position, id, resolved_at)
            where a.id = r.id and a.resolved_at is null and (r.position in (select position from won)) is true
        )
        select position, null::uuid, null::bytea, null::timestamptz, null::bytea from won
        union all
        select position, op_id, fingerprint, answered_at, body from known
        """;
}
