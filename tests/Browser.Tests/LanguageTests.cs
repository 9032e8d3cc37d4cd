using System.Text.Json.Nodes;

namespace Supervision.Browser.Tests;

/// <summary>In English nothing is left in Chinese but names and codes, which have no other form.</summary>
[Collection(nameof(SharedOffice))]
public sealed class LanguageTests(Hosting.Browser browser, SharedOffice office)
{
    private const string EverythingSaid = """
        [...document.querySelectorAll('body *')].filter(element => !['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(element.tagName)).flatMap(element => [
          ...[...element.childNodes].filter(node => node.nodeType === 3).map(node => node.textContent),
          ...['aria-label', 'title', 'placeholder', 'alt'].map(name => element.getAttribute(name) ?? '')])
          .filter(text => /[\u4e00-\u9fff]/.test(text))
        """;

    [Theory]
    [InlineData("/sign-in", null)]
    [InlineData("/county/330521", "county-330521")]
    [InlineData("/county/330521?unit=school%2F2133901828", "county-330521")]
    [InlineData("/unit/school/2133901828", "county-330521")]
    [InlineData("/region/3305", "city")]
    [InlineData("/region/330521", "county-330521")]
    [InlineData("/wall/county/330521", "display-330521")]
    [InlineData("/import", "county-330521")]
    [InlineData("/county/330521/approvals", "county-330521")]
    [InlineData("/no-such-page", null)]
    public async Task Page_InEnglish_IsEnglishThroughout(string path, string? user)
    {
        await using var desk = await browser.Open(office.Gateway, user, Look.EnglishDesktop);
        await desk.GoTo(path);
        await Expect(desk.Demonstration).ToHaveTextAsync("Demo");
        if (path.Contains("unit=", StringComparison.Ordinal))
            await Expect(desk.Drawer.Locator(".history li").First).ToBeVisibleAsync();
        else
            await desk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var names = await Names();
        var chinese = (await desk.Page.EvaluateAsync<string[]>(EverythingSaid))
            .Select(text => names.Aggregate(text, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal)))
            .Where(text => text.Any(letter => letter is >= '\u4e00' and <= '\u9fff'));
        chinese.Should().BeEmpty();
    }

    [Fact]
    public async Task Switch_OnTheBoard_ChangesTheWordsInPlaceAndIsRemembered()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard();
        await desk.Mark();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Expect(desk.Link).ToHaveTextAsync("Live");
        (await desk.WasReloaded()).Should().BeFalse();
        await desk.Page.ReloadAsync();
        await Expect(desk.Link).ToHaveTextAsync("Live");
        await Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    /// <summary>Longest first, so that a town's name does not spoil a school's.</summary>
    private async Task<IReadOnlyList<string>> Names()
    {
        var units = await office.Api.Units(Office.County);
        string[] members = ["name", "townName", "inspector"];
        return
        [
            .. units
                .SelectMany(unit => members.Select(member => (string?)unit![member]))
                .Concat(["湖州市", "德清县", "督导办（演示）", "中文", "Switch to Chinese"])
                .OfType<string>()
                .Distinct()
                .OrderByDescending(name => name.Length),
        ];
    }
}
