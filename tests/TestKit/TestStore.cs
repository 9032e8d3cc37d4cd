using Microsoft.Data.Sqlite;
using Npgsql;
using Supervision.Contracts;

namespace Supervision.TestKit;

public enum StoreUnderTest
{
    None = 0,
    Sqlite = 1,
    Postgres = 2,
}

/// <summary>A store of its own for one test, gone when disposed.</summary>
public sealed class TestStore : IDisposable
{
    /// <summary>Of every store of the test run, as a setting would be.</summary>
    public static ClusterSecret Secret { get; } = ClusterSecret.Create();

    // Migrating takes longer than copying what was migrated once.
    private static readonly Lazy<string> PostgresTemplate = new(() =>
    {
        var template = PgCluster.Shared.CreateDatabase();
        Migrations.Migrate(JournalOptions.Postgres(template));
        StoreSeal.Claim(JournalOptions.Postgres(template), Secret);
        NpgsqlConnection.ClearAllPools();
        return new NpgsqlConnectionStringBuilder(template).Database!;
    });

    private static readonly Lock Copying = new();

    private readonly string _place;

    private TestStore(StoreUnderTest kind, JournalOptions options, string place) => (Kind, Options, _place) = (kind, options, place);

    public StoreUnderTest Kind { get; }

    public JournalOptions Options { get; }

    /// <summary>For drivers and Orleans providers: the ADO.NET invariant they know this store by.</summary>
    public string Invariant => Kind == StoreUnderTest.Postgres ? "Npgsql" : "System.Data.SQLite";

    /// <summary>For drivers and Orleans providers.</summary>
    public string ConnectionString => Options.PostgresConnectionString ?? "Data Source=" + Options.SqliteFile;

    /// <param name="migrated">False for a store without any table.</param>
    public static TestStore Create(StoreUnderTest kind, bool migrated = true)
    {
        if (kind == StoreUnderTest.Postgres)
        {
            lock (Copying)
            {
                var database = PgCluster.Shared.CreateDatabase(migrated ? PostgresTemplate.Value : null);
                return new TestStore(kind, JournalOptions.Postgres(database), database);
            }
        }

        var folder = Directory.CreateTempSubdirectory("supervision-sqlite-").FullName;
        var options = JournalOptions.Sqlite(Path.Combine(folder, "supervision.db"));
        if (migrated)
        {
            Migrations.Migrate(options);
            StoreSeal.Claim(options, Secret);
        }

        return new TestStore(kind, options, folder);
    }

    public void Dispose()
    {
        if (Kind == StoreUnderTest.Postgres)
        {
            PgCluster.Shared.DropDatabase(_place);
            return;
        }

        SqliteConnection.ClearAllPools();
        Directory.Delete(_place, recursive: true);
    }
}
