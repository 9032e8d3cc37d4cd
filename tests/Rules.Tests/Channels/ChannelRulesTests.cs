using System.Collections.Immutable;
using System.Net;

namespace Supervision.Rules.Tests.Channels;

public sealed class ChannelRulesTests
{
    private const string WeCom = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa";
    private static readonly ChannelSettings Robot = new(
        ChannelKind.WeCom,
        "督导群",
        true,
        "zh",
        ["missed-visit"],
        new("22:00", "07:00", true),
        5,
        null,
        null,
        "https://dudao.example.gov.cn",
        null
    );
    private static readonly MailSettings Post = new(
        "smtp.example.gov.cn",
        587,
        MailSecurity.StartTls,
        "dudao",
        "dudao@example.gov.cn",
        ["office@example.gov.cn"]
    );

    [Theory]
    [InlineData(ChannelKind.WeCom, WeCom, null)]
    [InlineData(ChannelKind.WeCom, "http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6", "address")]
    [InlineData(ChannelKind.WeCom, "https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=693a91f6", "address")]
    [InlineData(ChannelKind.WeCom, "https://qyapi.weixin.qq.com.example.com/cgi-bin/webhook/send?key=693a91f6", "address")]
    [InlineData(ChannelKind.WeCom, "https://a@qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6", "address")]
    [InlineData(ChannelKind.WeCom, "https://qyapi.weixin.qq.com/cgi-bin/webhook/send", "address")]
    [InlineData(ChannelKind.WeCom, "https://oapi.dingtalk.com/robot/send?access_token=1234567", "address")]
    [InlineData(ChannelKind.DingTalk, "https://oapi.dingtalk.com/robot/send?access_token=1234567", null)]
    [InlineData(ChannelKind.Feishu, "https://open.feishu.cn/open-apis/bot/v2/hook/c7b2", null)]
    [InlineData(ChannelKind.Feishu, "https://open.feishu.cn/open-apis/bot/v2/hook/", "address")]
    [InlineData(ChannelKind.Feishu, "https://im.example.gov.cn/open-apis/bot/v2/hook/c7b2", null)] // a private deployment the operator allows
    [InlineData(ChannelKind.Feishu, "http://im.example.gov.cn/open-apis/bot/v2/hook/c7b2", "address")]
    [InlineData(ChannelKind.Webhook, "https://hooks.example.com/in", null)]
    [InlineData(ChannelKind.Webhook, "http://hooks.example.com/in", "address")]
    [InlineData(ChannelKind.Webhook, "https://localhost/in", "address")]
    [InlineData(ChannelKind.Webhook, "https://10.0.0.8/in", "address")]
    [InlineData(ChannelKind.Webhook, "https://[::ffff:127.0.0.1]/in", "address")]
    [InlineData(ChannelKind.Webhook, "https://0x7f000001/in", "address")]
    [InlineData(ChannelKind.Webhook, "file:///etc/passwd", "address")]
    [InlineData(ChannelKind.Webhook, "not an address", "address")]
    public void Address_OfEachKind_IsWhereItsMakerSaysOrThePublicNet(ChannelKind kind, string address, string? field) =>
        Problem(Robot with { Kind = kind }, address, new string('s', 16))?.Field.Should().Be(field);

    [Fact]
    public void Address_OfAWebhook_MayBePrivate_WhenTheOperatorAllows() =>
        ChannelRules
            .Problem(
                new("a", Robot with { Kind = ChannelKind.Webhook }, "http://10.0.0.8:8080/in", new string('s', 16), null),
                null,
                false,
                [],
                allowPrivate: true
            )
            .Should()
            .BeNull();

