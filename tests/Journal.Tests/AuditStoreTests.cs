using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Journal.Tests;

public abstract class AuditStoreTests(StoreUnderTest kind) : JournalSuite(kind)
{
    private IAuditStore Audit => Under.Services.GetRequiredService<IAuditStore>();

    [Fact]
    public async Task Entries_OfManyWritersAtOnce_MakeLinearChains()
    {
        // Several gateways on PostgreSQL; one process is all an SQLite file has.
        var gateways = Enumerable
            .Range(0, Under.Store.Kind == StoreUnderTest.Postgres ? 3 : 1)
            .Select(_ => new ServiceCollection().AddSingleton(TestStore.Secret).AddAuditStore(Under.Store.Options).BuildServiceProvider())
            .ToList();
        string[] chains = ["330106", "330108", NewAuditEntry.SystemChain];

        await Task.WhenAll(
            gateways.SelectMany(gateway =>
                Enumerable
                    .Range(0, 150)
                    .Select(i => gateway.GetRequiredService<IAuditStore>().Write(VerificationTests.Entry(chains[i % 3])))
            )
        );
        foreach (var gateway in gateways)
            await gateway.DisposeAsync();

        (await Audit.Chains()).Should().Equal(chains.Select(chain => new AuditChain(chain, 50 * gateways.Count)));
        foreach (var chain in chains)
            (await Audit.Check(chain)).Should().Be(new ChainCheck(chain, 50 * gateways.Count, null));
        Under.Store.Verify().Broken.Should().BeEmpty();
    }

    [Fact]
    public async Task Write_AgainUnderTheSameOperation_IsARepeat()
    {
        var entry = VerificationTests.Entry("330106") with { OpId = Guid.CreateVersion7(Some.Noon) };

        await Audit.Write(entry);
        await Audit.Write(entry);
        await Audit.Write(entry with { Result = AuditResult.Refused, Status = 422, Code = "key-reused" });
        await Audit.Write(entry with { Who = "wang" });

        (await Audit.Find(new()))
            .Select(stored => stored.Entry.Result)
            .Should()
            .Equal(AuditResult.Accepted, AuditResult.Refused, AuditResult.Repeated, AuditResult.Accepted);
    }

    [Fact]
    public async Task Find_FiltersAndPages_NewestFirst()
    {
        for (var i = 0; i < 5; i++)
            await Audit.Write(VerificationTests.Entry("330106") with { At = Some.Noon.AddMinutes(i), Target = $"school/{i}" });
        var other = VerificationTests.Entry("system") with
        {
            Who = "wang",
            Result = AuditResult.Denied,
            Status = 403,
            Code = "out-of-scope",
            Address = null,
            At = Some.Noon.AddMinutes(2),
        };
        await Audit.Write(other);

        (await Audit.Find(new(Chain: "system"))).Should().Equal(new StoredAuditEntry(other, 1));
        (await Audit.Find(new(Who: "wang"))).Should().ContainSingle();
        (await Audit.Find(new(Result: AuditResult.Denied))).Should().ContainSingle();
        (await Audit.Find(new(Target: "school/3", Action: "POST units"))).Should().ContainSingle();
        (await Audit.Find(new(From: Some.Noon.AddMinutes(1), To: Some.Noon.AddMinutes(3)))).Should().HaveCount(3);
        var seen = new List<StoredAuditEntry>();
        for (
            AuditPosition? after = null;
            await Audit.Find(new(After: after, Take: 2)) is { Count: > 0 } page;
            after = AuditPosition.Of(page[^1])
        )
            seen.AddRange(page);
        seen.Select(stored => (stored.Entry.At.Minute, stored.Entry.Chain))
            .Should()
            .Equal((4, "330106"), (3, "330106"), (2, "330106"), (2, "system"), (1, "330106"), (0, "330106"));
    }

    [Fact]
    public async Task Check_OfAChangedEntry_NamesIt()
    {
        for (var i = 0; i < 3; i++)
            await Audit.Write(VerificationTests.Entry("330106"));
        (await Audit.Check("330106")).BrokenAt.Should().BeNull();

        Under.Store.Tamper("update audit_entries set status = 403 where sequence = 2");

        (await Audit.Check("330106")).Should().Be(new ChainCheck("330106", 3, 2));
        (await Audit.Check("330108")).Should().Be(new ChainCheck("330108", 0, null));
    }

    [Fact]
    public async Task SealDay_NamesWhatMovedSinceTheDayBefore()
    {
        var roots = Under.Services.GetRequiredService<IAuditRoots>();
        await Commit("school/1");
        await Commit("school/2");
        var first = await roots.SealDay("330106", new(2026, 4, 14), Some.Noon);
        await Commit("school/2", 1);

        var second = await roots.SealDay("330106", new(2026, 4, 15), Some.Noon);

        (first.Streams, first.Events, second.Streams, second.Events).Should().Be((2, 2, 2, 3));
        second.Root.Should().NotBe(first.Root);
        (await Audit.Roots("330106", 10)).Should().Equal(second, first);
        Under
            .Store.Export()
            .Should()
            .SatisfyRespectively(
                line => line.Should().Contain("school/1").And.Contain("school/2"),
                line => line.Should().NotContain("school/1").And.Contain("\"version\":2")
            );
    }

    [Fact]
    public async Task SealDay_ByTwoAtOnce_GivesOneRoot()
    {
        var roots = Under.Services.GetRequiredService<IAuditRoots>();
        await Commit(School);

        var given = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => roots.SealDay("330106", new(2026, 4, 15), Some.Noon)));

        given.Distinct().Should().ContainSingle();
        (await Audit.Roots("330106", 10)).Should().ContainSingle();
    }

    public sealed class OnSqlite() : AuditStoreTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : AuditStoreTests(StoreUnderTest.Postgres);
}
