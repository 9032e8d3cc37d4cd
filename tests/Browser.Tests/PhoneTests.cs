namespace Supervision.Browser.Tests;

[Collection(nameof(SharedOffice))]
public sealed class PhoneTests(Hosting.Browser browser, SharedOffice office)
{
    [Theory]
    [InlineData("/sign-in", null)]
    [InlineData("/county/330521", "county-330521")]
    [InlineData("/unit/school/2133901828", "county-330521")]
    [InlineData("/region/3305", "city")]
    [InlineData("/import", "county-330521")]
    [InlineData("/county/330521/approvals", "county-330521")]
    public async Task Page_OnAPhone_NeverScrollsSideways(string path, string? user)
    {
        await using var desk = await browser.Open(office.Gateway, user, Look.Phone);
        await desk.GoTo(path);
        await Expect(desk.Page.Locator("#main")).ToBeVisibleAsync();
        await desk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        (await desk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(390);
    }

    [Fact]
    public async Task Findings_OnAPhone_AreReadWithoutScrollingSideways()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}", Look.Phone);
        await desk.GoTo("/import");
        await desk.Page.Locator("input[type=file]").SetInputFilesAsync(Places.Demonstration("schools.csv"));
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "检查", Exact = true }).ClickAsync();
        await Expect(desk.Page.Locator(".findings .reason").First).ToBeVisibleAsync();
        (await desk.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).Should().BeLessThanOrEqualTo(390);
    }

    [Fact]
    public async Task Row_OnAPhone_ShowsStatusAndReason_AndFillsTheScreenWhenOpened()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}", Look.Phone);
        await desk.OpenBoard(query: "?status=white");
        var row = desk.Rows.First;
        await row.ScrollIntoViewIfNeededAsync();
        await Expect(row.Locator(".reason")).ToBeVisibleAsync();
        await Expect(row.Locator(".status")).ToContainTextAsync("待督导");
        await row.ClickAsync();
        await Expect(desk.Drawer).ToBeVisibleAsync();
        await Expect(desk.Drawer).ToHaveCSSAsync("width", "390px");
        await desk.Drawer.GetByRole(AriaRole.Button, new() { Name = "关闭" }).ClickAsync();
        await Expect(desk.Drawer).ToBeHiddenAsync();
    }
}
