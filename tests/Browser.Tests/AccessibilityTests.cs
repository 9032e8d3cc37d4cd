using Deque.AxeCore.Playwright;

namespace Supervision.Browser.Tests;

[Collection(nameof(SharedOffice))]
public sealed class AccessibilityTests(Hosting.Browser browser, SharedOffice office)
{
    public static TheoryData<string, string?, string> Pages()
    {
        var data = new TheoryData<string, string?, string>();
        foreach (var look in new[] { "light", "dark", "phone" })
        {
            data.Add("/sign-in", null, look);
            data.Add("/county/330521", "county-330521", look);
            data.Add("/county/330521?unit=school%2F2133901828", "county-330521", look);
            data.Add("/unit/school/2133901828", "county-330521", look);
            data.Add("/region/3305", "city", look);
            data.Add("/import", "county-330521", look);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InEveryLook_HasNoSeriousBarrier(string path, string? user, string look)
    {
        await using var desk = await browser.Open(
            office.Gateway,
            user,
            look switch
            {
                "dark" => Look.DarkDesktop,
                "phone" => Look.Phone,
                _ => Look.Desktop,
            }
        );
        await desk.GoTo(path);
        await Expect(desk.Page.Locator("#main")).ToBeVisibleAsync();
        if (path.Contains("county", StringComparison.Ordinal))
            await Expect(desk.Rows.First).ToBeVisibleAsync();
        if (path.Contains("unit=", StringComparison.Ordinal))
            await Expect(desk.Drawer.Locator(".history li").First).ToBeVisibleAsync();
        if (path.StartsWith("/unit", StringComparison.Ordinal))
            await Expect(desk.Page.Locator(".history li").First).ToBeVisibleAsync();
        await desk.HasNoSeriousBarrier();
    }
}

internal static class Axe
{
    public static Task HasNoSeriousBarrier(this Desk desk) => HasNoSeriousBarrier(desk.Page);

    public static Task HasNoSeriousBarrier(this Phone phone) => HasNoSeriousBarrier(phone.Page);

    private static async Task HasNoSeriousBarrier(IPage page)
    {
        var result = await page.RunAxe();
        result
            .Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}")
            .Should()
            .BeEmpty();
    }
}
