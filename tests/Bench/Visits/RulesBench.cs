namespace Supervision.Bench;

/// <summary>What one visit costs in the rules alone: nanoseconds and bytes allocated, medians of several rounds.</summary>
internal static class RulesBench
{
    private const int Calls = 50_000;
    private static readonly DateTimeOffset Present = CivilTime.StartOf(new(2026, 4, 30)).AddHours(20);

    public static int Run(int rounds)
    {
        var rules = new Rulebook(new SchoolCalendar(Calendars.StateCouncil, Calendars.TermsOf("33")));
        var state = School(rules);
        var visit = new RecordVisit(
            new(
                Guid.CreateVersion7(),
                "督学-330521-01",
                VisitKind.Regular,
                Present.AddHours(-3),
                Present.AddHours(-2),
                [new(VisitMethod.SiteInspection, 1)],
                null
            )
        );
        var facts = ((Decision<UnitEvent>.Accepted)UnitDecisions.Decide(state, visit, new(Actor.System, Guid.Empty, Present, rules))).Facts;
        var after = Unit.Replay(state, facts);
        var summary = Summaries.Of(after, 200, rules);
        Console.WriteLine(
            $"{Environment.ProcessorCount} cores, .NET {Environment.Version}; {rounds} rounds of {Calls:N0} calls, medians; state {RulesJson.Write(after).Length:N0} bytes, summary {RulesJson.Write(summary).Length:N0} bytes"
        );
        Console.WriteLine("\n| step | ns | bytes |\n|---|---:|---:|");
        Stopwatches.Measure("advance, nothing due", rounds, Calls, () => UnitClock.Advance(state, Present, rules));
        Stopwatches.Measure(
            "decide a visit",
            rounds,
            Calls,
            () => UnitDecisions.Decide(state, visit, new(Actor.System, Guid.Empty, Present, rules))
        );
        Stopwatches.Measure("evolve", rounds, Calls, () => Unit.Replay(state, facts));
        Stopwatches.Measure("summary with reasons", rounds, Calls, () => Summaries.Of(after, 200, rules));
        Stopwatches.Measure("summary as JSON", rounds, Calls, () => RulesJson.Write(summary));
        Stopwatches.Measure("event as JSON", rounds, Calls, () => RulesJson.Write(facts[0].Event));
        return 0;
    }

    private static UnitState School(Rulebook rules)
    {
        var profile = new Profile(
            UnitKind.School,
            "2133901746",
            "德清县第一小学",
            "330521",
            "330521001",
            "武康街道",
            "primary",
            UnitStatus.Active,
            600
        );
        var start = CivilTime.StartOf(new(2025, 3, 3));
        var registered = (Decision<UnitEvent>.Accepted)
            UnitDecisions.Decide(
                UnitState.Empty,
                new RegisterUnit(profile, new("督学-330521-01", new(2025, 3, 1), null)),
                new(Actor.System, Guid.Empty, start, rules)
            );
        var state = Unit.Replay(UnitState.Empty, registered.Facts);
        for (var day = start.AddDays(5); day < Present.AddDays(-2); day = day.AddDays(11))
        {
            state = Unit.Replay(state, UnitClock.Advance(state, day, rules));
            var visit = new Visit(
                Guid.CreateVersion7(),
                "督学-330521-01",
                VisitKind.Regular,
                day.AddHours(-2),
                day.AddHours(-1),
                [new(VisitMethod.SiteInspection, 1)],
                null
            );
            state = Unit.Replay(
                state,
                (
                    (Decision<UnitEvent>.Accepted)
                        UnitDecisions.Decide(state, new RecordVisit(visit), new(Actor.System, Guid.Empty, day, rules))
                ).Facts
            );
        }

        return Unit.Replay(state, UnitClock.Advance(state, Present, rules));
    }
}
