using System.Globalization;
using Npgsql;

namespace Supervision.Journal.Postgres;

internal sealed class PostgresRunner(NpgsqlDataSource source) : IStatements
{
    private readonly PostgresReads _reads = new(source);

    public Task<IReadOnlyList<T>> Rows<T>(
        string text,
        Func<StoredRow, T> record,
        CancellationToken cancellation,
        params object?[] values
    ) => _reads.Rows(text, command => Bind(command.Parameters, values), row => record(new(row)), cancellation);

    /// <summary>All in one round trip, which is one transaction: no lock outlives it, whatever becomes of this process meanwhile.</summary>
    public Task<int?> Write(IReadOnlyList<Statement> statements, CancellationToken cancellation) =>
        PostgresFaults.Translated<int?>(async () =>
        {
            await using var batch = source.CreateBatch();
            foreach (var statement in statements)
            {
                var command = new NpgsqlBatchCommand(statement.Changes is { } must ? Demanding(statement.Text, must) : statement.Text);
                Bind(command.Parameters, statement.Values);
                batch.BatchCommands.Add(command);
            }

            try
            {
                await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            }
            catch (PostgresException undone) when (undone.SqlState == PostgresErrorCodes.DivisionByZero)
            {
                return null;
            }

            return statements[^1].Changes ?? (int)batch.BatchCommands[^1].RecordsAffected;
        });

    /// <summary>The server itself undoes everything when the statement changes another number of rows: it divides by zero.</summary>
    private static string Demanding(string statement, int rows) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"with changed as ({statement} returning 1) select 1 / (case when count(*) = {rows} then 1 else 0 end) from changed"
        );

    private static void Bind(NpgsqlParameterCollection parameters, IReadOnlyList<object?> values)
    {
        foreach (var value in values)
            parameters.Add(
                new NpgsqlParameter
                {
                    Value = value switch
                    {
                        null => DBNull.Value,
                        DateTimeOffset instant => instant.UtcDateTime,
                        ReadOnlyMemory<byte> bytes => bytes.ToArray(),
                        _ => value,
                    },
                }
            );
    }
}
