namespace Supervision.Gateway.Api;

/// <summary>What only the edge can see of a visit: where its inspector was on other units' visits.</summary>
public static class TravelCheck
{
    /// <summary>The command with the flags the county shall look at; unchanged for anything but a visit with a place.</summary>
    /// <param name="unit">Actor key.</param>
    public static async ValueTask<UnitCommand> Flagged(IClusterClient cluster, string unit, UnitCommand command)
    {
        if (command is not RecordVisit { Visit: { Content.Presence: { Mocked: false } presence } visit } record || !Keys.IsCode(visit.Inspector) || visit.EndedAt <= visit.StartedAt) return command;
        using var system = Acting.AsSystem(); // the answer is the county's to see, not the inspector's
        var implausible = await cluster.GetGrain<IInspectorGrain>(Keys.Inspector(visit.Inspector)).TravelFlag(unit, presence, visit.StartedAt, visit.EndedAt);
        return implausible ? record with { Flags = [VisitFlag.ImplausibleTravel] } : command;
    }
}
