namespace Supervision.Rules.Units.Visits;

/// <summary>What supervision puts on a school in one week.</summary>
/// <param name="Visits">Made, whoever came and whatever they count for; one that is doubted counts once it is confirmed.</param>
/// <param name="Planned">Still to come; never for the school's own eyes.</param>
/// <param name="Limit">burden.maxVisitsPerWeek.</param>
[GenerateSerializer, Immutable, Alias("week-burden")]
public sealed record WeekBurden(DateOnly Monday, int Visits, int Planned, int Limit)
{
    public bool IsOver => Visits + Planned > Limit;
}

/// <summary>Visits to one school in a week from Monday to Sunday (burden.maxVisitsPerWeek). Too many of them warn the county; none is refused for it.</summary>
public static class Burden
{
    /// <summary>Null for an institution.</summary>
    public static WeekBurden? Of(UnitState state, DateOnly day, Rulebook rules)
    {
        if (state.Profile is not { Kind: UnitKind.School })
            return null;
        var monday = MondayOf(day);
        return new(
            monday,
            state.Visits.Count(mark => Lies(mark.StartedAt)),
            state.Plans.Count(plan => MondayOf(plan.Day) == monday),
            rules.PolicyOn(day).OfOffice.MaxVisitsPerWeek
        );

        bool Lies(DateTimeOffset instant) => MondayOf(CivilTime.DateOf(instant)) == monday;
    }

    /// <summary>Whether a week on record is over its limit still: a plan may have been dropped.</summary>
    internal static bool Exceeds(UnitState state, BurdenMark week)
    {
        var count = 0;
        foreach (var mark in state.Visits)
            if (MondayOf(CivilTime.DateOf(mark.StartedAt)) == week.Monday)
                count++;
        foreach (var plan in state.Plans)
            if (MondayOf(plan.Day) == week.Monday)
                count++;
        return count > week.Limit;
    }

    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-((int)day.DayOfWeek + 6) % 7);

    /// <summary>The facts of a command, with what they do to the school's week.</summary>
    internal static ImmutableArray<Fact<UnitEvent>> Weighed(
        UnitState before,
        ImmutableArray<Fact<UnitEvent>> facts,
        DecisionContext context
    )
    {
        for (var i = 0; i < facts.Length; i++)
        {
            if (Made(facts[i].Event) is { } visit)
            {
                var day = CivilTime.DateOf(visit.StartedAt);
                if (
                    Of(UnitFold.Replay(before, facts), day, context.Rules) is { } week
                    && week.Visits > week.Limit
                    && !(Of(before, day, context.Rules)!.Visits > week.Limit)
                )
                    return facts.Add(context.Fact(new VisitBurdenExceeded(week.Monday, week.Visits, week.Limit)));
            }
            else if (
                facts[i].Event is VisitPlanned { Week: null } planned
                && Of(UnitFold.Replay(before, facts), planned.Plan.Day, context.Rules) is { IsOver: true } week
            )
            {
                facts = facts.SetItem(
                    i,
                    facts[i] with
                    {
                        Event = planned with { Week = new(week.Monday, week.Visits + week.Planned, week.Limit, true) },
                    }
                );
            }
        }

        return facts;
    }

    private static Visit? Made(UnitEvent happened) =>
        happened switch
        {
            VisitAccepted e => e.Visit,
            VisitHeld e => e.Visit,
            _ => null,
        };
}
