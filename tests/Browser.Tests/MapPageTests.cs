namespace Supervision.Browser.Tests;

/// <summary>Maps are brought by the system administrator, looked at first, and taken away again: other tests of this office see tiles.</summary>
[Collection(nameof(SharedOffice))]
public sealed class MapPageTests(Hosting.Browser browser, SharedOffice office)
{
    private const string Path = "/region/3305/map";

    [Fact]
    public async Task Map_IsPreviewed_PutToUse_AndTakenAway()
    {
        await using var desk = await browser.Open(office.Gateway, "admin");
        await desk.GoTo("/region/3305");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "审定地图" }).ClickAsync();
        await Expect(desk.Page.Locator(".standing")).ToContainTextAsync("还没有载入地图");
        await Choose(desk, Map("浙S(2024)12号"));
        await Expect(Number(desk)).ToHaveValueAsync("浙S(2024)12号");
        await Press(desk, "预览");
        var looked = desk.Page.Locator(".looked");
        await Expect(looked).ToBeFocusedAsync();
        await Expect(looked).ToContainTextAsync("审图号：浙S(2024)12号");
        await Expect(looked.Locator("path")).ToHaveCountAsync(2);
        await looked.GetByText("地图上的地区").ClickAsync();
        await Expect(looked.GetByRole(AriaRole.Row).Filter(new() { HasText = "330599" })).ToContainTextAsync("看板上没有");
        await desk.HasNoSeriousBarrier();
        await Expect(desk.Page.Locator(".standing")).ToContainTextAsync("还没有载入地图");

        await Press(desk, "载入并启用");
        await Expect(desk.Page.Locator(".done")).ToContainTextAsync("地图已启用");
        await Expect(desk.Page.Locator(".standing")).ToContainTextAsync("审图号：浙S(2024)12号");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "在看板上查看" }).ClickAsync();
        await Expect(desk.Page.Locator(".areas figcaption")).ToHaveTextAsync("审图号：浙S(2024)12号");

        await desk.GoTo(Path);
        desk.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await Press(desk, "撤下地图");
        await Expect(desk.Page.Locator(".done")).ToContainTextAsync("地图已撤下");
        await Expect(desk.Page.Locator(".standing")).ToContainTextAsync("还没有载入地图");
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Map_ThatCanNotBeTaken_SaysWhy()
    {
        await using var desk = await browser.Open(office.Gateway, "admin");
        await desk.GoTo(Path);
        await Press(desk, "预览");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请先选择文件");
        await Choose(desk, "no map", "笔记.json");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("“笔记.json”不是 JSON 文件");
        await Choose(desk, Map(approval: null));
        await Press(desk, "预览");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("请填写审图号");
        await Expect(Number(desk)).ToBeFocusedAsync();
        await Number(desk).FillAsync("没有批准");
        await Press(desk, "预览");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("缺少审图号");
        await desk.HasNoSeriousBarrier();
        await Number(desk).FillAsync("GS(2024)0650号");
        await Press(desk, "预览");
        await Expect(desk.Page.Locator(".looked")).ToContainTextAsync("GS(2024)0650号");

        await Choose(desk, Map("GS(2024)0650号").Replace("330521", "440100", StringComparison.Ordinal));
        await Expect(desk.Page.Locator(".looked")).ToHaveCountAsync(0);
        await Press(desk, "预览");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("不属于本地区");
        await Expect(desk.Page.Locator(".standing")).ToContainTextAsync("还没有载入地图");
    }

    [Fact]
    public async Task Map_ByKeyboardAlone()
    {
        await using var desk = await browser.Open(office.Gateway, "admin");
        await desk.GoTo(Path);
        await Choose(desk, Map("浙S(2024)12号")); // a file dialog is the system's
        await desk.Page.Locator("input[type=file]").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Tab");
        await Expect(Number(desk)).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator(".looked")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Tab"); // what is on it
        await desk.Page.Keyboard.PressAsync("Tab");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "载入并启用" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Map_ForOthers_IsToBeSeenOnly()
    {
        await using var desk = await browser.Open(office.Gateway, "city");
        await desk.GoTo("/region/3305");
        await Expect(desk.Page.Locator("a.tile").First).ToBeVisibleAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "审定地图" })).ToHaveCountAsync(0);
        await desk.GoTo(Path);
        await Expect(desk.Page.GetByText("只有系统管理员可以载入或撤下地图。")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("input[type=file]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Standing_ThatFails_IsAskedForAgain()
    {
        await using var desk = await browser.Open(office.Gateway, "admin");
        var failing = true;
        await desk.Page.RouteAsync(
            "**/api/v1/regions/3305/map",
            route => failing ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync()
        );
        await desk.GoTo(Path);
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("503");
        failing = false;
        await Press(desk, "重试");
        await Expect(desk.Page.Locator(".standing")).ToContainTextAsync("还没有载入地图");
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("phone")]
    [InlineData("english")]
    public async Task Page_InEveryLook_IsReadWithoutBarrier(string look)
    {
        await using var desk = await browser.Open(
            office.Gateway,
            "admin",
            look switch
            {
                "dark" => Look.DarkDesktop,
                "phone" => Look.Phone,
                _ => Look.EnglishDesktop,
            }
        );
        var english = look == "english";
        await desk.GoTo(Path);
        await desk.HasNoSeriousBarrier();
        await Choose(
            desk,
            Map("GS(2024)0650号").Replace("德清县", "Deqing", StringComparison.Ordinal).Replace("新区", "New", StringComparison.Ordinal)
        );
        await Press(desk, english ? "Preview" : "预览");
        await Expect(desk.Page.Locator(".looked svg")).ToBeVisibleAsync();
        await desk.HasNoSeriousBarrier();
        (await desk.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
            .Should()
            .BeTrue("nothing scrolls sideways");
        if (!english)
            return;
        var said = await desk.Page.Locator("main").InnerTextAsync();
        foreach (var name in new[] { "GS(2024)0650号", "审图号" })
            said = said.Replace(name, "", StringComparison.Ordinal);
        said.Should().NotMatchRegex("[\u4e00-\u9fff]");
    }

    private static Task Choose(Desk desk, string content, string name = "3305.geojson") =>
        desk
            .Page.Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "application/geo+json",
                    Buffer = System.Text.Encoding.UTF8.GetBytes(content),
                }
            );

    private static Task Press(Desk desk, string button) =>
        desk.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static ILocator Number(Desk desk) => desk.Page.Locator("input[name=approval]");

    /// <summary>One county of the board, and an area the board does not know.</summary>
    private static string Map(string? approval)
    {
        var number = approval is null ? "" : $"\"approvalNumber\":\"{approval}\",";
        return "{\"type\":\"FeatureCollection\","
            + number
            + """
                "features":[
                  {"type":"Feature","properties":{"code":"330521","name":"德清县"},"geometry":{"type":"Polygon","coordinates":[[[119.8,30.4],[120.2,30.4],[120.2,30.7],[119.8,30.7],[119.8,30.4]]]}},
                  {"type":"Feature","properties":{"code":"330599","name":"新区"},"geometry":{"type":"Polygon","coordinates":[[[119.3,30.4],[119.8,30.4],[119.8,30.8],[119.3,30.8],[119.3,30.4]]]}}]}
                """;
    }
}
