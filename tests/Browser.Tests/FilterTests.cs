using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

[Collection(nameof(SharedOffice))]
public sealed class FilterTests(Hosting.Browser browser, SharedOffice office)
{
    [Fact]
    public async Task FilterSearchAndOrder_StandInTheAddress_AndSurviveAReload()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard();
        await desk.Page.GetByRole(AriaRole.Searchbox).Or(desk.Page.GetByLabel("搜索")).First.FillAsync("小学");
        await desk.Page.GetByLabel("乡镇", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "武康街道" });
        await desk.Page.GetByRole(AriaRole.Columnheader, new() { Name = "单位" }).GetByRole(AriaRole.Button).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Columnheader, new() { Name = "单位" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex("q=.*town=.*sort=name.*order=desc"));
        var before = await Names(desk);
        before.Should().HaveCountGreaterThan(1).And.OnlyContain(name => name.Contains("小学"));

        await desk.Page.ReloadAsync();
        await Expect(desk.Rows).ToHaveCountAsync(before.Count);

        (await Names(desk)).Should().Equal(before);
        await Expect(desk.Page.GetByLabel("搜索").First).ToHaveValueAsync("小学");
        await Expect(desk.Page.GetByRole(AriaRole.Columnheader, new() { Name = "单位" })).ToHaveAttributeAsync("aria-sort", "descending");
    }

    [Fact]
    public async Task Search_InFullWidthDigits_FindsTheCode()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard(query: "?q=" + Uri.EscapeDataString("２１３３９０１８２８"));
        await Expect(desk.Rows).ToHaveCountAsync(1);
        await Expect(desk.Rows).ToContainTextAsync("康乾实验小学");
    }

    [Fact]
    public async Task Search_ThatFindsNothing_SaysSoAndOffersToClear()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.GoTo($"/county/{Office.County}?q=nowhere");
        await Expect(desk.Page.GetByText("没有符合条件的单位")).ToBeVisibleAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "清除筛选" }).First.ClickAsync();
        await Expect(desk.Page.GetByText("显示 56 / 56")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task ComplianceAndRung_StandInTheAddress_AndSurviveAReload()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard();
        await desk
            .Page.GetByRole(AriaRole.Combobox, new() { Name = "合规状态", Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "合规" });
        await desk
            .Page.GetByRole(AriaRole.Combobox, new() { Name = "措施", Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Label = "R0 日常督导" });
        await desk.Page.GetByRole(AriaRole.Columnheader, new() { Name = "合规" }).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex("compliance=green.*rung=0.*sort=compliance"));
        await Expect(desk.Page.GetByText("显示 56 / 56")).ToBeVisibleAsync();

        await desk.Page.ReloadAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Combobox, new() { Name = "合规状态", Exact = true })).ToHaveValueAsync("Green");
        await Expect(desk.Page.Locator(".cases-card button").Filter(new() { HasText = "合规" }))
            .ToHaveAttributeAsync("aria-pressed", "true");
        await desk.GoTo($"/county/{Office.County}?compliance=red");
        await Expect(desk.Page.GetByText("没有符合条件的单位")).ToBeVisibleAsync();
    }

    private static async Task<IReadOnlyList<string>> Names(Desk desk) =>
        await desk.Page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('[role=row][data-index]')].sort((a, b) => a.dataset.index - b.dataset.index).map(row => row.querySelector('.name').textContent)"
        );
}
