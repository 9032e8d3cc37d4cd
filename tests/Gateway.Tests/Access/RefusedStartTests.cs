using Microsoft.Data.Sqlite;
using Npgsql;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access;

/// <summary>A start or a command that is refused says why and leaves everything as it was.</summary>
public sealed class RefusedStartTests
{
    private static readonly string[][] Commands =
    [
        ["verify"],
        ["export-roots", "--to", "{folder}/roots.jsonl"],
        ["--operators-token"],
        ["first-run-code"],
        ["first-run-code", "--account", "security"],
    ];

    [Fact]
    public async Task SecretKey_Missing_StartAndCommandsRefused_NothingWritten_AndIntactOnceItIsBack()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite, Mode.Real);
        await gateway.Close();
        var key = Path.Combine(gateway.Folder, "secret.key");
        var kept = await File.ReadAllTextAsync(key);
        File.Delete(key);
        var before = Footprint.Of(gateway.Folder);

        (await gateway.Invoking(closed => closed.Open(Mode.Real)).Should().ThrowAsync<WrongSecretException>()).WithMessage(
            "*is sealed, and its secret is missing*nothing was changed*"
        );
        await CommandsRefused(gateway.Folder);
        Footprint.Of(gateway.Folder).Should().Equal(before);

        await File.WriteAllTextAsync(key, kept);
        using var said = new StringWriter();
        gateway.Verify(said).Should().Be(0, said.ToString());
        await gateway.Open(Mode.Real);
    }

    [Fact]
    public async Task SecretKey_OfAnotherStore_SaidAsSuchByEveryone_NothingWritten()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite, Mode.Real);
        await gateway.Close();
        var key = Path.Combine(gateway.Folder, "secret.key");
        var kept = await File.ReadAllTextAsync(key);
        await File.WriteAllTextAsync(key, ClusterSecret.Create().ToBase64());
        var before = Footprint.Of(gateway.Folder);

        (await gateway.Invoking(closed => closed.Open(Mode.Real)).Should().ThrowAsync<WrongSecretException>()).WithMessage(
            "*sealed under another secret*nothing was changed*"
        );
        await CommandsRefused(gateway.Folder);
        using var said = new StringWriter();
        gateway.Verify(said).Should().Be(2);
        said.ToString().Should().Contain("sealed under another secret").And.NotContain("BROKEN");
        Footprint.Of(gateway.Folder).Should().Equal(before);
        await File.WriteAllTextAsync(key, kept);
    }

    [Fact]
    public async Task Accounts_SealedUnderASecretThatIsGone_NotOpenedUnderANewOne()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite, Mode.Real);
        using (var nobody = Person.Nobody(gateway))
            await nobody.Post("/api/v1/session", new { userName = "x", password = "y" }); // makes the first key
        (
            await gateway.InAccounts(async accounts =>
                await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(accounts.DataProtectionKeys)
            )
        )
            .Should()
            .BePositive();
        await gateway.Close();
        Footprint.Of(gateway.Folder);
        foreach (var file in Directory.GetFiles(gateway.Folder, "supervision.db*").Append(Path.Combine(gateway.Folder, "secret.key")))
            File.Delete(file);
        var before = Footprint.Of(gateway.Folder);

        (await gateway.Invoking(closed => closed.Open(Mode.Real)).Should().ThrowAsync<WrongSecretException>()).WithMessage(
            "The accounts*sealed under another secret*"
        );
        Footprint.Of(gateway.Folder).Should().Equal(before);
        gateway.IsTampered = true;
    }

    [Theory]
    [InlineData(Mode.Real, Mode.Sandbox)]
    [InlineData(Mode.Sandbox, Mode.Real)]
    public async Task Store_OfTheOtherMode_NoAccountsNoClockNoMigration(Mode made, Mode asked)
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite, made);
        await gateway.Close();
        Footprint.Of(gateway.Folder);
        foreach (
            var file in Directory.GetFiles(gateway.Folder, "accounts.db*").Concat(Directory.GetFiles(gateway.Folder, "*.migration-lock"))
        )
            File.Delete(file);
        var before = Footprint.Of(gateway.Folder);

        (await gateway.Invoking(closed => closed.Open(asked)).Should().ThrowAsync<InvalidOperationException>()).WithMessage(
            $"*made in mode '{made}'*can't be opened as '{asked}'*"
        );
        Footprint.Of(gateway.Folder).Should().Equal(before);
    }

    [Fact]
    public async Task Store_OfANewerProgram_NotMigrated()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite, Mode.Real);
        await gateway.Close();
        await using (
            var connection = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = Path.Combine(gateway.Folder, "supervision.db"),
                    Pooling = false,
                }.ConnectionString
            )
        )
        {
            await connection.OpenAsync();
            await using var newer = new SqliteCommand(
                "insert into schema_versions (scriptname, applied) values ('Database/sqlite/9999_newer.sql', '2030-01-01'); delete from schema_versions where scriptname like '%0010_recorded.sql'",
                connection
            );
            await newer.ExecuteNonQueryAsync();
        }

        var before = Footprint.Of(gateway.Folder);
        (await gateway.Invoking(closed => closed.Open(Mode.Real)).Should().ThrowAsync<SchemaException>()).WithMessage(
            "*9999_newer.sql is unknown to this program*Nothing was changed*"
        );
        Footprint.Of(gateway.Folder).Should().Equal(before);
        gateway.IsTampered = true;
    }

    [Theory]
    [InlineData("*SecondFactor*", "--Supervision:SecondFactor", "Perhaps")]
    [InlineData("*ClockBound*", "--Supervision:ClockBound", "soon")]
    [InlineData("*Supervision:Oidc:ClientId*", "--Supervision:Oidc:Authority", "https://id.example.gov.cn")]
    [InlineData("*Base64*", "--Supervision:Secret", "short")]
    [InlineData("*'verfy' is no command*", "verfy")]
    [InlineData("*There is no data*", "verify")]
    [InlineData("*There is no data*", "--operators-token")]
    [InlineData("*There is no data*", "first-run-code")]
    public async Task Start_WithAMistake_MakesNoFolderAndNoFile(string why, params string[] arguments)
    {
        var folder = Path.Combine(Path.GetTempPath(), "supervision-never-" + Guid.NewGuid().ToString("N"));
        string[] all = [.. arguments, "--urls", "http://127.0.0.1:0", "--Supervision:Data", folder];

        if (why.StartsWith("*There", StringComparison.Ordinal))
            (await EntryPoint.Command(all)).Should().Be(2);
        else
            (await ((Func<Task>)(() => EntryPoint.Start(all))).Should().ThrowAsync<InvalidOperationException>()).WithMessage(why);

        Directory.Exists(folder).Should().BeFalse();
    }

    [Fact]
    public async Task Gateway_OfSilosUnderAnotherSecret_RefusedBeforeItMakesAccounts()
    {
        using var store = TestStore.Create(StoreUnderTest.Postgres);
        var before = Tables(store);
        var folder = Path.Combine(Path.GetTempPath(), "supervision-never-" + Guid.NewGuid().ToString("N"));

        var start = () =>
            EntryPoint.Start(
                "--urls",
                "http://127.0.0.1:0",
                "--Supervision:Role",
                "gateway",
                "--Supervision:Postgres",
                store.ConnectionString,
                "--Supervision:Secret",
                ClusterSecret.Create().ToBase64(),
                "--Supervision:Data",
                folder
            );

        (await start.Should().ThrowAsync<WrongSecretException>()).WithMessage("*sealed under another secret*");
        Tables(store).Should().Equal(before);
        Directory.Exists(folder).Should().BeFalse();
    }

    private static async Task CommandsRefused(string folder)
    {
        foreach (var command in Commands)
            (
                await EntryPoint.Command([
                    .. command.Select(word => word.Replace("{folder}", folder, StringComparison.Ordinal)),
                    "--Supervision:Data",
                    folder,
                ])
            )
                .Should()
                .Be(2, string.Join(' ', command));
    }

    private static List<string> Tables(TestStore store)
    {
        using var connection = new NpgsqlConnection(store.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(
            "select table_name::text from information_schema.tables where table_schema = 'public' order by 1",
            connection
        );
        using var reader = command.ExecuteReader();
        var tables = new List<string>();
        while (reader.Read())
            tables.Add(reader.GetString(0));
        return tables;
    }
}
