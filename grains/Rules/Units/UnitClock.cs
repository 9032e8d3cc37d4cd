namespace Supervision.Rules.Units;

/// <summary>Lets time pass for a unit: deadlines are data, and whoever looks, however late, finds the same facts (5.1.8).</summary>
public static class UnitClock
{
    /// <summary>
    /// Brings a state up to <paramref name="now"/>: every deadline at or before it, in order, each effective at its own instant
    /// and recorded now. Advancing twice changes nothing; one long step gives the same events as many short ones.
    /// </summary>
    public static ImmutableArray<Fact<UnitEvent>> Advance(UnitState state, DateTimeOffset now, Rulebook rules)
    {
        if (Deadlines.Next(state, rules) is not { } first || first.At > now)
            return [];
        var course = new Consequences.Course(state, rules);
        while (Deadlines.Next(course.State, rules) is { } due && due.At <= now)
            foreach (var happened in Deadlines.Fall(course.State, due, rules))
                course.Happen(new(happened, due.At, now));
        return course.Facts.DrainToImmutable();
    }
}
