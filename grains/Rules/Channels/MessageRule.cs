using System.Globalization;
using System.Text;

namespace Supervision.Rules.Channels;

/// <summary>A message as every channel can carry it: plain text, no markup.</summary>
/// <param name="Title">One line.</param>
/// <param name="Text">Begins with the title.</param>
/// <param name="Link">Null when the channel has no board address.</param>
public sealed record ChannelMessage(string Title, string Text, string? Link, ImmutableArray<Alert> Alerts);

/// <summary>What a message needs to know besides its alerts.</summary>
/// <param name="Sandbox">Simulated facts say so in every message.</param>
public sealed record MessageContext(string County, string CountyName, ChannelSettings Channel, bool Sandbox);

/// <summary>
/// The words of a message: unit, what, since when, on which ground, where to look. Nothing that is not on the county's board.
/// </summary>
public static class MessageRule
{
    /// <summary>企业微信 takes 2,048 bytes of text; the others more.</summary>
    public const int MaxBytes = 2_000;

    private const int NamesListed = 5;

    /// <param name="units">Actor key of each alert's unit, in the same order.</param>
    public static ChannelMessage Say(MessageContext context, ImmutableArray<Alert> alerts, ImmutableArray<string> units) =>
        alerts.Length == 1 ? Single(context, alerts[0], units[0]) : Digest(context, alerts);

    public static ChannelMessage Test(MessageContext context)
    {
        var (title, body) = IsEnglish(context)
            ? ("test message", $"The channel \"{context.Channel.Name}\" of {context.CountyName} works.")
            : ("测试消息", $"{context.CountyName}的通道“{context.Channel.Name}”已接通。");
        return Write(context, title, [body], Board(context), []);
    }

    private static ChannelMessage Single(MessageContext context, Alert alert, string unit)
    {
        var facts = AlertKinds.Of(alert.Kind);
        var link = Board(context) is { } board ? $"{board}?unit={Uri.EscapeDataString(unit)}" : null;
        var since = Refusals.Civil(alert.EffectiveAt)[..16];
        return IsEnglish(context)
            ? Write(
                context,
                $"{facts.Name.En}: {alert.UnitName}",
                [alert.Text.En, $"since {since}", .. Ground(facts.Clause?.En, "ground: ")],
                link,
                [alert]
            )
            : Write(
                context,
                $"{facts.Name.Zh}：{alert.UnitName}",
                [alert.Text.Zh, $"自 {since} 起", .. Ground(facts.Clause?.Zh, "依据：")],
                link,
                [alert]
            );
    }

    private static ChannelMessage Digest(MessageContext context, ImmutableArray<Alert> alerts)
    {
        var facts = AlertKinds.Of(alerts[0].Kind);
        var since = Refusals.Civil(alerts.Min(alert => alert.EffectiveAt))[..16];
        var names = alerts.Select(alert => alert.UnitName).Distinct(StringComparer.Ordinal).Take(NamesListed).ToList();
        var number = alerts.Length.ToString(CultureInfo.InvariantCulture);
        return IsEnglish(context)
            ? Write(
                context,
                $"{facts.Name.En}: {number} in {context.CountyName}",
                [
                    $"{string.Join(", ", names)}{(names.Count < alerts.Length ? ", …" : "")}",
                    $"since {since}",
                    .. Ground(facts.Clause?.En, "ground: "),
                ],
                Board(context),
                alerts
            )
            : Write(
                context,
                $"{facts.Name.Zh}：{context.CountyName} {number} 条",
                [
                    $"{string.Join('、', names)}{(names.Count < alerts.Length ? "等" : "")}",
                    $"最早自 {since} 起",
                    .. Ground(facts.Clause?.Zh, "依据："),
                ],
                Board(context),
                alerts
            );
    }

    private static IEnumerable<string> Ground(string? clause, string word) => clause is null ? [] : [word + clause];

    private static ChannelMessage Write(
        MessageContext context,
        string title,
        IEnumerable<string> lines,
        string? link,
        ImmutableArray<Alert> alerts
    )
    {
        var mark = IsEnglish(context)
            ? context.Sandbox
                ? "[Supervision, demonstration] "
                : "[Supervision] "
            : context.Sandbox
                ? "【督导提醒·演示】"
                : "【督导提醒】";
        var head = Plain(mark + title);
        if (context.Channel.Keyword is { Length: > 0 } keyword && !head.Contains(keyword, StringComparison.Ordinal))
            head += $"（{keyword}）";
        var body = Fit(
            string.Join('\n', lines.Select(Plain).Prepend(head)),
            MaxBytes - (link is null ? 0 : Encoding.UTF8.GetByteCount(link) + 1)
        );
        return new(head, link is null ? body : $"{body}\n{link}", link, alerts);
    }

    /// <summary>No line breaks and no angle brackets: some robots read tags in plain text as a call to everybody.</summary>
    private static string Plain(string text) =>
        new([
            .. text.Select(c =>
                c switch
                {
                    '<' => '＜',
                    '>' => '＞',
                    _ when char.IsControl(c) => ' ',
                    _ => c,
                }
            ),
        ]);

    private static string Fit(string text, int bytes)
    {
        if (Encoding.UTF8.GetByteCount(text) <= bytes)
            return text;
        var kept = new StringBuilder();
        var room = bytes - 3;
        foreach (var rune in text.EnumerateRunes())
        {
            if ((room -= rune.Utf8SequenceLength) < 0)
                break;
            kept.Append(rune);
        }

        return kept.Append('…').ToString();
    }

    private static string? Board(MessageContext context) =>
        context.Channel.BoardAddress is { } address ? $"{address.TrimEnd('/')}/county/{context.County}" : null;

    private static bool IsEnglish(MessageContext context) => context.Channel.Language == "en";
}
