using System.Collections.Immutable;
using System.Text;

namespace Supervision.Rules.Tests.Channels;

public sealed class MessageRuleTests
{
    private static readonly ChannelSettings Robot = new(
        ChannelKind.WeCom,
        "督导群",
        true,
        "zh",
        [],
        null,
        5,
        null,
        null,
        "https://dudao.example.gov.cn/",
        null
    );

    [Fact]
    public void Say_OneAlert_HasUnitWhatSinceGroundAndLink()
    {
        var message = Say(Robot, [Missed("德清县实验小学")]);

        message.Title.Should().Be("【督导提醒】漏访：德清县实验小学");
        message
            .Text.Should()
            .Be(
                "【督导提醒】漏访：德清县实验小学\n德清县实验小学2026年3月漏访\n自 2026-04-01 00:00 起\n依据：工作方案一（L7）、方案五（L45）\nhttps://dudao.example.gov.cn/county/330521?unit=school%2F1"
            );
    }

    [Fact]
    public void Say_OneAlertInEnglish_SaysTheSame() =>
        Say(Robot with { Language = "en", BoardAddress = null }, [Missed("School 1")])
            .Text.Should()
            .Be(
                "[Supervision] Missed visit: School 1\nSchool 1: no visit in 2026-03\nsince 2026-04-01 00:00\nground: Plan 1 (L7), Plan 5 (L45)"
            );

    [Fact]
    public void Say_ManyAlerts_IsADigestWithTheirNumberAndTheFirstNames()
    {
        var message = Say(Robot, [.. Enumerable.Range(1, 47).Select(i => Missed($"小学{i}"))]);

        message
            .Text.Should()
            .Be(
                "【督导提醒】漏访：德清县 47 条\n小学1、小学2、小学3、小学4、小学5等\n最早自 2026-04-01 00:00 起\n依据：工作方案一（L7）、方案五（L45）\nhttps://dudao.example.gov.cn/county/330521"
            );
        message.Alerts.Should().HaveCount(47);
    }

    [Fact]
    public void Say_InASandbox_IsMarked() => Say(Robot, [Missed("小学")], sandbox: true).Title.Should().StartWith("【督导提醒·演示】");

    [Theory]
    [InlineData("督导", "【督导提醒】漏访：小学")]
    [InlineData("预警", "【督导提醒】漏访：小学（预警）")]
    public void Say_TheRobotsKeyword_IsInTheMessage(string keyword, string title) =>
        Say(Robot with { Keyword = keyword }, [Missed("小学")]).Title.Should().Be(title);

    [Fact]
    public void Say_NamesThatLookLikeMarkup_AreHarmless() =>
        Say(Robot, [Missed("<at user_id=\"all\">小学</at>\n【督导提醒】假消息")])
            .Text.Should()
            .NotContainAny("<", ">")
            .And.HaveLineCount(5);

    [Fact]
    public void Say_AVeryLongText_FitsTheNarrowestRobot_AndKeepsItsLink()
    {
        var message = Say(Robot, [Missed(new string('学', 1_500))]);
        Encoding.UTF8.GetByteCount(message.Text).Should().BeLessThanOrEqualTo(MessageRule.MaxBytes);
        message.Text.Should().EndWith("…\nhttps://dudao.example.gov.cn/county/330521?unit=school%2F1");
    }

    [Fact]
    public void Test_NamesCountyAndChannel() =>
        MessageRule
            .Test(new("330521", "德清县", Robot, false))
            .Text.Should()
            .StartWith("【督导提醒】测试消息\n德清县的通道“督导群”已接通。");

    [Fact]
    public void Kinds_OfEveryAlert_HaveWordsInBothLanguages() =>
        AlertKinds
            .All.Should()
            .OnlyHaveUniqueItems(facts => facts.Kind)
            .And.OnlyContain(facts => facts.Severity != AlertSeverity.None && facts.Name.Zh.Length > 1 && facts.Name.En.Length > 1);

    private static Alert Missed(string name) =>
        new(
            $"missed-visit:{name}:2026-03",
            "missed-visit",
            ["county/330521"],
            new(2026, 3, 31, 16, 0, 0, TimeSpan.Zero),
            new(2026, 3, 31, 16, 0, 1, TimeSpan.Zero),
            name,
            new($"{name}2026年3月漏访", $"{name}: no visit in 2026-03")
        );

    private static ChannelMessage Say(ChannelSettings settings, ImmutableArray<Alert> alerts, bool sandbox = false) =>
        MessageRule.Say(new("330521", "德清县", settings, sandbox), alerts, [.. alerts.Select(_ => "school/1")]);
}

file static class LineAssertions
{
    public static void HaveLineCount(this FluentAssertions.Primitives.StringAssertions text, int lines) =>
        text.Subject.Split('\n').Should().HaveCount(lines);
}
