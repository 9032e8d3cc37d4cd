using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

[Collection(nameof(BusyOffice))]
public sealed class UnitPastTests(Hosting.Browser browser, BusyOffice office)
{
    private const string School = "school/2133901825";

    [Fact]
    public async Task Past_BySliderAndKeyboard_SaysWhenItIs_OffersNothing_AndLeadsBack()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.GoTo($"/unit/{School}");
        await Expect(desk.Page.Locator(".axis.coverage header")).ToContainTextAsync("漏访");
        await Expect(desk.Page.Locator(".year [aria-current=date]")).ToContainTextAsync("4月");
        await Expect(desk.Page.Locator(".year li.Missed")).ToContainTextAsync("3月");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "准予说明" })).ToBeVisibleAsync();

        await desk.Page.GetByRole(AriaRole.Slider).FocusAsync();
        await desk.Page.Keyboard.PressAsync("ArrowLeft");
        await desk.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(desk.Page.Locator(".banner")).ToContainTextAsync("你看到的是 2026年3月31日 时的情况");
        await Expect(desk.Page.Locator(".axis.coverage header")).Not.ToContainTextAsync("漏访");
        await Expect(desk.Page.Locator(".command-bar")).ToHaveCountAsync(0);
        await Expect(desk.Page).ToHaveURLAsync(new Regex("asOf=2026-03-31"));

        await desk.Page.GetByLabel("只看当时已知的").CheckAsync();
        await Expect(desk.Page.Locator(".banner")).ToContainTextAsync("只按当时已知的");
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator(".banner")).ToContainTextAsync("2026年3月31日");
        await desk.HasNoSeriousBarrier();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "回到现在" }).ClickAsync();
        await Expect(desk.Page.Locator(".axis.coverage header")).ToContainTextAsync("漏访");
        await Expect(desk.Page.Locator(".banner")).ToHaveCountAsync(0);
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Past_BeforeTheUnitWasRegistered_SaysSoAndLeadsBack()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.GoTo($"/unit/{School}?asOf=2025-06-01T00:00:00%2B08:00");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("当时尚未登记");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "回到现在" }).ClickAsync();
        await Expect(desk.Page.Locator(".axis.coverage")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task History_IsNarrowedByTopicAndToWhatPeopleDid()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.GoTo($"/unit/{School}");
        var entries = desk.Page.Locator(".history li");
        await Expect(entries.Filter(new() { HasText = "登记" }).First).ToBeVisibleAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "到访", Exact = true }).ClickAsync();
        var missed = entries.Filter(new() { HasText = "漏访" });
        await Expect(missed.First).ToBeVisibleAsync();
        await Expect(entries.Filter(new() { HasText = "安排责任督学" })).ToHaveCountAsync(0);
        await desk.Page.GetByLabel("只看人办理的").CheckAsync();
        await Expect(missed).ToHaveCountAsync(0); // the system found that by itself
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "措施", Exact = true }).ClickAsync();
        await Expect(desk.Page.GetByText("没有符合条件的记录")).ToBeVisibleAsync();
    }
}
