using Orleans.Concurrency;

namespace Supervision.Actors;

/// <summary>Answers what exists straight from the journal's heads; holds nothing, so any silo may answer.</summary>
[StatelessWorker]
internal sealed class DirectoryGrain(IJournal journal, Clock clock) : Grain, IDirectoryGrain
{
    public async Task<ImmutableArray<CountyProfile>> Counties(string prefix) => await Rows<CountyProfile>(["county"], prefix);

    public async Task<ImmutableArray<InspectorProfile>> Inspectors(string countyPrefix) => await Rows<InspectorProfile>(["inspector"], countyPrefix);

    public async Task<ImmutableArray<UnitSummary>> Units(string countyPrefix) => await Rows<UnitSummary>(UnitLookup.Kinds, countyPrefix);

    public Task<string?> Fact(string name) => journal.Fact(name);

    public Task<string> SetFactOnce(string name, string value) => journal.SetFactOnce(name, value);

    public async Task<StoredAnswer?> Answer(string scope, Guid opId) =>
        await journal.FindReceipt(scope, opId) is { } receipt ? new(receipt.Fingerprint, receipt.Body) : null;

    public async Task<StoredAnswer> KeepAnswer(string scope, Guid opId, StoredAnswer answer)
    {
        var receipt = await journal.KeepReceipt(scope, new(opId, answer.Fingerprint, clock.Now, answer.Body));
        return new(receipt.Fingerprint, receipt.Body);
    }

    private async Task<ImmutableArray<T>> Rows<T>(IReadOnlyList<string> kinds, string prefix) =>
        [.. (await journal.Heads(new(kinds, prefix.Length == 0 ? null : prefix))).Select(head => RulesJson.Read<T>(head.Summary.Span))];
}
