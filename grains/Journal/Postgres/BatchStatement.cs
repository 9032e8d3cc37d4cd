namespace Supervision.Journal.Postgres;

/// <summary>
/// The statement that commits a batch: being one statement it is one transaction and one round trip. Streams are unique
/// within a batch, so an append is known by its stream's position.
/// </summary>
internal static class BatchStatement
{
    /// <summary>
    /// For appends without documents and issues. Those that change their head's county or inspector it leaves alone, as if they
    /// conflicted; they are for <see cref="Full"/>.
    /// </summary>
    public static readonly string Plain = Text(
        staying: "and (h.county, h.inspector) is not distinct from (f.county, f.inspector)",
        casework: ""
    );

    public static readonly string Full = Text(staying: "", Casework);

    // A head is taken by inserting it (expected version 0) or by moving it from the expected version and link. Under READ COMMITTED a
    // second process that waited for the row re-reads it, finds another version and takes nothing. Only winners write the rest.
    // A winner's statement began after everything before it in its stream was committed (else the head had not matched). So what
    // the statement sees of the stream is complete: documents it has, and the head as it was, which its own update does not hide.
    // Issue rows name their head's county and inspector. The plain statement takes only heads that keep both: one comparison more, and
    // it need not open the issues' tables nor read the heads as they were. "Not distinct" because no index must look useful for it.
    // Counters are locked until the commit, hence numbers have no gaps; in sorted order and, because the writing parts run from
    // the last to the first, after all other locks, so that two batches never wait for each other and nobody longer than needed.
    // "(position in (select …)) is true" keeps the planner from joining: it builds one hash table, however wrong its estimates.
    private static string Text(string staying, string casework) =>
        $"""
            with input as (
                select * from unnest($1::int[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::timestamptz[], $8::bytea[],
                                     $9::uuid[], $10::bytea[], $11::timestamptz[], $12::bytea[], $13::bytea[], $14::bytea[], $15::bytea[], $16::bytea[])
                    as i(position, stream, expected, version, county, inspector, next_due_at, summary, op_id, fingerprint, answered_at, body,
                         previous, mac, seal, receipt_seal)
            ), known as (
                select i.position, r.op_id, r.fingerprint, r.answered_at, r.body
                from input i join journal_receipts r on r.stream = i.stream and r.op_id = i.op_id
            ), fresh as (
                select * from input where (position in (select position from known)) is not true
            ), born as (
                insert into journal_heads (stream, version, county, inspector, next_due_at, summary, mac, seal)
                select stream, version, county, inspector, next_due_at, summary, mac, seal from fresh where expected = 0
                on conflict (stream) do nothing
                returning stream
            ), moved as (
                update journal_heads h
                set version = f.version, county = f.county, inspector = f.inspector, next_due_at = f.next_due_at, summary = f.summary, mac = f.mac, seal = f.seal
                from fresh f
                where f.expected > 0 and h.stream = f.stream and h.version = f.expected and h.mac = f.previous {staying}
                returning h.stream
            ), won as (
                select position from input
                where (stream in (select stream from born union all select stream from moved)) is true
            )
            {casework}
            , events as (
                insert into journal_events (stream, version, kind, effective_at, recorded_at, actor, op_id, payload, mac, effects, visitor)
                select stream, version, kind, effective_at, recorded_at, actor, op_id, payload, mac, effects, visitor
                from unnest($17::int[], $18::text[], $19::bigint[], $20::text[], $21::timestamptz[], $22::timestamptz[], $23::text[], $24::uuid[], $25::bytea[],
                            $26::bytea[], $27::text[], $46::text[])
                    as e(position, stream, version, kind, effective_at, recorded_at, actor, op_id, payload, mac, effects, visitor)
                where (position in (select position from won)) is true
            ), receipts as (
                insert into journal_receipts (stream, op_id, fingerprint, answered_at, body, seal)
                select stream, op_id, fingerprint, answered_at, body, receipt_seal
                from input where op_id is not null and (position in (select position from won)) is true
            ), raised as (
                insert into journal_alerts (id, stream, county, kind, recipients, effective_at, detected_at, resolved_at, payload, seal, resolved_seal, resolved_reason)
                select id, stream, county, kind, string_to_array(recipients, E'\n'), effective_at, detected_at, resolved_at, payload, seal, resolved_seal, resolved_reason
                from unnest($28::int[], $29::text[], $30::text[], $31::text[], $32::text[], $33::text[], $34::timestamptz[], $35::timestamptz[], $36::timestamptz[], $37::bytea[],
                            $38::bytea[], $39::bytea[], $40::text[])
                    as a(position, id, stream, county, kind, recipients, effective_at, detected_at, resolved_at, payload, seal, resolved_seal, resolved_reason)
                where (position in (select position from won)) is true
                on conflict (id) do nothing
            ), resolved as (
                update journal_alerts a
                set resolved_at = r.resolved_at, resolved_seal = r.seal, resolved_reason = r.reason
                from unnest($41::int[], $42::text[], $43::timestamptz[], $44::bytea[], $45::text[]) as r(position, id, resolved_at, seal, reason)
                where a.id = r.id and a.resolved_at is null and (r.position in (select position from won)) is true
                returning r.position, a.county
            )
            select position, null::uuid, null::bytea, null::timestamptz, null::bytea, null::text from won
            union all
            select position, op_id, fingerprint, answered_at, body, null from known
            union all
            select position, null, null, null, null, county from resolved
            """;

