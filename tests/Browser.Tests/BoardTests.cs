using System.Text.Json.Nodes;

namespace Supervision.Browser.Tests;

[Collection(nameof(SharedOffice))]
public sealed class BoardTests(Hosting.Browser browser, SharedOffice office)
{
    private static readonly string[] Statuses = ["漏访", "预警", "待督导", "达标", "免访"];

    [Fact]
    public async Task Board_AfterAnImport_ShowsItsRowsAndTallies()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard();
        await Expect(desk.Page.GetByText("显示 56 / 56")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".heads")).ToContainTextAsync("学校 40");
        await Expect(desk.Page.Locator(".heads")).ToContainTextAsync("机构 16");
        await Expect(desk.Page.Locator(".coverage").First).ToContainTextAsync("2026年3月");
        await Expect(desk.Link).ToHaveTextAsync("实时");
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Board_OfAnotherCounty_IsRefusedInWords()
    {
        await using var desk = await browser.Open(office.Gateway, "county-330502");
        await desk.GoTo($"/county/{Office.County}");
        await Expect(desk.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("您无权查看这块看板");
        await Expect(desk.Rows).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Visit_ThroughTheApi_ChangesItsRowInPlace()
    {
        var unit = await AUnitToVisit(last: false);
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard(query: $"?q={unit["code"]}");
        await desk.Mark();
        var row = desk.Row((string)unit["name"]!);
        await Expect(row).ToContainTextAsync("待督导");
        var green = await desk.Tally("达标");

        await office.Api.Visit((string)unit["unit"]!, (string)unit["inspector"]!, Office.Noon.AddHours(-2));

        await Expect(row).ToContainTextAsync("达标");
        await Expect(row).ToContainTextAsync("1/1 次");
        await Expect(row).ToContainTextAsync("3月2日");
        (await desk.Tally("达标")).Should().BeGreaterThan(green);
        (await desk.WasReloaded()).Should().BeFalse();
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Counters_WhileVisitsArrive_EqualTheSumOfTheRows()
    {
        var unit = await AUnitToVisit(last: true);
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard();
        await office.Api.Visit((string)unit["unit"]!, (string)unit["inspector"]!, Office.Noon.AddHours(-3));
        await Expect(desk.Page.Locator(".coverage .big").First).Not.ToHaveTextAsync("0.0%");

        var all = 0;
        foreach (var status in Statuses)
        {
            var button = desk.Page.Locator(".counts .count").Filter(new() { HasText = status });
            await button.ClickAsync();
            await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
            var counted = await desk.Tally(status);
            await Expect(desk.Page.GetByText($"显示 {counted} / 56")).ToBeVisibleAsync();
            all += counted;
            await button.ClickAsync();
        }

        all.Should().Be(56);
    }

    [Fact]
    public async Task Drawer_OfARow_SaysWhyInWordsWithClauseAndWhatComesNext()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard(query: "?status=white&kind=school");
        await desk.Rows.First.ClickAsync();
        await Expect(desk.Drawer).ToContainTextAsync("2026年3月应督导的次数已完成 0/1");
        await Expect(desk.Drawer).ToContainTextAsync("责任督学每月至少到校督导1次");
        await Expect(desk.Drawer).ToContainTextAsync("责任督学到访");
        await Expect(desk.Drawer).ToContainTextAsync("转为即将到期");
        await Expect(desk.Drawer.GetByText("历史记录")).ToBeVisibleAsync();
        await Expect(desk.Drawer.Locator(".history li").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Region_OfACity_LeadsDownToTheCountysBoard()
    {
        await using var desk = await browser.Open(office.Gateway, "city");
        await desk.GoTo("/");
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("湖州市");
        var row = desk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "德清县" });
        await Expect(row).ToContainTextAsync("40");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "打开县级看板" }).ClickAsync();
        await Expect(desk.Page.GetByText("显示 56 / 56")).ToBeVisibleAsync();
    }

    /// <summary>Tests take their units from either end, so that none takes another's.</summary>
    private async Task<JsonNode> AUnitToVisit(bool last)
    {
        var owed = (await office.Api.Units(Office.County))
            .Where(unit => (string?)unit!["kind"] == "School" && (string?)unit["colour"] == "White")
            .ToList();
        return (last ? owed[^1] : owed[0])!;
    }
}
