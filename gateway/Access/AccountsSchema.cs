using DbUp;
using Microsoft.Data.Sqlite;

namespace Supervision.Gateway.Access;

/// <summary>The accounts' tables, by numbered scripts like every other schema; a test keeps them equal to EF's model.</summary>
public static class AccountsSchema
{
    /// <summary>A file of its own: signing in must not wait for the journal's writer.</summary>
    public static string SqliteConnection(GatewaySettings settings) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(settings.DataFolder, "accounts.db") }.ConnectionString;

    /// <summary>Safe to repeat. Several gateways that start at once on PostgreSQL wait for one another.</summary>
    public static void Migrate(GatewaySettings settings)
    {
        if (settings.Postgres is null) Directory.CreateDirectory(settings.DataFolder);
        // Once at start: no connection stays behind in a pool of its own.
        var postgres = settings.Postgres is { } given ? new Npgsql.NpgsqlConnectionStringBuilder(given) { Pooling = false }.ConnectionString : null;
        using var held = postgres is null ? null : Lock(postgres);
        var (target, folder) = postgres is { } server
            ? (DeployChanges.To.PostgresqlDatabase(server).JournalToPostgresqlTable("public", "accounts_versions"), "postgres")
            : (DeployChanges.To.SqliteDatabase(SqliteConnection(settings)).JournalToSqliteTable("accounts_versions"), "sqlite");
        var result = target
            .WithScriptsEmbeddedInAssembly(typeof(AccountsSchema).Assembly, name => name.StartsWith($"Access/Database/{folder}/", StringComparison.Ordinal))
            .WithTransactionPerScript().WithVariablesDisabled().LogToNowhere().Build().PerformUpgrade();
        if (!result.Successful) throw new InvalidOperationException($"Accounts migration {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
        if (settings.Postgres is null) ReadWhileWritten(settings);
    }

    /// <summary>Every request reads its session: it must not wait for another's being written.</summary>
    private static void ReadWhileWritten(GatewaySettings settings)
    {
        using var connection = new SqliteConnection(SqliteConnection(settings));
        connection.Open();
        using var command = new SqliteCommand("PRAGMA journal_mode=WAL", connection);
        command.ExecuteNonQuery();
    }

    private static Npgsql.NpgsqlConnection Lock(string postgres)
    {
        var connection = new Npgsql.NpgsqlConnection(postgres);
        connection.Open();
        using var command = new Npgsql.NpgsqlCommand("select pg_advisory_lock(hashtext('supervision accounts'))", connection);
        command.ExecuteNonQuery();
        return connection;
    }
}
