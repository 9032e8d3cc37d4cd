using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

/// <summary>One's own account, the second step of signing in, passkeys, and the accounts one manages.</summary>
[Collection(nameof(SharedOffice))]
public sealed class AccountTests(Hosting.Browser browser, SharedOffice office)
{
    [Fact]
    public async Task SecondFactor_SetUp_IsAskedForAtTheNextSignIn()
    {
        await using var desk = await browser.Open(office.Gateway, $"independent-{Office.County}");
        await desk.GoTo("/account");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "开始设置" }).ClickAsync();
        var key = await desk.Page.Locator(".key code").InnerTextAsync();
        await desk.Page.GetByLabel("应用上显示的六位数字").FillAsync(Totp.Code(key));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "启用" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "我已保存" }).ClickAsync();
        await Expect(desk.Page.GetByText("剩余备用码 10 个")).ToBeVisibleAsync();
        await desk.HasNoSeriousBarrier();

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await SignIn(desk, $"independent-{Office.County}");
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "两步验证" })).ToBeVisibleAsync();
        await desk.HasNoSeriousBarrier();
        await desk.Page.GetByLabel("验证码").FillAsync("000000");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("验证码不正确");
        await desk.Page.GetByLabel("验证码").FillAsync(Totp.Code(key, steps: 1));
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page).ToHaveURLAsync(new Regex($"/county/{Office.County}$"));
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Passkey_Added_SignsInWithoutPassword()
    {
        await using var desk = await browser.Open(office.Gateway, user: null);
        var cdp = await desk.Page.Context.NewCDPSessionAsync(desk.Page);
        await cdp.SendAsync("WebAuthn.enable");
        await cdp.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new
                {
                    protocol = "ctap2",
                    transport = "internal",
                    hasResidentKey = true,
                    hasUserVerification = true,
                    isUserVerified = true,
                    automaticPresenceSimulation = true,
                },
            }
        );
        var site = office.Gateway.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal); // passkeys belong to a name, not to an address
        await desk.Page.GotoAsync($"{site}/sign-in?next=/account");
        await SignIn(desk, $"special-{Office.County}");
        await desk.Page.GetByLabel("名称").FillAsync("办公室电脑");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "添加通行密钥" }).ClickAsync();
        await Expect(desk.Page.GetByText("办公室电脑")).ToBeVisibleAsync();

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();

        await Expect(desk.Page).ToHaveURLAsync(new Regex($"/county/{Office.County}$"));
        await desk.Page.GotoAsync($"{site}/account");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await Expect(desk.Page.GetByText("还没有通行密钥")).ToBeVisibleAsync();
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Clerk_MakesAnAccount_WhoseOwnerChangesThePasswordFirst()
    {
        await using var clerk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await clerk.GoTo("/accounts");
        await Expect(clerk.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = $"inspector-{Office.County}-01" })).ToBeVisibleAsync();
        await clerk.HasNoSeriousBarrier();
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "新建账户" }).ClickAsync();
        await clerk.Drawer.GetByLabel("用户名", new() { Exact = true }).FillAsync("screen-1");
        await clerk.Drawer.GetByLabel("姓名").FillAsync("大厅看板");
        await clerk.Drawer.GetByLabel("角色").SelectOptionAsync("Display");
        await clerk.Drawer.GetByRole(AriaRole.Button, new() { Name = "新建账户" }).ClickAsync();
        var password = await clerk.Drawer.Locator("code.secret").InnerTextAsync();
        await Expect(clerk.Drawer.GetByRole(AriaRole.Button, new() { Name = "停用" })).ToBeEnabledAsync();
        await clerk.HasNoSeriousBarrier();

        await using var desk = await browser.Open(office.Gateway, user: null);
        await desk.GoTo("/sign-in");
        await SignIn(desk, "screen-1", password);
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "修改密码后继续" })).ToBeVisibleAsync();
        await desk.HasNoSeriousBarrier();
        await desk.GoTo($"/county/{Office.County}");
        await Expect(desk.Page).ToHaveURLAsync(new Regex("/duty"));
        await desk.Page.GetByLabel("当前密码").FillAsync(password);
        await desk.Page.GetByLabel("新密码").FillAsync("quiet river under snow");
        await desk.Page.GetByLabel("再输一次").FillAsync("quiet river under snow");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page).ToHaveURLAsync(new Regex($"/county/{Office.County}$"));
        desk.Faults.Concat(clerk.Faults).Should().BeEmpty();
    }

    private static async Task SignIn(Desk desk, string user, string password = Hosting.Browser.Password)
    {
        await desk.Page.GetByLabel("用户名").FillAsync(user);
        await desk.Page.GetByLabel("密码").FillAsync(password);
        await desk.Page.Keyboard.PressAsync("Enter");
    }
}
