namespace Supervision.Journal;

/// <summary>The journal in one SQLite file, for one process.</summary>
internal sealed class SqliteJournal(SqliteWriter writer, JournalOptions options) : IJournal
{
    private readonly SqliteReads _reads = new(options.SqliteFile!);
    private readonly SqliteCasework _casework = new(new SqliteReads(options.SqliteFile!));

    public Task<AppendResult> Append(Append append, CancellationToken cancellation = default)
    {
        AppendChecks.Demand(append);
        return writer.Write(statements => SqliteAppends.Write(statements, append), cancellation);
    }

    public Task<StreamTail?> Read(string stream, long afterVersion, CancellationToken cancellation = default) => _reads.Tail(stream, afterVersion, cancellation);

    public Task<IReadOnlyList<StoredEvent>> History(string stream, long beforeVersion, int take, CancellationToken cancellation = default) =>
        _reads.History(stream, beforeVersion, take, cancellation);

    public Task<IReadOnlyList<StoredEvent>> EventsKnown(string stream, DateTimeOffset knownAt, CancellationToken cancellation = default) =>
        _reads.EventsKnown(stream, knownAt, cancellation);

    public Task<IReadOnlyList<StoredEvent>> EventsKnownOf(string county, IReadOnlyList<string> kinds, DateTimeOffset knownAt, CancellationToken cancellation = default) =>
        _reads.EventsKnownOf(county, kinds, knownAt, cancellation);

    public Task<Receipt?> FindReceipt(string stream, Guid opId, CancellationToken cancellation = default) => _reads.Receipt(stream, opId, cancellation);

    public Task<Receipt> KeepReceipt(string stream, Receipt receipt, CancellationToken cancellation = default) =>
        writer.Write(statements => SqliteAppends.KeepReceipt(statements, stream, receipt), cancellation);

    public Task<IReadOnlyList<Head>> Heads(HeadQuery query, CancellationToken cancellation = default) => _reads.Heads(query, cancellation);

    public Task<IReadOnlyDictionary<string, long>> HeadVersions(HeadQuery query, CancellationToken cancellation = default) => _reads.HeadVersions(query, cancellation);

    public Task<IReadOnlyList<string>> Due(string county, DateTimeOffset now, int take, CancellationToken cancellation = default) =>
        _reads.Due(county, now, take, cancellation);

    public Task<IReadOnlyList<StoredAlert>> Alerts(AlertQuery query, CancellationToken cancellation = default) => _reads.Alerts(query, cancellation);

    public Task<StoredAlert?> AcknowledgeAlert(string county, string id, string by, DateTimeOffset at, CancellationToken cancellation = default) => writer.Write(statements =>
    {
        statements.Execute("update journal_alerts set acknowledged_at = $1, acknowledged_by = $2 where county = $3 and id = $4 and acknowledged_at is null", at, by, county, id);
        return statements.First($"select {SqliteRows.AlertColumns} from journal_alerts where county = $1 and id = $2", SqliteRows.Alert, county, id);
    }, cancellation);

    public Task<int> CountOpenAlerts(string county, CancellationToken cancellation = default) => _reads.CountOpenAlerts(county, cancellation);

    public Task<IReadOnlyList<StoredDocument>> Documents(string stream, CancellationToken cancellation = default) => _casework.Documents(stream, cancellation);

    public Task<IReadOnlyList<StoredDocument>> DocumentsOf(DocumentQuery query, CancellationToken cancellation = default) => _casework.DocumentsOf(query, cancellation);

    public Task<IReadOnlyList<StoredIssueRow>> Issues(IssueQuery query, CancellationToken cancellation = default) => _casework.Issues(query, cancellation);

    public Task<int> CountIssues(IssueQuery query, CancellationToken cancellation = default) => _casework.CountIssues(query, cancellation);

    public Task<long> ReserveEpoch(string scope, CancellationToken cancellation = default) => writer.Write(statements => statements.First(
        "insert into journal_epochs (scope, epoch) values ($1, 1) on conflict (scope) do update set epoch = epoch + 1 returning epoch",
        row => row.GetInt64(0), scope), cancellation);

    public Task<string?> Fact(string name, CancellationToken cancellation = default) => _reads.Fact(name, cancellation);

    public Task<string> SetFactOnce(string name, string value, CancellationToken cancellation = default) => writer.Write(statements =>
    {
        statements.Execute("insert into journal_facts (name, value) values ($1, $2) on conflict (name) do nothing", name, value);
        return statements.First("select value from journal_facts where name = $1", row => row.GetString(0), name)!;
    }, cancellation);
}
