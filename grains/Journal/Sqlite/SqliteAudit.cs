using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Supervision.Journal.Sqlite;

/// <summary>The audit record in the journal's file, through the journal's writer: entries of requests that end together share a commit.</summary>
internal sealed class SqliteAudit(SqliteWriter writer, JournalOptions options, AuditSeals seals) : IAuditStore, IAuditRoots
{
    private readonly SqliteReads _reads = new(options.SqliteFile!);

    public Task Write(NewAuditEntry entry, CancellationToken cancellation = default) =>
        writer.Write(
            statements =>
            {
                var batch = new AuditBatch(seals);
                var (sequence, link) = statements.First(
                    "select sequence, mac from audit_chains where chain = $1",
                    row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)),
                    entry.Chain
                );
                if (link is not null)
                    batch.Stands(entry.Chain, sequence, link);
                if (entry.OpId is { } id)
                {
                    var answered = statements.First(
                        """
                        select 1 from audit_entries
                        where op_id = $1 and result in ('Accepted', 'Refused') and who = $2 and action = $3 and target is $4 and status = $5 and code is $6
                        """,
                        _ => true,
                        id,
                        entry.Who,
                        entry.Action,
                        entry.Target,
                        entry.Status,
                        entry.Code
                    );
                    if (answered)
                        batch.Known(id, entry.Who, entry.Action, entry.Target, entry.Status, entry.Code);
                }

                batch.Add(entry);
                var (added, at, mac) = batch.Rows[0];
                statements.Execute(
                    $"insert into audit_entries ({AuditColumns.Entry}, mac) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
                    added.Chain,
                    at,
                    added.At,
                    added.Who,
                    added.Role,
                    added.Area,
                    added.Session,
                    added.Address,
                    added.Agent,
                    added.Action,
                    added.Target,
                    added.OpId,
                    added.Fingerprint,
                    added.Result.ToString(),
                    added.Status,
                    added.Code,
                    added.Kept,
                    added.File,
                    mac
                );
                return statements.Execute(
                    "insert into audit_chains (chain, sequence, mac) values ($1, $2, $3) on conflict (chain) do update set sequence = excluded.sequence, mac = excluded.mac",
                    entry.Chain,
                    at,
                    mac
                );
            },
            cancellation
        );

    public Task<IReadOnlyList<StoredAuditEntry>> Find(AuditQuery query, CancellationToken cancellation = default)
    {
        var filter = Filter.Of(query);
        return _reads.Rows(
            $"select {AuditColumns.Entry} from audit_entries where {filter.Page(query)}",
            AuditColumns.EntryOf,
            cancellation,
            [.. filter.Values]
        );
    }

    public Task<IReadOnlyList<AuditChain>> Chains(CancellationToken cancellation = default) =>
        _reads.Rows(
            "select chain, sequence from audit_chains order by chain",
            row => new AuditChain(row.GetString(0), row.GetInt64(1)),
            cancellation
        );

    public Task<ChainCheck> Check(string chain, CancellationToken cancellation = default) =>
        Task.Run(() => ChainWalk.Check(options, seals, chain), cancellation);

    public Task<IReadOnlyList<SealedRoot>> Roots(string county, int take, CancellationToken cancellation = default) =>
        _reads.Rows(
            $"select {AuditColumns.Root} from audit_roots where county = $1 order by day desc limit $2",
            AuditColumns.RootOf,
            cancellation,
            county,
            take
        );

    public Task<SealedRoot> SealDay(string county, DateOnly day, DateTimeOffset at, CancellationToken cancellation = default) =>
        writer.Write(
            statements =>
            {
                if (
                    statements.First<SealedRoot>(
                        $"select {AuditColumns.Root} from audit_roots where county = $1 and day = $2",
                        AuditColumns.RootOf,
                        county,
                        day
                    ) is
                    { } standing
                )
                    return standing;
                var tips = statements.All(RootStatements.Moved, AuditColumns.TipOf, county);
                var loose = statements.All(RootStatements.Loose("lower(hex(r.op_id))"), AuditColumns.LooseOf, county);
                var (streams, events) = statements.First(RootStatements.Counts, row => (row.GetInt64(0), row.GetInt64(1)), county);
                var (sequence, link) = statements.First(
                    RootStatements.Chain,
                    row => (row.GetInt64(0), row.GetFieldValue<byte[]>(1)),
                    county
                );
                var previous = statements.First(RootStatements.Previous, row => row.GetFieldValue<byte[]>(0), county);
                var root = seals.Root(previous, county, day, at, streams, events, sequence, link, tips, loose);
                foreach (var row in loose)
                    statements.Execute(
                        "insert into audit_loose (county, day, stream, name, seal) values ($1, $2, $3, $4, $5)",
                        county,
                        day,
                        row.Stream,
                        row.Name,
                        row.Seal
                    );
                foreach (var tip in tips)
                    statements.Execute(
                        "insert into audit_tips (county, day, stream, version, mac) values ($1, $2, $3, $4, $5)",
                        county,
                        day,
                        tip.Stream,
                        tip.Version,
                        tip.Link
                    );
                statements.Execute(
                    "insert into audit_roots (county, day, sealed_at, streams, events, audit_sequence, audit_mac, root) values ($1, $2, $3, $4, $5, $6, $7, $8)",
                    county,
                    day,
                    at,
                    streams,
                    events,
                    sequence,
                    link,
                    root
                );
                return new SealedRoot(county, day, at, streams, events, sequence, Convert.ToHexStringLower(root));
            },
            cancellation
        );
}

/// <summary>What a county's root is made from, in SQL both stores understand; <c>$1</c> is the county.</summary>
internal static class RootStatements
{
    public const string Moved = """
        select h.stream, h.version, h.mac from journal_heads h
        where h.county = $1 and not exists (select 1 from audit_tips t where t.county = $1 and t.stream = h.stream and t.version = h.version)
        order by h.stream
        """;

    /// <summary>
    /// What a county's streams left without an event. What is of no county (facts, and receipts of what has no head, as an import's) is
    /// listed by whichever county is first.
    /// </summary>
    /// <param name="id">An operation id <c>r.op_id</c> in 32 hex digits, in the store's own words.</param>
    public static string Loose(string id) =>
        $"""
            select l.stream, l.name, l.seal from (
                select r.stream, {id} as name, r.seal from journal_receipts r left join journal_heads h on h.stream = r.stream
                where r.loose = 1 and (h.county = $1 or h.stream is null)
                union all
                select e.stream, e.hash, e.seal from journal_evidence e where e.county = $1
                union all
                select '{LooseRow.Facts}', f.name, f.seal from journal_facts f
            ) l
            where not exists (select 1 from audit_loose a where a.stream = l.stream and a.name = l.name)
            order by l.stream, l.name
            """;

    public const string Counts = "select count(*), cast(coalesce(sum(version), 0) as bigint) from journal_heads where county = $1";

    /// <summary>The newest entry. A chain's own row may be behind while somebody holds it.</summary>
    public const string Chain = """
        select sequence, mac from (
            select sequence, mac from (select sequence, mac from audit_entries where chain = $1 order by sequence desc limit 1) newest
            union all
            select sequence, mac from audit_chains where chain = $1
        ) tips
        order by sequence desc limit 1
        """;

    public const string Previous = "select root from audit_roots where county = $1 order by day desc limit 1";
}
