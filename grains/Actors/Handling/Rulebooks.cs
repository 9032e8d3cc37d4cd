using System.Collections.Concurrent;

namespace Supervision.Actors.Handling;

/// <summary>
/// The rulebook of each county, folded from the county's own stream and kept for a minute. A unit never asks its county grain:
/// calls go one way. Being a minute late is harmless, because policies take effect on a later day than they are set.
/// </summary>
public sealed class Rulebooks(IJournal journal, TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, Entry> _entries = new();

    private sealed record Entry(Rulebook Rulebook, string CountyName, long Version, long LoadedAt);

    public ValueTask<Rulebook> Of(string county) =>
        _entries.TryGetValue(county, out var entry) && time.GetElapsedTime(entry.LoadedAt) < Fresh ? new(entry.Rulebook) : Load(county);

    /// <summary>What the county is called on its papers; its code while it is not registered.</summary>
    public async ValueTask<string> NameOf(string county)
    {
        await Of(county);
        return _entries.TryGetValue(county, out var entry) ? entry.CountyName : county;
    }

    /// <summary>Called by the county when its policy or calendar changed on this silo.</summary>
    public void Forget(string county) => _entries.TryRemove(county, out _);

    private async ValueTask<Rulebook> Load(string county)
    {
        var tail = await journal.Read(Keys.County(county), 0);
        var version = tail?.Head.Version ?? 0;
        if (_entries.TryGetValue(county, out var known) && known.Version == version)
        {
            _entries[county] = known with { LoadedAt = time.GetTimestamp() };
            return known.Rulebook;
        }

        var state = tail is null
            ? CountyState.Empty with
            {
                Profile = new(county, county, county[..Math.Min(4, county.Length)], "", county[..Math.Min(2, county.Length)], ""),
            }
            : StandingFacts
                .Of<CountyEvent>(tail.Events)
                .Aggregate(
                    CountyState.Empty,
                    (folded, stored) =>
                        County.Evolve(folded, new(RulesJson.Read<CountyEvent>(stored.Payload.Span), stored.EffectiveAt, stored.RecordedAt))
                );
        var rulebook = County.Rulebook(state);
        _entries[county] = new(rulebook, state.Profile!.Name, version, time.GetTimestamp());
        return rulebook;
    }
}