    private const string Casework = """
        , wanted as (
            select w.*, count(*) over (partition by county, year, kind) as total, row_number() over (partition by county, year, kind order by place) as nth
            from unnest($47::int[], $48::text[], $49::text[], $50::text[], $51::int[], $52::text[], $53::bigint[], $54::timestamptz[], $55::bytea[]) with ordinality
                as w(position, stream, id, county, year, kind, version, issued_at, half, place)
            where (position in (select position from won)) is true
                and not exists (select from journal_documents d where d.stream = w.stream and d.id = w.id)
        ), counted as (
            insert into journal_numbers as n (county, year, kind, last)
            select county, year, kind, count(*) from wanted group by county, year, kind order by county, year, kind
            on conflict (county, year, kind) do update set last = n.last + excluded.last
            returning county, year, kind, last
        ), documents as (
            insert into journal_documents (stream, id, county, year, kind, number, version, issued_at, seal)
            select w.stream, w.id, w.county, w.year, w.kind, c.last - w.total + w.nth, w.version, w.issued_at, sha256(w.half || int8send(c.last - w.total + w.nth))
            from wanted w join counted c on c.county = w.county and c.year = w.year and c.kind = w.kind
        ), issues as (
            select * from unnest($56::int[], $57::text[], $58::int[], $59::text[], $60::text[], $61::text[], $62::text[], $63::text[],
                                 $64::timestamptz[], $65::date[], $66::timestamptz[], $67::bytea[], $68::bytea[])
                as i(position, stream, number, county, inspector, state, severity, category, opened_at, due_on, closed_at, payload, seal)
        ), listed as (
            insert into journal_issues (stream, number, county, inspector, state, severity, category, opened_at, due_on, closed_at, payload, seal)
            select stream, number, county, inspector, state, severity, category, opened_at, due_on, closed_at, payload, seal
            from issues where (position in (select position from won)) is true
            on conflict (stream, number) do update
            set county = excluded.county, inspector = excluded.inspector, state = excluded.state, severity = excluded.severity, category = excluded.category,
                opened_at = excluded.opened_at, due_on = excluded.due_on, closed_at = excluded.closed_at, payload = excluded.payload,
                seal = excluded.seal
        ), handed_over as (
            select i.stream, i.county, i.inspector
            from input i join journal_heads h on h.stream = i.stream
            where i.expected > 0 and (i.position in (select position from won)) is true
                and (h.county <> i.county or h.inspector is distinct from i.inspector)
        ), followed as (
            update journal_issues q
            set county = h.county, inspector = h.inspector
            from handed_over h
            where q.stream = h.stream and ((q.stream, q.number) in (select stream, number from issues)) is not true
        )
        """;
}
