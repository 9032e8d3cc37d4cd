using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Supervision.Journal.Tests;

public abstract class SchemaTests(StoreUnderTest kind)
{
    [Fact]
    public void Migrate_Twice_ChangesNothing()
    {
        using var store = TestStore.Create(kind);

        Migrations.Migrate(store.Options);
        Migrations.Migrate(store.Options);

        SchemaCheck.Verify(store.Options);
    }

    [Fact]
    public async Task Migrate_FourAtOnce_OneWorksAndTheOthersWait()
    {
        using var store = TestStore.Create(kind, migrated: false);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Migrations.Migrate(store.Options))));

        SchemaCheck.Verify(store.Options);
    }

    [Fact]
    public void Verify_BeforeMigration_Says()
    {
        using var store = TestStore.Create(kind, migrated: false);
        Verifying(store).Should().Throw<SchemaException>();
    }

    [Fact]
    public void Verify_TamperedQuery_NamesIt_AndMigrateRepairsIt()
    {
        using var store = TestStore.Create(kind);
        Execute(store, "update OrleansQuery set QueryText = QueryText || ' ' where QueryKey = 'WriteToStorageKey'");
        Execute(store, "insert into OrleansQuery (QueryKey, QueryText) values ('Stranger', 'select 1')");

        Verifying(store)
            .Should()
            .Throw<SchemaException>()
            .WithMessage("*Orleans query Stranger is unknown*Orleans query WriteToStorageKey was altered*");

        Migrations.Migrate(store.Options);
        SchemaCheck.Verify(store.Options);
    }

    [Fact]
    public void Verify_ScriptsThatDiffer_AreNamed()
    {
        using var store = TestStore.Create(kind);
        Execute(store, "update schema_hashes set sha256 = 'x' where script like '%0001_journal.sql'");
        Execute(store, "delete from schema_versions where scriptname like '%0002_orleans.sql'");
        Execute(store, "delete from schema_versions where scriptname like '%0003_casework.sql'");

        Verifying(store)
            .Should()
            .Throw<SchemaException>()
            .WithMessage("*0001_journal.sql was altered*0002_orleans.sql is missing*0003_casework.sql is missing*");
    }

    private static Action Verifying(TestStore store) => () => SchemaCheck.Verify(store.Options);

    private static void Execute(TestStore store, string text)
    {
        using DbConnection connection =
            store.Kind == StoreUnderTest.Postgres
                ? new NpgsqlConnection(store.ConnectionString)
                : new SqliteConnection(store.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this file.
        command.CommandText = text;
#pragma warning restore CA2100
        command.ExecuteNonQuery().Should().Be(1);
    }

    public sealed class OnSqlite() : SchemaTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : SchemaTests(StoreUnderTest.Postgres);
}
