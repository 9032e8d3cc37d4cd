namespace Supervision.Browser.Tests;

/// <summary>An office of its own: alerts are raised here that others would see.</summary>
public sealed class NotificationTests(Hosting.Browser browser, Office office) : IClassFixture<Office>
{
    /// <summary>Stands in the way of the system's notifications and of its loudspeaker, and counts; where all windows see it, and in this one.</summary>
    private const string Watch = """
        window.told = 0; window.beeps = 0;
        window.Notification = class {
          static permission = 'granted'
          static requestPermission() { return Promise.resolve('granted') }
          constructor(title) { window.told++; localStorage.setItem('told', JSON.stringify([...JSON.parse(localStorage.getItem('told') ?? '[]'), title])) }
          close() {}
        };
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (at) { window.beeps++; return start.call(this, at) };
        """;

    /// <summary>As many alerts were told, in all windows together, as were claimed: "12 条新提醒" are twelve, a name is one.</summary>
    private const string EachOnce = """
        () => {
          const claimed = JSON.parse(localStorage.getItem('supervision.announced') ?? '[]').length
          const told = JSON.parse(localStorage.getItem('told') ?? '[]').reduce((sum, title) => sum + (Number(title.split(' ')[0]) || 1), 0)
          return claimed > 5 && told === claimed
        }
        """;

    [Fact]
    public async Task SeriousAlert_IsToldAndHeardOnce_InOneOfTwoWindows_AndOnlyWhenAskedFor()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.Page.Context.AddInitScriptAsync(Watch);
        await desk.OpenBoard();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "提醒方式" }).ClickAsync();
        await desk.Page.Locator("input[name=desktop]").CheckAsync();
        await desk.Page.Locator("input[name=sound]").CheckAsync();
        await desk.HasNoSeriousBarrier();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Page.Locator(".pop")).ToHaveCountAsync(0);
        var second = await desk.Page.Context.NewPageAsync();
        await second.GotoAsync($"/county/{Office.County}");
        await Expect(second.Locator(".tone-good[role=status]")).ToBeVisibleAsync();
        await Expect(second.Locator("[role=row][data-index]").First).ToBeVisibleAsync();

        await office.Api.AdvanceTo(Office.Noon.AddDays(31)); // March is over: many visits were missed

        var alerts = desk.Page.Locator(".feed .alert");
        await Expect(alerts.First).ToContainTextAsync("漏访");
        await Expect(second.Locator(".feed .alert").First).ToContainTextAsync("漏访");
        await desk.Page.WaitForFunctionAsync(EachOnce);
        foreach (var page in (IPage[])[desk.Page, second])
            await page.WaitForFunctionAsync("window.beeps === 2 * window.told"); // two notes go with each message, once the sound device runs

        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator("[role=row][data-index]").First).ToBeVisibleAsync();
        (await desk.Page.EvaluateAsync<int>("window.told")).Should().Be(0, "what stood when the board was opened is no news");
        desk.Faults.Should().BeEmpty();
    }
}
