namespace Supervision.Journal.Verifying;

/// <summary>Walks the audit chains, entry by entry.</summary>
internal static class ChainWalk
{
    private const string Entries = $"select {AuditColumns.Entry}, mac from audit_entries";

    public static void Run(StoreSnapshot store, AuditSeals seals, VerificationReport report)
    {
        var heads = store
            .Rows(
                "select chain, sequence, mac from audit_chains order by chain",
                row => (Chain: row.Text(0), Sequence: row.Number(1), Mac: row.Bytes(2)!)
            )
            .ToDictionary(head => head.Chain);
        var (chain, sequence, link, named) = ("", 0L, AuditSeals.Genesis, AuditSeals.Genesis);
        foreach (var (stored, mac) in store.Rows($"{Entries} order by chain, sequence", Read))
        {
            report.Saw("audit");
            if (stored.Entry.Chain != chain)
            {
                End();
                (chain, sequence, link, named) = (stored.Entry.Chain, 0, AuditSeals.Genesis, AuditSeals.Genesis);
            }

            if (stored.Sequence != sequence + 1)
                report.Break("audit", $"{chain} entry {sequence + 1}", "missing");
            else if (!mac.AsSpan().SequenceEqual(seals.Entry(link, stored.Sequence, stored.Entry)))
                report.Break("audit", $"{chain} entry {stored.Sequence}", "changed, or does not follow the one before");
            (sequence, link) = (stored.Sequence, mac);
            if (heads.TryGetValue(chain, out var at) && at.Sequence == sequence)
                named = mac;
        }

        End();
        Kept(store, report);
        foreach (var empty in heads.Values.Where(head => head.Sequence > 0))
            report.Break("audit", $"{empty.Chain} entry 1", $"missing: the chain is at entry {empty.Sequence}");

        void End()
        {
            if (chain.Length == 0)
                return;
            if (!heads.Remove(chain, out var head))
                report.Break("audit chains", chain, "missing");
            else if (head.Sequence > sequence)
                report.Break("audit", $"{chain} entry {sequence + 1}", $"missing: the chain is at entry {head.Sequence}");
            // It is behind the entries when somebody held it while they were written: those follow it, or the walk above has said so.
            else if (!head.Mac.AsSpan().SequenceEqual(named))
                report.Break("audit chains", chain, "names another entry than the one that stands there");
            report.Saw("audit chains");
        }
    }

    /// <summary>What an answer left in the journal is there.</summary>
    private static void Kept(StoreSnapshot store, VerificationReport report)
    {
        foreach (
            var (stream, id, entry) in store.Rows(
                """
                select a.kept, a.op_id, a.chain, a.sequence from audit_entries a left join journal_receipts r on r.stream = a.kept and r.op_id = a.op_id
                where a.kept is not null and a.file is null and r.stream is null order by a.chain, a.sequence
                """,
                row => (row.Text(0), row.IdOrNull(1), $"{row.Text(2)} entry {row.Number(3)}")
            )
        )
            report.Break("receipts", $"{stream} operation {id}", $"missing: the audit record names it, {entry}");
        foreach (
            var (stream, file, entry) in store.Rows(
                """
                select a.kept, a.file, a.chain, a.sequence from audit_entries a left join journal_evidence f on f.stream = a.kept and f.hash = a.file
                where a.file is not null and f.stream is null order by a.chain, a.sequence
                """,
                row => (row.Text(0), row.Text(1), $"{row.Text(2)} entry {row.Number(3)}")
            )
        )
            report.Break("evidence", $"{stream} file {file}", $"missing: the audit record names it, {entry}");
    }

    /// <summary>One chain alone.</summary>
    public static ChainCheck Check(JournalOptions options, AuditSeals seals, string chain)
    {
        using var store = StoreSnapshot.Open(options);
        var head = store
            .Rows("select sequence, mac from audit_chains where chain = $1", row => (Sequence: row.Number(0), Mac: row.Bytes(1)!), chain)
            .FirstOrDefault((0, AuditSeals.Genesis));
        var (sequence, link, named) = (0L, AuditSeals.Genesis, AuditSeals.Genesis);
        foreach (var (stored, mac) in store.Rows($"{Entries} where chain = $1 order by sequence", Read, chain))
        {
            if (stored.Sequence != sequence + 1 || !mac.AsSpan().SequenceEqual(seals.Entry(link, stored.Sequence, stored.Entry)))
                return new(chain, Math.Max(head.Sequence, stored.Sequence), sequence + 1);
            (sequence, link) = (stored.Sequence, mac);
            if (head.Sequence == sequence)
                named = mac;
        }

        var isWhole = head.Sequence <= sequence && head.Mac.AsSpan().SequenceEqual(named);
        return new(chain, Math.Max(head.Sequence, sequence), isWhole ? null : Math.Min(sequence, head.Sequence) + 1);
    }

    private static (StoredAuditEntry Stored, byte[] Mac) Read(StoredRow row) => (AuditColumns.EntryOf(row.Reader), row.Bytes(18)!);
}
