using Microsoft.Extensions.Logging;

namespace Supervision.Actors.Regions;

/// <summary>
/// A city, a province or the nation: the sum of its children's totals, numerators and denominators added. It owns nothing;
/// children report changes and are all asked anew every minute.
/// </summary>
[CollectionAgeLimit(Hours = 2)]
internal sealed partial class RegionGrain(IJournal journal, Clock clock, TimeProvider time, ILogger<RegionGrain> logger)
    : JournaledGrain,
        IRegionGrain
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly SortedDictionary<string, ChildSummary> _children = new(StringComparer.Ordinal);
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly ChildMonths _months = new();
    private BoardFeed _feed = null!;
    private IGrainTimer _push = null!;
    private IGrainTimer _refresh = null!;
    private bool _pushing;
    private string _name = "";
    private ImmutableArray<string> _listed = [];

    private string Code => Keys.Code(this.GetPrimaryKeyString());

    protected override async Task Load(CancellationToken cancellationToken)
    {
        _feed = new(await journal.ReserveEpoch(this.GetPrimaryKeyString(), cancellationToken), time);
        _push = this.RegisterGrainTimer(
            Push,
            new()
            {
                DueTime = Timeout.InfiniteTimeSpan,
                Period = Timeout.InfiniteTimeSpan,
                Interleave = true,
            }
        );
        await Collect();
        _refresh = this.RegisterGrainTimer(async _ => await Refresh(), new() { DueTime = Minute, Period = Minute });
    }

    public Task Report(ChildSummary child)
    {
        if (!_children.TryGetValue(child.Code, out var known))
        {
            _refresh.Change(TimeSpan.Zero, Minute); // a new child: names and siblings may be new as well
            return Task.CompletedTask;
        }

        if (known.Version >= child.Version)
            return Task.CompletedTask;
        Put(child);
        if (_pushing)
            return Task.CompletedTask;
        _pushing = true;
        _push.Change(_feed.Wait(), Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public async Task<long> Refresh()
    {
        await Collect();
        await Push();
        return _feed.Version;
    }

    public Task<BoardSnapshot?> Subscribe(IBoardObserver observer)
    {
        if (_children.Count > 0)
            _feed.Subscribe(observer);
        return Board();
    }

    public Task Unsubscribe(IBoardObserver observer)
    {
        _feed.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public Task<long?> Renew(IBoardObserver observer) => Task.FromResult(_feed.Renew(observer) ? _feed.Version : (long?)null);

    public Task<BoardSnapshot?> Board() =>
        Task.FromResult(
            _children.Count == 0
                ? null
                : new BoardSnapshot(this.GetPrimaryKeyString(), _name, _feed.Version, AsOf(), false, Tally(), [], [.. _children.Values], [])
        );

    public Task<ChildSummary?> Summary() =>
        Task.FromResult(_children.Count == 0 ? null : new ChildSummary(Code, _name, _feed.Version, Tally(), AsOf()));

    public async Task<CoverageSeries?> Series(int months)
    {
        if (_children.Count == 0)
            return null;
        var (given, silent) = await _months.Of(
            _children.Values,
            async child => await Ask(Child(child), board => board.Series(CoverageHistory.LongestMonths))
        );
        return new(
            Code,
            _name,
            given.Select(child => child.AsOf).DefaultIfEmpty().Min(),
            CoverageHistory.Sum(given.Select(child => child.Points), clock.Reading, months),
            [.. _listed.Where(code => !_children.ContainsKey(code)), .. silent]
        );
    }

    private BoardTally Tally() => Summaries.Sum(_children.Values.Select(child => child.Tally));

    /// <summary>No younger than the oldest child (数据截至).</summary>
    private DateTimeOffset AsOf() => _children.Values.Select(child => child.AsOf).DefaultIfEmpty().Min();

    private async Task Push()
    {
        _pushing = false;
        if (_name.Length == 0)
            await Collect(); // asked for before its first county was registered
        if (_children.Count == 0 && _removed.Count == 0)
            return;
        var (tally, asOf) = (Tally(), AsOf());
        ImmutableArray<ChildSummary> changed = [.. _changed.Select(code => _children[code])];
        ImmutableArray<string> removed = [.. _removed];
        _changed.Clear();
        _removed.Clear();
        _feed.Push((from, to) => new(this.GetPrimaryKeyString(), from, to, asOf, false, tally, [], changed, removed, null));
        if (_children.Count > 0 && Keys.ParentRegion(Code) is { } parent)
            GrainFactory.GetGrain<IRegionGrain>(Keys.Region(parent)).Report(new(Code, _name, _feed.Version, tally, asOf)).Ignore();
    }

    private void Put(ChildSummary child)
    {
        _children[child.Code] = child;
        _changed.Add(child.Code);
        _removed.Remove(child.Code);
    }

    private void Remove(string code)
    {
        _children.Remove(code);
        _changed.Remove(code);
        _removed.Add(code);
    }

    /// <summary>Who the children are follows from the registered counties; what they say, from asking each.</summary>
    private async Task Collect()
    {
        var before = _children.Values.ToList(); // a child that reports during the query is not a gone one
        var counties = (await journal.Heads(new(["county"], Code == "CN" ? null : Code)))
            .Select(head => RulesJson.Read<CountyProfile>(head.Summary.Span))
            .ToList();
        var children = Children(counties).ToList();
        foreach (var child in before.Where(child => !children.Exists(listed => Keys.Code(listed.GetPrimaryKeyString()) == child.Code)))
            if (_children.GetValueOrDefault(child.Code) == child)
                Remove(child.Code);
        _listed = [.. children.Select(child => Keys.Code(child.GetPrimaryKeyString()))];
        if (children.Count == 0)
            return;
        _name = Code switch
        {
            "CN" => "全国",
            { Length: 2 } => counties[0].ProvinceName,
            _ => counties[0].CityName,
        };
        var answers = await Task.WhenAll(children.Select(child => Ask(child, board => board.Summary())));
        foreach (var answer in answers)
        {
            if (answer is null || (_children.TryGetValue(answer.Code, out var known) && known.Version >= answer.Version))
                continue;
            Put(answer);
        }
    }

    /// <summary>A child that fails keeps its last numbers; their age shows in the board's.</summary>
    private async Task<T?> Ask<T>(IBoardGrain child, Func<IBoardGrain, Task<T?>> question)
        where T : class
    {
        try
        {
            return await question(child);
        }
        catch (Exception fault)
        {
            LogSilent(fault, child.GetGrainId());
            return null;
        }
    }

    /// <summary>A county without a city between it and its province is the province's own child (直辖市, 省直辖县).</summary>
    private IEnumerable<IBoardGrain> Children(List<CountyProfile> counties) =>
        Code switch
        {
            "CN" => counties.Select(county => county.Province).Distinct().Select(Region),
            { Length: 2 } => counties
                .Where(county => county.City != Code)
                .Select(county => county.City)
                .Distinct()
                .Select(Region)
                .Concat(counties.Where(county => county.City == Code).Select(County)),
            _ => counties.Where(county => county.City == Code).Select(County),
        };

    private IBoardGrain Child(string code) => code.Length == 6 ? GrainFactory.GetGrain<ICountyGrain>(Keys.County(code)) : Region(code);

    private IBoardGrain Region(string code) => GrainFactory.GetGrain<IRegionGrain>(Keys.Region(code));

    private IBoardGrain County(CountyProfile county) => GrainFactory.GetGrain<ICountyGrain>(Keys.County(county.Code));

    [LoggerMessage(LogLevel.Warning, "{Child} did not give its totals; the region goes on with the last it gave.")]
    private partial void LogSilent(Exception fault, GrainId child);
}
