namespace Supervision.Rules.Units;

/// <summary>Marks in a unit's state from when on its alerts are for other people, and so are raised anew.</summary>
internal static class TurningAlerts
{
    public static UnitState Turned(UnitState before, Fact<UnitEvent> fact, UnitState after)
    {
        switch (fact.Event)
        {
            case ResponsibleChanged e:
                var turns = after.Turns ?? new();
                if (e.From != e.To)
                    turns = turns with { Hands = Later(before, turns.Hands, fact.EffectiveAt) };
                return after with { Turns = e.To is null ? Vacant(turns, fact.EffectiveAt) : turns };
            case ProfileChanged e when before.Profile is { } known && known.County != e.Profile.County:
                turns = after.Turns ?? new();
                return after with { Turns = turns with { Moved = Later(before, turns.Moved, fact.EffectiveAt) } };
            case ProfileChanged { Profile.Status: UnitStatus.Suspended } when before.Profile is { Status: UnitStatus.Active }:
                turns = after.Turns ?? new();
                return after with { Turns = turns with { Paused = Later(before, turns.Paused, fact.EffectiveAt) } };
            case MeasureRevoked e when before.Ladder.Measures.Any(measure => measure.SupersededBy == e.No):
                turns = after.Turns ?? new();
                return after with { Turns = turns with { Revived = Later(before, turns.Revived, fact.EffectiveAt) } };
            default:
                return after;
        }
    }

    private static AlertTurns Vacant(AlertTurns turns, DateTimeOffset at)
    {
        var day = CivilTime.DateOf(at);
        return turns with { VacantOn = day, Vacancies = turns.VacantOn == day ? turns.Vacancies + 1 : 1 };
    }

    /// <summary>After every turn of its sort and every cause known, also when what happened reaches back behind them.</summary>
    private static DateTimeOffset Later(UnitState before, DateTimeOffset? turn, DateTimeOffset at)
    {
        foreach (var alert in AlertRules.Standing(before))
            if (alert.Since >= at)
                at = alert.Since.AddMilliseconds(1);
        return turn >= at ? turn.Value.AddMilliseconds(1) : at;
    }
}
