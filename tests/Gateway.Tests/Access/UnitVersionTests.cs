using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Access;

/// <summary>What a unit's own account is never told of moves no number it can read and sends nothing to its page.</summary>
public sealed class UnitVersionTests(Springs springs)
{
    private const string Key = "institution/PX-330521-0001";
    private const string Own = $"/api/v1/units/{Key}";

    private const string Inspector = "督学-330521-01";

    private sealed record Entry(long Version, string Kind);

    public static TheoryData<StoreUnderTest> Stores => [StoreUnderTest.Sqlite, StoreUnderTest.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task UnitAccount_VisitPlannedComplaintCountedInspectorRecusedVisitDoubted_NoVersionNoMessage(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        using var user = await Person.ByToken(spring.Gateway, "unit-PX-330521-0001");
        using var office = await Person.ByCookie(spring.Gateway, "county-330521");
        var before = await user.Get<UnitDetail>(Own);
        var unchanged = await Page(user);
        var history = await user.Get<List<Entry>>($"{Own}/history?take=200");
        history
            .Select(entry => entry.Version)
            .Should()
            .Equal(Enumerable.Range(1, history.Count).Reverse().Select(version => (long)version), "its versions are its own, without gaps");
        before.Row.Version.Should().Be(history.Count);
        await using var page = await UnitWatcher.Connect(user, Key, before.Row.Version);
        await using var desk = await UnitWatcher.Connect(office, Key);
        await Eventually.Holds(() => Task.FromResult(page.Hints.Count == 1 && desk.Hints.Count == 1), "both pages are followed");
        page.Hints[0].Version.Should().Be(before.Row.Version);

        var plan = (
            await office.Command(
                $"{Own}/plans",
                new
                {
                    inspector = Inspector,
                    day = "2026-05-06",
                    kind = "Covert",
                    unannounced = true,
                }
            )
        ).As<Reply>();
        (
            await office.Command(
                $"{Own}/complaint-count",
                new
                {
                    id = "330521-2026-77",
                    receivedAt = At("2026-04-09 10:00"),
                    group = "T-FEE",
                    person = "甲",
                    outcome = "Open",
                    document = "登记表",
                    evidence = new[] { await office.Scan(Own) },
                }
            )
        ).Status.Should().Be(200);
        (
            await office.Command(
                $"{Own}/recusals",
                new
                {
                    inspector = "督学-330521-02",
                    reason = "亲属任教",
                    document = "回避决定 1 号",
                }
            )
        ).As<Reply>().Changed.Should().BeTrue();
        var doubted = (
            await office.Command(
                $"{Own}/visits",
                new
                {
                    inspector = Inspector,
                    startedAt = At("2026-04-08 09:00"),
                    endedAt = At("2026-04-08 10:00"),
                    methods = new[] { new { method = "Briefing", count = 1 } },
                    presence = new
                    {
                        latitude = 30.8,
                        longitude = 120.1,
                        accuracyMetres = 8,
                        mocked = true,
                    },
                }
            )
        ).As<Reply>();
        (await office.Command($"{Own}/visits/{doubted.Visit!.Id}/void", new { reason = "定位为模拟" })).As<Reply>();
        var hidden = (await office.Get<UnitDetail>(Own)).Row.Version;
        hidden.Should().BeGreaterThan(plan.Version).And.BeGreaterThan(before.Row.Version, "the county's own version counts everything");
        await Eventually.Holds(
            () => Task.FromResult(desk.Hints.Any(hint => hint.Version >= hidden)),
            "the county's page heard of all of it"
        );

        (await Page(user)).Should().Be(unchanged);
        (await user.Get<List<Entry>>($"{Own}/history?take=200")).Should().Equal(history);
        var past = await user.Get<UnitDetail>($"{Own}?asOf={Uri.EscapeDataString("2026-04-10T10:00:00+08:00")}");
        past.Row.Version.Should().Be(before.Row.Version);

        (
            await office.Command(
                $"{Own}/visits",
                new
                {
                    inspector = Inspector,
                    startedAt = At("2026-04-09 09:00"),
                    endedAt = At("2026-04-09 10:00"),
                    methods = new[] { new { method = "Briefing", count = 1 } },
                }
            )
        ).As<Reply>();
        await Eventually.Holds(() => Task.FromResult(page.Hints.Count >= 2), "the visible change arrives");
        var after = await user.Get<List<Entry>>($"{Own}/history?take=200");
        page.Hints.Skip(1).Select(hint => hint.Version).Should().Equal(after[0].Version);
        after.Select(entry => entry.Version).Should().Equal(Enumerable.Range(1, after.Count).Reverse().Select(version => (long)version));
        (await user.Get<List<Entry>>($"{Own}/history?take=200&before={history.Count + 1}")).Should().Equal(history);
        (await user.Get<UnitDetail>(Own)).Row.Version.Should().Be(after.Count);
    }

    /// <summary>All that the unit's page is made of, but the time it was read.</summary>
    private static async Task<string> Page(Person person)
    {
        var page = (await person.Get(Own)).Node;
        page.AsObject().Remove("now").Should().BeTrue();
        return page.ToJsonString();
    }

    [Fact]
    public async Task UnitAccount_OwnCommandAfterHiddenFacts_IsAnsweredWithTheVersionItReads()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        const string own = "/api/v1/units/school/2133901815";
        using var user = await Person.ByToken(spring.Gateway, "unit-2133901815");
        using var office = await Person.ByCookie(spring.Gateway, "county-330521");
        (
            await office.Command(
                $"{own}/plans",
                new
                {
                    inspector = Inspector,
                    day = "2026-05-07",
                    kind = "Covert",
                    unannounced = true,
                }
            )
        ).As<Reply>();

        var opened = (
            await user.Command(
                $"{own}/issues",
                new
                {
                    origin = "SelfCheck",
                    category = "S-EX-02",
                    description = "自查发现",
                }
            )
        ).As<Reply>();
        opened
            .Version.Should()
            .Be((await user.Get<UnitDetail>(own)).Row.Version)
            .And.BeLessThan((await office.Get<UnitDetail>(own)).Row.Version);
    }
}
