using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Supervision.Silo.Database;

/// <summary>The few things about a store that setting up its schema depends on.</summary>
internal sealed record Store(Scripts Scripts, string ConnectionString, bool IsPostgres)
{
    public static Store Of(JournalOptions options) =>
        options.PostgresConnectionString is { } postgres
            ? new Store(Scripts.Postgres, postgres, true)
            : new Store(
                Scripts.Sqlite,
                new SqliteConnectionStringBuilder { DataSource = options.SqliteFile, Pooling = false }.ConnectionString,
                false
            );

    public DbConnection Open()
    {
        if (IsPostgres)
            return PostgresConnections.OpenAlone(ConnectionString, SessionUse.Migration);
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>
    /// Waits for and holds the right to change the schema until disposed: an advisory lock on PostgreSQL, on SQLite a write
    /// lock on a file beside the database. Both end with the process that holds them.
    /// </summary>
    /// <exception cref="DbException">Another process held it for two minutes.</exception>
    public DbConnection Lock()
    {
        var connection = IsPostgres
            ? Open()
            : new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = new SqliteConnectionStringBuilder(ConnectionString).DataSource + ".migration-lock",
                    Pooling = false,
                    DefaultTimeout = 120,
                }.ConnectionString
            );
        if (!IsPostgres)
            connection.Open();
        try
        {
            using var command = connection.CreateCommand();
            command.CommandText = IsPostgres
                ? "set lock_timeout = 0; select pg_advisory_lock(hashtext('supervision schema'))"
                : "begin immediate";
            command.CommandTimeout = 120;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
