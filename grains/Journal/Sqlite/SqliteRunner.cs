namespace Supervision.Journal.Sqlite;

internal sealed class SqliteRunner(SqliteWriter writer, JournalOptions options) : IStatements
{
    private readonly SqliteReads _reads = new(options.SqliteFile!);

    public Task<IReadOnlyList<T>> Rows<T>(
        string text,
        Func<StoredRow, T> record,
        CancellationToken cancellation,
        params object?[] values
    ) => _reads.Rows(text, row => record(new(row)), cancellation, values);

    public async Task<int?> Write(IReadOnlyList<Statement> statements, CancellationToken cancellation)
    {
        try
        {
            return await writer
                .Write(
                    run =>
                    {
                        var changed = 0;
                        foreach (var statement in statements)
                        {
                            changed = run.ExecuteOnce(statement.Text, statement.Values);
                            if (statement.Changes is { } must && must != changed)
                                throw new UndoneException(); // rolls this write's savepoint back
                        }

                        return changed;
                    },
                    cancellation
                )
                .ConfigureAwait(false);
        }
        catch (JournalRejectedException rejected) when (rejected.InnerException is UndoneException)
        {
            return null;
        }
    }

    private sealed class UndoneException : Exception;
}
