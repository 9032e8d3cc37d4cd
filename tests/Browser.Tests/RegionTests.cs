using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

/// <summary>Boards of a province, a city and a county's towns.</summary>
public sealed class RegionTests(Hosting.Browser browser, CityOffice office) : IClassFixture<CityOffice>
{
    [Fact]
    public async Task City_TilesAndRanking_SayHowEachCountyStands()
    {
        await using var desk = await Open("/region/3305");
        var tile = desk.Page.Locator("a.tile[data-code='330521']");
        await Expect(desk.Page.Locator("a.tile")).ToHaveCountAsync(5);
        await Expect(tile).ToHaveTextAsync(new Regex("^\\s*德清县\\s*学校本月覆盖率\\s*2\\.5%\\s*进行中\\s*1 / 40\\s*第 1 名\\s*$"));
        await Expect(tile.Locator("svg")).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator(".as-of")).ToContainTextAsync("数据截至");

        var ranks = await desk.Page.Locator(".ranking tbody td.rank [aria-hidden]").AllInnerTextsAsync();
        var figures = (await desk.Page.Locator(".ranking tbody td.strong").AllInnerTextsAsync())
            .Select(figure => decimal.Parse(figure.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        figures.Where(figure => figure == 0).Should().HaveCountGreaterThan(1, "counties without a visit share a rank");
        ranks.Should().Equal(figures.Select(figure => $"{1 + figures.Count(better => better > figure)}"));
        await Expect(desk.Page.Locator(".ranking .hint")).ToContainTextAsync("1、1、3");
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Tile_AfterAVisit_ChangesInPlace()
    {
        await using var desk = await Open("/region/3305");
        var tile = desk.Page.Locator("a.tile[data-code='330522']");
        await Expect(tile).ToContainTextAsync("0.0%");
        await desk.Mark();

        await office.VisitIn("330522");

        await Expect(tile).Not.ToContainTextAsync("0.0%");
        (await desk.WasReloaded()).Should().BeFalse();
    }

    [Fact]
    public async Task Province_DownToAClause_InFourClicks()
    {
        await using var desk = await Open("/region/33", "province");
        await desk.Page.Locator("a.tile[data-code='3305']").ClickAsync();
        await desk.Page.Locator($"a.tile[data-code='{Office.County}']").ClickAsync();
        await desk.Page.Locator("a.tile").First.ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex($"/county/{Office.County}\\?.*town="));
        await desk.Rows.First.ClickAsync();

        await Expect(desk.Drawer).ToContainTextAsync("依据");
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Crumbs_OfACountysTowns_LeadBackUp()
    {
        await using var desk = await Open($"/region/{Office.County}");
        var crumbs = desk.Page.GetByRole(AriaRole.Navigation, new() { Name = "所在位置" });
        await Expect(crumbs).ToContainTextAsync("湖州市");
        await Expect(crumbs).ToContainTextAsync("德清县");
        await crumbs.GetByRole(AriaRole.Link, new() { Name = "湖州市" }).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex("/region/3305$"));
        await Expect(desk.Page.Locator("a.tile")).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task Keyboard_ReachesATileAndOpensIt()
    {
        await using var desk = await Open("/region/3305");
        for (var i = 0; i < 60 && !await desk.Page.EvaluateAsync<bool>("document.activeElement?.classList.contains('tile')"); i++)
            await desk.Page.Keyboard.PressAsync("Tab");
        await Expect(desk.Page.Locator("a.tile[data-code='330502']")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page).ToHaveURLAsync(new Regex("/region/330502$"));
    }

    [Fact]
    public async Task TwoCounties_Compared_ShareTheAxesAndTheAddress()
    {
        await using var desk = await Open("/region/3305?metric=lastCoverage");
        await desk.Page.GetByLabel("比较德清县").CheckAsync();
        await desk.Page.GetByLabel("比较安吉县").CheckAsync();

        var table = desk.Page.Locator(".series tbody tr");
        await Expect(table).ToHaveCountAsync(3);
        await Expect(table.Nth(0).Locator("th")).ToHaveTextAsync("湖州市");
        await Expect(table.Nth(1)).ToContainTextAsync("1/");
        await Expect(table.Nth(0).Locator("td")).ToHaveCountAsync(12);
        await Expect(table.Nth(0).Locator("td").First).ToHaveTextAsync("—");
        await Expect(desk.Page.Locator(".series .chart svg")).ToBeVisibleAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex("compare=330521(,|%2C)330523"));
        await desk.Page.ReloadAsync();
        await Expect(table).ToHaveCountAsync(3);
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task TableTwin_HasEveryCounty_AndLeadsToTheirBoards()
    {
        await using var desk = await Open("/region/3305?view=table");
        await Expect(desk.Page.Locator(".areas tbody tr")).ToHaveCountAsync(5);
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "德清县" }).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex($"/county/{Office.County}$"));
    }

    [Fact]
    public async Task Months_ThatCannotBeRead_SaySoAndComeOnRetry()
    {
        await using var desk = await browser.Open(office.Gateway, "city");
        await desk.Page.RouteAsync("**/series", route => route.FulfillAsync(new() { Status = 503, Body = "{}" }));
        await desk.GoTo("/region/3305");
        var panel = desk.Page.Locator(".series");
        await Expect(panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("503");

        await desk.Page.UnrouteAsync("**/series");
        await panel.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();

        await Expect(panel.Locator("tbody tr")).ToHaveCountAsync(1);
        await Expect(panel.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Region_NobodyRegistered_SaysSo()
    {
        await using var desk = await browser.Open(office.Gateway, "admin");
        await desk.GoTo("/region/44");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有登记这个地区");
    }

    [Fact]
    public async Task Browser_Offline_KeepsTheTilesAndSaysSo()
    {
        await using var desk = await Open("/region/3305");
        await desk.SetOffline(true);
        await Expect(desk.Link).ToHaveTextAsync("离线", new() { Timeout = 40_000 });
        await Expect(desk.Page.Locator("a.tile")).ToHaveCountAsync(5);
        await desk.SetOffline(false);
        await Expect(desk.Link).ToHaveTextAsync("实时");
    }

    [Fact]
    public async Task ApprovedMap_IsShownWithItsNumber()
    {
        using var admin = await OfficeApi.SignIn(office.Gateway, "admin");
        await admin.PutMap(
            "3305",
            """
            {"type":"FeatureCollection","approvalNumber":"浙S(2024)12号","features":[
              {"type":"Feature","properties":{"code":"330521","name":"德清县"},"geometry":{"type":"Polygon","coordinates":[[[119.8,30.4],[120.2,30.4],[120.2,30.7],[119.8,30.7],[119.8,30.4]]]}},
              {"type":"Feature","properties":{"code":"330523","name":"安吉县"},"geometry":{"type":"Polygon","coordinates":[[[119.3,30.4],[119.8,30.4],[119.8,30.8],[119.3,30.8],[119.3,30.4]]]}}]}
            """
        );
        await using var desk = await Open("/region/3305?view=map");
        await Expect(desk.Page.Locator(".areas figcaption")).ToHaveTextAsync("审图号：浙S(2024)12号");
        await desk.Page.Locator(".areas svg a").First.ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex("/region/330521$"));
        desk.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("phone")]
    public async Task RegionAndTowns_InEveryLook_HaveNoSeriousBarrier(string look)
    {
        foreach (var path in new[] { "/region/3305?compare=330521,330522", "/region/3305?view=table", $"/region/{Office.County}" })
        {
            await using var desk = await Open(
                path,
                look: look switch
                {
                    "dark" => Look.DarkDesktop,
                    "phone" => Look.Phone,
                    _ => Look.Desktop,
                }
            );
            await Expect(desk.Page.Locator(".series tbody tr").First).ToBeVisibleAsync();
            await desk.HasNoSeriousBarrier();
            if (look == "phone")
                (await desk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(390);
        }
    }

    private async Task<Desk> Open(string path, string user = "city", Look? look = null)
    {
        var desk = await browser.Open(office.Gateway, user, look);
        await desk.GoTo(path);
        await Expect(desk.Link).ToHaveTextAsync("实时");
        return desk;
    }
}
