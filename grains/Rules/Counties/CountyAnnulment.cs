namespace Supervision.Rules.Counties;

/// <summary>Shortfalls noticed by a wrong clock, or of months that are not over, and every measure that rested on one. Roots of days that were sealed stay: they hold what was there.</summary>
public static class CountyAnnulment
{
    /// <summary>Null when there is nothing to annul.</summary>
    /// <param name="history">The whole stream.</param>
    public static AnnulmentPlan<CountyState, CountyEvent>? Of(
        IReadOnlyList<Recorded<CountyEvent>> history,
        AnnulFacts command,
        DateTimeOffset now
    )
    {
        var gone = Annulments.Of(history);
        var (months, steps, annulled, resolved, kinds) = (
            new HashSet<Period>(),
            new HashSet<int>(),
            new List<long>(),
            new List<string>(),
            new List<string>()
        );
        var believed = CountyState.Empty;
        foreach (var recorded in history.Where(recorded => !gone.Contains(recorded.Version)))
        {
            believed = County.Evolve(believed, recorded.Fact);
            if (!IsGone(recorded.Fact))
                continue;
            annulled.Add(recorded.Version);
            kinds.Add(EventNames<CountyEvent>.Of(recorded.Fact.Event));
            if (CountyAlerts.Raised(recorded.Fact, believed) is { } alert)
                resolved.Add(alert.Id);
        }

        if (annulled.Count == 0)
            return null;
        ImmutableArray<Fact<CountyEvent>> facts =
        [
            new(
                new CountyFactsAnnulled(
                    [.. annulled],
                    command.From,
                    command.To,
                    command.Reason,
                    command.Document,
                    command.By,
                    believed.OfLadder.LastStep
                ),
                now,
                now
            ),
        ];
        var after = history
            .Where(recorded => !gone.Contains(recorded.Version) && !annulled.Contains(recorded.Version))
            .Select(recorded => recorded.Fact)
            .Concat(facts)
            .Aggregate(CountyState.Empty, County.Evolve);
        return new(facts, after, [.. resolved], new([.. kinds], [], resolved.Count, 0));

        bool IsGone(Fact<CountyEvent> fact) =>
            fact.Event switch
            {
                CoverageBelow e => (command.Covers(fact.RecordedAt) || e.Month.End > now) && (months.Add(e.Month) || true),
                CoverageRestated e => months.Contains(e.Month),
                CountyStepProposed e => e.By == Actor.System.Name && e.Months.Any(months.Contains) && (steps.Add(e.No) || true),
                CountyStepDecided e => steps.Contains(e.No),
                CountyStepRejected e => steps.Contains(e.No),
                CountyStepLapsed e => steps.Contains(e.No),
                CountyStepDischarged e => steps.Contains(e.No),
                _ => false,
            };
    }
}
