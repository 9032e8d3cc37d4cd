using Microsoft.Extensions.DependencyInjection;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Channels.ChannelCommands;

namespace Supervision.Gateway.Tests.Channels;

/// <summary>Alerts of a sandbox's month ends, on their way out to servers that check what they get.</summary>
public abstract class ChannelDeliveryTests(StoreUnderTest store) : IAsyncLifetime
{
    private const string County = "330502";
    private const string Other = "330503";

    private TestGateway _gateway = null!;
    private OtherSide _side = null!;
    private MailRoom _mail = null!;
    private Person _city = null!;
    private Person _office = null!;

    public async ValueTask InitializeAsync()
    {
        _side = await OtherSide.Start();
        _mail = new MailRoom();
        _gateway = await TestGateway.Start(
            store,
            Mode.Sandbox,
            "--Supervision:Channels:RobotBases",
            _side.Address,
            "--Supervision:Channels:AllowPrivate",
            "true",
            "--Supervision:Channels:Settle",
            "00:00:00.8",
            "--Supervision:Channels:FirstRest",
            "00:00:00.2",
            "--Supervision:Channels:Timeout",
            "00:00:02"
        );
        (_city, _office) = (await Person.ByToken(_gateway, "city"), await Person.ByToken(_gateway, $"county-{County}"));
        (await _city.Import(Upload.Huzhou)).Failed.Should().Be(0);
    }

    public async ValueTask DisposeAsync()
    {
        _city.Dispose();
        _office.Dispose();
        await _gateway.DisposeAsync();
        await _mail.DisposeAsync();
        await _side.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task AMonthsEnd_ReachesEveryKindOfChannel_OnceAndSigned_AlsoOverARestart()
    {
        // A midnight's alerts are one message however long the midnight takes, and nobody is taken for silent who is only slow.
        var options = _gateway.Services.GetRequiredService<ChannelOptions>();
        (options.Settle, options.Timeout) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5));
        await MakeAll();
        (await _office.Put(County, "wrong", Robot("WeCom", $"{_side.Address}/cgi-bin/webhook/send?key=wrong-key"))).Status.Should().Be(200);
        await _city.AdvanceTo("2026-04-01 00:10");

        foreach (var robot in (string[])["wecom", "dingtalk", "feishu", "webhook"])
            await Eventually.Holds(() => Task.FromResult(_side.Of(robot).Count > 0), $"{robot} was told; {Said(robot)}");
        await Eventually.Holds(() => Task.FromResult(!_mail.Mails.IsEmpty), "the mail arrived");
        foreach (var channel in (string[])["wecom", "dingtalk", "feishu", "webhook", "mail"])
            await Eventually.Holds(
                async () => (await _office.Log(County, channel)).All(delivery => delivery.State == DeliveryState.Sent),
                $"it is written down that {channel} was told"
            );
        var missed = await _office.Log(County, "wecom");
        missed
            .Should()
            .HaveCountGreaterThan(5)
            .And.OnlyContain(delivery => delivery.State == DeliveryState.Sent && delivery.Attempts == 1 && delivery.Kind == "missed-visit");
        missed.Select(delivery => delivery.Delivery).Distinct().Should().ContainSingle("a midnight's alerts go as one message");
        foreach (var robot in (string[])["wecom", "dingtalk", "feishu", "webhook"])
            _side
                .Of(robot)
                .Should()
                .ContainSingle()
                .Which.Text.Should()
                .StartWith("【督导提醒·演示】漏访：")
                .And.Contain($"{missed.Length} 条")
                .And.EndWith($"https://dudao.example.gov.cn/county/{County}");
        _side.Of("webhook")[0].Body["alerts"]!.AsArray().Should().HaveCount(missed.Length);
        var mail = _mail.Mails.Should().ContainSingle().Subject;
        mail.Subject.Should().Contain($"{missed.Length} 条");
        mail.TextBody.Should().Contain("依据：").And.Contain("工作方案一（L7）");
        mail.MessageId.Should().Be($"{(await _office.Log(County, "mail"))[0].Delivery:N}@example.gov.cn");

        await Eventually.Holds(
            async () => (await _office.Channel(County, "wrong")).Health.State == ChannelState.Failing,
            "an error with HTTP 200 is a failure"
        );
        (await _office.Channel(County, "wrong")).Health.LastAnswer.Should().Be("errcode 93000: invalid webhook url");

        await _gateway.Restart();
        using var office = await Person.ByToken(_gateway, $"county-{County}");
        (await office.Put(County, "wrong", Robot("WeCom", $"{_side.Address}/cgi-bin/webhook/send?key={OtherSide.WeComKey}")))
            .Status.Should()
            .Be(200);
        await Eventually.Holds(
            async () => (await office.Channel(County, "wrong")).Health is { State: ChannelState.Working, Waiting: 0 },
            "the corrected channel sends what waited"
        );
        _side.Of("wecom").Should().HaveCount(2, "one by each of the two channels, and none again after the restart");
        foreach (var robot in (string[])["dingtalk", "feishu", "webhook"])
            _side.Of(robot).Should().ContainSingle();
        _mail.Mails.Should().ContainSingle();

