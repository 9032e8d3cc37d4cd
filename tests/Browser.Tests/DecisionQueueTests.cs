using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

/// <summary>The queue itself, decided in place. Its sorting and looks stand in <see cref="DecisionsTests"/>.</summary>
[Collection(nameof(BusyOffice))]
public sealed class DecisionQueueTests(Hosting.Browser browser, BusyOffice office)
{
    private const string Queue = $"/county/{Office.County}/decisions";
    private static readonly Regex Asked = new("/counties/.*/decisions$");

    [Fact]
    public async Task Decision_WithItsEvidence_IsTakenInPlace_AndTheNextRoleFindsWhatFollows()
    {
        await office.Api.OpenIssue("school/2133901830", "S-EX-02");
        await using (var desk = await browser.Open(office.Gateway, $"county-{Office.County}"))
        {
            await desk.GoTo(Queue);
            var entry = Of(desk, "确认严重问题");
            await entry.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(entry.Locator(".case-card")).ToContainTextAsync("招生录取不规范");
            await desk.HasNoSeriousBarrier();
            await desk.Begin(entry, "确认严重问题");
            await desk.Form().GetByLabel("说明").FillAsync("情况属实");
            await desk.ShowConsequences();
            await Expect(desk.Form().Locator(".consequences")).ToContainTextAsync("建议约谈");
            await desk.Confirm();
            await desk.IsDone("确认严重问题");
            await Expect(entry).ToHaveCountAsync(0);

            var next = Of(desk, "决定是否采取约谈");
            await next.GetByRole(AriaRole.Button).ClickAsync();
            await Expect(next).ToContainTextAsync("您的角色不能办理这一项，由督导办主任决定");
        }

        await using var director = await browser.Open(office.Gateway, $"director-{Office.County}");
        await director.GoTo(Queue);
        var proposal = Of(director, "决定是否采取约谈");
        await proposal.GetByRole(AriaRole.Button).ClickAsync();
        await director.Begin(proposal, "不予采纳");
        await director.Form().GetByLabel("理由").FillAsync("先由县级整改通知处理");
        await director.ShowConsequences();
        await director.Confirm();
        await director.IsDone("不予采纳");
        await Expect(proposal).ToHaveCountAsync(0);
        director.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Queue_WithNothingInIt_SaysSo()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.Page.RouteAsync(Asked, route => route.FulfillAsync(new() { ContentType = "application/json", Body = "[]" }));
        await desk.GoTo(Queue);
        await Expect(desk.Page.GetByText("目前没有等待决定的事项")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Queue_ThatFails_SaysWhyAndIsRetried_AndKeepsItsListOffline()
    {
        await office.Api.OpenIssue("school/2133901831", "S-EX-02");
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        var failing = true;
        await desk.Page.RouteAsync(Asked, route => failing ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());
        await desk.GoTo(Queue);
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("503");
        failing = false;
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await Expect(desk.Page.Locator(".decision").First).ToBeVisibleAsync();
        await desk.SetOffline(true);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "刷新" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("连不上服务器");
        await Expect(desk.Page.Locator(".decision").First).ToBeVisibleAsync();
    }

    /// <summary>One test's decisions are of one school.</summary>
    private static ILocator Of(Desk desk, string title) =>
        desk.Page.Locator(".decision").Filter(new() { Has = desk.Page.Locator("a[href*='2133901830']") }).Filter(new() { HasText = title });
}
