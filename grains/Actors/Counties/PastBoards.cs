namespace Supervision.Actors.Counties;

/// <summary>
/// Boards as they were, folded from the journal at each question. A county's is made of the units that are its own by today's roster and
/// were then; every month there ever was is counted, not only those that rows still show.
/// </summary>
internal sealed class PastBoards(IJournal journal)
{
    /// <summary>Null when there was no such county.</summary>
    public async Task<BoardSnapshot?> OfCounty(string county, DateTimeOffset asOf, DateTimeOffset known)
    {
        var state = Hindsight.County(await journal.EventsKnown(Keys.County(county), known));
        if (state.Profile is not { } profile)
            return null;
        var rules = County.Rulebook(state);
        var rows = new List<UnitSummary>();
        var months = new List<(UnitKind Kind, bool Closed, ImmutableArray<DutyMark> Marks)>();
        foreach (var unit in (await journal.EventsKnownOf(county, UnitLookup.Kinds, known)).GroupBy(stored => stored.Stream))
        {
            if (Hindsight.Of([.. unit], asOf, rules) is not { State.Profile: { } of } past || of.County != county)
                continue;
            rows.Add(Summaries.Of(past.State, past.Version, rules));
            months.Add((of.Kind, of.Status == UnitStatus.Closed, past.Marks));
        }

        var month = Period.MonthOf(CivilTime.DateOf(asOf));
        var tally = Summaries.Tally(rows, 0);
        return new(
            Keys.County(county),
            profile.Name,
            0,
            asOf,
            rules.Calendar.IsProvisional(month.FirstDay, month.LastDay),
            tally with
            {
                Coverage = CoverageHistory.Behind(tally.Coverage, CoverageHistory.All(months)),
            },
            [.. rows],
            [],
            []
        );
    }

    /// <summary>The sum of its counties' boards, under the children it has today; null when no county of it was registered.</summary>
    public async Task<BoardSnapshot?> OfRegion(string region, DateTimeOffset asOf, DateTimeOffset known)
    {
        var (name, children, provisional) = (
            "",
            new SortedDictionary<string, (string Name, List<BoardTally> Tallies)>(StringComparer.Ordinal),
            false
        );
        foreach (var county in await Counties(region))
        {
            if (await OfCounty(county.Code, asOf, known) is not { } board)
                continue;
            var (code, called) = ChildOf(region, county);
            if (!children.TryGetValue(code, out var child))
                children[code] = child = (called, []);
            child.Tallies.Add(board.Tally);
            (name, provisional) = (NameOf(region, county), provisional || board.CalendarProvisional);
        }

        if (children.Count == 0)
            return null;
        var rows = children.Select(child => new ChildSummary(child.Key, child.Value.Name, 0, Sum(child.Value.Tallies), asOf)).ToList();
        return new(Keys.Region(region), name, 0, asOf, provisional, Sum(rows.Select(row => row.Tally)), [], [.. rows], []);
    }

    /// <summary>Coverage by month up to the instant; null when there was no such county or region.</summary>
    /// <param name="scope"><c>county/330521</c> or <c>region/3305</c>.</param>
    public async Task<CoverageSeries?> Series(string scope, DateTimeOffset asOf, DateTimeOffset known, int months)
    {
        var code = Keys.Code(scope);
        if (scope == Keys.County(code))
            return await OfCounty(code, asOf, known) is { } board
                ? new(code, board.Name, asOf, CoverageHistory.Of(board.Units, asOf, months), [])
                : null;
        var (name, parts) = ("", new List<ImmutableArray<CoverageTally>>());
        foreach (var county in await Counties(code))
        {
            if (await OfCounty(county.Code, asOf, known) is not { } part)
                continue;
            parts.Add(CoverageHistory.Of(part.Units, asOf, months));
            name = NameOf(code, county);
        }

        return parts.Count == 0 ? null : new(code, name, asOf, CoverageHistory.Sum(parts, asOf, months), []);
    }

    private async Task<List<CountyProfile>> Counties(string region) =>
        [
            .. (await journal.Heads(new(["county"], region == "CN" ? null : region))).Select(head =>
                RulesJson.Read<CountyProfile>(head.Summary.Span)
            ),
        ];

    private static BoardTally Sum(IEnumerable<BoardTally> parts)
    {
        var all = parts.ToList();
        var sum = Summaries.Sum(all);
        return sum with { Coverage = CoverageHistory.Behind(sum.Coverage, CoverageHistory.Add(all.Select(part => part.Coverage))) };
    }

    /// <summary>A county without a city between it and its province is the province's own child.</summary>
    private static (string Code, string Name) ChildOf(string region, CountyProfile county) =>
        region switch
        {
            "CN" => (county.Province, county.ProvinceName),
            { Length: 2 } when county.City != region => (county.City, county.CityName),
            _ => (county.Code, county.Name),
        };

    private static string NameOf(string region, CountyProfile county) =>
        region switch
        {
            "CN" => "全国",
            { Length: 2 } => county.ProvinceName,
            _ => county.CityName,
        };
}
