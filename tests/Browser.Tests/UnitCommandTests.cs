using System.Text.RegularExpressions;

namespace Supervision.Browser.Tests;

/// <summary>Every test has a school of its own.</summary>
[Collection(nameof(BusyOffice))]
public sealed class UnitCommandTests(Hosting.Browser browser, BusyOffice office)
{
    private static readonly byte[] Photograph = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    );

    [Fact]
    public async Task Command_IsDoneOnlyAfterItsConsequencesWereShown()
    {
        await using var desk = await OpenWithIssue("school/2133901816");
        await desk.Begin(Issue(desk), "报告整改到位");
        await desk.ShowConsequences();
        await Expect(desk.Form().GetByText("请填写这一项。")).ToHaveCountAsync(2);
        await Expect(desk.Form().GetByLabel("内容")).ToBeFocusedAsync();

        await desk.Form().GetByLabel("内容").FillAsync("作业难度已按课标调整");
        await desk.Form()
            .Locator("input[type=file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "整改照片.png",
                    MimeType = "image/png",
                    Buffer = Photograph,
                }
            );
        await Expect(desk.Form().GetByText("整改照片.png")).ToBeVisibleAsync();
        await desk.Form().GetByLabel("依据文书").FillAsync("整改报告〔2026〕1号");
        await desk.ShowConsequences();
        await Expect(desk.Form().Locator(".consequences")).ToContainTextAsync("将通知");
        await Expect(Issue(desk)).ToContainTextAsync("已通知待签收");
        await desk.Confirm();

        await desk.IsDone("报告整改到位");
        await Expect(desk.Form()).ToHaveCountAsync(0);
        await Expect(Issue(desk).GetByRole(AriaRole.Button, new() { Name = "核查通过" })).ToBeVisibleAsync();
        await Expect(Issue(desk).GetByRole(AriaRole.Button, new() { Name = "报告整改到位" })).ToHaveCountAsync(0);
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Command_InABrowserWithoutShowModal_OpensAndIsDone()
    {
        await using var desk = await OpenWithIssue(
            "school/2133901835",
            before: "delete HTMLDialogElement.prototype.showModal; delete HTMLDialogElement.prototype.show; delete HTMLDialogElement.prototype.close;"
        );
        await desk.Begin(Issue(desk), "申请延期");
        await Expect(desk.Form().GetByLabel("延长天数")).ToBeFocusedAsync();
        await desk.Form().GetByLabel("延长天数").FillAsync("5");
        await desk.Form().GetByLabel("理由").FillAsync("需要招标");
        await desk.ShowConsequences();
        await desk.Confirm();
        await desk.IsDone("申请延期");
        await Expect(desk.Form()).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Refusal_StandsAtTheFieldItNames()
    {
        await using var desk = await OpenWithIssue("school/2133901817");
        await desk.Begin(Issue(desk), "申请延期");
        await desk.Form().GetByLabel("延长天数").FillAsync("60");
        await desk.Form().GetByLabel("理由").FillAsync("需要招标");
        await desk.ShowConsequences();
        var days = desk.Form().GetByLabel("延长天数");
        await Expect(days).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(days).ToBeFocusedAsync();
        await Expect(desk.Form().Locator(".field").Filter(new() { HasText = "延长天数" }).Locator(".note")).ToContainTextAsync("15");

        await days.FillAsync("10");
        await desk.ShowConsequences();
        await desk.Confirm();
        await desk.IsDone("申请延期");
        await Expect(Issue(desk)).ToContainTextAsync("申请延期 10 天");
    }

    [Fact]
    public async Task Answer_LostOnItsWay_IsAskedForAgainUnderTheSameKey_AndDoneOnce()
    {
        await using var desk = await OpenWithIssue("school/2133901818");
        var keys = new List<string>();
        await desk.Page.RouteAsync(
            new Regex("/acknowledge$"),
            async route =>
            {
                keys.Add(route.Request.Headers["idempotency-key"]);
                if (keys.Count > 1)
                {
                    await route.ContinueAsync();
                    return;
                }

                await route.FetchAsync(); // done, and nobody hears of it
                await route.AbortAsync();
            }
        );
        await desk.Begin(Issue(desk), "签收通知书");
        await desk.Form().GetByLabel("依据文书").FillAsync("回执 1 号");
        await desk.ShowConsequences();
        await desk.Confirm();
        await Expect(desk.Form().GetByText("不能确定这次提交是否成功")).ToBeVisibleAsync();
        await Expect(desk.Form().GetByLabel("依据文书")).ToBeDisabledAsync();
        await Expect(desk.Form().GetByLabel("依据文书")).ToHaveValueAsync("回执 1 号");
        await desk.Form().GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();

        await desk.IsDone("签收通知书");
        keys.Should().HaveCount(2).And.AllBe(keys[0]);
        await Expect(desk.Page.Locator(".history li").Filter(new() { HasText = "签收" }).Filter(new() { HasText = "回执 1 号" }))
            .ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Form_ByKeyboardAlone_IsFilledLeftAndGivesTheFocusBack()
    {
        await using var desk = await OpenWithIssue("school/2133901819");
        var button = Issue(desk).GetByRole(AriaRole.Button, new() { Name = "移交部门" });
        await button.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        var departments = desk.Form().GetByRole(AriaRole.Checkbox);
        await Expect(departments.First).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Space");
        for (var left = await departments.CountAsync(); left > 0; left--)
            await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.TypeAsync("移送函 1 号");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Form().Locator(".consequences")).ToBeFocusedAsync();
        await Expect(desk.Form().Locator(".consequences")).ToContainTextAsync("移送函");
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(desk.Form()).ToHaveCountAsync(0);
        await Expect(button).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    [InlineData("phone")]
    public async Task Form_InEveryLook_HasNoSeriousBarrier(string look)
    {
        await using var desk = await OpenWithIssue(
            "school/2133901820",
            look: look switch
            {
                "dark" => Look.DarkDesktop,
                "phone" => Look.Phone,
                _ => Look.Desktop,
            }
        );
        await desk.Begin(Issue(desk), "撤销问题");
        await desk.ShowConsequences();
        await desk.HasNoSeriousBarrier();
        await desk.Form().GetByLabel("理由").FillAsync("登记有误");
        await desk.Form().GetByLabel("依据文书").FillAsync("说明 1 号");
        await desk.ShowConsequences();
        await Expect(desk.Form().Locator(".consequences")).ToBeVisibleAsync();
        await desk.HasNoSeriousBarrier();
        (await desk.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"))
            .Should()
            .BeTrue("nothing scrolls sideways");
    }

    [Fact]
    public async Task Unit_ByItself_IsOfferedWhatItMayDoAndNothingElse()
    {
        await using var desk = await OpenWithIssue("school/2133901815", "unit-2133901815");
        var notified = desk.Page.Locator(".issues .case-card").Filter(new() { HasText = "作业难度超课标" });
        await Expect(notified.Locator(".command-bar button")).ToHaveTextAsync(["签收通知书", "报告整改到位", "申请延期"]);
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "建议采取措施" })).ToHaveCountAsync(0);
        await desk.Begin(notified, "签收通知书");
        await desk.ShowConsequences(); // the unit needs no paper
        await desk.Confirm();
        await desk.IsDone("签收通知书");
    }

    private static ILocator Issue(Desk desk) => desk.Page.Locator(".issues .case-card").First;

    private async Task<Desk> OpenWithIssue(string unit, string user = $"county-{Office.County}", Look? look = null, string? before = null)
    {
        await office.Api.OpenIssue(unit, "S-HW-03");
        var desk = await browser.Open(office.Gateway.Address, user, look, before);
        await desk.GoTo($"/unit/{unit}");
        await Expect(Issue(desk)).ToBeVisibleAsync();
        return desk;
    }
}
