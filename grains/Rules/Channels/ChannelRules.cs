using System.Net.Mail;

namespace Supervision.Rules.Channels;

/// <summary>What a county may set, and who may.</summary>
public static class ChannelRules
{
    public const int MostChannels = 10;
    private const int LeastWebhookSecret = 16;

    /// <summary>Null when the actor may read and change the county's channels: its office and its director.</summary>
    public static Refusal? Objection(Actor actor, string county) => Reach.OfArea(actor, May.ManageChannels, county);

    /// <summary>Null when the settings can be kept.</summary>
    /// <param name="standing">What there is; null for a new channel.</param>
    /// <param name="hasSecret">A secret stands already.</param>
    public static Refusal? Problem(
        PutChannel command,
        ChannelSettings? standing,
        bool hasSecret,
        IReadOnlyCollection<Uri> bases,
        bool allowPrivate
    )
    {
        var settings = command.Settings;
        if (!IsId(command.Channel))
            return Refusals.Invalid(
                "channel",
                "通道编号只能用 1–40 个小写字母、数字或连字符",
                "a channel's id has 1–40 lower-case letters, digits or hyphens",
                "a–z 0–9 -"
            );
        if (!Enum.IsDefined(settings.Kind) || settings.Kind == ChannelKind.None)
            return Refusals.Invalid(
                "kind",
                "通道类型不在清单内",
                "no such kind of channel",
                string.Join(" | ", Enum.GetNames<ChannelKind>().Skip(1))
            );
        if (standing is not null && standing.Kind != settings.Kind)
            return Refusals.Invalid(
                "kind",
                "通道类型不能更改，请另建一个通道",
                "a channel's kind can't be changed; make another channel",
                standing.Kind.ToString()
            );
        return TextProblem("name", settings.Name, 40)
            ?? (
                settings.Kind == ChannelKind.Mail
                    ? MailProblem(settings.Mail, allowPrivate)
                    : AddressProblem(command, standing, bases, allowPrivate)
            )
            ?? SecretProblem(command, hasSecret)
            ?? (settings.Keyword is null ? null : TextProblem("keyword", settings.Keyword, 20))
            ?? Rest(settings);
    }

    public static bool IsId(string? channel) =>
        channel is { Length: > 0 and <= 40 } && channel.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static Refusal? AddressProblem(
        PutChannel command,
        ChannelSettings? standing,
        IReadOnlyCollection<Uri> bases,
        bool allowPrivate
    ) =>
        command.Address switch
        {
            null => standing is null ? Refusals.Required("address") : null,
            var address => ChannelAddresses.Problem(command.Settings.Kind, address, bases, allowPrivate),
        };

    private static Refusal? SecretProblem(PutChannel command, bool hasSecret)
    {
        if (!Characters.Fit(command.Secret, 200) || command.Secret?.Any(char.IsControl) == true)
            return Refusals.Invalid(
                "secret",
                "密钥超过 200 字，或含有不可见字符",
                "the secret has more than 200 characters, or invisible ones",
                "≤ 200"
            );
        if (command.Settings.Kind != ChannelKind.Webhook)
            return null;
        return command.Secret is null
            ? hasSecret
                ? null
                : Refusals.Required("secret")
            : Characters.Count(command.Secret) < LeastWebhookSecret
                ? Refusals.Invalid(
                    "secret",
                    "签名密钥至少 16 个字符",
                    "a signing secret has at least 16 characters",
                    $"≥ {LeastWebhookSecret}"
                )
                : null;
    }

    private static Refusal? MailProblem(MailSettings? mail, bool allowPrivate)
    {
        if (mail is null)
            return Refusals.Required("mail");
        if (mail.Host is not { Length: > 0 and <= 253 } || Uri.CheckHostName(mail.Host) == UriHostNameType.Unknown)
            return Refusals.Invalid("mail.host", "邮件服务器地址无效", "not the name of a mail server", "smtp.example.gov.cn");
        if (mail.Port is < 1 or > 65_535)
            return Refusals.Invalid("mail.port", "端口超出范围", "the port is out of range", "1–65535");
        if (!Enum.IsDefined(mail.Security) || mail.Security == MailSecurity.None)
            return Refusals.Invalid("mail.security", "加密方式不在清单内", "no such security", "StartTls | Tls | Plain");
        if (mail.Security == MailSecurity.Plain && !allowPrivate)
            return Refusals.Invalid(
                "mail.security",
                "不加密须由系统管理员在服务器上放开",
                "mail without TLS has to be allowed by the operator",
                "StartTls | Tls"
            );
        if (!Characters.Fit(mail.UserName, 100))
            return Refusals.Invalid("mail.userName", "用户名过长", "the user name is too long", "≤ 100");
        if (!IsMailbox(mail.From))
            return Refusals.Invalid("mail.from", "发件地址无效", "not a mail address", "dudao@example.gov.cn");
        if (mail.To.IsDefaultOrEmpty || mail.To.Length > 20)
            return Refusals.Invalid("mail.to", "需要 1–20 个收件地址", "1–20 recipients are needed", "1–20");
        return mail.To.FirstOrDefault(to => !IsMailbox(to)) is { } wrong
            ? Refusals.Invalid("mail.to", $"收件地址 {wrong} 无效", $"{wrong} is not a mail address", "name@example.gov.cn")
            : null;
    }

    private static Refusal? Rest(ChannelSettings settings)
    {
        if (settings.Language is not ("zh" or "en"))
            return Refusals.Invalid("language", "语言不在清单内", "no such language", "zh | en");
        if (settings.DigestOver is < 2 or > 50)
            return Refusals.Invalid("digestOver", "合并条数超出范围", "the number is out of range", "2–50");
        if (!settings.Alerts.IsDefault && settings.Alerts.FirstOrDefault(kind => !AlertKinds.IsKnown(kind)) is { } unknown)
            return Refusals.Invalid(
                "alerts",
                $"没有 {unknown} 这种提醒",
                $"there is no alert of kind {unknown}",
                string.Join(" | ", AlertKinds.All.Select(facts => facts.Kind))
            );
        if (
            settings.BoardAddress is { } board
            && !(Characters.Fit(board, 200) && Uri.TryCreate(board, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http")
        )
            return Refusals.Invalid("boardAddress", "看板地址不是有效的网址", "not an address of the web", "https://dudao.example.gov.cn");
        if (settings.Quiet is not { } quiet)
            return null;
        if (QuietRule.Time(quiet.From) is not { } from)
            return Refusals.Invalid("quiet.from", "时间格式不符", "not a time of day", "22:00");
        if (QuietRule.Time(quiet.To) is not { } to || to == from)
            return Refusals.Invalid("quiet.to", "时间格式不符，或与开始时间相同", "not a time of day, or the same as the start", "07:00");
        return null;
    }

    private static Refusal? TextProblem(string field, string? text, int max) =>
        Refusals.TextProblem(field, text, max)
        ?? (
            text!.Any(char.IsControl)
                ? Refusals.Invalid(field, $"{FieldWords.Of(field).Zh}含有不可见字符", $"{FieldWords.Of(field).En} has invisible characters")
                : null
        );

    private static bool IsMailbox(string? address) =>
        address is not null
        && Characters.Fit(address, 200)
        && !address.Any(char.IsControl)
        && MailAddress.TryCreate(address, out var parsed)
        && parsed.Address == address;
}
