namespace Supervision.Rules.Inspectors;

/// <summary>Missed duties that a wrong clock charged to the inspector never were, nor what rested on them.</summary>
/// <param name="Versions">Ascending.</param>
/// <param name="LastStep">The highest number a measure ever had: it is not given again.</param>
public sealed record InspectorFactsAnnulled(
    ImmutableArray<long> Versions,
    DateTimeOffset From,
    DateTimeOffset To,
    string Reason,
    string Document,
    string By,
    int LastStep
) : InspectorEvent, IAnnulment;

/// <summary>What a wrong clock charged to an inspector is annulled once the units have annulled it: duties that are no longer missed there, and every measure that rested on one.</summary>
public static class InspectorAnnulment
{
    /// <summary>Null when there is nothing to annul.</summary>
    /// <param name="history">The whole stream.</param>
    /// <param name="isMissed">What the units say now.</param>
    public static AnnulmentPlan<InspectorState, InspectorEvent>? Of(
        IReadOnlyList<Recorded<InspectorEvent>> history,
        AnnulFacts command,
        Func<DutyRef, bool> isMissed,
        DateTimeOffset now
    )
    {
        var gone = Annulments.Of(history);
        var (duties, steps, annulled, kinds) = (new HashSet<DutyRef>(), new HashSet<int>(), new List<long>(), new List<string>());
        var believed = InspectorState.Empty;
        foreach (var recorded in history.Where(recorded => !gone.Contains(recorded.Version)))
        {
            believed = Inspector.Evolve(believed, recorded.Fact);
            if (!IsGone(recorded.Fact.Event))
                continue;
            annulled.Add(recorded.Version);
            kinds.Add(EventNames<InspectorEvent>.Of(recorded.Fact.Event));
        }

        if (annulled.Count == 0)
            return null;
        ImmutableArray<Fact<InspectorEvent>> facts =
        [
            new(
                new InspectorFactsAnnulled(
                    [.. annulled],
                    command.From,
                    command.To,
                    command.Reason,
                    command.Document,
                    command.By,
                    believed.LastStep
                ),
                now,
                now
            ),
        ];
        var after = history
            .Where(recorded => !gone.Contains(recorded.Version) && !annulled.Contains(recorded.Version))
            .Select(recorded => recorded.Fact)
            .Concat(facts)
            .Aggregate(InspectorState.Empty, Inspector.Evolve);
        ImmutableArray<string> resolved = [.. InspectorAlerts.Ids(believed).Except(InspectorAlerts.Ids(after))];
        return new(facts, after, resolved, new([.. kinds], [], resolved.Length, 0));

        bool IsGone(InspectorEvent happened) =>
            happened switch
            {
                DutyMissed e => !isMissed(new(e.Unit, e.Period)) && (duties.Add(new(e.Unit, e.Period)) || true),
                DutyRestated e => duties.Contains(new(e.Unit, e.Period)),
                ReminderIssued e => e.Duties.Any(duties.Contains) && (steps.Add(e.No) || true),
                StepProposed e => e.By == Actor.System.Name && e.Duties.Any(duties.Contains) && (steps.Add(e.No) || true),
                StepDecided e => steps.Contains(e.No),
                StepRejected e => steps.Contains(e.No),
                StepLapsed e => steps.Contains(e.No),
                ReminderAcknowledged e => steps.Contains(e.No),
                QualificationRevoked e => steps.Contains(e.No),
                _ => false,
            };
    }
}
