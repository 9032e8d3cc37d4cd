namespace Supervision.Gateway.Api.Units;

/// <summary>What a unit can't see of a visit: its inspector's appointment, and his visits to other units.</summary>
public static class VisitCheck
{
    /// <summary>The command with what the county shall look at; unchanged for anything but a visit, and for a visit nothing stands against.</summary>
    /// <param name="unit">Actor key.</param>
    public static async ValueTask<UnitCommand> Judged(IClusterClient cluster, string unit, UnitCommand command)
    {
        if (command is not RecordVisit { Visit: var visit } record || !Keys.IsCode(visit.Inspector) || visit.EndedAt <= visit.StartedAt)
            return command;
        using var system = Acting.AsSystem(); // the answer is the county's to see, not the inspector's
        var judgement = await cluster.GetGrain<IInspectorGrain>(Keys.Inspector(visit.Inspector)).Judge(unit, visit);
        return judgement.Flags.IsEmpty ? command : record with { Flags = judgement.Flags, Conflicts = judgement.Conflicts };
    }
}
