using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Actors.Units;

/// <summary>What a unit is asked to show.</summary>
internal abstract partial class UnitGrain
{
    public async Task<UnitView?> Read()
    {
        // A page can be read by any clock; what has fallen due waits for a right one.
        if (!_unit.State.Exists)
            return null;
        var summary = clock.IsTrusted
            ? (await Advance())!
            : Summaries.Of(_unit.State, _unit.Version, await rulebooks.Of(_unit.State.Profile!.County));
        var documents = await journal.Documents(_unit.Stream);
        var rules = await rulebooks.Of(summary.County);
        return CaseFiles.View(
            _unit.State,
            summary,
            rules,
            CaseFiles.Documents(
                documents,
                await rulebooks.NameOf(summary.County),
                document => _unit.State.VoidPapers.Contains(document.Id)
            ),
            CivilTime.DateOf(clock.Reading)
        );
    }

    public Task<string?> County() => Task.FromResult(_unit.State.Profile?.County);

    public Task<UnitStanding> Standing(string? inspector) =>
        Task.FromResult(new UnitStanding(_unit.State.Profile?.County, IsBarred(inspector)));

    public bool IsBarred(string? inspector) => inspector is not null && _unit.State.Recusals.Any(recusal => recusal.Inspector == inspector);

    public async Task<UnitView?> Past(DateTimeOffset asOf, DateTimeOffset known)
    {
        var stream = this.GetPrimaryKeyString();
        var events = await journal.EventsKnown(stream, known);
        // The county it was in decides by which terms and policies it was judged.
        if (Hindsight.Of(events, asOf, await rulebooks.Of(_unit.State.Profile?.County ?? "")) is not { State.Profile: { } profile })
            return null;
        var county = Hindsight.County(await journal.EventsKnown(Keys.County(profile.County), known));
        var rules = Rules.Counties.County.Rulebook(county);
        var (state, version, _) = Hindsight.Of(events, asOf, rules)!.Value;
        var documents = (await journal.Documents(stream)).Where(document => document.IssuedAt <= asOf).ToList();
        return CaseFiles.View(
            state,
            Summaries.Of(state, version, rules),
            rules,
            CaseFiles.Documents(documents, county.Profile?.Name ?? profile.County, document => state.VoidPapers.Contains(document.Id)),
            CivilTime.DateOf(asOf)
        );
    }

    public async Task<ImmutableArray<HistoryEntry>> History(long beforeVersion, int take) =>
        [
            .. (await journal.History(this.GetPrimaryKeyString(), beforeVersion, Math.Clamp(take, 1, 200))).Select(stored =>
                Entry(stored, stored.Version)
            ),
        ];

    public async Task<ImmutableArray<HistoryEntry>> HistoryAsSeen(long beforeVersion, int take)
    {
        var entries = new List<HistoryEntry>();
        var state = UnitState.Empty;
        foreach (var stored in (await journal.Read(this.GetPrimaryKeyString(), 0))?.Events ?? [])
        {
            var happened = RulesJson.Read<UnitEvent>(stored.Payload.Span);
            state = Unit.Evolve(state, new(happened, stored.EffectiveAt, stored.RecordedAt));
            if (!UnitEyes.IsHidden(happened) && state.SeenVersion < beforeVersion)
                entries.Add(Entry(stored, state.SeenVersion));
        }

        return [.. entries.AsEnumerable().Reverse().Take(Math.Clamp(take, 1, 200))];
    }

    private static HistoryEntry Entry(StoredEvent stored, long version) =>
        new(version, stored.Kind, stored.EffectiveAt, stored.RecordedAt, stored.Actor, stored.OpId, stored.Payload);

    public async Task<ImmutableArray<AlertView>> Alerts(long beforeSequence, int take, string? recipient) =>
        _unit.State.Profile is not { } profile
            ? []
            :
            [
                .. (await journal.Alerts(new(profile.County, Math.Clamp(take, 1, 500), beforeSequence, recipient, _unit.Stream))).Select(
                    StoredAlerts.View
                ),
            ];

    public async Task<ImmutableArray<string>> StandingAlerts()
    {
        await Advance();
        return [.. AlertRules.Standing(_unit.State).Select(alert => StandingAlert.Matter(alert.Id))];
    }
}
