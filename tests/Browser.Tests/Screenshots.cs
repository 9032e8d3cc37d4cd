namespace Supervision.Browser.Tests;

/// <summary>
/// Pictures of every page for people to look at, in <c>tests/Browser.Tests/screenshots/</c>:
/// <c>SCREENSHOTS=1 dotnet test tests/Browser.Tests --filter FullyQualifiedName~Screenshots</c>. Another page is another line of
/// <see cref="Pages"/>.
/// </summary>
public sealed class Screenshots(Hosting.Browser browser, ITestOutputHelper output)
{
    private const string Clerk = "county-330521";

    /// <summary>Four days before a month ends: visited, due soon, missed and not yet visited all occur.</summary>
    private static readonly DateTimeOffset LateApril = new(2026, 4, 27, 10, 0, 0, TimeSpan.FromHours(8));

    private static readonly (string Name, Look Look)[] Desks =
    [
        ("desktop", Look.Desktop),
        ("phone", Look.Phone),
        ("dark", Look.DarkDesktop),
        ("grey", Look.Desktop),
        ("english", Look.EnglishDesktop),
    ];

    private static readonly (string Name, Look Look)[] Walls =
    [
        ("1080p", Look.Wall),
        ("4k", Look.LargeWall),
        ("grey", Look.Wall),
        ("english", Look.Wall with { English = true }),
    ];

    /// <param name="User">Null for a stranger.</param>
    /// <param name="Prepare">Brings the page to what is to be seen; by default its link to the server is waited for.</param>
    private sealed record Shot(string Name, string Path, string? User, Func<Desk, Task>? Prepare = null)
    {
        public bool IsWall => Path.StartsWith("/wall", StringComparison.Ordinal);
    }

    private static readonly Shot[] Pages =
    [
        new("sign-in", "/sign-in", null, Nothing),
        new("board", "/county/330521", Clerk),
        new("drawer", "/county/330521", Clerk, Drawer),
        new("decisions", "/county/330521/decisions", Clerk, Nothing),
        new("approvals", "/county/330521/approvals", "director-330521", Nothing),
        new("channels", "/county/330521/channels", Clerk, Nothing),
        new("unit", "/unit/school/2133901828", Clerk, History),
        new("unit-own", "/unit/school/2133901815", "unit-2133901815", History),
        new("region", "/region/3305?compare=330521,330522", "city", Months),
        new("region-table", "/region/3305?view=table", "city", Months),
        new("province", "/region/33", "province", Months),
        new("nation", "/region/CN", "admin", Months),
        new("towns", "/region/330521", "city", Months),
        new("map", "/region/3305/map", "admin", Nothing),
        new("import", "/import", Clerk, Nothing),
        new("findings", "/import", Clerk, Findings),
        new("account", "/account", Clerk, Nothing),
        new("accounts", "/accounts", "security", Nothing),
        new("duty", "/duty", Clerk, Nothing),
        new("audit", "/audit", "audit", Nothing),
        new("field", "/m/", "inspector-330521-01", Nothing),
        new("wall-coverage", "/wall/county/330521", "display-330521", desk => Panel(desk, 0)),
        new("wall-cases", "/wall/county/330521", "display-330521", desk => Panel(desk, 1)),
        new("wall-alerts", "/wall/county/330521", "display-330521", desk => Panel(desk, 2)),
        new("wall-worst", "/wall/county/330521", "display-330521", desk => Panel(desk, 3)),
        new("wall-ranking", "/wall/region/3305", "display", desk => Panel(desk, 2)),
        new("no-page", "/no-such-page", null, Nothing),
    ];

    public static bool Wanted => Environment.GetEnvironmentVariable("SCREENSHOTS") is { Length: > 0 };

    [Fact(Skip = "Pictures are made on request: SCREENSHOTS=1.", SkipUnless = nameof(Wanted))]
    public async Task EveryPage_InEveryLook()
    {
        Directory.CreateDirectory(Places.Screenshots);
        await using (var empty = await GatewayProcess.Start())
            await Picture(empty, new("first-run", "/", null, Nothing));
        await using var gateway = await GatewayProcess.Start("--demo");
        using var api = await OfficeApi.SignIn(gateway, "province");
        await api.AdvanceTo(LateApril);
        await api.SetSpeed(60);
        foreach (var page in Pages)
            await Picture(gateway, page);
    }

    private async Task Picture(GatewayProcess gateway, Shot page)
    {
        foreach (var (name, look) in page.IsWall ? Walls : Desks)
        {
            await using var desk = await browser.Open(gateway, page.User, look);
            await desk.GoTo(page.Path);
            await Expect(desk.Page.Locator("main").First).ToBeVisibleAsync();
            if (page.Name != "no-page" && await desk.Page.GetByText("没有这个页面").IsVisibleAsync())
            {
                output.WriteLine($"{page.Path} is no page of this build.");
                return;
            }

            await (page.Prepare ?? Live)(desk);
            if (name == "grey")
                await desk.SeeNoColour();
            await desk.Page.ScreenshotAsync(
                new()
                {
                    Path = Path.Combine(Places.Screenshots, $"{page.Name}-{name}.png"),
                    FullPage = !page.IsWall && page.Prepare == Months,
                }
            );
        }
    }

    private static Task Nothing(Desk desk) => desk.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

    private static Task Live(Desk desk) => Expect(desk.Page.Locator(".link.tone-good")).ToBeVisibleAsync();

    private static Task History(Desk desk) => Expect(desk.Page.Locator(".history li").First).ToBeVisibleAsync();

    private static async Task Drawer(Desk desk)
    {
        await desk.Rows.First.ClickAsync();
        await Expect(desk.Drawer.Locator(".history li").First).ToBeVisibleAsync();
    }

    private static async Task Months(Desk desk)
    {
        await Live(desk);
        await Expect(desk.Page.Locator(".series .chart svg")).ToBeVisibleAsync();
    }

    private static async Task Findings(Desk desk)
    {
        await desk.Page.Locator("input[type=file]").SetInputFilesAsync(Office.Files.Select(Places.Demonstration));
        await desk.Page.Locator("main .actions .el-button--primary").ClickAsync();
        await Expect(desk.Page.Locator(".findings tbody tr").First).ToBeVisibleAsync();
    }

    private static async Task Panel(Desk desk, int steps)
    {
        await Live(desk);
        await desk.Page.Keyboard.PressAsync("Space");
        for (var i = 0; i < steps; i++)
            await desk.Page.Keyboard.PressAsync("ArrowRight");
    }
}
