namespace Supervision.Actors;

/// <summary>Heads and alerts that an inspector's or a county's facts carry into their commit, and their history in words.</summary>
internal static class OwnLadders
{
    private const int Entries = 100;
    private const int Page = 500;

    public static Projection Of(Aggregate<InspectorState, InspectorEvent> inspector, ImmutableArray<Fact<InspectorEvent>> facts, InspectorState after)
    {
        var profile = after.Profile!;
        var head = new Head(inspector.Stream, inspector.Version + facts.Length, profile.County, profile.Code, null, RulesJson.Write(profile));
        return Of(head, facts.Select(fact => InspectorAlerts.Raised(fact, after)), facts.SelectMany(fact => InspectorAlerts.Resolved(fact, after)));
    }

    public static Projection Of(Aggregate<CountyState, CountyEvent> county, ImmutableArray<Fact<CountyEvent>> facts, CountyState after)
    {
        var profile = after.Profile!;
        var head = new Head(county.Stream, county.Version + facts.Length, Keys.Code(county.Stream), null, null, RulesJson.Write(profile));
        return Of(head, facts.Select(fact => CountyAlerts.Raised(fact, after)), facts.Select(fact => CountyAlerts.Resolved(fact, after)).OfType<string>());
    }

    /// <summary>Newest first, without the roots of days: those are no news.</summary>
    public static async Task<ImmutableArray<LadderEntry>> History<TEvent>(IJournal journal, string stream, Func<TEvent, Text> say)
    {
        var entries = new List<LadderEntry>();
        for (var before = long.MaxValue; ;)
        {
            var page = await journal.History(stream, before, Page);
            foreach (var stored in page)
            {
                if (entries.Count == Entries) break;
                var happened = RulesJson.Read<TEvent>(stored.Payload.Span);
                if (happened is not AuditRootSealed) entries.Add(new(stored.Version, stored.Kind, stored.EffectiveAt, stored.RecordedAt, stored.Actor, say(happened)));
            }

            if (page.Count < Page || entries.Count == Entries) return [.. entries];
            before = page[^1].Version;
        }
    }

    /// <summary>What a command's facts would bring an inspector.</summary>
    public static Preview Preview(InspectorState before, ImmutableArray<Fact<InspectorEvent>> facts)
    {
        var (after, events, alerts) = Told(before, facts, Inspector.Evolve, StepWords.Say, InspectorAlerts.Raised);
        var running = before.Steps.Where(step => step.IsOpen).Select(step => (step.No, step.Due)).ToHashSet();
        ImmutableArray<CaseDeadline> deadlines = [.. after.Steps.Where(step => step is { IsOpen: true, Due: not null } && !running.Contains((step.No, step.Due))).Select(Deadline)];
        return new(null, events, deadlines, [], alerts, null, null);
    }

    /// <summary>What a command's facts would bring a county; its measures have no clocks.</summary>
    public static Preview Preview(CountyState before, ImmutableArray<Fact<CountyEvent>> facts)
    {
        var (_, events, alerts) = Told(before, facts, County.Evolve, StepWords.Say, CountyAlerts.Raised);
        return new(null, events, [], [], alerts, null, null);
    }

    private static (TState After, ImmutableArray<PreviewedEvent> Events, ImmutableArray<PreviewedAlert> Alerts) Told<TState, TEvent>(
        TState before, ImmutableArray<Fact<TEvent>> facts, Func<TState, Fact<TEvent>, TState> evolve, Func<TEvent, Text> say, Func<Fact<TEvent>, TState, Alert?> raised)
        where TEvent : class
    {
        var (state, events, alerts) = (before, new List<PreviewedEvent>(), new List<PreviewedAlert>());
        foreach (var fact in facts)
        {
            state = evolve(state, fact);
            events.Add(new(EventNames<TEvent>.Of(fact.Event), fact.EffectiveAt, say(fact.Event)));
            if (raised(fact, state) is { } alert) alerts.Add(new(alert.Kind, alert.Recipients, alert.Text));
        }

        return (state, [.. events], [.. alerts]);
    }

    private static CaseDeadline Deadline(InspectorStep step)
    {
        var (kind, due) = (step.State == StepState.Proposed ? DeadlineKind.Decide : DeadlineKind.Acknowledge, step.Due!.Value);
        return new(CaseKind.Step, step.No, kind, due, CivilTime.EndOf(due), false, CaseWords.Of(kind), StepWords.WhenPassed);
    }

    /// <summary>What was raised and went away within the same facts is not raised.</summary>
    private static Projection Of(Head head, IEnumerable<Alert?> raised, IEnumerable<string> resolved)
    {
        var gone = resolved.ToList();
        return new(head, [.. raised.OfType<Alert>().Where(alert => !gone.Contains(alert.Id)).Select(UnitProjection.Store)], gone);
    }
}
