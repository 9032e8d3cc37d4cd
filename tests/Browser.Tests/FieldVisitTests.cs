using System.Text.Json.Nodes;

namespace Supervision.Browser.Tests;

/// <summary>An inspector at a school gate without signal.</summary>
[Collection(nameof(FieldCollection))]
public sealed class FieldVisitTests(Hosting.Browser browser, FieldOffice office)
{
    [Fact]
    public async Task Visit_MadeOfflineWhileTheTabIsKilledTwice_ArrivesOnceWithItsPhotographs()
    {
        const string school = "school/2133901815";
        await office.Api.LetHoursPass();
        await using var phone = await Phone.Open(browser, office.Gateway);
        await phone.TakeAlong();
        await Expect(phone.Page.Locator(".forecast")).ToContainTextAsync("所学校待督导，本月剩");
        await phone.SetOffline(true);
        await phone.Begin(school);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "增加 推门听课" }).ClickAsync();
        await phone.Locate(30.6021f, 119.818f);
        await phone.Conform(to: 12);
        await phone.Saved();

        await phone.KillTab();
        await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Name = "德清县实验小学" })).ToBeVisibleAsync();
        await Expect(phone.Page.Locator(".progress [role=status]")).ToContainTextAsync("已填 11 /", new() { IgnoreCase = true }); // the eighth line is a highlight and need not be answered
        await phone.Conform(from: 13);
        await phone.Step("提交");
        await phone.Page.GetByLabel("意见建议").FillAsync("作业公示再细化到班级");
        await phone.Photograph("gate.jpg");
        await phone.Photograph("board.jpg");
        await phone.Saved();

        await phone.KillTab();
        await Expect(phone.Page.GetByLabel("意见建议")).ToHaveValueAsync("作业公示再细化到班级");
        await Expect(phone.Page.Locator(".strip img")).ToHaveCountAsync(2);
        await phone.HandIn();
        await Expect(phone.OutboxItems).ToContainTextAsync("待发送");
        await Expect(phone.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("离线");
        (await Visits(school)).Should().BeEmpty("there is no signal");

        await phone.SetOffline(false);
        await Expect(phone.OutboxItems).ToContainTextAsync("已送达");
        await Expect(phone.OutboxItems).ToContainTextAsync($"回执：{school} 第");
        await Expect(phone.OutboxItems).ToContainTextAsync("计入 2026年3月");
        var content = (await Visits(school)).Should().ContainSingle().Which["data"]!["visit"]!["content"]!;
        content["checklist"]!["id"]!.GetValue<string>().Should().Be("school-2");
        content["presence"]!["latitude"]!.GetValue<double>().Should().BeApproximately(30.6021, 0.001);
        content["advice"]!.GetValue<string>().Should().Be("作业公示再细化到班级");
        content["bracket"]!["deviceNow"]!
            .GetValue<DateTimeOffset>()
            .Should()
            .BeAfter(content["bracket"]!["deviceBefore"]!.GetValue<DateTimeOffset>());
        var hashes = content["evidence"]!.AsArray().Select(hash => hash!.GetValue<string>()).ToList();
        hashes.Should().HaveCount(2);
        foreach (var hash in hashes)
            (
                await phone.Page.EvaluateAsync<int[]>(
                    "path => fetch(path).then(file => file.blob()).then(createImageBitmap).then(picture => [picture.width, picture.height])",
                    $"/api/v1/units/{school}/evidence/{hash}"
                )
            )
                .Should()
                .Equal(1600, 1067);
        phone.VisitsPosted.Should().Be(1);
        await phone.GoTo();
        await Expect(phone.Page.Locator(".task").Filter(new() { HasText = "德清县实验小学" })).ToContainTextAsync("本期已完成");
    }

    [Fact]
    public async Task Photograph_ThatThisBrowserCannotShow_IsKeptSaidAndDelivered()
    {
        const string school = "school/2133901816";
        await using var phone = await Phone.Open(browser, office.Gateway);
        await phone.TakeAlong();
        await phone.Begin(school);
        await phone.Step("提交");
        byte[] picture = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8, 0, 0, 0, 8, .. "mdat"u8];
        await phone
            .Page.Locator("input[type=file]")
            .First.SetInputFilesAsync(
                new FilePayload
                {
                    Name = "IMG_0001.HEIC",
                    MimeType = "",
                    Buffer = picture,
                }
            );
        await Expect(phone.Page.Locator(".strip")).ToContainTextAsync("已保存，本机不能预览");
        await phone.Saved();
        phone.Faults.Should().BeEmpty();

        var answer = await phone.Page.EvaluateAsync<int>(
            """
            async ([path, bytes]) => {
              const token = (await (await fetch('/api/v1/session')).json()).antiforgery;
              return (await fetch(path, { method: 'POST', headers: { 'Content-Type': 'image/heic', 'X-CSRF-Token': token }, body: new Uint8Array(bytes) })).status;
            }
            """,
            new object[] { $"/api/v1/units/{school}/evidence", picture.Select(part => (int)part).ToArray() }
        );
        answer.Should().Be(201, "the server takes the same bytes");
    }

    [Fact]
    public async Task NewInspector_WithATemporaryPassword_ChangesItOnThePhoneAndGoesOn()
    {
        using var security = await OfficeApi.SignIn(office.Gateway, "security");
        var made = await security.Post(
            "/api/v1/accounts",
            new
            {
                userName = "new-inspector",
                displayName = "新督学",
                role = "Inspector",
                area = Office.County,
                inspector = "督学-330521-02",
            }
        );
        await using var phone = await Phone.Open(browser, office.Gateway, user: null);
        await phone.GoTo();
        await phone.Page.GetByLabel("用户名").FillAsync("new-inspector");
        await phone.Page.GetByLabel("密码").FillAsync((string)made["password"]!);
        await phone.Button("登录").ClickAsync();

        await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Name = "请先修改临时密码" })).ToBeVisibleAsync();
        await phone.Page.Locator("[name=new-password]").FillAsync("short");
        await phone.Page.Locator("[name=new-password-again]").FillAsync("short");
        await phone.Button("修改并继续").ClickAsync();
        await Expect(phone.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("12 个字符");
        await phone.Page.Locator("[name=new-password]").FillAsync("a-password-of-my-own");
        await phone.Page.Locator("[name=new-password-again]").FillAsync("a-password-of-my-own");
        await phone.Button("修改并继续").ClickAsync();

        await Expect(phone.Page.Locator(".task").First).ToBeVisibleAsync();
        phone.Faults.Should().BeEmpty();
    }

    [Fact]
    public async Task TwoTabs_ThatFindTheSignalAtOnce_SendTheVisitOnce()
    {
        const string school = "school/2133901816";
        await using var phone = await Phone.Open(browser, office.Gateway);
        await phone.TakeAlong();
        await phone.SetOffline(true);
        await phone.Begin(school);
        await phone.Conform();
        await phone.HandIn();
        var first = phone.Page;
        var second = await phone.OpenTab(first.Url);
        await Expect(second.Locator(".outbox-item")).ToContainTextAsync("待发送");

        await phone.SetOffline(false);
        await Task.WhenAll(
            first.EvaluateAsync("dispatchEvent(new Event('online'))"),
            second.EvaluateAsync("dispatchEvent(new Event('online'))")
        );

        await Expect(first.Locator(".outbox-item")).ToContainTextAsync("已送达");
        await Expect(second.Locator(".outbox-item")).ToContainTextAsync("已送达");
        (await Visits(school)).Should().ContainSingle();
        phone.VisitsPosted.Should().Be(1);
    }

    [Fact]
    public async Task Session_ThatExpired_KeepsTheQueueAndNobodyElseSendsIt()
    {
        const string school = "school/2133901817";
        await using var phone = await Phone.Open(browser, office.Gateway);
        await phone.TakeAlong();
        await phone.SetOffline(true);
        await phone.Begin(school);
        await phone.Conform();
        await phone.HandIn();
        await phone.LoseSession();
        await phone.SetOffline(false);
        await Expect(phone.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("登录已过期，发送已暂停。未上传 1 条");
        await Expect(phone.OutboxItems).ToContainTextAsync("待发送");

        await phone.GoTo("sign-in");
        await phone.SignIn("inspector-330522-01");
        await Expect(phone.Page.Locator(".notices"))
            .ToContainTextAsync($"本机还有{FieldOffice.Inspector}的 1 条未上传，须由本人登录后发送");
        await phone.GoTo("outbox");
        await Expect(phone.OutboxItems).ToHaveCountAsync(0);
        (await Visits(school)).Should().BeEmpty();
        phone.VisitsPosted.Should().Be(0);

        await phone.GoTo("sign-in");
        await phone.SignIn();
        await phone.GoTo("outbox");
        await Expect(phone.OutboxItems).ToContainTextAsync("已送达");
        (await Visits(school)).Should().ContainSingle();
    }

    [Fact]
    public async Task Visit_ThatIsRefused_ComesBackWithItsReasonAndIsMended()
    {
        const string school = "school/3133900925";
        await using var phone = await Phone.Open(browser, office.Gateway);
        await phone.TakeAlong();
        await phone.SetOffline(true);
        await office.Api.OpenIssue(school, "S-HW-03"); // the phone could not know
        await phone.Begin(school);
        await phone.Conform(to: 3);
        await phone.Page.Locator("#item-4 .option").Filter(new() { HasText = "不符合" }).ClickAsync();
        await phone.Page.Locator("#item-4 .option").Filter(new() { HasText = "下发整改通知书" }).ClickAsync();
        await phone.Conform(from: 5);
        await phone.Step("提交");
        await Expect(phone.Page.Locator(".gaps")).ToContainTextAsync("问题 1 没有描述");
        await Expect(phone.Button("提交督导")).ToBeDisabledAsync();
        await phone.Step("问题");
        await phone.Page.GetByLabel("问题描述").FillAsync("三年级要求家长批改口算");
        await phone.HandIn();
        await phone.SetOffline(false);

        await Expect(phone.OutboxItems).ToContainTextAsync("被退回");
        await Expect(phone.OutboxItems).ToContainTextAsync("缺少对未办结问题 1（作业难度超课标）整改情况的说明");
        (await Visits(school)).Should().BeEmpty();
        await phone.Button("改正后重新提交").ClickAsync();
        await Expect(phone.Page.Locator(".returned")).ToContainTextAsync("缺少对未办结问题 1");
        await Expect(phone.Page.Locator(".gaps")).ToContainTextAsync("还有 1 个未办结问题没有说明");
        await phone.Step("整改");
        await phone.Page.Locator(".option").Filter(new() { HasText = "整改中" }).ClickAsync();
        await phone.Page.GetByLabel("说明").FillAsync("教研组已重新审定，下周执行");
        await phone.HandIn();

        await Expect(phone.OutboxItems).ToContainTextAsync("已送达");
        var content = (await Visits(school)).Should().ContainSingle().Which["data"]!["visit"]!["content"]!;
        content["remarks"]!.AsArray().Should().ContainSingle().Which!["text"]!.GetValue<string>().Should().Be("教研组已重新审定，下周执行");
        content["findings"]!.AsArray().Should().ContainSingle().Which!["category"]!.GetValue<string>().Should().Be("S-HW-04");
        phone.VisitsPosted.Should().Be(2, "the mended one is another operation");
    }

    private async Task<List<JsonNode>> Visits(string unit) =>
        [
            .. (await office.Api.History(unit))
                .Where(entry => entry!["kind"]!.GetValue<string>() is "visit-accepted" or "visit-flagged" or "visit-held")
                .Select(entry => entry!),
        ];
}
