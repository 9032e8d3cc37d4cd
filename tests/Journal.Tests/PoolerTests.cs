using Npgsql;

namespace Supervision.Journal.Tests;

/// <summary>A pooler between the program and PostgreSQL is taken when each connection stays a session, and refused with the reason when not.</summary>
public sealed class PoolerTests : IDisposable
{
    private readonly TestStore _store = TestStore.Create(StoreUnderTest.Postgres, migrated: false);

    [Theory]
    [InlineData("transaction")]
    [InlineData("statement")]
    public async Task Pooler_ThatSharesSessions_IsRefusedAtStart_WithTheSettingAndWhatIsAccepted(string mode)
    {
        using var pooler = await PgBouncer.Start(_store.ConnectionString, mode);

        var starting = () => SessionCheck.Demand(JournalOptions.Postgres(pooler.ConnectionString));

        starting.Should().Throw<SchemaException>().WithMessage($"*Supervision__Postgres*pool_mode = {mode}*pool_mode = session*");
    }

    [Fact]
    public async Task Pooler_ThatSharesSessions_IsFoundWhileOthersAreBusy_AndByARunningGateway()
    {
        using var pooler = await PgBouncer.Start(_store.ConnectionString, "transaction");
        using var until = new CancellationTokenSource();
        var others = Enumerable
            .Range(0, 4)
            .Select(async _ =>
            {
                await using var connection = new NpgsqlConnection(pooler.ConnectionString + ";Pooling=false;Max Auto Prepare=0");
                await connection.OpenAsync();
                await using var command = new NpgsqlCommand("select pg_sleep(0.001)", connection);
                while (!until.IsCancellationRequested)
                    await command.ExecuteNonQueryAsync();
            })
            .ToList();
        await using var pool = PostgresConnections.Open(JournalOptions.Postgres(pooler.ConnectionString).PostgresConnectionString!);

        for (var i = 0; i < 5; i++)
            (await SessionCheck.Objection(pool, CancellationToken.None)).Should().NotBeNull();

        await until.CancelAsync();
        await Task.WhenAll(others);
    }

    [Fact]
    public async Task Pooler_ThatKeepsSessions_IsTaken_AndEverythingWorksThroughIt()
    {
        using var pooler = await PgBouncer.Start(_store.ConnectionString, "session");
        var options = JournalOptions.Postgres(pooler.ConnectionString);

        SessionCheck.Demand(options);
        Migrations.Migrate(options);
        SchemaCheck.Verify(options);
        StoreSeal.Claim(options, TestStore.Secret);
    }

    [Fact]
    public async Task PostgresItself_IsTaken()
    {
        SessionCheck.Demand(_store.Options);
        await using var pool = PostgresConnections.Open(_store.ConnectionString);
        (await SessionCheck.Objection(pool, CancellationToken.None)).Should().BeNull();
    }

    public void Dispose() => _store.Dispose();
}
