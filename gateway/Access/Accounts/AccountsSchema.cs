using System.Data.Common;
using System.Security.Cryptography;
using System.Xml.Linq;
using DbUp;
using DbUp.Postgresql;
using Microsoft.Data.Sqlite;

namespace Supervision.Gateway.Access.Accounts;

/// <summary>The accounts' tables, by numbered scripts like every other schema; a test keeps them equal to EF's model.</summary>
public static class AccountsSchema
{
    /// <summary>For another process that migrates, in seconds.</summary>
    private const int LongestWait = 120;

    /// <summary>A file of its own: signing in must not wait for the journal's writer.</summary>
    public static string SqliteConnection(GatewaySettings settings) =>
        new SqliteConnectionStringBuilder { DataSource = SqliteFile(settings) }.ConnectionString;

    private static string SqliteFile(GatewaySettings settings) => Path.Combine(settings.DataFolder, "accounts.db");

    /// <summary>Finds, without touching anything, that the accounts can't be opened with this secret.</summary>
    /// <exception cref="WrongSecretException">What they keep sealed was sealed under another one.</exception>
    public static void Foresee(GatewaySettings settings, ClusterSecret secret)
    {
        if (settings.Postgres is null && !File.Exists(SqliteFile(settings)))
            return;
        using var connection = StartConnections.Reader(settings.Postgres, SqliteFile(settings));
        if (NewestKey(connection) is not { } key)
            return;
        try
        {
            new Seal(secret).Open(key, KeyEncryptor.About);
        }
        catch (CryptographicException)
        {
            throw new WrongSecretException(
                $"The accounts in {(settings.Postgres is null ? settings.DataFolder : "the database Supervision__Postgres names")} are sealed under another secret. Start with the one they were sealed with (Supervision__Secret, or the file secret.key in the data folder); nothing was changed."
            );
        }
    }

    /// <summary>The sealed text of the newest key that protects cookies; null while there is none.</summary>
    private static string? NewestKey(DbConnection connection)
    {
        using var exists = connection.CreateCommand();
        exists.CommandText =
            connection is Npgsql.NpgsqlConnection
                ? "select 1 from information_schema.tables where table_name = 'DataProtectionKeys' and table_schema = any(current_schemas(false))"
                : "select 1 from sqlite_master where type = 'table' and name = 'DataProtectionKeys'";
        if (exists.ExecuteScalar() is null)
            return null;
        using var newest = connection.CreateCommand();
        newest.CommandText = "select \"Xml\" from \"DataProtectionKeys\" order by \"Id\" desc limit 1";
        return newest.ExecuteScalar() is string xml ? XElement.Parse(xml).Descendants("sealed").FirstOrDefault()?.Value : null;
    }

    /// <summary>Safe to repeat. Several gateways that start at once on PostgreSQL wait for one another.</summary>
    public static void Migrate(GatewaySettings settings)
    {
        if (settings.Postgres is null)
            Directory.CreateDirectory(settings.DataFolder);
        // Once at start: no connection stays behind in a pool of its own.
        var postgres = settings.Postgres is { } given ? StartConnections.Alone(given) : null;
        using var held = postgres is null ? null : Lock(postgres);
        using var source = postgres is null ? null : StartConnections.ForScripts(postgres);
        var (target, folder) = source is not null
            ? (
                DeployChanges
                    .To.PostgresqlDatabase(new PostgresqlConnectionManager(source))
                    .JournalToPostgresqlTable("public", "accounts_versions"),
                "postgres"
            )
            : (DeployChanges.To.SqliteDatabase(SqliteConnection(settings)).JournalToSqliteTable("accounts_versions"), "sqlite");
        var result = target
            .WithScriptsEmbeddedInAssembly(
                typeof(AccountsSchema).Assembly,
                name => name.StartsWith($"Access/Database/{folder}/", StringComparison.Ordinal)
            )
            .WithTransactionPerScript()
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException(
                $"Accounts migration {result.ErrorScript?.Name} failed: {result.Error.Message}",
                result.Error
            );
        if (settings.Postgres is null)
            ReadWhileWritten(settings);
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
        var connection = StartConnections.OneForScripts(postgres);
        using var command = new Npgsql.NpgsqlCommand(
            "set lock_timeout = 0; select pg_advisory_lock(hashtext('supervision accounts'))",
            connection
        )
        {
            CommandTimeout = LongestWait,
        };
        command.ExecuteNonQuery();
        return connection;
    }
}
