namespace Supervision.Browser.Tests;

[Collection(nameof(SharedOffice))]
public sealed class SignInTests(Hosting.Browser browser, SharedOffice office)
{
    [Fact]
    public async Task SignIn_WithTheRightPassword_LeadsToTheOwnBoard()
    {
        await using var desk = await browser.Open(office.Gateway, user: null);
        await desk.GoTo("/");
        await desk.Page.GetByLabel("用户名").FillAsync($"county-{Office.County}");
        await desk.Page.GetByLabel("密码").FillAsync(Hosting.Browser.Password);
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/county/{Office.County}$"));
        await Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("德清县");
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task SignIn_WithAWrongPassword_SaysWhyAndKeepsTheName()
    {
        await using var desk = await browser.Open(office.Gateway, user: null);
        await desk.GoTo("/sign-in");
        await desk.Page.GetByLabel("用户名").FillAsync("province");
        await desk.Page.GetByLabel("密码").FillAsync("not-the-password");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("用户名或密码不正确");
        await Expect(desk.Page.GetByLabel("用户名")).ToHaveValueAsync("province");
    }

    [Fact]
    public async Task SignIn_AskedForABoardFirst_ReturnsThereAfterwards()
    {
        await using var desk = await browser.Open(office.Gateway, user: null);
        await desk.GoTo($"/county/{Office.County}?kind=school");
        await desk.Page.GetByLabel("用户名").FillAsync("city");
        await desk.Page.GetByLabel("密码").FillAsync(Hosting.Browser.Password);
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/county/{Office.County}\\?kind=school$"));
    }

    [Fact]
    public async Task Session_ThatEnded_SaysSoAndLeadsBackToWhereOneWas()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard(query: "?kind=school");
        await desk.Page.Context.ClearCookiesAsync();
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.GetByText("登录已超时，请重新登录")).ToBeVisibleAsync();

        await desk.Page.GetByLabel("用户名").FillAsync($"county-{Office.County}");
        await desk.Page.GetByLabel("密码").FillAsync(Hosting.Browser.Password);
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"/county/{Office.County}\\?kind=school$"));
    }

    [Theory]
    [InlineData("/sign-in", null)]
    [InlineData("/import", "county-330521")]
    [InlineData("/county/330521", "county-330521")]
    [InlineData("/unit/school/2133901828", "county-330521")]
    [InlineData("/county/330521/decisions", "county-330521")]
    [InlineData("/region/3305", "city")]
    [InlineData("/no-such-page", null)]
    public async Task EveryPage_OfASandbox_IsMarkedAsDemonstration(string path, string? user)
    {
        await using var desk = await browser.Open(office.Gateway, user);
        await desk.GoTo(path);
        await Expect(desk.Demonstration).ToHaveTextAsync("演示");
    }
}
