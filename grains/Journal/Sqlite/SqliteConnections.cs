using Microsoft.Data.Sqlite;

namespace Supervision.Journal.Sqlite;

internal static class SqliteConnections
{
    /// <summary>For reading: pooled, any number at once, none waits for the writer (WAL).</summary>
    public static string Reading(string file) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            Pooling = true,
        }.ConnectionString;

    /// <summary>The writer's own connection: every commit is on the disk before it returns.</summary>
    public static SqliteConnection OpenWriting(string file)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadWrite,
                ForeignKeys = true,
                Pooling = false,
            }.ConnectionString
        );
        try
        {
            connection.Open();
            using var settings = connection.CreateCommand();
            settings.CommandText = "pragma journal_mode = wal; pragma synchronous = full;";
            settings.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
