namespace Supervision.Actors.Boards;

/// <summary>What the children of a region last said of their months. Only those that changed since are asked again.</summary>
internal sealed class ChildMonths
{
    private readonly Dictionary<string, (long Version, CoverageSeries Series)> _known = new(StringComparer.Ordinal);

    /// <param name="ask">Null when the child does not answer: then what it said before stands, and its age shows in the series'.</param>
    /// <returns>What each gave, and the codes of those that never did, at any depth.</returns>
    public async Task<(IReadOnlyList<CoverageSeries> Given, ImmutableArray<string> Silent)> Of(
        IEnumerable<ChildSummary> children,
        Func<string, Task<CoverageSeries?>> ask
    )
    {
        var listed = children.ToList();
        foreach (var gone in _known.Keys.Except(listed.Select(child => child.Code)).ToList())
            _known.Remove(gone);
        await Task.WhenAll(
            listed
                .Where(child =>
                    !(_known.TryGetValue(child.Code, out var known) && known.Version >= child.Version && known.Series.Silent.IsEmpty)
                )
                .Select(Learn)
        );
        var given = listed.Where(child => _known.ContainsKey(child.Code)).Select(child => _known[child.Code].Series).ToList();
        return (
            given,
            [.. listed.Select(child => child.Code).Where(code => !_known.ContainsKey(code)), .. given.SelectMany(series => series.Silent)]
        );

        async Task Learn(ChildSummary child)
        {
            if (await ask(child.Code) is { } series)
                _known[child.Code] = (child.Version, series);
        }
    }
}
