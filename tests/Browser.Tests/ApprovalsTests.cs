using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

/// <summary>A list too long for one person: asked for where it is exported, decided by another, fetched once.</summary>
[Collection(nameof(LongListOffice))]
public sealed partial class ApprovalsTests(Hosting.Browser browser, LongListOffice office)
{
    private const string Path = $"/county/{Office.County}/approvals";
    private const string Clerk = $"county-{Office.County}";
    private const string Director = $"director-{Office.County}";

    [Fact]
    public async Task LongList_IsAskedFor_ApprovedByAnother_AndDownloadedOnce()
    {
        await using var desk = await browser.Open(office.Gateway, Clerk);
        await desk.OpenBoard();
        await Begin(desk, category: "S-HW");
        await Expect(desk.Form()).ToContainTextAsync($"清单有 {LongListOffice.Issues} 项");
        await desk.HasNoSeriousBarrier();
        await Press(desk, "提出申请");
        await Expect(desk.Form().GetByText("请填写申请理由。")).ToBeVisibleAsync();
        await Expect(desk.Form().GetByLabel("申请理由")).ToBeFocusedAsync();
        await desk.Form().GetByLabel("申请理由").FillAsync("报市教督委办公室年度汇总");
        await Press(desk, "提出申请");
        await Expect(desk.Form().Locator(".news")).ToContainTextAsync("已提出，等待审批");
        await Expect(desk.Form().Locator(".news")).ToContainTextAsync("这是您自己的申请");
        await desk.HasNoSeriousBarrier();

        await using (var director = await browser.Open(office.Gateway, Director))
        {
            await director.OpenBoard();
            var link = director.Page.GetByRole(AriaRole.Link, new() { NameRegex = Waits() });
            await Expect(link).ToBeVisibleAsync();
            await link.ClickAsync();
            var entry = Entry(director, "报市教督委办公室年度汇总");
            await Expect(entry).ToContainTextAsync("问题清单（Excel）：类别 S-HW；未办结");
            await Expect(entry).ToContainTextAsync($"申请人 {Clerk}");
            await entry.GetByRole(AriaRole.Button, new() { NameRegex = Decide() }).ClickAsync();
            await entry.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
            await Expect(entry.GetByText("请填写审批意见。")).ToBeVisibleAsync();
            await Expect(entry.GetByLabel("审批意见")).ToBeFocusedAsync();
            await director.HasNoSeriousBarrier();
            await entry.GetByLabel("审批意见").FillAsync("用途明确");
            await entry.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
            await Expect(director.Page.Locator(".done")).ToContainTextAsync("已同意第");
            await Expect(entry).ToContainTextAsync("用途明确");
            await Expect(entry.GetByRole(AriaRole.Button)).ToHaveCountAsync(0, new() { Timeout = 15_000 });
            director.Faults.Should().BeEmpty();
        }

        // Nobody touches the waiting dialog: it learns of it by itself.
        await Expect(desk.Form().Locator(".news")).ToContainTextAsync($"{Director} 已同意");
        await Expect(desk.Form()).ToContainTextAsync("用途明确");
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => Press(desk, "导出（用掉这次审批）"));
        download.SuggestedFilename.Should().EndWith(".xlsx").And.Contain("问题");
        new FileInfo(await download.PathAsync()).Length.Should().BeGreaterThan(10_000);
        await Expect(desk.Form()).ToContainTextAsync("已交给浏览器下载");

        await Press(desk, "换个条件");
        await Press(desk, "导出");
        await Expect(desk.Form()).ToContainTextAsync("上一次申请");
        await Expect(desk.Form()).ToContainTextAsync("已使用");
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task ShortList_IsDownloadedAtOnce()
    {
        await using var desk = await browser.Open(office.Gateway, Clerk);
        await desk.OpenBoard();
        var download = await desk.Page.RunAndWaitForDownloadAsync(() => Begin(desk, category: "S-EX", format: "Word"));
        download.SuggestedFilename.Should().EndWith(".docx");
        await Expect(desk.Form()).ToContainTextAsync("已交给浏览器下载");
    }

