namespace Supervision.Browser.Tests;

[Collection(nameof(BusyOffice))]
public sealed class AlertFeedTests(Hosting.Browser browser, BusyOffice office)
{
    [Fact]
    public async Task Alert_AcknowledgedByOne_IsSeenByTheOtherWithoutAReload()
    {
        await using var county = await browser.Open(office.Gateway, $"county-{Office.County}");
        await using var director = await browser.Open(office.Gateway, $"director-{Office.County}");
        await county.OpenBoard();
        await director.OpenBoard();
        await director.Mark();
        var name = await county.Page.Locator(".feed li").First.Locator("b").InnerTextAsync();
        var kind = await county.Page.Locator(".feed li").First.Locator(".kind").InnerTextAsync();
        var unseen = county.Page.Locator(".feed .tabs button").Nth(1);
        var before = await unseen.InnerTextAsync();

        await county.Page.Locator(".feed li").First.GetByRole(AriaRole.Button, new() { Name = $"签收: {name} {kind}" }).ClickAsync();

        await Expect(county.Page.Locator(".feed li").First).ToContainTextAsync($"county-{Office.County} 于");
        await Expect(unseen).Not.ToHaveTextAsync(before);
        var theirs = director.Page.Locator(".feed li").Filter(new() { HasText = name }).Filter(new() { HasText = kind });
        await Expect(theirs.First).ToContainTextAsync($"county-{Office.County} 于");
        (await director.WasReloaded()).Should().BeFalse();
        await county.HasNoSeriousBarrier();
        county.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Alert_WhenTheServerFails_StaysAndSaysSo()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard();
        await desk.Page.RouteAsync(
            "**/acknowledge",
            route =>
                route.FulfillAsync(
                    new()
                    {
                        Status = 409,
                        ContentType = "application/problem+json",
                        Body = """{"status":409,"code":"x","message":{"zh":"此刻不行","en":"not now"},"retryable":false}""",
                    }
                )
        );
        var last = desk.Page.Locator(".feed li").Filter(new() { Has = desk.Page.Locator(".seen-by button") }).Last;
        await last.Locator(".seen-by button").ClickAsync();
        await Expect(last.GetByRole(AriaRole.Alert)).ToContainTextAsync("此刻不行");
        await Expect(last.Locator(".seen-by button")).ToBeVisibleAsync();
    }
}
