using System.Diagnostics.Metrics;

namespace Supervision.Gateway.Replies;

/// <summary>What only the gateway can count. Nothing here says who or what it was about.</summary>
internal static class GatewayMeter
{
    private static readonly Meter Meter = new("Supervision.Gateway");
    private static readonly Counter<long> Refusals = Meter.CreateCounter<long>(
        "supervision.refusals",
        "{refusal}",
        "Refusals and faults answered, by code."
    );
    private static readonly UpDownCounter<long> Watched = Meter.CreateUpDownCounter<long>(
        "supervision.boards.watched",
        "{watch}",
        "Boards watched over the hub at this moment."
    );

    public static void Refused(RefusalCode code) =>
        Refusals.Add(1, new KeyValuePair<string, object?>("code", code == RefusalCode.None ? "fault" : JsonNaming.Kebab(code)));

    public static void WatchBegins() => Watched.Add(1);

    public static void WatchEnds() => Watched.Add(-1);
}
