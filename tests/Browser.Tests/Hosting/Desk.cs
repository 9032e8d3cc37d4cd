using System.Collections.Concurrent;

namespace Supervision.Browser.Tests.Hosting;

/// <summary>A person at a browser, and the words for what is on the page.</summary>
public sealed class Desk : IAsyncDisposable
{
    /// <summary>What Chromium and SignalR report of each lost connection by themselves; what the page says of it is what counts.</summary>
    private static readonly string[] Losses =
    [
        "net::ERR_",
        "Failed to load resource",
        "WebSocket connection to",
        "Connection disconnected with error",
        "Failed to complete negotiation",
        "Failed to start the connection",
        "Failed to start the transport",
        "The Cross-Origin-Opener-Policy header has been ignored",
    ];

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _faults = new();

    public Desk(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, fault) => _faults.Enqueue(fault);
        page.Console += (_, message) =>
        {
            if (message.Type == "error" && !Losses.Any(loss => message.Text.Contains(loss, StringComparison.Ordinal)))
                _faults.Enqueue(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Script errors since the page was opened.</summary>
    public IEnumerable<string> Faults => _faults;

    public ILocator Rows => Page.Locator("[role=row][data-index]");

    public ILocator Drawer => Page.GetByRole(AriaRole.Dialog);

    /// <summary>The connection's state in words.</summary>
    public ILocator Link => Page.Locator(".live-state [role=status]");

    public ILocator Demonstration => Page.Locator(".demonstration");

    public ILocator Row(string text) => Rows.Filter(new() { HasText = text });

    public async Task GoTo(string path) => await Page.GotoAsync(path);

    /// <summary>Opens a county's board and waits until it follows the server.</summary>
    public async Task OpenBoard(string county = Office.County, string query = "")
    {
        await GoTo($"/county/{county}{query}");
        await Expect(Page.Locator(".tone-good[role=status]")).ToBeVisibleAsync();
        await Expect(Rows.First).ToBeVisibleAsync();
    }

    /// <summary>Marks this very document; a reload would lose the mark.</summary>
    public Task Mark() => Page.EvaluateAsync("window.neverReloaded = true");

    public Task<bool> WasReloaded() => Page.EvaluateAsync<bool>("window.neverReloaded !== true");

    /// <summary>The number on a button of the tally, as it is shown.</summary>
    public async Task<int> Tally(string word)
    {
        var text = await Page.Locator(".counts .count").Filter(new() { HasText = word }).Locator("b").InnerTextAsync();
        return int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    public Task SetOffline(bool offline) => _context.SetOfflineAsync(offline);

    /// <summary>As a person without colour vision, or a printer without colour, shows it.</summary>
    public async Task SeeNoColour()
    {
        var session = await _context.NewCDPSessionAsync(Page);
        await session.SendAsync("Emulation.setEmulatedVisionDeficiency", new() { ["type"] = "achromatopsia" });
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
