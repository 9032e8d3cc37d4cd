namespace Supervision.Journal.Records;

/// <summary>Which store the journal lives in; exactly one of the two is set.</summary>
public sealed class JournalOptions
{
    private JournalOptions(string? postgres, string? sqliteFile) => (PostgresConnectionString, SqliteFile) = (postgres, sqliteFile);

    /// <summary>An Npgsql connection string; null on SQLite.</summary>
    public string? PostgresConnectionString { get; }

    /// <summary>Absolute path of the database file; its directory is made when missing. Null on PostgreSQL.</summary>
    public string? SqliteFile { get; }

    /// <exception cref="ArgumentException">The text is not a connection string.</exception>
    public static JournalOptions Postgres(string connectionString) => new(PostgresConnections.Tuned(connectionString), null);

    public static JournalOptions Sqlite(string file) => new(null, Path.GetFullPath(file));
}
