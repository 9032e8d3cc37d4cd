using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Supervision.Journal.Verifying;

/// <summary>
/// The whole store at one instant, read row by row without keeping it: several tables can be walked side by side while others write. On
/// PostgreSQL every walk has a connection of its own on one exported snapshot, on SQLite all share a transaction.
/// </summary>
internal sealed class StoreSnapshot : IDisposable
{
    private readonly string _connectionString;
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly string? _exported;

    private StoreSnapshot(string connectionString, DbConnection connection, DbTransaction transaction, string? exported) =>
        (_connectionString, _connection, _transaction, _exported) = (connectionString, connection, transaction, exported);

    /// <exception cref="DbException">The store does not answer.</exception>
    public static StoreSnapshot Open(JournalOptions options)
    {
        if (options.SqliteFile is { } file)
        {
            var sqlite = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = file,
                    Mode = SqliteOpenMode.ReadWrite,
                    Pooling = false,
                }.ConnectionString
            );
            sqlite.Open();
            return new(sqlite.ConnectionString, sqlite, sqlite.BeginTransaction(deferred: true), null);
        }

        var text = new NpgsqlConnectionStringBuilder(options.PostgresConnectionString) { CommandTimeout = 0 }.ConnectionString;
        var (postgres, transaction) = Begin(text);
        using var export = new NpgsqlCommand("select pg_export_snapshot()", postgres);
        return new(text, postgres, transaction, (string)export.ExecuteScalar()!);
    }

    /// <param name="text">Understood by both stores; parameters are numbered <c>$1</c>, ….</param>
    public IEnumerable<T> Rows<T>(string text, Func<StoredRow, T> record, params object?[] values)
    {
        var (connection, own) = _exported is null ? (_connection, null) : Join();
        try
        {
            using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this assembly.
            command.CommandText = text;
#pragma warning restore CA2100
            if (_exported is null)
                command.Transaction = _transaction;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.Add(Parameter(i, values[i]));
            using var reader = command.ExecuteReader();
            while (reader.Read())
                yield return record(new(reader));
        }
        finally
        {
            own?.Dispose();
        }
    }

    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }

    private (DbConnection, DbConnection?) Join()
    {
        var (connection, _) = Begin(_connectionString);
        using var join = connection.CreateCommand();
#pragma warning disable CA2100 // The name comes from the server and can't be a parameter.
        join.CommandText = $"set transaction snapshot '{_exported}'";
#pragma warning restore CA2100
        join.ExecuteNonQuery();
        return (connection, connection);
    }

    private static (NpgsqlConnection Connection, NpgsqlTransaction Transaction) Begin(string connectionString)
    {
        var connection = PostgresConnections.OpenAlone(connectionString, SessionUse.Walk);
        return (connection, connection.BeginTransaction(System.Data.IsolationLevel.RepeatableRead));
    }

    private DbParameter Parameter(int index, object? value) =>
        _exported is null
            ? new SqliteParameter("$" + (index + 1), SqliteValues.Of(value))
            : new NpgsqlParameter
            {
                Value = value switch
                {
                    null => DBNull.Value,
                    DateTimeOffset instant => instant.UtcDateTime,
                    _ => value,
                },
            };
}
