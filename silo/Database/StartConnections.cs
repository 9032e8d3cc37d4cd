using System.Data.Common;
using Npgsql;

namespace Supervision.Silo.Database;

/// <summary>Connections that a start needs once, beside those that serve.</summary>
public static class StartConnections
{
    /// <summary>Reads without changing or creating anything.</summary>
    /// <param name="postgres">Connection string of the database; null for the file.</param>
    public static DbConnection Reader(string? postgres, string sqliteFile) =>
        StoreLook.Reader(postgres is null ? JournalOptions.Sqlite(sqliteFile) : JournalOptions.Postgres(postgres));

    /// <summary>The same database, without a pool that would stay behind.</summary>
    public static string Alone(string postgres) => PostgresConnections.Alone(JournalOptions.Postgres(postgres).PostgresConnectionString!);

    /// <summary>For scripts, which may wait for one another longer than a request may.</summary>
    /// <param name="alone">What <see cref="Alone"/> gives.</param>
    public static NpgsqlDataSource ForScripts(string alone) => PostgresConnections.Open(alone, SessionUse.Migration);

    /// <summary>One open connection for scripts; whoever disposes of it releases the locks it holds.</summary>
    /// <param name="alone">What <see cref="Alone"/> gives.</param>
    public static NpgsqlConnection OneForScripts(string alone) => PostgresConnections.OpenAlone(alone, SessionUse.Migration);
}
