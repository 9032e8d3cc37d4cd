namespace Supervision.Journal.Sqlite;

/// <summary>The journal in one SQLite file, for one process.</summary>
internal sealed class SqliteJournal(SqliteWriter writer, JournalOptions options, Seals seals) : IJournal
{
    private readonly SqliteReads _reads = new(options.SqliteFile!);
    private readonly SqliteCasework _casework = new(new SqliteReads(options.SqliteFile!));

    public Task<AppendResult> Append(Append append, CancellationToken cancellation = default)
    {
        AppendChecks.Demand(append);
        return writer.Write(statements => SqliteAppends.Write(statements, append, seals), cancellation);
    }

    public Task<StreamTail?> Read(string stream, long afterVersion, CancellationToken cancellation = default) =>
        _reads.Tail(stream, afterVersion, cancellation);

    public Task<IReadOnlyList<StoredEvent>> History(
        string stream,
        long beforeVersion,
        int take,
        CancellationToken cancellation = default
    ) => _reads.History(stream, beforeVersion, take, cancellation);

    public Task<IReadOnlyList<StoredEvent>> EventsKnown(string stream, DateTimeOffset knownAt, CancellationToken cancellation = default) =>
        _reads.EventsKnown(stream, knownAt, cancellation);

    public Task<IReadOnlyList<StoredEvent>> EventsKnownOf(
        string county,
        IReadOnlyList<string> kinds,
        DateTimeOffset knownAt,
        CancellationToken cancellation = default
    ) => _reads.EventsKnownOf(county, kinds, knownAt, cancellation);

    public Task<IReadOnlyList<StoredEvent>> Visits(VisitorQuery query, CancellationToken cancellation = default) =>
        _reads.Visits(query, cancellation);

    public Task<Receipt?> FindReceipt(string stream, Guid opId, CancellationToken cancellation = default) =>
        _reads.Receipt(stream, opId, cancellation);

    public Task<Receipt> KeepReceipt(string stream, Receipt receipt, CancellationToken cancellation = default) =>
        writer.Write(statements => SqliteAppends.KeepReceipt(statements, stream, receipt, seals), cancellation);

    public Task<IReadOnlyList<Head>> Heads(HeadQuery query, CancellationToken cancellation = default) => _reads.Heads(query, cancellation);

    public Task<IReadOnlyDictionary<string, long>> HeadVersions(HeadQuery query, CancellationToken cancellation = default) =>
        _reads.HeadVersions(query, cancellation);

    public Task<IReadOnlyList<string>> Due(string county, DateTimeOffset now, int take, CancellationToken cancellation = default) =>
        _reads.Due(county, now, take, cancellation);

    public Task<IReadOnlyList<StoredAlert>> Alerts(AlertQuery query, CancellationToken cancellation = default) =>
        _reads.Alerts(query, cancellation);

    public Task<StoredAlert?> AcknowledgeAlert(
        string county,
        string id,
        string by,
        DateTimeOffset at,
        string? endsAs = null,
        CancellationToken cancellation = default
    ) =>
        writer.Write(
            statements =>
            {
                statements.Execute(
                    "update journal_alerts set acknowledged_at = $1, acknowledged_by = $2, acknowledged_seal = $5 where county = $3 and id = $4 and acknowledged_at is null",
                    at,
                    by,
                    county,
                    id,
                    seals.Acknowledged(id, by, at)
                );
                if (endsAs is not null)
                    End(statements, county, new(id, endsAs), at);
                return statements.First(
                    $"select {SqliteRows.AlertColumns} from journal_alerts where county = $1 and id = $2",
                    SqliteRows.Alert,
                    county,
                    id
                );
            },
            cancellation
        );

    public Task<int> EndAlerts(
        string county,
        IReadOnlyList<ResolvedAlert> alerts,
        DateTimeOffset at,
        CancellationToken cancellation = default
    ) => writer.Write(statements => alerts.Sum(alert => End(statements, county, alert, at)), cancellation);

    private int End(SqliteStatements statements, string county, ResolvedAlert alert, DateTimeOffset at) =>
        statements.Execute(
            "update journal_alerts set resolved_at = $1, resolved_reason = $2, resolved_seal = $3 where county = $4 and id = $5 and resolved_at is null",
            at,
            alert.Reason!,
            seals.Ended(alert.Id, at, alert.Reason!),
            county,
            alert.Id
        );

    public Task<int> CountOpenAlerts(string county, CancellationToken cancellation = default) =>
        _reads.CountOpenAlerts(county, cancellation);

    public Task<IReadOnlyList<StoredDocument>> Documents(string stream, CancellationToken cancellation = default) =>
        _casework.Documents(stream, cancellation);

    public Task<IReadOnlyList<StoredDocument>> DocumentsOf(DocumentQuery query, CancellationToken cancellation = default) =>
        _casework.DocumentsOf(query, cancellation);

    public Task<IReadOnlyList<StoredIssueRow>> Issues(IssueQuery query, CancellationToken cancellation = default) =>
        _casework.Issues(query, cancellation);

    public Task<int> CountIssues(IssueQuery query, CancellationToken cancellation = default) => _casework.CountIssues(query, cancellation);

    public Task<long> ReserveEpoch(string scope, CancellationToken cancellation = default) =>
        writer.Write(
            statements =>
            {
                var epoch = 1 + statements.First("select epoch from journal_epochs where scope = $1", row => row.GetInt64(0), scope);
                statements.Execute(
                    "insert into journal_epochs (scope, epoch, seal) values ($1, $2, $3) on conflict (scope) do update set epoch = excluded.epoch, seal = excluded.seal",
                    scope,
                    epoch,
                    Seals.Numbered(seals.Epoch(scope), epoch)
                );
                return epoch;
            },
            cancellation
        );

    public Task<string?> Fact(string name, CancellationToken cancellation = default) => _reads.Fact(name, cancellation);

    public Task<string> SetFactOnce(string name, string value, CancellationToken cancellation = default) =>
        writer.Write(
            statements =>
            {
                statements.Execute(
                    "insert into journal_facts (name, value, seal) values ($1, $2, $3) on conflict (name) do nothing",
                    name,
                    value,
                    seals.Fact(name, value)
                );
                return statements.First("select value from journal_facts where name = $1", row => row.GetString(0), name)!;
            },
            cancellation
        );
}
