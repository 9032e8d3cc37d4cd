namespace Supervision.Rules.Units.Ladder;

/// <summary>What follows from facts by the ladder's rules, at once and at the same instant; for commands, deadlines and replays of both.</summary>
internal static class Consequences
{
    /// <summary>The facts, each followed by what it brings about.</summary>
    public static ImmutableArray<Fact<UnitEvent>> Follow(UnitState state, IEnumerable<Fact<UnitEvent>> facts, Rulebook rules)
    {
        var course = new Course(state, rules);
        foreach (var fact in facts)
            course.Happen(fact);
        return course.Facts.DrainToImmutable();
    }

    /// <summary>A state on its way: facts go in, and their consequences with them.</summary>
    internal sealed class Course(UnitState state, Rulebook rules)
    {
        public ImmutableArray<Fact<UnitEvent>>.Builder Facts { get; } = ImmutableArray.CreateBuilder<Fact<UnitEvent>>();

        public UnitState State { get; private set; } = state;

        public void Happen(Fact<UnitEvent> fact)
        {
            Take(fact);
            while (State.Exists && Settlement.Next(State, fact.EffectiveAt, rules) is { } ends)
                Take(fact with { Event = ends });
        }

        private void Take(Fact<UnitEvent> fact)
        {
            var before = State;
            Facts.Add(fact);
            State = UnitFold.Evolve(before, fact);
            if (!State.Exists)
                return;
            var situation = new LadderSituation(before, fact, State, rules);
            foreach (var rule in LadderRules.All)
                if (rule.Asks(situation) is { } call)
                    foreach (var next in LadderCalls.Answer(State, call, fact, rules))
                        Take(fact with { Event = next });
        }
    }
}
