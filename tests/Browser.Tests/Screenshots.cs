namespace Supervision.Browser.Tests;

/// <summary>
/// Pictures of every page for people to look at, in <c>tests/Browser.Tests/screenshots/</c>:
/// <c>SCREENSHOTS=1 dotnet test tests/Browser.Tests --filter FullyQualifiedName~Screenshots</c>.
/// </summary>
public sealed class Screenshots(Hosting.Browser browser)
{
    /// <summary>Four days before a month ends: visited, due soon, missed and not yet visited all occur.</summary>
    private static readonly DateTimeOffset LateApril = new(2026, 4, 27, 10, 0, 0, TimeSpan.FromHours(8));

    private static readonly (string Name, Look Look)[] Looks =
        [("desktop", Look.Desktop), ("phone", Look.Phone), ("dark", Look.DarkDesktop), ("grey", Look.Desktop), ("english", Look.EnglishDesktop)];

    public static bool Wanted => Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 };

    [Fact(Skip = "Pictures are made on request: SCREENSHOTS=1.", SkipUnless = nameof(Wanted))]
    public async Task EveryPage_InEveryLook()
    {
        Directory.CreateDirectory(Places.Screenshots);
        await using (var empty = await GatewayProcess.Start()) await Picture(empty, "first-run", "/", user: null);
        await using var gateway = await GatewayProcess.Start("--demo");
        using var api = await OfficeApi.SignIn(gateway, "province");
        await api.AdvanceTo(LateApril);
        await api.SetSpeed(3_600);
        await Picture(gateway, "board", "/county/330521", "county-330521");
        await api.SetSpeed(60);
        await Picture(gateway, "drawer", "/county/330521", "county-330521", async desk =>
        {
            await desk.Rows.First.ClickAsync();
            await Expect(desk.Drawer.Locator(".history li").First).ToBeVisibleAsync();
        });
        await Picture(gateway, "unit", "/unit/school/2133901828", "county-330521", async desk => await Expect(desk.Page.Locator(".history li").First).ToBeVisibleAsync());
        await Picture(gateway, "region", "/region/3305", "city");
        await Picture(gateway, "sign-in", "/sign-in", user: null);
        await Picture(gateway, "import", "/import", "county-330521");
        await Picture(gateway, "findings", "/import", "county-330521", async desk =>
        {
            await desk.Page.Locator("input[type=file]").SetInputFilesAsync(Office.Files.Select(Places.Demonstration));
            await desk.Page.Locator("main .actions .el-button--primary").ClickAsync();
            await Expect(desk.Page.Locator(".findings tbody tr").First).ToBeVisibleAsync();
        });
    }

    private async Task Picture(GatewayProcess gateway, string page, string path, string? user, Func<Desk, Task>? prepare = null)
    {
        foreach (var (name, look) in Looks)
        {
            await using var desk = await browser.Open(gateway, user, look);
            await desk.GoTo(path);
            await Expect(desk.Page.Locator("#main")).ToBeVisibleAsync();
            if (path.StartsWith("/county", StringComparison.Ordinal) || path.StartsWith("/region", StringComparison.Ordinal)) await Expect(desk.Page.Locator(".link.tone-good")).ToBeVisibleAsync();
            if (prepare is not null) await prepare(desk);
            if (name == "grey") await desk.SeeNoColour();
            await desk.Page.ScreenshotAsync(new() { Path = Path.Combine(Places.Screenshots, $"{page}-{name}.png") });
        }
    }
}