        (await office.Resend(County, "webhook", missed[0].Alert)).Status.Should().Be(200);
        await Eventually.Holds(() => Task.FromResult(_side.Of("webhook").Count == 2), "what somebody sends again is sent again");
        _side.Of("webhook")[1].Delivery.Should().NotBe(_side.Of("webhook")[0].Delivery);
    }

    [Fact]
    public async Task AChannelThatFails_LosesAndRepeatsNothing_AndSaysSo()
    {
        var hung = new TaskCompletionSource();
        _side.Faults["webhook"] = async (context, _) =>
        {
            hung.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)
                .ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        };
        _side.Faults["dingtalk"] = (context, _) => OtherSide.Answer(context, 429, "slow down");
        _side.Faults["feishu"] = (context, _) => OtherSide.Answer(context, 200, """{"code":19024,"msg":"Key Words Not Found"}""");
        await MakeAll();
        await _city.AdvanceTo("2026-04-01 00:10");

        await hung.Task.WaitAsync(TimeSpan.FromSeconds(30));
        DeliveryView[] arrived = [];
        using (var before = await Person.ByToken(_gateway, $"county-{County}"))
        {
            await LongHolds(
                async () =>
                    (arrived = await before.Log(County, "wecom")) is { Length: > 0 }
                    && arrived.All(delivery => delivery.State == DeliveryState.Sent),
                "a channel that works waits for none that does not"
            );
        }

        await _gateway.Restart(); // in the middle of a message to another
        using var office = await Person.ByToken(_gateway, $"county-{County}");
        using var other = await Person.ByToken(_gateway, $"county-{Other}");
        await Eventually.Holds(
            async () => (await office.Channel(County, "dingtalk")).Health.State == ChannelState.Failing,
            "429 is a failure"
        );
        var tried = (await office.Log(County, "dingtalk")).Max(delivery => delivery.AttemptedAt)!.Value;
        (await office.Channel(County, "dingtalk"))
            .Health.NextAttemptAt.Should()
            .BeAfter(tried.AddSeconds(50), "who says that it is too much is left alone for a minute");
        (await office.Log(County, "wecom"))
            .Where(delivery => arrived.Any(sent => sent.Alert == delivery.Alert))
            .Should()
            .BeEquivalentTo(arrived, "what is known to have arrived is not sent again");

        var notices = await office.Get<ChannelsApi.ChannelNotice[]>($"/api/v1/counties/{County}/channels/health");
        notices.Should().Contain(notice => notice.Channel == "dingtalk" && notice.FailingSince != null && notice.Waiting > 5);
        notices.Should().NotContain(notice => notice.Channel == "wecom");
        (await other.Get($"/api/v1/counties/{County}/channels/health")).Status.Should().Be(403);

        // Alerts that came after that message was made are in none yet.
        var unsure = (await office.Log(County, "webhook"))
            .Select(delivery => delivery.Delivery)
            .FirstOrDefault(delivery => delivery is not null);
        unsure.Should().NotBeNull("nobody knows whether it arrived");
        _side.Faults.Clear();
        (await office.Test(County, "dingtalk")).As<Rules.Channels.ChannelTest>().Delivered.Should().BeTrue();
        foreach (var robot in (string[])["feishu", "webhook"])
            await LongHolds(() => Task.FromResult(_side.Of(robot).Count >= 1), $"{robot} got what waited; {Said(robot)}");
        await Eventually.Holds(() => Task.FromResult(_side.Of("dingtalk").Count >= 2), "a test that succeeds lets the waiting ones go");
        Guid.Parse(_side.Of("webhook")[0].Delivery!).Should().Be(unsure!.Value, "a message of unknown fate is repeated under its id");
        foreach (var channel in (string[])["wecom", "dingtalk", "feishu", "webhook", "mail"])
        {
            await Eventually.Holds(
                async () => (await office.Channel(County, channel)).Health is { State: ChannelState.Working, Waiting: 0 },
                $"{channel} works"
            );
            (await office.Log(County, channel)).Should().OnlyContain(delivery => delivery.State == DeliveryState.Sent);
        }

        (await office.Get<ChannelsApi.ChannelNotice[]>($"/api/v1/counties/{County}/channels/health")).Should().BeEmpty();
    }

    [Fact]
    public async Task QuietHours_HoldTheMonthsEnd_OverTheHoliday_AndWhatIsGivenUpIsSeen()
    {
        await _city.AdvanceTo("2026-04-29 12:00");
        (
            await _office.Put(
                County,
                "wecom",
                Robot(
                    "WeCom",
                    $"{_side.Address}/cgi-bin/webhook/send?key={OtherSide.WeComKey}",
                    quiet: new
                    {
                        from = "22:00",
                        to = "07:00",
                        daysOff = true,
                    }
                )
            )
        ).Status.Should().Be(200);
        (await _office.Put(County, "feishu", Robot("Feishu", $"{_side.Address}/open-apis/bot/v2/hook/{OtherSide.FeishuHook}")))
            .Status.Should()
            .Be(200); // demands a signature
        _gateway.Services.GetRequiredService<ChannelOptions>().GiveUpAfter = TimeSpan.FromSeconds(1);

        await _city.AdvanceTo("2026-05-05 23:00"); // Labour Day, 1–5 May
        await Eventually.Holds(async () => (await _office.Channel(County, "wecom")).Health.Waiting > 5, "April's missed visits wait");
        (await _office.Channel(County, "wecom"))
            .Health.Should()
            .Match<ChannelHealth>(health => health.State == ChannelState.Quiet && health.QuietUntil == Moments.At("2026-05-06 07:00"));
        await LongHolds(
            async () => (await _office.Channel(County, "feishu")).Health is { Waiting: 0, Dead: > 5 },
            "what fails for too long is given up"
        );
        _side.Attempts.Should().NotContainKey("wecom");
        var dead = await _office.Log(County, "feishu", "?state=Dead&take=3");
        dead.Should().HaveCount(3).And.OnlyContain(delivery => delivery.Answer!.StartsWith("code 19021") && delivery.FinishedAt != null);
        (await _office.Log(County, "feishu", $"?state=Dead&take=2&before={dead[0].Alert}"))
            .Select(delivery => delivery.Alert)
            .Should()
            .Equal(dead[1].Alert, dead[2].Alert);

        await _city.AdvanceTo("2026-05-06 07:00");
        await Eventually.Holds(() => Task.FromResult(_side.Of("wecom").Count == 1), "the morning after the holiday it is sent");
        (await _office.Channel(County, "wecom")).Health.State.Should().Be(ChannelState.Working);

        (await _office.Put(County, "feishu", Robot("Feishu", null, OtherSide.Secret))).Status.Should().Be(200);
        (await _office.Resend(County, "feishu", dead[0].Alert)).Status.Should().Be(200);
        await Eventually.Holds(() => Task.FromResult(_side.Of("feishu").Count == 1), "a dead alert is sent when somebody says so");
        _side.Of("feishu")[0].Text.Should().Contain(dead[0].UnitName);
    }

    private async Task MakeAll()
    {
        object[] mail =
        [
            new
            {
                kind = "Mail",
                name = "办公邮箱",
                secret = MailRoom.Password,
                alerts = (string[])["missed-visit"],
                boardAddress = "https://dudao.example.gov.cn",
                mail = new
                {
                    host = "127.0.0.1",
                    port = _mail.Port,
                    security = "Plain",
                    userName = MailRoom.User,
                    from = "dudao@example.gov.cn",
                    to = (string[])["office@example.gov.cn"],
                },
            },
        ];
        (await _office.Put(County, "mail", mail[0])).Status.Should().Be(200);
        (await _office.Put(County, "wecom", Robot("WeCom", $"{_side.Address}/cgi-bin/webhook/send?key={OtherSide.WeComKey}")))
            .Status.Should()
            .Be(200);
        (
            await _office.Put(
                County,
                "dingtalk",
                Robot("DingTalk", $"{_side.Address}/robot/send?access_token={OtherSide.DingTalkToken}", OtherSide.Secret, "预警")
            )
        )
            .Status.Should()
            .Be(200);
        (
            await _office.Put(
                County,
                "feishu",
                Robot("Feishu", $"{_side.Address}/open-apis/bot/v2/hook/{OtherSide.FeishuHook}", OtherSide.Secret)
            )
        )
            .Status.Should()
            .Be(200);
        (await _office.Put(County, "webhook", Robot("Webhook", $"{_side.Address}/in", OtherSide.Secret))).Status.Should().Be(200);
    }

    private string Said(string robot) => $"{_side.Attempts.GetValueOrDefault(robot)} attempts";

    /// <summary>A claim whose sender is gone is free after half a minute.</summary>
    private static async Task LongHolds(Func<Task<bool>> condition, string what)
    {
        try
        {
            await Eventually.Holds(condition, what);
        }
        catch (TimeoutException)
        {
            await Eventually.Holds(condition, what);
        }
    }

    public sealed class OnSqlite() : ChannelDeliveryTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : ChannelDeliveryTests(StoreUnderTest.Postgres);
}
