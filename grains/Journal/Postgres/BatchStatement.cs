namespace Supervision.Journal;

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
    public static readonly string Plain = Text(staying: "and (h.county, h.inspector) is not distinct from (f.county, f.inspector)", casework: "");

    public static readonly string Full = Text(staying: "", Casework);

    // A head is taken by inserting it (expected version 0) or by moving it from the expected version. Under READ COMMITTED a
    // second process that waited for the row re-reads it, finds another version and takes nothing. Only winners write the rest.
    // A winner's statement began after everything before it in its stream was committed (else the head had not matched). So what
    // the statement sees of the stream is complete: documents it has, and the head as it was, which its own update does not hide.
    // Issue rows name their head's county and inspector. The plain statement takes only heads that keep both: one comparison more, and
    // it need not open the issues' tables nor read the heads as they were. "Not distinct" because no index must look useful for it.
    // Counters are locked until the commit, hence numbers have no gaps; in sorted order and, because the writing parts run from
    // the last to the first, after all other locks, so that two batches never wait for each other and nobody longer than needed.
    // "(position in (select …)) is true" keeps the planner from joining: it builds one hash table, however wrong its estimates.
    private static string Text(string staying, string casework) => $"""
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
            where f.expected > 0 and h.stream = f.stream and h.version = f.expected {staying}
            returning h.stream
        ), won as (
            select position from input
            where (stream in (select stream from born union all select stream from moved)) is true
        )
        {casework}
        , events as (
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

    private const string Casework = """
        , wanted as (
            select w.*, count(*) over (partition by county, year, kind) as total, row_number() over (partition by county, year, kind order by place) as nth
            from unnest($35::int[], $36::text[], $37::text[], $38::text[], $39::int[], $40::text[], $41::bigint[], $42::timestamptz[]) with ordinality
                as w(position, stream, id, county, year, kind, version, issued_at, place)
            where (position in (select position from won)) is true
                and not exists (select from journal_documents d where d.stream = w.stream and d.id = w.id)
        ), counted as (
            insert into journal_numbers as n (county, year, kind, last)
            select county, year, kind, count(*) from wanted group by county, year, kind order by county, year, kind
            on conflict (county, year, kind) do update set last = n.last + excluded.last
            returning county, year, kind, last
        ), documents as (
            insert into journal_documents (stream, id, county, year, kind, number, version, issued_at)
            select w.stream, w.id, w.county, w.year, w.kind, c.last - w.total + w.nth, w.version, w.issued_at
            from wanted w join counted c on c.county = w.county and c.year = w.year and c.kind = w.kind
        ), issues as (
            select * from unnest($43::int[], $44::text[], $45::int[], $46::text[], $47::text[], $48::text[], $49::text[], $50::text[],
                                 $51::timestamptz[], $52::date[], $53::timestamptz[], $54::bytea[])
                as i(position, stream, number, county, inspector, state, severity, category, opened_at, due_on, closed_at, payload)
        ), listed as (
            insert into journal_issues (stream, number, county, inspector, state, severity, category, opened_at, due_on, closed_at, payload)
            select stream, number, county, inspector, state, severity, category, opened_at, due_on, closed_at, payload
            from issues where (position in (select position from won)) is true
            on conflict (stream, number) do update
            set county = excluded.county, inspector = excluded.inspector, state = excluded.state, severity = excluded.severity, category = excluded.category,
                opened_at = excluded.opened_at, due_on = excluded.due_on, closed_at = excluded.closed_at, payload = excluded.payload
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
