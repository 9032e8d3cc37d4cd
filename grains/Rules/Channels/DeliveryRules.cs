namespace Supervision.Rules.Channels;

/// <summary>An alert a channel has not sent yet.</summary>
/// <param name="Alert">Its sequence in the outbox.</param>
/// <param name="Since">When the channel took it up.</param>
/// <param name="Delivery">Set when it was sent and nobody knows whether it arrived: it may only be sent again as it was, under this id.</param>
public sealed record WaitingAlert(long Alert, string Kind, int Attempts, DateTimeOffset Since, Guid? Delivery = null);

/// <summary>What goes into one message.</summary>
/// <param name="Delivery">The id to repeat; null for a message that was never sent.</param>
public sealed record DeliveryBatch(Guid? Delivery, ImmutableArray<long> Alerts);

/// <summary>What a channel sends next, how often, and when it gives up.</summary>
public static class DeliveryRules
{
    /// <summary>More of a kind go in the next message.</summary>
    public const int LargestDigest = 200;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(30);

    /// <summary>
    /// Messages whose fate is unknown come first, then what was tried least, the most severe and the oldest. A kind with more than
    /// <paramref name="digestOver"/> goes in one. Null when nothing is ready: the alerts of a midnight arrive within seconds of one
    /// another, so a kind waits until none was added for <paramref name="settle"/>, but not for longer than six times that.
    /// </summary>
    public static DeliveryBatch? Next(IReadOnlyCollection<WaitingAlert> waiting, int digestOver, DateTimeOffset now, TimeSpan settle)
    {
        if (waiting.Where(alert => alert.Delivery is not null).MinBy(alert => (alert.Attempts, alert.Alert)) is { } unsure)
            return new(
                unsure.Delivery,
                [.. waiting.Where(alert => alert.Delivery == unsure.Delivery).Select(alert => alert.Alert).Order()]
            );
        var kind = waiting
            .GroupBy(alert => alert.Kind, StringComparer.Ordinal)
            .Where(group => group.Max(alert => alert.Since) <= now - settle || group.Min(alert => alert.Since) <= now - (6 * settle))
            .MinBy(group => (group.Min(alert => alert.Attempts), -(int)AlertKinds.Of(group.Key).Severity, group.Min(alert => alert.Alert)));
        if (kind is null)
            return null;
        var ordered = kind.OrderBy(alert => alert.Attempts).ThenBy(alert => alert.Alert).Select(alert => alert.Alert);
        return new(null, [.. ordered.Take(kind.Count() > digestOver ? LargestDigest : 1)]);
    }

    /// <summary>How long a channel rests after its n-th failure in a row: doubling up to half an hour, spread by a quarter to either side.</summary>
    /// <param name="failures">1 and up.</param>
    /// <param name="spread">0–1, random.</param>
    public static TimeSpan Rest(int failures, TimeSpan first, double spread)
    {
        var delay = first * Math.Pow(2, Math.Min(failures - 1, 20));
        return (delay < LongestDelay ? delay : LongestDelay) * (0.75 + 0.5 * spread);
    }

    /// <summary>Messages a minute the other side takes: 企业微信 and 钉钉 block a robot that sends more.</summary>
    public static int PerMinute(ChannelKind kind) =>
        kind switch
        {
            ChannelKind.WeCom or ChannelKind.DingTalk => 20,
            ChannelKind.Feishu => 100,
            _ => 60,
        };
}
