namespace Supervision.Actors.Steps;

/// <summary>Heads and alerts that an inspector's or a county's facts carry into their commit, and their history in words.</summary>
internal static class OwnLadders
{
    private const int Entries = 100;
    private const int Page = 500;

    public static Projection Of(
        Aggregate<InspectorState, InspectorEvent> inspector,
        ImmutableArray<Fact<InspectorEvent>> facts,
        InspectorState after
    )
    {
        var profile = after.Profile!;
        var head = new Head(
            inspector.Stream,
            inspector.Version + facts.Length,
            profile.County,
            profile.Code,
            null,
            RulesJson.Write(profile)
        );
        return Of(head, InspectorAlerts.Of(inspector.State, facts));
    }

    public static Projection Of(Aggregate<CountyState, CountyEvent> county, ImmutableArray<Fact<CountyEvent>> facts, CountyState after)
    {
        var profile = after.Profile!;
        var head = new Head(county.Stream, county.Version + facts.Length, Keys.Code(county.Stream), null, null, RulesJson.Write(profile));
        return Of(
            head,
            new(
                [.. facts.Select(fact => CountyAlerts.Raised(fact, after)).OfType<Alert>()],
                [.. facts.Select(fact => CountyAlerts.Ended(fact, after)).OfType<AlertEnd>()]
            )
        );
    }

    /// <summary>Newest first, without the roots of days: those are no news.</summary>
    public static async Task<ImmutableArray<LadderEntry>> History<TEvent>(IJournal journal, string stream, Func<TEvent, Text> say)
    {
        var entries = new List<LadderEntry>();
        for (var before = long.MaxValue; ; )
        {
            var page = await journal.History(stream, before, Page);
            foreach (var stored in page)
            {
                if (entries.Count == Entries)
                    break;
                var happened = RulesJson.Read<TEvent>(stored.Payload.Span);
                if (happened is not AuditRootSealed)
                    entries.Add(new(stored.Version, stored.Kind, stored.EffectiveAt, stored.RecordedAt, stored.Actor, say(happened)));
            }

            if (page.Count < Page || entries.Count == Entries)
                return [.. entries];
            before = page[^1].Version;
        }
    }

    /// <summary>What a command's facts would bring an inspector.</summary>
    public static Preview Preview(InspectorState before, ImmutableArray<Fact<InspectorEvent>> facts)
    {
        var (after, events) = Told(before, facts, Inspector.Evolve, InspectorTexts.Say);
        var running = before.Steps.Where(step => step.IsOpen).Select(step => (step.No, step.Due)).ToHashSet();
        ImmutableArray<CaseDeadline> deadlines =
        [
            .. after
                .Steps.Where(step => step is { IsOpen: true, Due: not null } && !running.Contains((step.No, step.Due)))
                .Select(Deadline),
        ];
        return new(null, events, deadlines, [], [.. InspectorAlerts.Of(before, facts).Raised.Select(Told)], null, null);
    }

    /// <summary>What a command's facts would bring a county; its measures have no clocks.</summary>
    public static Preview Preview(CountyState before, ImmutableArray<Fact<CountyEvent>> facts)
    {
        var (after, events) = Told(before, facts, County.Evolve, CountyTexts.Say);
        return new(
            null,
            events,
            [],
            [],
            [.. facts.Select(fact => CountyAlerts.Raised(fact, after)).OfType<Alert>().Select(Told)],
            null,
            null
        );
    }

    private static (TState After, ImmutableArray<PreviewedEvent> Events) Told<TState, TEvent>(
        TState before,
        ImmutableArray<Fact<TEvent>> facts,
        Func<TState, Fact<TEvent>, TState> evolve,
        Func<TEvent, Text> say
    )
        where TEvent : class
    {
        var (state, events) = (before, new List<PreviewedEvent>());
        foreach (var fact in facts)
        {
            state = evolve(state, fact);
            events.Add(new(EventNames<TEvent>.Of(fact.Event), fact.EffectiveAt, say(fact.Event)));
        }

        return (state, [.. events]);
    }

    private static PreviewedAlert Told(Alert alert) => new(alert.Kind, alert.Recipients, alert.Text);

    private static CaseDeadline Deadline(InspectorStep step)
    {
        var (kind, due) = (step.State == StepState.Proposed ? DeadlineKind.Decide : DeadlineKind.Acknowledge, step.Due!.Value);
        return new(CaseKind.Step, step.No, kind, due, CivilTime.EndOf(due), false, DeadlineWords.Of(kind), StepWords.WhenPassed);
    }

    private static Projection Of(Head head, AlertChanges alerts) =>
        new(head, [.. alerts.Raised.Select(StoredAlerts.Store)], [.. alerts.Ended.Select(StoredAlerts.Store)]);
}
