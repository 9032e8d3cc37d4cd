using System.Text.Json.Serialization;

namespace Supervision.Rules.Channels;

/// <summary>Where a county's alerts can go besides its pages.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChannelKind>))]
public enum ChannelKind
{
    None = 0,

    /// <summary>企业微信群机器人.</summary>
    WeCom = 1,

    /// <summary>钉钉自定义机器人.</summary>
    DingTalk = 2,

    /// <summary>飞书自定义机器人.</summary>
    Feishu = 3,

    /// <summary>Any program that checks our signature.</summary>
    Webhook = 4,

    /// <summary>SMTP.</summary>
    Mail = 5,
}

[JsonConverter(typeof(JsonStringEnumConverter<MailSecurity>))]
public enum MailSecurity
{
    None = 0,

    /// <summary>Begins in the clear and must turn to TLS, usually port 587.</summary>
    StartTls = 1,

    /// <summary>TLS from the first byte, usually port 465.</summary>
    Tls = 2,

    /// <summary>No encryption; for a relay inside one's own network only.</summary>
    Plain = 3,
}

/// <summary>When nobody should be disturbed. Urgent alerts do not wait (<see cref="AlertKinds.IsUrgent"/>).</summary>
/// <param name="From">Civil time <c>HH:mm</c>, inclusive.</param>
/// <param name="To">Civil time <c>HH:mm</c>, exclusive; before <paramref name="From"/> it is the next morning's.</param>
/// <param name="DaysOff">Quiet all day on days that are no working days by the State Council's calendar.</param>
[GenerateSerializer, Immutable, Alias("quiet-hours")]
public sealed record QuietHours(string From, string To, bool DaysOff);

/// <param name="Port">1–65535.</param>
/// <param name="UserName">Null sends without signing in.</param>
/// <param name="To">1–20 addresses.</param>
[GenerateSerializer, Immutable, Alias("mail-settings")]
public sealed record MailSettings(string Host, int Port, MailSecurity Security, string? UserName, string From, ImmutableArray<string> To);

/// <summary>A channel without what is secret about it.</summary>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="Alerts">Kinds of alerts it carries; empty means all.</param>
/// <param name="Quiet">Null sends at any hour.</param>
/// <param name="DigestOver">When more than this many alerts of one kind wait, they go as one message; 2–50.</param>
/// <param name="Keyword">A word the robot demands in every message; null when it demands none.</param>
/// <param name="BoardAddress">Where links in messages lead, e.g. <c>https://dudao.example.gov.cn</c>; null sends none.</param>
/// <param name="Address">The address with its secret part masked; null for mail.</param>
[GenerateSerializer, Immutable, Alias("channel-settings")]
public sealed record ChannelSettings(
    ChannelKind Kind,
    string Name,
    bool Enabled,
    string Language,
    ImmutableArray<string> Alerts,
    QuietHours? Quiet,
    int DigestOver,
    string? Keyword,
    MailSettings? Mail,
    string? BoardAddress,
    string? Address
);

/// <summary>Makes a channel or replaces it. Alerts raised before it was made, or while it is switched off, are not sent.</summary>
/// <param name="Address">The whole address with its key; null keeps the one there is.</param>
/// <param name="Secret">Signing secret or mail password; null keeps the one there is, an empty text removes it.</param>
/// <param name="Over">The version seen as the newest: another one by now refuses. Null does not check.</param>
[GenerateSerializer, Immutable, Alias("put-channel")]
public sealed record PutChannel(string Channel, ChannelSettings Settings, string? Address, string? Secret, int? Over)
{
    /// <summary>Never the secrets: records print all they have, and texts end up in logs.</summary>
    public override string ToString() => $"{nameof(PutChannel)} {Channel}";
}

/// <summary>Ends a channel. What waited is not sent any more.</summary>
[GenerateSerializer, Immutable, Alias("remove-channel")]
public sealed record RemoveChannel(string Channel);

/// <summary>Sends a message now, whatever the hour.</summary>
[GenerateSerializer, Immutable, Alias("test-channel")]
public sealed record TestChannel(string Channel);

/// <summary>Sends once more what was given up, sent or left out.</summary>
/// <param name="Alert">Its sequence in the outbox.</param>
[GenerateSerializer, Immutable, Alias("resend-delivery")]
public sealed record ResendDelivery(string Channel, long Alert);

/// <param name="Delivered">The other side said that it took the message.</param>
/// <param name="Answer">What it said.</param>
[GenerateSerializer, Immutable, Alias("channel-test")]
public sealed record ChannelTest(bool Delivered, string Answer, DateTimeOffset At);

/// <summary>Exactly one of the two is set.</summary>
[GenerateSerializer, Immutable, Alias("channel-test-outcome")]
public sealed record ChannelTestOutcome(ChannelTest? Test, Refusal? Refusal);
