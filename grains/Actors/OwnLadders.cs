namespace Supervision.Actors;

/// <summary>Heads and alerts that an inspector's or a county's facts carry into their commit, and their history in words.</summary>
internal static class OwnLadders
{
    private const int Entries = 100;

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

    /// <summary>Newest first.</summary>
    public static async Task<ImmutableArray<LadderEntry>> History<TEvent>(IJournal journal, string stream, Func<TEvent, Text> say) =>
    [
        .. (await journal.History(stream, long.MaxValue, Entries))
            .Select(stored => new LadderEntry(stored.Version, stored.Kind, stored.EffectiveAt, stored.RecordedAt, stored.Actor, say(RulesJson.Read<TEvent>(stored.Payload.Span)))),
    ];

    /// <summary>What was raised and went away within the same facts is not raised.</summary>
    private static Projection Of(Head head, IEnumerable<Alert?> raised, IEnumerable<string> resolved)
    {
        var gone = resolved.ToList();
        return new(head, [.. raised.OfType<Alert>().Where(alert => !gone.Contains(alert.Id)).Select(UnitProjection.Store)], gone);
    }
}
