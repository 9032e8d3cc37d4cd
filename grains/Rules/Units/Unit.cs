namespace Supervision.Rules.Units;

/// <summary>Folds what happened into what later decisions need. The same fold serves live handling, replay and tests.</summary>
public static class Unit
{
    public static UnitState Replay(UnitState state, IEnumerable<Fact<UnitEvent>> facts) => facts.Aggregate(state, Evolve);

    public static UnitState Evolve(UnitState state, Fact<UnitEvent> fact)
    {
        var after = TurningAlerts.Turned(state, fact, UnitFold.Evolve(state, fact));
        return UnitEyes.Sees(state, fact.Event, after) ? after with { SeenVersion = after.SeenVersion + 1 } : after;
    }
}