    [Fact]
    public async Task OwnRequest_CanNotBeDecidedByOneself_AndIsRefusedByAnotherWithItsReason()
    {
        using var asking = await OfficeApi.SignIn(office.Gateway, Director);
        await asking.AskApproval(Office.County, "issues.docx?severity=General", "交县政府办");
        await using var desk = await browser.Open(office.Gateway, Director);
        await desk.GoTo(Path);
        await Expect(Entry(desk, "交县政府办")).ToContainTextAsync("这是您自己的申请");
        await Expect(Entry(desk, "交县政府办").GetByRole(AriaRole.Button)).ToHaveCountAsync(0);

        await using (var committee = await browser.Open(office.Gateway, $"committee-{Office.County}"))
        {
            await committee.GoTo(Path);
            var entry = Entry(committee, "交县政府办");
            await entry.GetByRole(AriaRole.Button, new() { NameRegex = Decide() }).ClickAsync();
            await entry.GetByLabel("审批意见").FillAsync("范围过大，请按乡镇分别报送");
            await entry.GetByRole(AriaRole.Button, new() { Name = "不同意" }).ClickAsync();
            await Expect(committee.Page.Locator(".done")).ToContainTextAsync("未同意第");
        }

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "刷新" }).ClickAsync();
        await Expect(Entry(desk, "交县政府办")).ToContainTextAsync("范围过大，请按乡镇分别报送");
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Request_SettledMeanwhileByAnother_SaysSo()
    {
        using var clerk = await OfficeApi.SignIn(office.Gateway, Clerk);
        await clerk.AskApproval(Office.County, "issues.xlsx?category=S-LT", "专题分析");
        await using var desk = await browser.Open(office.Gateway, Director);
        await desk.GoTo(Path);
        var entry = Entry(desk, "专题分析");
        await entry.GetByRole(AriaRole.Button, new() { NameRegex = Decide() }).ClickAsync();
        await entry.GetByLabel("审批意见").FillAsync("同意");
        using (var committee = await OfficeApi.SignIn(office.Gateway, $"committee-{Office.County}"))
            await committee.Approve(
                Office.County,
                (int)(await committee.Approvals(Office.County)).First(each => (string?)each!["reason"] == "专题分析")!["no"]!,
                "已阅"
            );
        await entry.GetByRole(AriaRole.Button, new() { Name = "同意", Exact = true }).ClickAsync();
        await Expect(entry.GetByRole(AriaRole.Alert)).ToContainTextAsync("号审批");
        await Expect(entry).ToContainTextAsync("已阅");
    }

    [Fact]
    public async Task Everything_ByKeyboardAlone()
    {
        await using var desk = await browser.Open(office.Gateway, Clerk);
        await desk.OpenBoard();
        var button = desk.Page.GetByRole(AriaRole.Button, new() { Name = "问题清单" });
        await button.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Form().GetByLabel("Excel")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("ArrowDown"); // the paper
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Form().GetByLabel("申请理由")).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("键盘办理");
        for (var stops = 0; stops < 3; stops++)
            await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Form().Locator(".news")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Form()).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();

        await using var director = await browser.Open(office.Gateway, Director);
        await director.GoTo(Path);
        var entry = Entry(director, "键盘办理");
        await entry.GetByRole(AriaRole.Button, new() { NameRegex = Decide() }).FocusAsync();
        await director.Page.Keyboard.PressAsync("Enter");
        await Expect(entry.GetByLabel("审批意见")).ToBeFocusedAsync();
        await director.Page.Keyboard.TypeAsync("可以");
        await director.Page.Keyboard.PressAsync("Tab");
        await director.Page.Keyboard.PressAsync("Enter");
        await Expect(director.Page.Locator(".done")).ToBeFocusedAsync();

        await desk.GoTo(Path);
        var download = await desk.Page.RunAndWaitForDownloadAsync(() =>
            Entry(desk, "键盘办理").GetByRole(AriaRole.Button, new() { Name = "下载" }).PressAsync("Enter")
        );
        download.SuggestedFilename.Should().EndWith(".docx");
        await Expect(Entry(desk, "键盘办理")).ToContainTextAsync("已使用");
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("phone")]
    [InlineData("english")]
    public async Task Page_InEveryLook_IsReadWithoutBarrier(string look)
    {
        using var clerk = await OfficeApi.SignIn(office.Gateway, Clerk);
        await clerk.AskApproval(Office.County, "issues.xlsx?category=S-AS&open=true", $"Yearly report, {look}");
        await using var desk = await browser.Open(
            office.Gateway,
            Director,
            look switch
            {
                "dark" => Look.DarkDesktop,
                "phone" => Look.Phone,
                _ => Look.EnglishDesktop,
            }
        );
        await desk.GoTo(Path);
        var english = look == "english";
        var entry = Entry(desk, $"Yearly report, {look}");
        await entry.GetByRole(AriaRole.Button, new() { NameRegex = Decide() }).ClickAsync();
        await Expect(entry)
            .ToContainTextAsync(english ? "List of issues (Excel): category S-AS; open ones" : "问题清单（Excel）：类别 S-AS；未办结");
        await desk.HasNoSeriousBarrier();
        await NothingScrollsSideways(desk);
        if (english)
            (await entry.InnerTextAsync()).Should().NotMatchRegex("[\u4e00-\u9fff]");

        await desk.OpenBoard();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = english ? "List of issues" : "问题清单" }).ClickAsync();
        await desk.HasNoSeriousBarrier();
        await desk.Form().GetByRole(AriaRole.Button, new() { Name = english ? "Export" : "导出", Exact = true }).ClickAsync();
        await Expect(desk.Form()).ToContainTextAsync(english ? "needs another person’s approval" : "须由另一人审批");
        await desk.HasNoSeriousBarrier();
        await NothingScrollsSideways(desk);
        if (english)
            (await desk.Form().InnerTextAsync()).Should().NotMatchRegex("[\u4e00-\u9fff]");
    }

    [Fact]
    public async Task Page_EmptyFailingAndSlow_SaysSo()
    {
        await using var desk = await browser.Open(office.Gateway, Director);
        var failing = true;
        await desk.Page.RouteAsync(
            Listed(),
            route =>
                failing
                    ? route.FulfillAsync(new() { Status = 503 })
                    : route.FulfillAsync(new() { ContentType = "application/json", Body = "[]" })
        );
        await desk.GoTo(Path);
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("503");
        failing = false;
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await Expect(desk.Page.Locator(".empty")).ToContainTextAsync("还没有审批事项");
        await desk.Page.UnrouteAsync(Listed());
        await desk.SetOffline(true);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "刷新" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("连不上服务器");
        await desk.SetOffline(false);

        var arrives = new TaskCompletionSource();
        await desk.Page.RouteAsync(
            Listed(),
            async route =>
            {
                await arrives.Task;
                await route.ContinueAsync();
            }
        );
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.GetByText("正在载入…")).ToBeVisibleAsync();
        arrives.SetResult();
        await Expect(desk.Page.GetByText("正在载入…")).ToHaveCountAsync(0);
    }

    private static async Task Begin(Desk desk, string category, string format = "Excel")
    {
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "问题清单" }).ClickAsync();
        await desk.Form().GetByLabel(format).CheckAsync();
        await desk.Form().GetByLabel("类别代码开头").FillAsync(category);
        await Press(desk, "导出");
    }

    private static Task Press(Desk desk, string button) =>
        desk.Form().GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task NothingScrollsSideways(Desk desk) =>
        (await desk.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
            .Should()
            .BeTrue("nothing scrolls sideways");

    private static ILocator Entry(Desk desk, string reason) => desk.Page.Locator(".approval").Filter(new() { HasText = reason });

    [GeneratedRegex("项等您审批")]
    private static partial Regex Waits();

    [GeneratedRegex("^(审批|Decide)")]
    private static partial Regex Decide();

    [GeneratedRegex("/counties/.*/approvals$")]
    private static partial Regex Listed();
}
