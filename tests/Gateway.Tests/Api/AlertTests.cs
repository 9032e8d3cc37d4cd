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
        var alert = (await spring.County.Get<IReadOnlyList<AlertView>>($"{Alerts}?open=true&take=500"))[^1];
        var path = $"{Alerts}/{Uri.EscapeDataString(alert.Id)}/acknowledge";

        (await spring.City.Command(path, new { })).ShouldRefuse(403, "role-not-allowed", null);
        (await spring.Inspecting.Command(path, new { })).ShouldRefuse(403, "role-not-allowed", null);
        (await spring.County.Command($"{Alerts}/nothing/acknowledge", new { })).ShouldRefuse(404, "alert-unknown", "id");
        (await spring.County.Raw(path, "{}"u8.ToArray(), key: null)).ShouldRefuse(400, "idempotency-key-missing", "Idempotency-Key");
        var first = (await spring.County.Command(path, new { })).As<AlertView>();
        first.AcknowledgedBy.Should().Be("county-330502");
        first.AcknowledgedAt.Should().NotBeNull();
        first.ResolvedAt.Should().BeNull("an alert ends with its cause");

        (await director.Command(path, new { })).As<AlertView>().Should().BeEquivalentTo(first);
        (await spring.City.Get<IReadOnlyList<AlertView>>($"{Alerts}?open=true&take=500")).Single(seen => seen.Id == alert.Id).AcknowledgedBy.Should().Be("county-330502", "everybody who reads the alert sees it");
    }
}
