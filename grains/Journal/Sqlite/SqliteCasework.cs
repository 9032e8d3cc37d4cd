namespace Supervision.Journal.Sqlite;

/// <summary>Documents and issues: what an append writes of them, and how they are read.</summary>
internal sealed class SqliteCasework(SqliteReads reads)
{
    /// <summary>Part of an append whose head was taken.</summary>
    public static void Write(SqliteStatements statements, SealedAppend sealing)
    {
        var append = sealing.Append;
        for (var i = 0; i < append.Documents.Count; i++)
            AddDocument(statements, append, append.Documents[i], sealing.Documents[i]);
        if (append.ExpectedVersion > 0)
            MoveIssues(statements, append.Head);
        for (var i = 0; i < append.Issues.Count; i++)
            PutIssue(statements, append.Head, append.Issues[i], sealing.Issues[i]);
    }

    public Task<IReadOnlyList<StoredDocument>> Documents(string stream, CancellationToken cancellation) =>
        reads.Rows(
            $"select {SqliteRows.DocumentColumns} from journal_documents where stream = $1 order by version, id",
            SqliteRows.Document,
            cancellation,
            stream
        );

    public Task<IReadOnlyList<StoredDocument>> DocumentsOf(DocumentQuery query, CancellationToken cancellation)
    {
        var filter = Filter.Of(query);
        return reads.Rows(
            $"select {SqliteRows.DocumentColumns} from journal_documents where {filter.Page(query)}",
            SqliteRows.Document,
            cancellation,
            [.. filter.Values]
        );
    }

    public Task<IReadOnlyList<StoredIssueRow>> Issues(IssueQuery query, CancellationToken cancellation)
    {
        var filter = Filter.Of(query);
        return reads.Rows(
            $"select {SqliteRows.IssueColumns} from journal_issues where {filter.Page(query)}",
            SqliteRows.Issue,
            cancellation,
            [.. filter.Values]
        );
    }

    public async Task<int> CountIssues(IssueQuery query, CancellationToken cancellation)
    {
        var filter = Filter.Of(query);
        return (
            await reads
                .Rows($"select count(*) from journal_issues where {filter.Where}", row => row.GetInt32(0), cancellation, [.. filter.Values])
                .ConfigureAwait(false)
        )[0];
    }

    private static void AddDocument(SqliteStatements statements, Append append, NewDocument document, byte[] half)
    {
        var county = append.Head.County;
        if (
            statements.First(
                "select number from journal_documents where stream = $1 and id = $2",
                row => row.GetInt32(0),
                append.Stream,
                document.Id
            ) > 0
        )
            return;
        var number = statements.First(
            """
            insert into journal_numbers (county, year, kind, last) values ($1, $2, $3, 1)
            on conflict (county, year, kind) do update set last = last + 1
            returning last
            """,
            row => row.GetInt32(0),
            county,
            document.Year,
            document.Kind
        );
        statements.Execute(
            "insert into journal_documents (stream, id, county, year, kind, number, version, issued_at, seal) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            append.Stream,
            document.Id,
            county,
            document.Year,
            document.Kind,
            number,
            append.Head.Version,
            append.Events[^1].RecordedAt,
            Seals.Numbered(half, number)
        );
    }

    private static void MoveIssues(SqliteStatements statements, Head head) =>
        statements.Execute(
            "update journal_issues set county = $2, inspector = $3 where stream = $1 and (county is not $2 or inspector is not $3)",
            head.Stream,
            head.County,
            head.Inspector
        );

    private static void PutIssue(SqliteStatements statements, Head head, IssueRow issue, byte[] seal) =>
        statements.Execute(
            """
            insert into journal_issues (stream, number, county, inspector, state, severity, category, opened_at, due_on, closed_at, payload, seal)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
            on conflict (stream, number) do update
            set county = excluded.county, inspector = excluded.inspector, state = excluded.state, severity = excluded.severity, category = excluded.category,
                opened_at = excluded.opened_at, due_on = excluded.due_on, closed_at = excluded.closed_at, payload = excluded.payload, seal = excluded.seal
            """,
            head.Stream,
            issue.Number,
            head.County,
            head.Inspector,
            issue.State,
            issue.Severity,
            issue.Category,
            issue.OpenedAt,
            issue.DueOn,
            issue.ClosedAt,
            issue.Payload,
            seal
        );
}
