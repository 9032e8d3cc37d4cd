using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Supervision.Silo.Channels;

/// <summary>
/// A signed POST. The receiver computes HMAC-SHA256 with the shared secret over <c>{timestamp}.{body}</c>, compares it with
/// <c>X-Supervision-Signature</c> in constant time, refuses a timestamp more than five minutes off, and ignores an
/// <c>X-Supervision-Delivery</c> it has seen: a message whose answer was lost comes again under the same one.
/// </summary>
internal static class SignedWebhook
{
    public static OutgoingPost Post(ChannelTarget target, ChannelMessage message, Guid delivery, DateTimeOffset now)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                delivery,
                county = target.County,
                title = message.Title,
                text = message.Text,
                link = message.Link,
                alerts = message.Alerts.Select(alert => new
                {
                    id = alert.Id,
                    kind = alert.Kind,
                    severity = AlertKinds.Of(alert.Kind).Severity,
                    unitName = alert.UnitName,
                    text = alert.Text,
                    effectiveAt = alert.EffectiveAt.UtcDateTime,
                    detectedAt = alert.DetectedAt.UtcDateTime,
                }),
            },
            Robots.Json
        );
        var timestamp = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return new(
            new(target.Address!),
            body,
            [
                new("X-Supervision-Delivery", delivery.ToString()),
                new("X-Supervision-Timestamp", timestamp),
                new("X-Supervision-Signature", "sha256=" + Sign(target.Secret ?? "", timestamp, body)),
            ]
        );
    }

    private static string Sign(string secret, string timestamp, byte[] body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp + "."));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
