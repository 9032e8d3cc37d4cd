using System.Text.RegularExpressions;

namespace Supervision.Rules.Tests.Architecture;

/// <summary>
/// A process may freeze between any two round trips to the database. What it then holds stops others, so every place that could hold
/// something is listed here with what bounds it; a new one is looked at before it is added.
/// </summary>
public partial class HeldLockTests
{
    private static readonly Dictionary<string, string> Reviewed = new()
    {
        ["gateway/Access/AccountSeeds.cs"] =
            "The first three accounts, once in an installation's life: new rows only, ended by the server after ten silent seconds.",
        ["gateway/Access/Accounts/AccountsSchema.cs"] =
            "Scripts at start, under a lock nobody who serves asks for; another start waits two minutes and says so.",
        ["grains/Journal/Postgres/Audit/PostgresAudit.cs"] = "A snapshot of what a root is made from: reads only, no row is locked.",
        ["grains/Journal/Postgres/Audit/PostgresAuditStatements.cs"] =
            "One statement; it skips rows that are locked, and is its own transaction.",
        ["grains/Journal/Opening/OldRows.cs"] =
            "The first start on a store without seals, before anything is served; ended by the server after ten silent seconds.",
        ["grains/Journal/Sqlite/SqliteReads.cs"] = "A reader of a file that one process has.",
        ["grains/Journal/Sqlite/SqliteWriter.cs"] = "The one writer of a file that one process has.",
        ["grains/Journal/Verifying/StoreSnapshot.cs"] = "An auditor's walk: reads only, no row is locked.",
        ["silo/Database/Migrations.cs"] =
            "The Orleans queries at start, a handful of rows only a start touches; ended by the server after ten silent seconds.",
        ["silo/Database/SessionCheck.cs"] = "A transaction that does nothing but ask who it is.",
        ["silo/Database/Store.cs"] =
            "Scripts at start, under a lock nobody who serves asks for; another start waits two minutes and says so.",
    };

    [Fact]
    public void Transaction_ThatSpansRoundTrips_IsOneOfThoseLookedAt() =>
        Places(HoldsSomething()).Should().BeEquivalentTo(Reviewed.Keys, "each has a reason why nobody waits for a frozen process");

    [Fact]
    public void Connection_IsMadeWhereItIsBounded() =>
        Places(MakesConnections())
            .Should()
            .BeEquivalentTo(
                [
                    "grains/Journal/Connections/PostgresConnections.cs",
                    "grains/Journal/Postgres/PostgresWriter.cs",
                    "silo/Database/SessionCheck.cs",
                ],
                "only there is the server told when to give up on this process"
            );

    private static IEnumerable<string> Places(Regex pattern) =>
        new[] { "grains", "silo", "gateway" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(Path.Combine(ArchitectureTests.Root, folder), "*.cs", SearchOption.AllDirectories)
            )
            .Where(file => !file.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal) && pattern.IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(ArchitectureTests.Root, file).Replace('\\', '/'));

    [GeneratedRegex(
        @"BeginTransaction|TransactionScope|CreateExecutionStrategy|for (no key )?update\b|for (key )?share\b|pg_(try_)?advisory|begin immediate|""begin\b|lock table",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex HoldsSomething();

    [GeneratedRegex(
        @"new (Npgsql\.)?NpgsqlConnection\(|NpgsqlDataSourceBuilder|NpgsqlDataSource\.Create|UseNpgsql\((?!provider\.GetRequiredService<Npgsql\.NpgsqlDataSource>)"
    )]
    private static partial Regex MakesConnections();
}
