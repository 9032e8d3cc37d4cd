using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Supervision.Journal.Tests;

/// <summary>A session that froze with a lock, or a hand on the database: whoever else writes to that county goes on.</summary>
public sealed class HeldRowTests() : JournalSuite(StoreUnderTest.Postgres)
{
    private const string County = "330106";
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(5) * Crowd.Factor;

    private IAuditStore Audit => Under.Services.GetRequiredService<IAuditStore>();

    private IAuditRoots Roots => Under.Services.GetRequiredService<IAuditRoots>();

    [Fact]
    public async Task AuditEntry_WhileTheCountysChainIsHeld_IsOnRecordAtOnce()
    {
        await Audit.Write(VerificationTests.Entry(County));
        await using var gateway = AnotherGateway();
        await using (await Hold("select from audit_chains for update; select from audit_entries for update"))
        {
            await Audit.Write(VerificationTests.Entry(County)).WaitAsync(AtOnce);
            await gateway.GetRequiredService<IAuditStore>().Write(VerificationTests.Entry(County)).WaitAsync(AtOnce);
            await gateway.GetRequiredService<IAuditStore>().Write(VerificationTests.Entry("330108")).WaitAsync(AtOnce);
            (await Audit.Chains()).Should().Contain(new AuditChain(County, 3));
            (await Audit.Check(County)).Should().Be(new ChainCheck(County, 3, null));
            Under.Store.Verify().Broken.Should().BeEmpty();
        }

        await Under.Reopen();
        await Audit.Write(VerificationTests.Entry(County)).WaitAsync(AtOnce);
        Number($"select sequence from audit_chains where chain = '{County}'")
            .Should()
            .Be(4, "the chain's own row names the newest entry again");
        Under.Store.Verify().Broken.Should().BeEmpty();
    }

    [Fact]
    public async Task AuditEntries_TakenAwayWhileTheChainsRowIsBehind_AreMissedByTheRoot()
    {
        await Audit.Write(VerificationTests.Entry(County));
        await using (await Hold("select from audit_chains for update"))
        {
            await Audit.Write(VerificationTests.Entry(County)).WaitAsync(AtOnce);
            (await Roots.SealDay(County, new(2026, 4, 15), Some.Noon).WaitAsync(AtOnce)).AuditSequence.Should().Be(2);
        }

        Under.Store.Tamper($"delete from audit_entries where chain = '{County}' and sequence = 2").Should().Be(1);

        Under.Store.Verify().Broken["audit"].Place.Should().Be($"{County} entry 2");
    }

    [Fact]
    public async Task AuditAnswer_SentThroughTwoGatewaysAtOnce_IsAcceptedOnce()
    {
        await using var gateway = AnotherGateway();
        IAuditStore[] both = [Audit, gateway.GetRequiredService<IAuditStore>()];
        var operations = Enumerable
            .Range(0, 50)
            .Select(_ => VerificationTests.Entry(County) with { OpId = Guid.CreateVersion7(Some.Noon) })
            .ToList();

        foreach (var entry in operations)
            await Task.WhenAll(both.Select(store => store.Write(entry)));

        var results = (await Audit.Find(new(Take: 1000))).Select(stored => stored.Entry.Result).ToList();
        results.Count(result => result == AuditResult.Accepted).Should().Be(operations.Count);
        results.Count(result => result == AuditResult.Repeated).Should().Be(operations.Count);
        Under.Store.Verify().Broken.Should().BeEmpty();
    }

    [Fact]
    public async Task Append_WhileAUnitsRowIsHeld_FailsThatUnitOnly_AndSaysSoWithinSeconds()
    {
        for (var i = 0; i < 8; i++)
            await Commit($"school/{i}");
        await using (await Hold("select from journal_heads where stream = 'school/0' for update"))
        {
            var held = Append("school/0", 1);
            var others = Task.WhenAll(Enumerable.Range(1, 7).Select(i => Commit($"school/{i}", 1)));

            await held.Awaiting(it => it.WaitAsync(3 * PostgresConnections.Patience)).Should().ThrowAsync<JournalUnavailableException>();
            await others.WaitAsync(3 * PostgresConnections.Patience);
        }

        await Commit("school/0", 1);
    }

    [Fact]
    public async Task Session_OfEveryKind_IsBoundedByTheServer()
    {
        var text = Under.Store.ConnectionString;
        await using var pool = PostgresConnections.Open(text);
        await using var membership = PostgresConnections.OpenMembership(text);
        await using var shared = await Under.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var work = await pool.OpenConnectionAsync();
        await using var member = await membership.OpenConnectionAsync();
        await using var migration = PostgresConnections.OpenAlone(text, SessionUse.Migration);
        await using var walk = PostgresConnections.OpenAlone(text, SessionUse.Walk);

        foreach (var connection in new[] { shared, work, member })
            Shown(connection).Should().Equal("10s", "10s", "30s", "20000");
        Shown(migration).Should().Equal("10s", "10s", "0", "20000");
        Shown(walk).Should().Equal("0", "10s", "0", "20000");
        new NpgsqlConnectionStringBuilder(text).TcpKeepAlive.Should().BeTrue();
        PostgresConnections
            .Settings(text + ";Options=-c statement_timeout=5min", SessionUse.Work)
            .Should()
            .NotContain("statement_timeout", "an operator's own bound stands");

        static IEnumerable<string> Shown(NpgsqlConnection connection) =>
            new[] { "idle_in_transaction_session_timeout", "lock_timeout", "statement_timeout", "tcp_user_timeout" }
                .Select(name =>
                {
                    using var command = new NpgsqlCommand($"select current_setting('{name}')", connection);
                    return (string)command.ExecuteScalar()!;
                })
                .ToList();
    }

    private ServiceProvider AnotherGateway() =>
        new ServiceCollection().AddSingleton(TestStore.Secret).AddAuditStore(Under.Store.Options).BuildServiceProvider();

    private long Number(string query)
    {
        using var connection = new NpgsqlConnection(Under.Store.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(query, connection);
        return (long)command.ExecuteScalar()!;
    }

    private async Task<Held> Hold(string locks)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Under.Store.ConnectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(locks, connection);
        await command.ExecuteNonQueryAsync();
        return new(connection, transaction);
    }

    private sealed class Held(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await transaction.RollbackAsync();
            await connection.DisposeAsync();
        }
    }
}
