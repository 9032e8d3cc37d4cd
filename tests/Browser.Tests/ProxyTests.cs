using System.Diagnostics;

namespace Supervision.Browser.Tests;

/// <summary>Proxies that let not everything through: the board is live by what is left.</summary>
[Collection(nameof(SharedOffice))]
public sealed class ProxyTests(Hosting.Browser browser, SharedOffice office)
{
    private static readonly TimeSpan Live = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(OfficeProxy.Mode.Reject)]
    [InlineData(OfficeProxy.Mode.Hang)]
    [InlineData(OfficeProxy.Mode.Buffer)]
    public async Task Board_BehindAProxy_IsLiveByWhatIsLeft_AndKeepsTheWay(OfficeProxy.Mode mode)
    {
        await using var proxy = new OfficeProxy(office.Gateway.Address, mode);
        await using var desk = await browser.Open(proxy.Address, user: null);
        await desk.GoTo($"/county/{Office.County}");
        await desk.Page.GetByLabel("用户名").FillAsync($"county-{Office.County}");
        await desk.Page.GetByLabel("密码").FillAsync(Hosting.Browser.Password);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();

        await Expect(desk.Link).ToHaveTextAsync("实时", new() { Timeout = (float)(Live * Crowd.Factor).TotalMilliseconds });
        await Expect(desk.Rows.First).ToBeVisibleAsync();

        // What did not work is not tried again by this tab.
        var tried = proxy.Asked.Count(line => line.StartsWith("GET", StringComparison.Ordinal));
        var since = Stopwatch.GetTimestamp();
        await desk.Page.ReloadAsync();
        await Expect(desk.Link).ToHaveTextAsync("实时");
        Stopwatch
            .GetElapsedTime(since)
            .Should()
            .BeLessThan(TimeSpan.FromSeconds(8) * Crowd.Factor, "the way that works is kept ({0} lines before)", tried);
        desk.Faults.Should().BeEmpty();
    }
}
