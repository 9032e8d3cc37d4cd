using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

/// <summary>A real installation, empty: what its first administrator sees.</summary>
public sealed class FirstRunTests(Hosting.Browser browser) : IAsyncLifetime
{
    private GatewayProcess _gateway = null!;

    public async ValueTask InitializeAsync() => _gateway = await GatewayProcess.Start();

    public async ValueTask DisposeAsync() => await _gateway.DisposeAsync();

    [Fact]
    public async Task FirstRun_WithTheConsolesCode_LeadsFromNothingToABoard()
    {
        await using var desk = await browser.Open(_gateway, user: null);
        await desk.GoTo("/");
        await Expect(desk.Page.GetByText("首次使用")).ToBeVisibleAsync();
        await Expect(desk.Demonstration).ToHaveCountAsync(0);
        await desk.HasNoSeriousBarrier();

        await FillIn(desk, code: "WRONGCODE1", password: "a-good-password");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("代码不正确");
        await FillIn(desk, _gateway.SetupCode, password: "short");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("密码至少 12 个字符");
        await FillIn(desk, _gateway.SetupCode, password: "a-good-password");
        await Expect(desk.Page.GetByText("管理员已就绪")).ToBeVisibleAsync();

        // Two more people are needed, and a second factor, before anything can be loaded.
        await Expect(desk.Page.GetByRole(AriaRole.Status, new() { Name = "请转交本人" })).ToContainTextAsync("security");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "载入演示数据" })).ToBeDisabledAsync();
        await desk.HasNoSeriousBarrier();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "已转交" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "开始设置" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Img, new() { Name = "两步验证二维码" })).ToBeVisibleAsync();
        await desk.Page.GetByLabel("应用上显示的六位数字").FillAsync(Totp.Code(await desk.Page.Locator(".key code").InnerTextAsync()));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "启用" }).ClickAsync();
        await Expect(desk.Page.Locator(".recovery li")).ToHaveCountAsync(10);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "我已保存" }).ClickAsync();

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "载入演示数据" }).ClickAsync();
        await Expect(desk.Page).ToHaveURLAsync(new Regex("/region/CN$"), new() { Timeout = 60_000 });
        await Expect(desk.Demonstration).ToHaveTextAsync("演示");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "浙江省", Exact = true }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "湖州市", Exact = true }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "德清县", Exact = true }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "打开县级看板" }).ClickAsync();
        await Expect(desk.Page.GetByText("显示 56 / 56")).ToBeVisibleAsync();
        await Expect(desk.Demonstration).ToHaveTextAsync("演示");
        desk.Faults.Should().BeEmpty();
    }

    private static async Task FillIn(Desk desk, string code, string password)
    {
        await desk.Page.GetByLabel("启动码").FillAsync(code);
        await desk.Page.GetByLabel("用户名").FillAsync("王主任");
        await desk.Page.GetByLabel("密码").FillAsync(password);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "创建管理员并登录" }).ClickAsync();
    }
}
