namespace Supervision.Browser.Tests;

/// <summary>An office of its own, because its clock runs to the end of March.</summary>
public sealed class MonthEndTests(Hosting.Browser browser, Office office) : IClassFixture<Office>
{
    private static readonly DateTimeOffset April = new(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task MonthEnd_WithoutAVisit_TurnsTheRowRedAndSaysWhy()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard(query: "?q=" + Uri.EscapeDataString("康乾实验小学"));
        await desk.Mark();
        await Expect(desk.Rows).ToContainTextAsync("待督导");

        await office.Api.AdvanceTo(April.AddDays(-3));
        await Expect(desk.Rows).ToContainTextAsync("预警");
        await office.Api.AdvanceTo(April);

        await Expect(desk.Rows).ToContainTextAsync("漏访");
        await Expect(desk.Rows).ToContainTextAsync("2026年3月没有责任督学到访");
        var alerts = desk.Page.Locator(".feed li").Filter(new() { HasText = "康乾实验小学" }).Filter(new() { HasText = "漏访" });
        await Expect(alerts).ToHaveCountAsync(1);
        await Expect(alerts).ToContainTextAsync("送达 督学-330521-04、县级督导机构");
        await Explained(desk);
        (await desk.Tally("漏访")).Should().Be(56, "nobody was visited");
        (await desk.WasReloaded()).Should().BeFalse();
        await OnItsPage(desk);
        desk.Faults.Should().BeEmpty();
    }

    /// <summary>A missed visit is the county's and the inspector's: the unit's own compliance stays as it was.</summary>
    private static async Task OnItsPage(Desk desk)
    {
        await desk.Rows.ClickAsync();
        await desk.Drawer.GetByRole(AriaRole.Link, new() { Name = "打开单位页" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("康乾实验小学");
        var coverage = desk.Page.Locator(".axis.coverage");
        await Expect(coverage.Locator("header")).ToContainTextAsync("漏访");
        await Expect(coverage).ToContainTextAsync("2026年3月没有责任督学到访");
        await Expect(coverage).ToContainTextAsync("责任督学每月至少到校督导1次");
        await Expect(coverage).ToContainTextAsync("责任督学到访一次");
        await Expect(coverage).ToContainTextAsync("2026年3月 漏访提醒");
        await Expect(desk.Page.Locator(".axis.compliance header")).ToContainTextAsync("合规");
    }

    /// <summary>In the drawer: what, by which clause, on what evidence, and what clears it.</summary>
    private static async Task Explained(Desk desk)
    {
        await desk.Rows.ClickAsync();
        var reason = desk.Drawer.Locator("article").First;
        await Expect(reason).ToContainTextAsync("2026年3月没有责任督学到访");
        await Expect(reason).ToContainTextAsync("由 督学-330521-04 承担");
        await Expect(reason).ToContainTextAsync("责任督学每月至少到校督导1次");
        await Expect(reason).ToContainTextAsync("2026年4月1日 00:00");
        await Expect(reason).ToContainTextAsync("责任督学到访一次");
        await Expect(reason).ToContainTextAsync("2026年3月 漏访提醒");
        await Expect(desk.Drawer.Locator(".periods li").Filter(new() { HasText = "2026年3月" })).ToContainTextAsync("计入 督学-330521-04");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Drawer).ToBeHiddenAsync();
    }
}
