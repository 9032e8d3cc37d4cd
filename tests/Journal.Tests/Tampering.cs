using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using Supervision.Contracts;

namespace Supervision.Journal.Tests;

/// <summary>Somebody with a database client and no key.</summary>
internal static class Tampering
{
    public static Seals Seals { get; } = new(TestStore.Secret.Derive(Seals.Purpose));

    public static AuditSeals AuditSeals { get; } = new(TestStore.Secret.Derive(AuditSeals.Purpose));

    public static VerificationReport Verify(this TestStore store, IEnumerable<string>? exported = null) =>
        Verification.Run(store.Options, Seals, AuditSeals, exported);

    public static string[] Export(this TestStore store)
    {
        using var lines = new StringWriter();
        RootExport.Write(store.Options, lines);
        return lines.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <param name="sql">Understood by both stores.</param>
    public static int Tamper(this TestStore store, string sql)
    {
        using DbConnection connection = store.Options.SqliteFile is { } file
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString)
            : new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(store.Options.PostgresConnectionString) { Pooling = false }.ConnectionString
            );
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in the test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }
}
