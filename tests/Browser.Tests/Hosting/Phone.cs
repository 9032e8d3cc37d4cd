using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests.Hosting;

/// <summary>An inspector with a phone: tabs that come and go, over one storage.</summary>
public sealed partial class Phone : IAsyncDisposable
{
    private readonly Desk _desk;
    private int _visitsPosted;

    private Phone(Desk desk)
    {
        (_desk, Page) = (desk, desk.Page);
        desk.Page.Context.Request += (_, request) =>
        {
            if (request.Method == "POST" && request.Url.EndsWith("/visits", StringComparison.Ordinal))
                Interlocked.Increment(ref _visitsPosted);
        };
    }

    /// <summary>The tab in front.</summary>
    public IPage Page { get; private set; }

    /// <summary>How often a visit was sent, by any tab.</summary>
    public int VisitsPosted => _visitsPosted;

    /// <summary>Script errors of the first tab.</summary>
    public IEnumerable<string> Faults => _desk.Faults;

    public ILocator OutboxItems => Page.Locator(".outbox-item");

    /// <param name="user">Signed in already; null for a stranger.</param>
    public static async Task<Phone> Open(
        Browser browser,
        GatewayProcess gateway,
        string? user = FieldOffice.Inspector,
        bool dark = false,
        Look? look = null
    ) => new(await browser.Open(gateway, user, look ?? Look.Phone with { Dark = dark }));

    /// <param name="path">After the <c>#/</c>.</param>
    public async Task GoTo(string path = "") => await Page.GotoAsync($"/m/#/{path}");

    /// <summary>Opens the list of the day, and waits until all of it is here and the page would open without signal.</summary>
    public async Task TakeAlong()
    {
        await GoTo();
        await Expect(Page.Locator(".task").First).ToBeVisibleAsync();
        await Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await Page.WaitForFunctionAsync("async () => (await navigator.serviceWorker.ready).active.state === 'activated'");
    }

    public Task SetOffline(bool offline) => _desk.SetOffline(offline);

    /// <summary>The renderer dies: no handler runs, nothing is put away. Another tab is opened where this one was.</summary>
    public async Task KillTab()
    {
        var (address, dying) = (Page.Url, Page);
        var dead = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        dying.Crash += (_, _) => dead.TrySetResult();
        var session = await dying.Context.NewCDPSessionAsync(dying);
        _ = session.SendAsync("Page.crash").ContinueWith(_ => { }, TaskScheduler.Default); // nobody is left to answer it
        await dead.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await OpenTab(address);
        await dying.CloseAsync();
    }

    /// <summary>Comes to the front.</summary>
    public async Task<IPage> OpenTab(string address)
    {
        Page = await _desk.Page.Context.NewPageAsync();
        await Page.GotoAsync(address);
        return Page;
    }

    public void ToFront(IPage page) => Page = page;

    /// <summary>The session ends as if its time were over: the phone is told by the next answer.</summary>
    public Task LoseSession() => Page.Context.ClearCookiesAsync();

    public async Task SignIn(string user = FieldOffice.Inspector)
    {
        await Page.GetByLabel("用户名").FillAsync(user);
        await Page.GetByLabel("密码").FillAsync(Browser.Password);
        await Button("登录").ClickAsync();
        await Expect(Page.GetByLabel("用户名")).ToBeHiddenAsync();
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <param name="unit">Key, e.g. <c>school/2133901815</c>.</param>
    public async Task Begin(string unit)
    {
        await GoTo($"unit/{unit}");
        await Button("开始").ClickAsync();
        await Expect(Page.Locator(".sections")).ToBeVisibleAsync();
    }

    /// <summary>To one of the five steps of the visit on the page.</summary>
    public Task Step(string name) => Page.Locator(".sections a").Filter(new() { HasText = name }).ClickAsync();

    /// <summary>Answers every line of the checklist, from one to another, with 符合.</summary>
    public async Task Conform(int from = 1, int to = int.MaxValue)
    {
        await Step("检查表");
        await Expect(Page.Locator(".line").First).ToBeVisibleAsync();
        var lines = Page.Locator(".line");
        for (var i = from - 1; i < Math.Min(to, await lines.CountAsync()); i++)
            await lines.Nth(i).Locator(".option").Filter(new() { HasTextRegex = Conforms() }).ClickAsync();
    }

    /// <summary>A picture as a camera takes it, larger than what is kept.</summary>
    public async Task Photograph(string name)
    {
        var picture = await Page.EvaluateAsync<string>(
            """
            () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 3000, height: 2000 });
              const context = canvas.getContext('2d');
              for (let i = 0; i < 60; i++) { context.fillStyle = `hsl(${Math.random() * 360} 70% 50%)`; context.fillRect(Math.random() * 2800, Math.random() * 1800, 300, 300); }
              return canvas.toDataURL('image/jpeg', 0.95).split(',')[1];
            }
            """
        );
        var before = await Page.Locator(".strip img").CountAsync();
        await Page.Locator("input[type=file]")
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = name,
                    MimeType = "image/jpeg",
                    Buffer = Convert.FromBase64String(picture),
                }
            );
        await Expect(Page.Locator(".strip img")).ToHaveCountAsync(before + 1);
    }

    /// <summary>The person allows it, and the phone says where it is.</summary>
    public async Task Locate(float latitude, float longitude)
    {
        await Page.Context.GrantPermissionsAsync(["geolocation"]);
        await Page.Context.SetGeolocationAsync(
            new()
            {
                Latitude = latitude,
                Longitude = longitude,
                Accuracy = 12,
            }
        );
        await Button("记录位置").ClickAsync();
        await Expect(Page.Locator("main")).ToContainTextAsync("已记录位置（误差约 12 米）");
    }

    public async Task Saved() => await Expect(Page.Locator(".saving")).ToHaveTextAsync("已保存在本机");

    public async Task HandIn()
    {
        await Step("提交");
        await Button("提交督导").ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "发件箱" })).ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync() => await _desk.DisposeAsync();

    [GeneratedRegex("^[○●]符合$")]
    private static partial Regex Conforms();
}
