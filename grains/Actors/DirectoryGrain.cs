using Orleans.Concurrency;

namespace Supervision.Actors;

/// <summary>Answers what exists straight from the journal's heads; holds nothing, so any silo may answer.</summary>
[StatelessWorker]
internal sealed class DirectoryGrain(IJournal journal) : Grain, IDirectoryGrain
{
    public async Task<ImmutableArray<CountyProfile>> Counties(string prefix) => await Rows<CountyProfile>(["county"], prefix);

    public async Task<ImmutableArray<InspectorProfile>> Inspectors(string countyPrefix) => await Rows<InspectorProfile>(["inspector"], countyPrefix);

    public async Task<ImmutableArray<UnitSummary>> Units(string countyPrefix) => await Rows<UnitSummary>(["school", "institution"], countyPrefix);

    public Task<string?> Fact(string name) => journal.Fact(name);

    public Task<string> SetFactOnce(string name, string value) => journal.SetFactOnce(name, value);

    private async Task<ImmutableArray<T>> Rows<T>(IReadOnlyList<string> kinds, string prefix) =>
        [.. (await journal.Heads(new(kinds, prefix.Length == 0 ? null : prefix))).Select(head => RulesJson.Read<T>(head.Summary.Span))];
}
