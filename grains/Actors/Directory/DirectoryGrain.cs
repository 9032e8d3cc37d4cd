using Orleans.Concurrency;

namespace Supervision.Actors.Directory;

/// <summary>Answers what exists straight from the journal's heads; holds nothing, so any silo may answer.</summary>
[StatelessWorker]
internal sealed class DirectoryGrain(IJournal journal, Rulebooks rulebooks, Clock clock) : Grain, IDirectoryGrain
{
    public async Task<ImmutableArray<CountyProfile>> Counties(string prefix) => await Rows<CountyProfile>(["county"], prefix);

    public async Task<ImmutableArray<InspectorProfile>> Inspectors(string countyPrefix) =>
        await Rows<InspectorProfile>(["inspector"], countyPrefix);

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

    public async Task<IssuePage> Issues(IssueFilter filter)
    {
        var query = new IssueQuery(
            filter.Area,
            filter.States.IsDefaultOrEmpty ? null : [.. filter.States.Select(state => state.ToString())],
            filter.Severity == Severity.None ? null : filter.Severity.ToString(),
            filter.Category,
            filter.Unit,
            filter.Inspector,
            filter.OpenOnly,
            filter.DueBefore,
            filter.After is { } after ? new(after.OpenedAt, after.Unit, after.No) : null,
            Math.Clamp(filter.Take, 1, 1_000),
            filter.Without.IsDefaultOrEmpty ? null : filter.Without
        );
        var rows = await journal.Issues(query);
        var total = await journal.CountIssues(query);
        var last = rows.Count == query.Take ? rows[^1] : null;
        // The row follows the unit to another inspector; what was written with the issue does not.
        return new(
            [.. rows.Select(row => RulesJson.Read<IssueRecord>(row.Payload.Span) with { Inspector = row.Inspector })],
            total,
            last is null ? null : new(last.OpenedAt, last.Stream, last.Number)
        );
    }

    public async Task<DocumentPage> Documents(DocumentFilter filter)
    {
        var query = new DocumentQuery(
            filter.County,
            filter.Year,
            filter.Kind == DocumentKind.None ? null : DocumentRules.Name(filter.Kind),
            filter.After is { } after ? new(after.Year, DocumentRules.Name(after.Kind), after.No) : null,
            Math.Clamp(filter.Take, 1, 1_000)
        );
        var name = await rulebooks.NameOf(filter.County);
        var stored = await journal.DocumentsOf(query);
        var rows = stored.Count == 0 ? [] : await Rows<UnitSummary>(UnitLookup.Kinds, filter.County);
        var voided = rows.Where(row => row.VoidPapers is not null)
            .ToDictionary(row => row.Unit, row => row.VoidPapers!.Value, StringComparer.Ordinal);
        var last = stored.Count == query.Take ? stored[^1] : null;
        return new([.. stored.Select(Registered)], last is null ? null : new(last.Year, DocumentRules.Parse(last.Kind), last.Number));

        RegisteredDocument Registered(StoredDocument document) =>
            new(
                document.Stream,
                document.Year,
                document.Number,
                CaseFiles.Documents([document], name, each => voided.TryGetValue(each.Stream, out var papers) && papers.Contains(each.Id))[
                    0
                ]
            );
    }

    public Task<BoardSnapshot?> PastBoard(string county, DateTimeOffset asOf, DateTimeOffset known) =>
        new PastBoards(journal).OfCounty(county, asOf, known);

    public Task<BoardSnapshot?> PastRegion(string region, DateTimeOffset asOf, DateTimeOffset known) =>
        new PastBoards(journal).OfRegion(region, asOf, known);

    public Task<CoverageSeries?> PastSeries(string scope, DateTimeOffset asOf, DateTimeOffset known, int months) =>
        new PastBoards(journal).Series(scope, asOf, known, months);

    private async Task<ImmutableArray<T>> Rows<T>(IReadOnlyList<string> kinds, string prefix) =>
        [.. (await journal.Heads(new(kinds, prefix.Length == 0 ? null : prefix))).Select(head => RulesJson.Read<T>(head.Summary.Span))];
}