    [Fact]
    public void Settings_OutOfRange_NameTheirField()
    {
        Problem(Robot with { Name = " " })!.Field.Should().Be("name");
        Problem(Robot with { Name = "a\nb" })!.Field.Should().Be("name");
        Problem(Robot with { Kind = ChannelKind.None })!.Field.Should().Be("kind");
        Problem(Robot with { Alerts = ["no-such"] })!.Field.Should().Be("alerts");
        Problem(Robot with { Quiet = new("22:00", "7:00", true) })!.Field.Should().Be("quiet.to");
        Problem(Robot with { Quiet = new("24:00", "07:00", true) })!.Field.Should().Be("quiet.from");
        Problem(Robot with { Quiet = new("07:00", "07:00", true) })!.Field.Should().Be("quiet.to");
        Problem(Robot with { DigestOver = 1 })!.Field.Should().Be("digestOver");
        Problem(Robot with { Language = "fr" })!.Field.Should().Be("language");
        Problem(Robot with { BoardAddress = "javascript:alert(1)" })!.Field.Should().Be("boardAddress");
        Problem(Robot with { Keyword = "" })!.Field.Should().Be("keyword");
        Problem(Robot, address: null)!.Field.Should().Be("address");
        Problem(Robot with { Kind = ChannelKind.Webhook }, "https://hooks.example.com/in", "short")!.Field.Should().Be("secret");
        Problem(Robot with { Kind = ChannelKind.Webhook }, "https://hooks.example.com/in", null)!.Field.Should().Be("secret");
    }

    [Fact]
    public void Mail_OutOfRange_NamesItsField()
    {
        Mail(Post).Should().BeNull();
        Mail(Post with { Host = "not a host" })!.Field.Should().Be("mail.host");
        Mail(Post with { Port = 0 })!.Field.Should().Be("mail.port");
        Mail(Post with { Security = MailSecurity.Plain })!.Field.Should().Be("mail.security");
        Mail(Post with { From = "nobody" })!.Field.Should().Be("mail.from");
        Mail(Post with { To = [] })!.Field.Should().Be("mail.to");
        Mail(Post with { To = ["a@example.gov.cn\r\nBcc: b@example.com"] })!.Field.Should().Be("mail.to");
        Mail(null)!.Field.Should().Be("mail");

        static Refusal? Mail(MailSettings? mail) => Problem(Robot with { Kind = ChannelKind.Mail, Mail = mail }, null);
    }

    [Fact]
    public void Kind_OfAStandingChannel_CannotChange() =>
        ChannelRules
            .Problem(new("a", Robot with { Kind = ChannelKind.Feishu }, null, null, null), Robot, false, [], false)!
            .Field.Should()
            .Be("kind");

    [Theory]
    [InlineData("wecom-1", true)]
    [InlineData("", false)]
    [InlineData("A", false)]
    [InlineData("a/b", false)]
    public void Ids_HaveLettersDigitsAndHyphens(string id, bool accepted) => ChannelRules.IsId(id).Should().Be(accepted);

    [Theory]
    [InlineData(ActorRole.CountyOffice, "330521", null)]
    [InlineData(ActorRole.CountyDirector, "330521", null)]
    [InlineData(ActorRole.CountyOffice, "330522", RefusalCode.OutOfScope)]
    [InlineData(ActorRole.Inspector, "330521", RefusalCode.RoleNotAllowed)]
    [InlineData(ActorRole.Province, "33", RefusalCode.RoleNotAllowed)]
    [InlineData(ActorRole.Administrator, "", RefusalCode.RoleNotAllowed)]
    [InlineData(ActorRole.Display, "330521", RefusalCode.RoleNotAllowed)]
    public void Channels_AreTheCountysOwn(ActorRole role, string area, RefusalCode? refusal) =>
        (ChannelRules.Objection(new("wang", role, area, null), "330521")?.Code).Should().Be(refusal);

    [Fact]
    public void Mask_ShowsWhereItLeads_AndFourCharactersOfTheKey()
    {
        ChannelAddresses.Mask(WeCom).Should().Be("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=••••5aaa");
        ChannelAddresses
            .Mask("https://open.feishu.cn/open-apis/bot/v2/hook/short")
            .Should()
            .Be("https://open.feishu.cn/open-apis/bot/v2/hook/••••");
    }

    [Fact]
    public void PutChannel_InWords_HasNoSecrets() =>
        new PutChannel("a", Robot, WeCom, "a secret", null).ToString().Should().NotContainAny("693a91f6", "a secret");

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("2400:3200::1", true)]
    public void IsPublic_OfEveryReservedRange_IsFalse(string address, bool expected) =>
        ChannelAddresses.IsPublic(IPAddress.Parse(address)).Should().Be(expected);

    private static Refusal? Problem(ChannelSettings settings, string? address = WeCom, string? secret = null) =>
        ChannelRules.Problem(
            new("a", settings, address, secret, null),
            null,
            false,
            [new("https://im.example.gov.cn")],
            allowPrivate: false
        );
}
