using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

[Collection(nameof(SharedOffice))]
public sealed class UnitPageTests(Hosting.Browser browser, SharedOffice office, ITestOutputHelper output)
{
    [Fact]
    public async Task Page_OfAVisitedSchool_SaysOnBothAxesWhyByWhichClauseAndWhatIsNext()
    {
        var unit = await AUnitToVisit();
        await office.Api.Visit((string)unit["unit"]!, (string)unit["inspector"]!, Office.Noon.AddHours(-2));
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.GoTo($"/unit/{unit["unit"]}");

        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync((string)unit["name"]!);
        await Expect(desk.Page.Locator(".facts").First).ToContainTextAsync((string)unit["inspector"]!);
        await Expect(Axis(desk, "coverage").Locator("header")).ToContainTextAsync("达标");
        await Expect(Axis(desk, "coverage")).ToContainTextAsync("责任督学每月至少到校督导1次");
        await Expect(Axis(desk, "compliance").Locator("header")).ToContainTextAsync("合规");
        await Expect(Axis(desk, "compliance")).ToContainTextAsync("没有未办结的问题，也没有正在执行的措施");
        await Expect(desk.Page.Locator("[aria-current=step]")).ToContainTextAsync("日常督导");
        await Expect(desk.Page.GetByText("目前没有等待决定的事项")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".history li").First).ToBeVisibleAsync();

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "返回看板" }).ClickAsync();
        await Expect(desk.Rows.First).ToBeVisibleAsync();
        desk.Faults.Should().BeEmpty();
    }

    /// <summary>The county's office sees all of it; the school's own user has no scope but the school.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Page_ChangedElsewhere_ShowsItByItselfAndAsksForNothingElse(bool itsOwnUser)
    {
        var unit = itsOwnUser
            ? (await office.Api.Units(Office.County)).Single(each => (string?)each!["code"] == "2133901816")!
            : await AUnitToVisit();
        await using var desk = await browser.Open(office.Gateway, itsOwnUser ? $"unit-{unit["code"]}" : $"county-{Office.County}");
        var read = 0;
        desk.Page.Request += (_, request) => read += request.Url.EndsWith($"/units/{unit["unit"]}", StringComparison.Ordinal) ? 1 : 0;
        await desk.GoTo($"/unit/{unit["unit"]}");
        await desk.Mark();
        await Expect(Axis(desk, "coverage").Locator("header")).ToContainTextAsync("待督导");
        await Expect(desk.Link).ToHaveTextAsync("实时");
        var before = read;

        await office.Api.Visit((string)unit["unit"]!, (string)unit["inspector"]!, Office.Noon.AddHours(-2));
        var since = Stopwatch.GetTimestamp();
        await Expect(Axis(desk, "coverage").Locator("header")).ToContainTextAsync("达标");

        output.WriteLine($"a visit recorded elsewhere is on the page after {Stopwatch.GetElapsedTime(since).TotalMilliseconds:0} ms");
        Stopwatch.GetElapsedTime(since).Should().BeLessThan(TimeSpan.FromSeconds(10) * Crowd.Factor);
        (read - before).Should().Be(1, "one change is read once");
        (await desk.WasReloaded()).Should().BeFalse();
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Refresh_WithoutNetwork_KeepsWhatWasReadSaysSoAndIsRightAgainByItself()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.GoTo("/unit/school/2133901828");
        await Expect(Axis(desk, "compliance")).ToBeVisibleAsync();
        await desk.SetOffline(true);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "刷新" }).ClickAsync();
        await Expect(desk.Page.GetByText("没能读到最新情况")).ToBeVisibleAsync();
        await Expect(Axis(desk, "compliance")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "重试" })).ToBeVisibleAsync();
        await desk.SetOffline(false);
        await Expect(desk.Page.GetByText("没能读到最新情况")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Page_OfAnUnknownUnit_SaysSoAndLeadsHome()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.GoTo("/unit/school/9999999999");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有登记这所学校或机构");
        await desk.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = "返回首页" }).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex($"/county/{Office.County}$"));
    }

    [Fact]
    public async Task Page_ByKeyboardAlone_IsReachedFromTheBoardAndLeadsBack()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard(query: "?unit=school%2F2133901828");
        await Expect(desk.Drawer.Locator(".history li").First).ToBeVisibleAsync();
        await TabTo(desk, "打开单位页");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(Axis(desk, "compliance")).ToBeVisibleAsync();

        await TabTo(desk, "返回看板");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page).ToHaveURLAsync(new Regex($"/county/{Office.County}$"));
    }

    private static ILocator Axis(Desk desk, string axis) => desk.Page.Locator($".axis.{axis}");

    private static async Task TabTo(Desk desk, string text)
    {
        async Task<bool> Reached() =>
            await desk.Page.EvaluateAsync<bool>("text => document.activeElement?.textContent?.trim() === text", text);
        for (var stops = 0; stops < 40 && !await Reached(); stops++)
            await desk.Page.Keyboard.PressAsync("Tab");
        (await Reached()).Should().BeTrue("the Tab key reaches {0}", text);
    }

    /// <summary>From the middle of the list: other tests take theirs from its ends.</summary>
    private async Task<JsonNode> AUnitToVisit()
    {
        var owed = (await office.Api.Units(Office.County))
            .Where(unit =>
                (string?)unit!["kind"] == "School" && (string?)unit["colour"] == "White" && (string?)unit["code"] != "2133901828"
            )
            .ToList();
        return owed[owed.Count / 2]!;
    }
}
