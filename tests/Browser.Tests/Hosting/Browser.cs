using Supervision.Browser.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Browser))]

namespace Supervision.Browser.Tests.Hosting;

/// <summary>One Chromium for the assembly; every test has a context of its own, as if it were another person's computer.</summary>
public sealed class Browser : IAsyncLifetime
{
    public const string Password = "demo-2026-demo";

    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    public async ValueTask InitializeAsync()
    {
        // A page waits for a machine that runs other suites beside it; what must be quick says so itself.
        Assertions.SetDefaultExpectTimeout(15_000);
        Chromium.FindOrInstall();
        _playwright = await Playwright.CreateAsync();
        _chromium = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Program, Args = Chromium.Flags });
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <param name="user">Signed in already; null for a stranger.</param>
    public Task<Desk> Open(GatewayProcess gateway, string? user, Look? look = null) => Open(gateway.Address, user, look);

    /// <param name="address">Of the gateway, or of what stands before it.</param>
    /// <param name="before">A script that runs before each page's own, to make the browser an older one.</param>
    public async Task<Desk> Open(string address, string? user, Look? look = null, string? before = null)
    {
        var (width, height, dark, english, motion, workers) = look ?? Look.Desktop;
        var context = await _chromium!.NewContextAsync(
            new()
            {
                BaseURL = address,
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
                Locale = "zh-CN",
                TimezoneId = "America/New_York", // every date people see is Asia/Shanghai all the same
                ReducedMotion = motion ? ReducedMotion.NoPreference : ReducedMotion.Reduce,
                ServiceWorkers = workers == Workers.Blocked ? ServiceWorkerPolicy.Block : ServiceWorkerPolicy.Allow,
            }
        );
        context.SetDefaultTimeout(15_000);
        await context.AddInitScriptAsync(
            $"localStorage.getItem('supervision.theme') ?? localStorage.setItem('supervision.theme', '{(dark ? "dark" : "light")}')"
        );
        await context.AddInitScriptAsync(
            "document.addEventListener('securitypolicyviolation', broken => console.error(`against ${broken.effectiveDirective}: ${broken.blockedURI} at ${broken.sourceFile}:${broken.lineNumber}`))"
        );
        if (workers == Workers.Unknown)
            await context.AddInitScriptAsync("delete Navigator.prototype.serviceWorker");
        if (english)
            await context.AddInitScriptAsync(
                "localStorage.getItem('supervision.locale') ?? localStorage.setItem('supervision.locale', 'en')"
            );
        if (before is not null)
            await context.AddInitScriptAsync(before);
        if (user is not null)
        {
            var answer = await context.APIRequest.PostAsync(
                "/api/v1/session",
                new() { DataObject = new { userName = user, password = Password } }
            );
            answer.Status.Should().Be(200, "{0} signs in", user);
        }

        return new(context, await context.NewPageAsync());
    }
}

/// <summary>What a page is looked at with.</summary>
/// <param name="Motion">Movement is welcome; most tests ask for none.</param>
public sealed record Look(
    int Width,
    int Height,
    bool Dark = false,
    bool English = false,
    bool Motion = false,
    Workers Workers = Workers.Taken
)
{
    public static readonly Look Desktop = new(1440, 900);
    public static readonly Look Phone = new(390, 844);
    public static readonly Look DarkDesktop = new(1440, 900, Dark: true);
    public static readonly Look EnglishDesktop = new(1440, 900, English: true);
    public static readonly Look Wall = new(1920, 1080);
    public static readonly Look LargeWall = new(3840, 2160);
}

/// <summary>What a browser does with service workers.</summary>
public enum Workers
{
    Taken = 0,

    /// <summary>It knows them and registers none, as set by a person or an office.</summary>
    Blocked = 1,

    /// <summary>It has never heard of them, like the pages inside some apps.</summary>
    Unknown = 2,
}
