using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

public sealed class AlertTests(Springs springs)
{
    private const string Alerts = "/api/v1/counties/330502/alerts";

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task Alert_SeenBySomebodyOfTheCounty_SaysWhoAndWhen_AndTheFirstStands(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        using var director = await Person.ByCookie(spring.Gateway, "director-330502");
        var alert = (await spring.County.Get<IReadOnlyList<AlertView>>($"{Alerts}?open=true&take=500")).Last(open =>
            open.Asks == AlertAsk.Act
        );
        var path = $"{Alerts}/{Uri.EscapeDataString(alert.Id)}/acknowledge";

        (await spring.City.Command(path, new { })).ShouldRefuse(403, "role-not-allowed", null);
        (await spring.Inspecting.Command(path, new { })).ShouldRefuse(403, "role-not-allowed", null);
        (await spring.County.Command($"{Alerts}/nothing/acknowledge", new { })).ShouldRefuse(404, "alert-unknown", "id");
        (await spring.County.Raw(path, "{}"u8.ToArray(), key: null)).ShouldRefuse(400, "idempotency-key-missing", "Idempotency-Key");
        var first = (await spring.County.Command(path, new { })).As<AlertView>();
        first.AcknowledgedBy.Should().Be("county-330502");
        first.AcknowledgedAt.Should().NotBeNull();
        first.ResolvedAt.Should().BeNull("it asks for more than to be seen");

        (await director.Command(path, new { })).As<AlertView>().Should().BeEquivalentTo(first);
        (await spring.City.Get<IReadOnlyList<AlertView>>($"{Alerts}?open=true&take=500"))
            .Single(seen => seen.Id == alert.Id)
            .AcknowledgedBy.Should()
            .Be("county-330502", "everybody who reads the alert sees it");
    }

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task Alert_ThatAsksToBeSeenOnly_EndsWhenItWasSeen_AndSaysWhy(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        var alert = (await spring.County.Get<IReadOnlyList<AlertView>>($"{Alerts}?open=true&take=500")).First(open =>
            open is { Asks: AlertAsk.See, Kind: "missed-visit" }
        );

        var seen = (await spring.County.Command($"{Alerts}/{Uri.EscapeDataString(alert.Id)}/acknowledge", new { })).As<AlertView>();

        (seen.ResolvedAt, seen.Ending, seen.EndedBecause)
            .Should()
            .Be((seen.AcknowledgedAt, AlertEnding.Acknowledged, new Text("已阅知", "seen by the county")));
        (await spring.County.Get<IReadOnlyList<AlertView>>($"{Alerts}?open=true&take=500"))
            .Should()
            .NotContain(open => open.Id == alert.Id);
        (await spring.County.Get<IReadOnlyList<AlertView>>($"/api/v1/units/{alert.Unit}/alerts"))
            .Single(listed => listed.Id == alert.Id)
            .Should()
            .BeEquivalentTo(seen, "the unit's page shows it with its reason");
    }
}
