namespace Supervision.Browser.Tests;

[Collection(nameof(SharedOffice))]
public sealed class ChannelsTests(Hosting.Browser browser, SharedOffice office)
{
    private const string Path = $"/county/{Office.County}/channels";

    [Fact]
    public async Task Channel_IsMade_Tested_Changed_AndRemoved_ByKeyboardToo()
    {
        await using var desk = await browser.Open(office.Gateway, $"county-{Office.County}");
        await desk.OpenBoard();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "提醒通道" }).ClickAsync();
        await Expect(desk.Page.Locator(".empty")).ToContainTextAsync("还没有提醒通道");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "新建通道" }).PressAsync("Enter");
        await Expect(desk.Page.Locator("select[name=kind]")).ToBeFocusedAsync();
        await desk.Page.Locator("select[name=kind]").SelectOptionAsync("Webhook");
        await Expect(desk.Page.Locator(".help")).ToContainTextAsync("HMAC-SHA256");
        await desk.Page.Locator("input[name=name]").FillAsync("指挥中心");
        await desk.Page.Locator("input[name=address]").FillAsync("https://127.0.0.1/in");
        await desk.Page.Locator("input[name=secret]").FillAsync("a secret of 16 or more");
        await desk.Page.Locator("input[name=secret]").PressAsync("Enter");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("不能指向本机或内网地址");
        await desk.HasNoSeriousBarrier();

        await desk.Page.Locator("input[name=address]").FillAsync("https://localhost.invalid/in/token-1234567890");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        var card = desk.Page.Locator(".card");
        await Expect(card).ToContainTextAsync("指挥中心");
        await Expect(card).ToContainTextAsync("https://localhost.invalid/in/••••7890");
        await Expect(card.Locator("> header")).ToContainTextAsync("正常");

        await card.GetByRole(AriaRole.Button, new() { Name = "发送测试消息" }).ClickAsync();
        await Expect(card.Locator(".test")).ToContainTextAsync("没有送达");
        await card.GetByRole(AriaRole.Button, new() { Name = "发送记录" }).ClickAsync();
        await Expect(card.Locator(".log")).ToContainTextAsync("还没有发送记录");
        await card.GetByRole(AriaRole.Button, new() { Name = "修改" }).ClickAsync();
        await Expect(desk.Page.Locator("input[name=secret]")).ToHaveAttributeAsync("placeholder", "已保存，不再显示；留空则不变");
        await desk.Page.Locator("input[name=enabled]").UncheckAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Expect(card.Locator("> header")).ToContainTextAsync("停用");
        await desk.HasNoSeriousBarrier();

        desk.Page.Dialog += (_, dialog) => dialog.AcceptAsync();
        await card.GetByRole(AriaRole.Button, new() { Name = "删除" }).ClickAsync();
        await Expect(desk.Page.Locator(".empty")).ToBeVisibleAsync();
        desk.Faults.Should().BeEmpty();
    }

    [Theory]
    [InlineData("dark")]
    [InlineData("phone")]
    [InlineData("english")]
    public async Task FailingChannel_SaysSinceWhenAndHowMuchWaits_HereAndOnTheBoard(string look)
    {
        await using var desk = await browser.Open(
            office.Gateway,
            $"county-{Office.County}",
            look switch
            {
                "dark" => Look.DarkDesktop,
                "phone" => Look.Phone,
                _ => Look.EnglishDesktop,
            }
        );
        await desk.Page.RouteAsync(
            "**/api/v1/counties/*/channels",
            route => route.FulfillAsync(new() { ContentType = "application/json", Body = Failing })
        );
        await desk.Page.RouteAsync(
            "**/api/v1/counties/*/channels/health",
            route => route.FulfillAsync(new() { ContentType = "application/json", Body = Health })
        );
        await desk.GoTo(Path);
        var english = look == "english";

        await Expect(desk.Page.Locator(".card header")).ToContainTextAsync(english ? "Failing" : "故障");
        await Expect(desk.Page.Locator(".card")).ToContainTextAsync(english ? "7 waiting" : "待发 7 条");
        await Expect(desk.Page.Locator(".card .answer")).ToContainTextAsync("errcode 93000");
        await desk.HasNoSeriousBarrier();

        await desk.OpenBoard();
        await Expect(desk.Page.Locator(".channel-notices"))
            .ToContainTextAsync(english ? "7 alerts wait" : "企业微信群机器人通道“督导群”故障，自 3月2日 09:00 起 7 条待发");
        await desk.HasNoSeriousBarrier();
    }

    private const string Health =
        """[{"channel":"wecom","name":"督导群","kind":"WeCom","state":"Failing","failingSince":"2026-03-02T01:00:00Z","waiting":7,"dead":0}]""";

    private const string Failing = """
        [{"channel":"wecom","version":2,"hasSecret":false,"changedAt":"2026-03-01T01:00:00Z","changedBy":"county-330521",
          "settings":{"kind":"WeCom","name":"督导群","enabled":true,"language":"zh","alerts":["missed-visit"],"quiet":{"from":"22:00","to":"07:00","daysOff":true},"digestOver":5,"keyword":null,"mail":null,"boardAddress":null,"address":"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=••••5aaa"},
          "health":{"state":"Failing","waiting":7,"dead":2,"failingSince":"2026-03-02T01:00:00Z","nextAttemptAt":"2026-03-02T04:05:00Z","quietUntil":null,"lastAnswer":"errcode 93000: invalid webhook url","lastSentAt":null}}]
        """;
}
