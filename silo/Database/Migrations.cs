using System.Data.Common;
using DbUp;
using DbUp.Builder;
using DbUp.Postgresql;
using Npgsql;

namespace Supervision.Silo.Database;

public static class Migrations
{
    /// <summary>
    /// Brings a store to this program's schema: runs the numbered scripts it has not run yet, each in a transaction, and writes
    /// the Orleans queries. Safe to repeat, and safe when several processes start at once: one works, the others wait. An
    /// SQLite file is made when missing; a PostgreSQL database must exist.
    /// </summary>
    /// <exception cref="SchemaException">A script failed; those before it stand.</exception>
    public static void Migrate(JournalOptions options)
    {
        if (options.SqliteFile is { } file)
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var store = Store.Of(options);
        using var held = store.Lock();
        using var connection = store.Open();
        if (!store.IsPostgres)
            connection.Execute("pragma journal_mode = wal");
        RunScripts(store);
        RememberHashes(store, connection);
        WriteOrleansQueries(store, connection);
    }

    private static void RunScripts(Store store)
    {
        using var source = store.IsPostgres
            ? PostgresConnections.Open(PostgresConnections.Alone(store.ConnectionString), SessionUse.Migration)
            : null;
        var engine = (source is null ? OnSqlite(store.ConnectionString) : OnPostgres(source))
            .WithScriptsEmbeddedInAssembly(typeof(Migrations).Assembly, store.Scripts.IsMigration)
            .WithTransactionPerScript()
            // SQL is full of dollars that are not variables.
            .WithVariablesDisabled()
            .LogToNowhere()
            .Build();
        var result = engine.PerformUpgrade();
        if (!result.Successful)
            throw new SchemaException($"Migration {result.ErrorScript?.Name ?? "(start)"} failed: {result.Error.Message}", result.Error);
    }

    private static UpgradeEngineBuilder OnPostgres(NpgsqlDataSource source) =>
        DeployChanges.To.PostgresqlDatabase(new PostgresqlConnectionManager(source)).JournalToPostgresqlTable("public", "schema_versions");

    private static UpgradeEngineBuilder OnSqlite(string connectionString) =>
        DeployChanges.To.SqliteDatabase(connectionString).JournalToSqliteTable("schema_versions");

    // DbUp remembers names only; with a hash an edited script is noticed. Also catches up after a crash between the two.
    private static void RememberHashes(Store store, DbConnection connection)
    {
        connection.Execute("create table if not exists schema_hashes (script text primary key, sha256 text not null)");
        foreach (var (name, text) in store.Scripts.Migrations)
        {
            connection.Execute(
                "insert into schema_hashes (script, sha256) select @name, @hash where not exists (select 1 from schema_hashes where script = @name)",
                ("name", name),
                ("hash", Scripts.Hash(text))
            );
        }
    }

    private static void WriteOrleansQueries(Store store, DbConnection connection)
    {
        var standing = connection.Pairs("select QueryKey, QueryText from OrleansQuery");
        var wanted = store.Scripts.OrleansQueries;
        using var transaction = connection.BeginTransaction();
        foreach (var (key, text) in wanted.Where(query => standing.GetValueOrDefault(query.Key) != query.Value))
        {
            connection.Execute(
                transaction,
                "insert into OrleansQuery (QueryKey, QueryText) values (@key, @text) on conflict (QueryKey) do update set QueryText = excluded.QueryText",
                ("key", key),
                ("text", text)
            );
        }

        foreach (var key in standing.Keys.Where(key => !wanted.ContainsKey(key)))
            connection.Execute(transaction, "delete from OrleansQuery where QueryKey = @key", ("key", key));
        transaction.Commit();
    }
}
