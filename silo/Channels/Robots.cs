using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Supervision.Silo.Channels;

internal sealed record OutgoingPost(Uri Address, byte[] Body, IReadOnlyList<KeyValuePair<string, string>> Headers);

/// <summary>
/// The three robots as their makers document them. All of them answer HTTP 200 whatever happened; what counts is the code in the
/// body. Messages are plain text: markup would let a school's name become a link or a call to everybody.
/// </summary>
internal static class Robots
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>钉钉 blocks a robot that sends too fast for ten minutes.</summary>
    private static readonly TimeSpan DingTalkBlock = TimeSpan.FromMinutes(10);

    public static OutgoingPost WeCom(string address, ChannelMessage message) =>
        new(new(address), JsonSerializer.SerializeToUtf8Bytes(new { msgtype = "text", text = new { content = message.Text } }, Json), []);

    /// <summary>With a secret (加签) the address carries the time and its signature: Base64(HMAC-SHA256(secret, time + "\n" + secret)).</summary>
    public static OutgoingPost DingTalk(string address, string? secret, ChannelMessage message, DateTimeOffset now)
    {
        if (secret is not null)
        {
            var timestamp = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
            var sign = Convert.ToBase64String(
                HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"))
            );
            address += $"&timestamp={timestamp}&sign={Uri.EscapeDataString(sign)}";
        }

        return new(
            new(address),
            JsonSerializer.SerializeToUtf8Bytes(new { msgtype = "text", text = new { content = message.Text } }, Json),
            []
        );
    }

    /// <summary>With a secret (签名校验) the body carries the time in seconds and Base64(HMAC-SHA256(time + "\n" + secret, nothing)).</summary>
    public static OutgoingPost Feishu(string address, string? secret, ChannelMessage message, DateTimeOffset now)
    {
        var content = new { text = message.Text };
        if (secret is null)
            return new(new(address), JsonSerializer.SerializeToUtf8Bytes(new { msg_type = "text", content }, Json), []);
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{timestamp}\n{secret}"), Array.Empty<byte>()));
        return new(
            new(address),
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    timestamp,
                    sign,
                    msg_type = "text",
                    content,
                },
                Json
            ),
            []
        );
    }

    public static SendResult Judge(ChannelKind kind, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return Strange(body);
            var (codeName, textName) = kind == ChannelKind.Feishu ? ("code", "msg") : ("errcode", "errmsg");
            // 飞书 answered StatusCode instead of code for years, and some deployments still do.
            if (!root.TryGetProperty(codeName, out var code) && !root.TryGetProperty("StatusCode", out code))
                return Strange(body);
            if (!code.TryGetInt64(out var number))
                return Strange(body);
            var text = root.TryGetProperty(textName, out var said) ? said.ToString() : "";
            return number == 0
                ? new(SendOutcome.Delivered, text.Length == 0 ? "ok" : text)
                : new(SendOutcome.Refused, $"{codeName} {number}: {text}", RestAfter(kind, number));
        }
        catch (JsonException)
        {
            return Strange(body);
        }
    }

    private static TimeSpan? RestAfter(ChannelKind kind, long code) =>
        (kind, code) switch
        {
            (ChannelKind.WeCom, 45009) => TimeSpan.FromMinutes(1),
            (ChannelKind.DingTalk, 130101 or 410100) => DingTalkBlock,
            (ChannelKind.Feishu, 11232 or 9499) => TimeSpan.FromMinutes(1),
            _ => null,
        };

    /// <summary>A page of a proxy, most likely.</summary>
    private static SendResult Strange(string body) => new(SendOutcome.Refused, "回答不是机器人的格式 / not a robot's answer: " + body);
}
