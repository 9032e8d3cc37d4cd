namespace Supervision.Browser.Tests;

/// <summary>The forms that need the catalogue: opening an issue, handing in a self-check. Every test has a school of its own.</summary>
[Collection(nameof(BusyOffice))]
public sealed class UnitFormTests(Hosting.Browser browser, BusyOffice office)
{
    private const string Clerk = $"county-{Office.County}";

    /// <summary>Of the 47 points: those of a primary school in April, without evening study and summer care, less those that may be left out.</summary>
    private const int Owed = 40;

    [Fact]
    public async Task Issue_IsFoundInTheCatalogue_PreviewedAndOpened()
    {
        await using var desk = await Open("school/2133901821");
        await desk.Begin(Page(desk), "登记问题");
        await Pick(desk, "集中督导");
        await Category(desk).FillAsync("作业 课标");
        await Expect(desk.Form().GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await desk.Form().GetByRole(AriaRole.Option).ClickAsync();
        await Expect(Category(desk)).ToHaveValueAsync("S-HW-03 作业难度超课标");
        await Expect(desk.Form().GetByLabel("一般问题")).ToBeCheckedAsync();
        await Expect(desk.Form().GetByLabel("发现日期")).ToHaveValueAsync("2026-04-02");
        await desk.Form().GetByLabel("发现日期").FillAsync("2026-03-27");
        await desk.Form().GetByLabel("问题描述").FillAsync("三年级数学作业超出课标");
        await desk.Form().GetByLabel("依据文书").FillAsync("集中督导记录〔2026〕3号");
        await desk.ShowConsequences();
        await Expect(desk.Form().Locator(".consequences")).ToContainTextAsync("整改通知书");
        await Expect(Page(desk).Locator(".case-card")).ToHaveCountAsync(0);
        await desk.Confirm();

        await desk.IsDone("登记问题");
        var card = Page(desk).Locator(".case-card").First;
        await Expect(card).ToContainTextAsync("作业难度超课标");
        await Expect(card).ToContainTextAsync("2026年3月27日 由");
        await Expect(card).ToContainTextAsync("集中督导");
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task Issue_RefusedOrIncomplete_SaysSoAtItsField()
    {
        await using var desk = await Open("school/2133901822");
        await desk.Begin(Page(desk), "登记问题");
        await desk.ShowConsequences();
        await Expect(desk.Form().GetByText("请填写这一项。")).ToHaveCountAsync(5); // origin, category, severity, description, paper
        await Pick(desk, "部门移送");
        await Choose(desk, "S-HW-04");
        await Expect(desk.Form().GetByText("严禁事项，不能定得更轻。")).ToBeVisibleAsync();
        await Expect(desk.Form().GetByLabel("小问题")).ToHaveCountAsync(0);
        await Pick(desk, "复杂问题");
        await desk.Form().GetByLabel("问题描述").FillAsync("家长反映代批作业");
        await desk.Form().GetByLabel("依据文书").FillAsync("移送函 8 号");
        await desk.Form().GetByLabel("发现日期").FillAsync("2024-01-01");
        await desk.ShowConsequences();
        await Expect(desk.Form().GetByRole(AriaRole.Group, new() { Name = "部门", Exact = true }).GetByRole(AriaRole.Radio).First)
            .ToBeFocusedAsync(); // a complex issue names who is consulted
        await Pick(desk, "基教科");
        await desk.ShowConsequences();
        await Expect(Field(desk, "发现日期").Locator(".note")).ToContainTextAsync("2025-04-02");
        await Expect(desk.Form().GetByLabel("发现日期")).ToBeFocusedAsync();
        await desk.HasNoSeriousBarrier();
        await desk.Form().GetByLabel("发现日期").FillAsync("2026-04-01");
        await desk.ShowConsequences();
        await Expect(desk.Form().Locator(".consequences")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Issue_ByKeyboardAlone()
    {
        await using var desk = await Open("school/2133901823");
        var button = Page(desk).GetByRole(AriaRole.Button, new() { Name = "登记问题" });
        await button.FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Form()).ToBeVisibleAsync();
        await desk.Form().GetByLabel("监管平台").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Space");
        await desk.Page.Keyboard.PressAsync("Tab");
        await Expect(Category(desk)).ToBeFocusedAsync();
        await desk.Page.Keyboard.TypeAsync("S-HW");
        await Expect(desk.Form().GetByRole(AriaRole.Option)).ToHaveCountAsync(17);
        await desk.HasNoSeriousBarrier();
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(Category(desk)).ToHaveValueAsync("S-HW-02 作业统筹不到位（学科组、备课组、年级组）");
        await desk.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(desk.Form().GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await desk.Page.Keyboard.PressAsync("Escape"); // the list, not the form
        await Expect(desk.Form().GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Expect(desk.Form()).ToBeVisibleAsync();
        await desk.Form().GetByLabel("问题描述").FocusAsync();
        await desk.Page.Keyboard.TypeAsync("统筹记录缺失");
        await desk.Form().GetByLabel("依据文书").FocusAsync();
        await desk.Page.Keyboard.TypeAsync("平台线索 7 号");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Form().Locator(".consequences")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Escape");
        await Expect(button).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Unit_ByItself_OpensWhatItFound_AndHandsItsSelfCheckIn()
    {
        await office.Api.RequestSelfCheck("school/2133901815", "2026Q2", new(2026, 5, 10));
        await using var desk = await Open("school/2133901815", "unit-2133901815");
        await desk.Begin(Page(desk), "登记问题");
        await Expect(desk.Form().GetByText("问题来源")).ToHaveCountAsync(0);
        await Choose(desk, "S-LT-01");
        await desk.Form().GetByLabel("问题描述").FillAsync("家长学校开课不足");
        await desk.ShowConsequences();
        await desk.Confirm();
        await desk.IsDone("登记问题");
        await Expect(Page(desk).Locator(".case-card").Filter(new() { HasText = "家校协同" })).ToContainTextAsync("自查发现");

        var duty = desk.Page.Locator("#self-check-2026Q2");
        await desk.Begin(duty, "报送自查");
        await Summary(desk);
        await Expect(desk.Form().Locator(".line")).ToHaveCountAsync(Owed + 2); // with the highlights
        await Expect(desk.Form().GetByText("初中晚自习服务规范")).ToHaveCountAsync(0);
        await Expect(desk.Form().GetByText("暑期托管服务规范")).ToHaveCountAsync(0);
        await desk.ShowConsequences();
        await Expect(desk.Form().GetByText($"还有 {Owed} 项没有填完。")).ToBeVisibleAsync();
        await desk.HasNoSeriousBarrier();
        await Conform(desk);
        var first = desk.Form().Locator(".line").First;
        await first.GetByLabel("不符合").CheckAsync();
        await desk.ShowConsequences();
        await Expect(first).ToContainTextAsync("这一项没有填完。");
        await first.GetByLabel("限期整改").CheckAsync();
        await first.Locator("textarea").FillAsync("制度正在修订");

        await desk.Page.ReloadAsync(); // the tab is lost, and nothing of it
        await Expect(duty).ToBeVisibleAsync();
        await desk.Begin(duty, "报送自查");
        await Expect(desk.Form().GetByText("已恢复上次没有提交的内容。")).ToBeVisibleAsync();
        await Expect(first.Locator("textarea")).ToHaveValueAsync("制度正在修订");
        await desk.ShowConsequences();
        await Expect(desk.Form().Locator(".consequences")).ToContainTextAsync("2026Q2 自查小结");
        await desk.Confirm();
        await desk.IsDone("报送自查");
        await Expect(duty).ToHaveCountAsync(0);
        desk.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task SelfCheck_RefusedAtALine_SaysSoThere()
    {
        await office.Api.RequestSelfCheck("school/2133901824", "2026Q2", new(2026, 5, 10));
        await using var desk = await Open("school/2133901824");
        await desk.Begin(desk.Page.Locator("#self-check-2026Q2"), "报送自查");
        await Summary(desk);
        await Conform(desk);
        // What the page would not send, somebody else's page might: the third answer is none that a prohibition takes.
        await desk.Page.RouteAsync(
            "**/self-checks/2026Q2?preview=true",
            route =>
                route.ContinueAsync(
                    new()
                    {
                        PostData = System.Text.Encoding.UTF8.GetBytes(
                            ReplaceNth(route.Request.PostData!, "\"Conforms\"", 4, "\"NotApplicable\"")
                        ),
                    }
                )
        );
        await desk.ShowConsequences();
        var line = desk.Form().Locator(".line.fault");
        await Expect(line).ToHaveCountAsync(1);
        await Expect(line).ToContainTextAsync("无给家长布置或变相布置作业");
        await Expect(line.GetByRole(AriaRole.Radio).First).ToBeFocusedAsync();
        await Expect(desk.Form().Locator(".field").Filter(new() { HasText = "逐项自查表" }).Locator("> .note"))
            .ToContainTextAsync("禁止性事项");
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("phone")]
    [InlineData("english")]
    public async Task Forms_InEveryLook_AreReadWithoutBarrier(string look)
    {
        const string School = "school/2133901825";
        await office.Api.RequestSelfCheck(School, "2026Q2", new(2026, 5, 10));
        await using var desk = await Open(
            School,
            look: look switch
            {
                "dark" => Look.DarkDesktop,
                "phone" => Look.Phone,
                _ => Look.EnglishDesktop,
            }
        );
        var english = look == "english";
        await desk.Begin(Page(desk), english ? "Open an issue" : "登记问题");
        await Category(desk).FillAsync("HW");
        await Expect(desk.Form().GetByRole(AriaRole.Option)).ToHaveCountAsync(17);
        await desk.HasNoSeriousBarrier();
        await NothingIsAmiss(desk, english);
        await desk.Form().GetByRole(AriaRole.Option).First.ClickAsync();
        await desk.HasNoSeriousBarrier();
        await desk.Form().GetByRole(AriaRole.Button, new() { Name = english ? "Cancel" : "取消" }).ClickAsync();

        await desk.Begin(desk.Page.Locator("#self-check-2026Q2"), english ? "Hand in the self-check" : "报送自查");
        await Expect(desk.Form().Locator(".line").First).ToBeVisibleAsync();
        await desk.Form().Locator(".line").First.GetByLabel(english ? "Does not" : "不符合").CheckAsync();
        await desk.HasNoSeriousBarrier();
        await NothingIsAmiss(desk, english);
    }

    [Fact]
    public async Task Catalogue_ThatFails_IsAskedForAgain()
    {
        await using var desk = await Open("school/2133901826");
        var failing = true;
        await desk.Page.RouteAsync(
            "**/field/catalogue",
            route => failing ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync()
        );
        await desk.Begin(Page(desk), "登记问题");
        await Expect(desk.Form().GetByRole(AriaRole.Alert)).ToContainTextAsync("503");
        failing = false;
        await desk.Form().GetByRole(AriaRole.Button, new() { Name = "重试" }).ClickAsync();
        await Choose(desk, "S-HW-01");
        await Expect(desk.Form().GetByLabel("小问题")).ToBeCheckedAsync();
    }

    private async Task<Desk> Open(string unit, string user = Clerk, Look? look = null)
    {
        var desk = await browser.Open(office.Gateway, user, look);
        await desk.GoTo($"/unit/{unit}");
        await Expect(Page(desk)).ToBeVisibleAsync();
        return desk;
    }

    private static async Task Summary(Desk desk)
    {
        foreach (
            var (label, text) in new[]
            {
                ("工作开展情况", "完善作业管理制度"),
                ("特色和亮点", "分层作业"),
                ("问题和不足", "作业评价不够"),
                ("下一步打算", "修订评价办法"),
            }
        )
            await desk.Form().GetByLabel(label).FillAsync(text);
    }

    private static async Task Conform(Desk desk)
    {
        await Expect(desk.Form().Locator(".line").First).ToBeVisibleAsync();
        var lines = desk.Form().Locator(".line");
        for (var at = 0; at < await lines.CountAsync(); at++)
            await lines.Nth(at).GetByLabel("符合", new() { Exact = true }).CheckAsync();
    }

    private static async Task Choose(Desk desk, string code)
    {
        await Category(desk).FillAsync(code);
        await desk.Form().GetByRole(AriaRole.Option).First.ClickAsync();
    }

    private static async Task NothingIsAmiss(Desk desk, bool english)
    {
        (
            await desk.Page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= innerWidth && document.querySelector('dialog .content').scrollWidth <= document.querySelector('dialog .content').clientWidth"
            )
        )
            .Should()
            .BeTrue("nothing scrolls sideways");
        if (!english)
            return;
        var name = await desk.Page.Locator("h1").InnerTextAsync();
        (await desk.Form().InnerTextAsync()).Replace(name, "", StringComparison.Ordinal).Should().NotMatchRegex("[\u4e00-\u9fff]");
    }

    private static string ReplaceNth(string text, string old, int nth, string by)
    {
        var at = -1;
        for (var count = 0; count < nth; count++)
            at = text.IndexOf(old, at + 1, StringComparison.Ordinal);
        return text[..at] + by + text[(at + old.Length)..];
    }

    private static Task Pick(Desk desk, string radio) => desk.Form().GetByLabel(radio).CheckAsync();

    private static ILocator Page(Desk desk) => desk.Page.Locator(".panel.issues");

    private static ILocator Category(Desk desk) => desk.Form().GetByRole(AriaRole.Combobox);

    private static ILocator Field(Desk desk, string label) => desk.Form().Locator(".field").Filter(new() { HasText = label });
}
