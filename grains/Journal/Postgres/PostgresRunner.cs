using Npgsql;

namespace Supervision.Journal;

internal sealed class PostgresRunner(NpgsqlDataSource source) : IStatements
{
    private readonly PostgresReads _reads = new(source);

    public Task<IReadOnlyList<T>> Rows<T>(string text, Func<StoredRow, T> record, CancellationToken cancellation, params object?[] values) =>
        _reads.Rows(text, command => Bind(command, values), row => record(new(row)), cancellation);

    public Task<int?> Write(IReadOnlyList<Statement> statements, CancellationToken cancellation) => PostgresFaults.Translated<int?>(async () =>
    {
        await using var connection = await source.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        var changed = 0;
        foreach (var statement in statements)
        {
            await using var command = new NpgsqlCommand(statement.Text, connection, transaction);
            Bind(command, statement.Values);
            changed = await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            if (statement.Changes is { } must && must != changed) return null; // disposing undoes
        }

        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return changed;
    });

    private static void Bind(NpgsqlCommand command, IReadOnlyList<object?> values)
    {
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter
            {
                Value = value switch { null => DBNull.Value, DateTimeOffset instant => instant.UtcDateTime, ReadOnlyMemory<byte> bytes => bytes.ToArray(), _ => value },
            });
    }
}
