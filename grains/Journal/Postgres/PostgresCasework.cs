using Npgsql;

namespace Supervision.Journal.Postgres;

/// <summary>Reads of documents and issues.</summary>
internal sealed class PostgresCasework(PostgresReads reads)
{
    public Task<IReadOnlyList<StoredDocument>> Documents(string stream, CancellationToken cancellation) =>
        reads.Rows(
            $"select {PostgresRows.DocumentColumns} from journal_documents where stream = $1 order by version, id",
            command => command.With(stream),
            PostgresRows.Document,
            cancellation
        );

    public Task<IReadOnlyList<StoredDocument>> DocumentsOf(DocumentQuery query, CancellationToken cancellation)
    {
        var filter = Filter.Of(query);
        return reads.Rows(
            $"select {PostgresRows.DocumentColumns} from journal_documents where {filter.Page(query)}",
            command => Bind(command, filter),
            PostgresRows.Document,
            cancellation
        );
    }

    public Task<IReadOnlyList<StoredIssueRow>> Issues(IssueQuery query, CancellationToken cancellation)
    {
        var filter = Filter.Of(query);
        return reads.Rows(
            $"select {PostgresRows.IssueColumns} from journal_issues where {filter.Page(query)}",
            command => Bind(command, filter),
            PostgresRows.Issue,
            cancellation
        );
    }

    public async Task<int> CountIssues(IssueQuery query, CancellationToken cancellation)
    {
        var filter = Filter.Of(query);
        var counts = await reads
            .Rows(
                $"select count(*)::int from journal_issues where {filter.Where}",
                command => Bind(command, filter),
                row => row.GetInt32(0),
                cancellation
            )
            .ConfigureAwait(false);
        return counts[0];
    }

    // The driver knows a value's type from the value itself.
    public static void Bind(NpgsqlCommand command, Filter filter)
    {
        foreach (var value in filter.Values)
            command.Parameters.Add(new NpgsqlParameter { Value = value is DateTimeOffset instant ? instant.UtcDateTime : value });
    }
}
