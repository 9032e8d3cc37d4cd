namespace Supervision.Journal.Postgres.Audit;

/// <summary>What the audit writer sends to PostgreSQL.</summary>
internal static class PostgresAuditStatements
{
    /// <summary>
    /// Where chains stand, and which of some operations were answered before. A chain's row names its newest entry except while somebody
    /// holds that row; then the entries themselves know more.
    /// </summary>
    public const string Tips = """
        select c.chain, t.sequence, t.mac from unnest($1::text[]) as c(chain) cross join lateral (
            select sequence, mac from (select sequence, mac from audit_entries e where e.chain = c.chain order by sequence desc limit 1) as newest
            union all
            select sequence, mac from audit_chains a where a.chain = c.chain
            order by sequence desc limit 1
        ) as t
        """;

    public const string Answered =
        "select op_id, who, action, target, status, code from audit_entries where op_id = any($1::uuid[]) and result in ('Accepted', 'Refused')";

    // The first entry of each chain decides: whoever inserts the next sequence owns what follows, and who finds it taken adds nothing to
    // that chain. Another writer's statement is waited for, and that is the only wait: nothing here touches a row that was there before,
    // but for the chain's own, and that one is left as it is while anybody holds it. "Answered" are chains of which an operation was
    // answered before, after this writer last looked: they are looked at again. In order of chains, so that two statements never wait
    // for each other.
    public const string Add = $"""
        with entries as (
            select * from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
                                 $12::uuid[], $13::text[], $14::text[], $15::int[], $16::text[], $17::text[], $18::text[], $19::bytea[], $20::bool[], $21::bool[])
                as e({AuditColumns.Entry}, mac, first, last)
        ), answered as (
            select e.chain from entries e cross join lateral (
                select from audit_entries a
                where a.op_id = e.op_id and a.result in ('Accepted', 'Refused') and a.who = e.who and a.action = e.action and a.target is not distinct from e.target
                    and a.status = e.status and a.code is not distinct from e.code
                limit 1 -- keeps the planner from reading the whole record, however wrong its estimates
            ) as known
            where e.op_id is not null and e.result in ('Accepted', 'Refused')
        ), won as (
            insert into audit_entries ({AuditColumns.Entry}, mac)
            select {AuditColumns.Entry}, mac from entries where first and (chain in (select chain from answered)) is not true order by chain
            on conflict (chain, sequence) do nothing
            returning chain
        ), followed as (
            insert into audit_entries ({AuditColumns.Entry}, mac)
            select {AuditColumns.Entry}, mac from entries where not first and (chain in (select chain from won)) is true
        ), tips as (
            select chain, sequence, mac from entries where last and (chain in (select chain from won)) is true
        ), free as (
            select a.chain from audit_chains a where a.chain in (select chain from tips) for update skip locked
        ), moved as (
            update audit_chains a set sequence = t.sequence, mac = t.mac
            from tips t where a.chain = t.chain and a.sequence < t.sequence and (a.chain in (select chain from free)) is true
        ), born as (
            insert into audit_chains (chain, sequence, mac)
            select chain, sequence, mac from tips t where not exists (select from audit_chains a where a.chain = t.chain) order by chain
            on conflict (chain) do nothing
        )
        select chain from won
        """;

    /// <summary>
    /// A root with its tips and loose rows, or nothing when the day has one, or when the day before is not the one it was made on.
    /// Rows that another county listed meanwhile fail the statement.
    /// </summary>
    public const string SealDay = """
        with root as (
            insert into audit_roots (county, day, sealed_at, streams, events, audit_sequence, audit_mac, root)
            select $1, $2, $3, $4, $5, $6, $7, $8
            where (select root from audit_roots where county = $1 order by day desc limit 1) is not distinct from $9
            on conflict (county, day) do nothing
            returning county
        ), tips as (
            insert into audit_tips (county, day, stream, version, mac)
            select $1, $2, stream, version, mac from unnest($10::text[], $11::bigint[], $12::bytea[]) as t(stream, version, mac) where exists (select from root)
        ), loose as (
            insert into audit_loose (county, day, stream, name, seal)
            select $1, $2, stream, name, seal from unnest($13::text[], $14::text[], $15::bytea[]) as l(stream, name, seal) where exists (select from root)
        )
        select county from root
        """;
}
