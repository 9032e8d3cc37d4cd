namespace Supervision.Journal.Verifying;

/// <summary>Proves that nobody but this program wrote the journal and the audit record, or says where somebody did.</summary>
/// <remarks>
/// A walk holds one snapshot and no lock, so it may run while the system works. What it can't see by itself is that the newest rows were
/// taken away together with every trace of them; for that it needs roots exported before (<see cref="RootExport"/>).
/// </remarks>
public static class Verification
{
    /// <param name="exported">Lines of an export kept elsewhere; null when there is none.</param>
    /// <exception cref="System.Data.Common.DbException">The store does not answer.</exception>
    /// <exception cref="FormatException">The export is not readable.</exception>
    public static VerificationReport Run(JournalOptions options, Seals seals, AuditSeals audit, IEnumerable<string>? exported = null)
    {
        var report = new VerificationReport();
        using var store = StoreSnapshot.Open(options);
        Facts(store, seals, report);
        new StreamWalk(store, seals, report).Run();
        ChainWalk.Run(store, audit, report);
        new RootWalk(store, audit, report).Run();
        if (exported is not null)
            RootExport.Compare(store, exported, report);
        return report;
    }

    private static void Facts(StoreSnapshot store, Seals seals, VerificationReport report)
    {
        var listed = store
            .Rows($"select name, seal from audit_loose where stream = '{LooseRow.Facts}'", row => (Name: row.Text(0), Seal: row.Bytes(1)!))
            .ToDictionary(row => row.Name, row => row.Seal, StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var (name, value, seal) in store.Rows(
                "select name, value, seal from journal_facts order by name",
                row => (row.Text(0), row.Text(1), row.Bytes(2))
            )
        )
        {
            report.Saw("facts");
            names.Add(name);
            if (seal is null || !seal.AsSpan().SequenceEqual(seals.Fact(name, value)))
                report.Break("facts", name, "changed");
            else if (listed.TryGetValue(name, out var then) && !seal.AsSpan().SequenceEqual(then))
                report.Break("facts", name, "not the one a root lists");
        }

        foreach (var missing in listed.Keys.Where(name => !names.Contains(name)).Order(StringComparer.Ordinal))
            report.Break("facts", missing, "missing: a root lists it");

        if (!names.Contains(OldRows.CheckFact))
            report.Break("facts", OldRows.CheckFact, "missing");
        foreach (
            var (scope, epoch, seal) in store.Rows(
                "select scope, epoch, seal from journal_epochs order by scope",
                row => (row.Text(0), row.Number(1), row.Bytes(2))
            )
        )
        {
            report.Saw("epochs");
            if (seal is null || !seal.AsSpan().SequenceEqual(Seals.Numbered(seals.Epoch(scope), epoch)))
                report.Break("epochs", scope, "changed");
        }
    }
}
