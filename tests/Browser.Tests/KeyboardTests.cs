namespace Supervision.Browser.Tests;

[Collection(nameof(SharedOffice))]
public sealed class KeyboardTests(Hosting.Browser browser, SharedOffice office)
{
    private const string OnARow = "document.activeElement?.getAttribute('role') === 'row'";

    [Fact]
    public async Task Row_ByKeyboardAlone_OpensClosesAndGetsTheFocusBack()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard();
        await TabToTheRows(desk);
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(desk.Page.Locator("[data-index='2']")).ToBeFocusedAsync();

        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Drawer).ToBeVisibleAsync();
        await Expect(desk.Drawer.Locator(".history li").First).ToBeVisibleAsync();
        (await desk.Page.EvaluateAsync<bool>("document.querySelector('[role=dialog]').contains(document.activeElement)"))
            .Should()
            .BeTrue("the focus moves into the drawer");
        await desk.Page.Keyboard.PressAsync("Escape");

        await Expect(desk.Drawer).ToBeHiddenAsync();
        await Expect(desk.Page.Locator("[data-index='2']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task End_OnARow_ReachesTheLastOfTheList()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard();
        await TabToTheRows(desk);
        await desk.Page.Keyboard.PressAsync("End");
        await Expect(desk.Page.Locator("[data-index='55']")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task SkipLink_IsTheFirstStop_AndLeadsToTheBoard()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard();
        await desk.Page.Keyboard.PressAsync("Tab");
        await Expect(desk.Page.GetByText("跳到主要内容")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#main")).ToBeFocusedAsync();
    }

    private static async Task TabToTheRows(Desk desk)
    {
        for (var stops = 0; stops < 80 && !await desk.Page.EvaluateAsync<bool>(OnARow); stops++)
            await desk.Page.Keyboard.PressAsync("Tab");
        (await desk.Page.EvaluateAsync<bool>(OnARow)).Should().BeTrue("the Tab key reaches the rows within eighty stops");
    }
}
