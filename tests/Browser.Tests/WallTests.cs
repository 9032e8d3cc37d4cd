using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

/// <summary>Screens on a wall; an office of its own, because its gateway is killed.</summary>
public sealed class WallTests(Hosting.Browser browser, CityOffice office) : IClassFixture<CityOffice>
{
    private const string Cut = """
        [...document.querySelectorAll('.wall, .wall main, .wall .stage, .wall .stage > div, .wall .card, .wall footer, .wall header')]
          .filter(element => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1).map(element => element.className + ' ' + element.tagName)
        """;

    public static TheoryData<string, string, int, int> Screens() =>
        new()
        {
            { $"/wall/county/{Office.County}", $"display-{Office.County}", 1920, 1080 },
            { $"/wall/county/{Office.County}", $"display-{Office.County}", 3840, 2160 },
            { "/wall/region/3305", "display", 1920, 1080 },
            { "/wall/region/3305", "display", 3840, 2160 },
        };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task EveryPanel_FitsTheScreen_WithoutABarrier(string path, string user, int width, int height)
    {
        await using var desk = await Open(path, user, new(width, height));
        var panels = await desk.Page.Locator(".dots li").CountAsync();
        panels.Should().BeGreaterThanOrEqualTo(3);
        for (var panel = 0; panel < panels; panel++)
        {
            (await desk.Page.EvaluateAsync<string[]>(Cut)).Should().BeEmpty("panel {0} is shown whole", panel);
            (
                await desk.Page.EvaluateAsync<bool>(
                    "document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth"
                )
            )
                .Should()
                .BeTrue();
            if (width == 1920)
                await desk.HasNoSeriousBarrier();
            await desk.Page.Keyboard.PressAsync("ArrowRight");
        }

        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Display_BeginsAtItsWall_AndSeesNoOther()
    {
        await using var desk = await browser.Open(office.Gateway, "display");
        await desk.GoTo("/");
        await Expect(desk.Page).ToHaveURLAsync(new Regex("/wall/region/3305$"));
        await desk.GoTo("/wall/region/33");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("您无权查看这块看板");
    }

    [Fact]
    public async Task Panels_TurnByThemselves_UnlessHeld()
    {
        await using var desk = await Open("/wall/region/3305?seconds=5", "display");
        var stage = desk.Page.Locator(".stage");
        await Expect(stage).ToHaveAttributeAsync("data-panel", "coverage");
        await Expect(stage).ToHaveAttributeAsync("data-panel", "cases", new() { Timeout = 10_000 });
        await desk.Page.Keyboard.PressAsync("Space");
        await Expect(desk.Page.Locator("footer .hint")).ToHaveTextAsync("轮播已暂停");
        await desk.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(stage).ToHaveAttributeAsync("data-panel", "coverage");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "继续轮播" }).ClickAsync();
        await Expect(stage).ToHaveAttributeAsync("data-panel", "cases", new() { Timeout = 10_000 });
    }

    [Theory]
    [InlineData(false, "none")]
    [InlineData(true, "wall-in")]
    public async Task Panels_MoveOnlyWhereMotionIsWelcome(bool motion, string animation)
    {
        await using var desk = await Open("/wall/region/3305", "display", new(1920, 1080, Motion: motion));
        await Expect(desk.Page.Locator(".stage")).ToHaveCSSAsync("animation-name", animation);
    }

    [Fact]
    public async Task NewBuild_NobodyAtTheScreen_IsLoadedOnce()
    {
        await using var desk = await browser.Open(office.Gateway, "display", Look.Wall);
        await desk.Page.RouteAsync(
            "**/build.json",
            route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"build":"the-next-one"}""" })
        );
        await desk.GoTo("/wall/region/3305");
        await Expect(desk.Link).ToHaveTextAsync("实时");
        await desk.Mark();

        await Until(async () => await desk.WasReloaded());
        await Expect(desk.Link).ToHaveTextAsync("实时");
        await desk.Mark();
        await desk.Page.WaitForResponseAsync("**/build.json");
        (await desk.WasReloaded()).Should().BeFalse("a cache in between must not make it reload for ever");
    }

    [Fact]
    public async Task NewBuild_SomebodyAtTheScreen_Waits()
    {
        await using var desk = await browser.Open(office.Gateway, "display", Look.Wall);
        await desk.Page.RouteAsync(
            "**/build.json",
            route => route.FulfillAsync(new() { ContentType = "application/json", Body = """{"build":"the-next-one"}""" })
        );
        await desk.GoTo("/wall/region/3305");
        await Expect(desk.Link).ToHaveTextAsync("实时");
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(desk.Page.Locator("footer .hint")).ToContainTextAsync("有新版本");
    }

    [Fact]
    public async Task Gateway_KilledAndRestarted_WallIsRightAgainByItself()
    {
        using var clerk = await OfficeApi.SignIn(office.Gateway, "county-330523");
        var unit = (await clerk.Units("330523")).First(each => (string?)each!["kind"] == "School")!;
        await using var desk = await Open("/wall/county/330523", "display-330523");
        await Expect(desk.Page.Locator(".card").First).ToContainTextAsync("已到访 0 /");
        await desk.Page.Keyboard.PressAsync("Space");
        await desk.Mark();

        await office.Gateway.Kill();
        await Expect(desk.Link).ToHaveTextAsync("重连中");
        await Expect(desk.Page.Locator(".card").First).ToContainTextAsync("已到访 0 /");
        await Expect(desk.Link).ToHaveTextAsync("离线", new() { Timeout = 30_000 });

        await office.Gateway.Start();
        await clerk.Visit((string)unit["unit"]!, (string)unit["inspector"]!, Office.Noon.AddHours(-2));
        var since = Stopwatch.GetTimestamp(); // what has to be shown is true from here on
        await Expect(desk.Page.Locator(".card").First).ToContainTextAsync("已到访 1 /");
        await Expect(desk.Link).ToHaveTextAsync("实时");
        Stopwatch.GetElapsedTime(since).Should().BeLessThan(TimeSpan.FromSeconds(10) * Crowd.Factor);
        (await desk.WasReloaded()).Should().BeFalse();
        desk.Faults.Should().BeEmpty();
    }

    private async Task<Desk> Open(string path, string user, Look? look = null)
    {
        var desk = await browser.Open(office.Gateway, user, look ?? Look.Wall);
        await desk.GoTo(path);
        await Expect(desk.Link).ToHaveTextAsync("实时");
        return desk;
    }

    /// <summary>The page may be between two documents when it is asked.</summary>
    private static async Task Until(Func<Task<bool>> holds)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(40); )
        {
            try
            {
                if (await holds())
                    return;
            }
            catch (PlaywrightException)
            {
                // Neither the old document nor the new one answered.
            }
        }

        throw new TimeoutException("It never held.");
    }
}
