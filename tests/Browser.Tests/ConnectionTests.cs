using System.Diagnostics;

namespace Supervision.Browser.Tests;

/// <summary>An office of its own, because its gateway is killed.</summary>
public sealed class ConnectionTests(Hosting.Browser browser, Office office) : IClassFixture<Office>
{
    /// <summary>How soon after its return a page must be right again.</summary>
    private static readonly TimeSpan RightAgain = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Gateway_KilledAndRestarted_IsSaidInWordsAndThePageIsRightAgainByItself()
    {
        var unit = (await office.Api.Units(Office.County))[0]!;
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard(query: $"?q={unit["code"]}");
        await desk.Mark();

        await office.Gateway.Kill();
        await Expect(desk.Link).ToHaveTextAsync("重连中");
        await Expect(desk.Rows).ToContainTextAsync("待督导");
        await Expect(desk.Link).ToHaveTextAsync("离线", new() { Timeout = 30_000 });
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("与服务器的连接已中断");

        await office.Gateway.Start();
        await office.Api.Visit((string)unit["unit"]!, (string)unit["inspector"]!, Office.Noon.AddHours(-2));
        var since = Stopwatch.GetTimestamp();
        await Expect(desk.Link).ToHaveTextAsync("实时");
        await Expect(desk.Rows).ToContainTextAsync("达标");
        Stopwatch.GetElapsedTime(since).Should().BeLessThan(RightAgain * Crowd.Factor);
        (await desk.WasReloaded()).Should().BeFalse();
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task UnitPage_OfAGatewayKilledAndRestarted_IsSaidInWordsAndRightAgainByItself()
    {
        var unit = (await office.Api.Units(Office.County)).Single(each => (string?)each!["code"] == "2133901816")!;
        await using var desk = await browser.Open(office.Gateway, $"unit-{unit["code"]}");
        await desk.GoTo($"/unit/{unit["unit"]}");
        await desk.Mark();
        await Expect(desk.Page.Locator(".axis.coverage header")).ToContainTextAsync("待督导");
        await Expect(desk.Link).ToHaveTextAsync("实时");

        await office.Gateway.Kill();
        await Expect(desk.Link).ToHaveTextAsync("重连中");
        await office.Gateway.Start();
        await office.Api.Visit((string)unit["unit"]!, (string)unit["inspector"]!, Office.Noon.AddHours(-2));

        var since = Stopwatch.GetTimestamp();
        await Expect(desk.Page.Locator(".axis.coverage header")).ToContainTextAsync("达标");
        await Expect(desk.Link).ToHaveTextAsync("实时");
        Stopwatch.GetElapsedTime(since).Should().BeLessThan(RightAgain * Crowd.Factor);
        (await desk.WasReloaded()).Should().BeFalse();
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Browser_OfflineForAWhile_ComesBackRight()
    {
        var unit = (await office.Api.Units(Office.County))[^1]!;
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard(query: $"?q={unit["code"]}");
        await desk.Mark();

        await desk.SetOffline(true);
        await Expect(desk.Link).ToHaveTextAsync("离线", new() { Timeout = 40_000 });
        await office.Api.Visit((string)unit["unit"]!, (string)unit["inspector"]!, Office.Noon.AddHours(-2));
        await Expect(desk.Rows).Not.ToContainTextAsync("1/1 次");
        await desk.SetOffline(false);

        var since = Stopwatch.GetTimestamp();
        await Expect(desk.Rows).ToContainTextAsync("1/1 次");
        await Expect(desk.Link).ToHaveTextAsync("实时");
        Stopwatch.GetElapsedTime(since).Should().BeLessThan(RightAgain * Crowd.Factor);
        (await desk.WasReloaded()).Should().BeFalse();
    }
}
