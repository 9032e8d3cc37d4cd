using Microsoft.Extensions.Logging;

namespace Supervision.Actors.Counties;

/// <summary>
/// A county: its policy and calendar as a stream of its own, and the live board of its units, which is only a projection.
/// It wakes hourly, when called and every minute, and has everything due decided; the units do the deciding.
/// </summary>
[CollectionAgeLimit(Hours = 2)]
internal sealed partial class CountyGrain(
    IJournal journal,
    IAuditRoots roots,
    Rulebooks rulebooks,
    Clock clock,
    TimeProvider time,
    ILogger<CountyGrain> logger
) : JournaledGrain, ICountyGrain, IRemindable
{
    private const string Hourly = "hourly";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PushAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RecheckEvery = TimeSpan.FromHours(1);

    private Aggregate<CountyState, CountyEvent> _county = null!;
    private CountyBoard _board = null!;
    private BoardFeed _feed = null!;
    private IGrainTimer _push = null!;
    private OpenAlerts _alerts = null!;
    private OldAlerts _oldAlerts = null!;
    private readonly ChargedDuties _charged = new();
    private readonly WeighedInspectors _loads = new();
    private readonly HashSet<(string Unit, long Version, string Inspector)> _offered = [];
    private IGrainReminder? _reminder;
    private bool _pushing;
    private long? _recheckedAt; // null while the inspectors' visits are to be looked at anew
    private DateTimeOffset _asOf;

    private string Code => Keys.Code(_county.Stream);

    protected override async Task Load(CancellationToken cancellationToken)
    {
        _county = new(this.GetPrimaryKeyString(), CountyState.Empty, County.Evolve, journal);
        _board = new CountyBoard(Code);
        _alerts = new OpenAlerts(journal, Code);
        _oldAlerts = new OldAlerts(journal, GrainFactory, Code);
        await _county.Load();
        _push = this.RegisterGrainTimer(
            Push,
            new()
            {
                DueTime = Timeout.InfiniteTimeSpan,
                Period = Timeout.InfiniteTimeSpan,
                Interleave = true,
            }
        );
        if (_county.State.Profile is null)
            return;
        await Open();
    }

    public Task Report(ImmutableArray<UnitReport> reports)
    {
        if (_feed is null)
            return Task.CompletedTask;
        var changed = false;
        foreach (var report in reports)
        {
            _alerts.IsStale |= report.AlertsChanged;
            changed |= _board.Apply(report.Summary) | report.AlertsChanged;
        }

        if (changed)
            PushSoon();
        return Task.CompletedTask;
    }

    public Task AlertsChanged()
    {
        if (_feed is null)
            return Task.CompletedTask;
        _alerts.IsStale = true;
        PushSoon();
        return Task.CompletedTask;
    }

    public async Task<long> Wake()
    {
        if (_feed is null)
            return 0;
        if (!clock.IsTrusted)
            return _feed.Version; // what is due stays due until the clock is right again
        var woken = new HashSet<string>();
        while ((await journal.Due(Code, clock.Now, 1_000)).Where(woken.Add).ToList() is { Count: > 0 } due)
            await Advance(due);
        await Reconcile();
        _alerts.IsStale |= await _oldAlerts.Close(_board.Rows, clock.Now);
        await Charge();
        await WeighInspectors();
        await AssignJoiners();
        await _county.Follow(state => Zones.Weigh(state, _board.Rows.Values, clock.Now), Project, ToldOfAlerts);
        await Recheck();
        await _county.Follow(
            state => CountyLadderRules.Close(state, CountyLadderRules.ClosedMonths(_board.Rows.Values, clock.Now), clock.Now),
            Project,
            _ => Task.CompletedTask
        );
        await Push();
        await SealDay();
        await Remind();
        TellChannels();
        return _feed.Version;
    }

    public Task<BoardSnapshot?> Subscribe(IBoardObserver observer)
    {
        _feed?.Subscribe(observer);
        return Board();
    }

    public Task Unsubscribe(IBoardObserver observer)
    {
        _feed?.Unsubscribe(observer);
        return Task.CompletedTask;
    }

    public Task<long?> Renew(IBoardObserver observer) => Task.FromResult(_feed?.Renew(observer) == true ? _feed.Version : (long?)null);

    public Task<BoardSnapshot?> Board() =>
        Task.FromResult(
            _feed is null
                ? null
                : new BoardSnapshot(
                    _county.Stream,
                    _county.State.Profile!.Name,
                    _feed.Version,
                    _asOf,
                    Provisional(),
                    Tally(),
                    [.. _board.Rows.Values.OrderBy(row => row.Unit, StringComparer.Ordinal)],
                    [],
                    _alerts.Newest
                )
                {
                    Campaign = CampaignNow(),
                }
        );

    public Task<ChildSummary?> Summary() =>
        Task.FromResult(_feed is null ? null : new ChildSummary(Code, _county.State.Profile!.Name, _feed.Version, Tally(), _asOf));

    public Task<CoverageSeries?> Series(int months) =>
        Task.FromResult(
            _feed is null
                ? null
                : new CoverageSeries(
                    Code,
                    _county.State.Profile!.Name,
                    _asOf,
                    CoverageHistory.Of(_board.Rows.Values, clock.Reading, months),
                    []
                )
        );

    public async Task<ImmutableArray<AlertView>> Alerts(long beforeSequence, int take, bool openOnly) =>
        [.. (await journal.Alerts(new(Code, Math.Clamp(take, 1, 500), beforeSequence, OpenOnly: openOnly))).Select(StoredAlerts.View)];

    public async Task<AlertOutcome> AcknowledgeAlert(string alert, Actor actor)
    {
        if (CountyPermission.Acknowledging(actor, Code) is { } objection)
            return new(null, objection);
        var endsAs = AlertKinds.IsSeenOnly(AlertKinds.OfId(alert)) ? AlertEndings.Code(AlertEnding.Acknowledged) : null;
        if (await journal.AcknowledgeAlert(Code, alert, actor.Name, clock.Now, endsAs) is not { } stored)
            return new(null, Refusals.AlertUnknown());
        await AlertsChanged();
        return new(StoredAlerts.View(stored), null);
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) => Wake();

    /// <summary>Rows from the heads, one query; then everything that fell due while nobody looked.</summary>
    private async Task Open()
    {
        _feed = new(await journal.ReserveEpoch(_county.Stream), time);
        await Reconcile();
        this.RegisterGrainTimer(async _ => await Wake(), new() { DueTime = TimeSpan.Zero, Period = Minute });
    }

    /// <summary>The reminder brings the county back when nobody keeps it active. A store that refuses it does not stop the county's minutes.</summary>
    private async Task Remind()
    {
        if (_reminder is not null)
            return;
        try
        {
            _reminder = await this.RegisterOrUpdateReminder(Hourly, Minute * (60 - time.GetUtcNow().Minute), TimeSpan.FromHours(1));
        }
        catch (Exception fault)
        {
            LogNotReminded(fault, Code);
        }
    }

    /// <summary>Makes the board equal to the journal's heads, whatever reports were lost.</summary>
    private async Task Reconcile()
    {
        var asOf = clock.Reading;
        var query = new HeadQuery(UnitLookup.Kinds, Code);
        var known = _board.Rows.Values.ToList(); // a unit that reports during the query is not a gone one
        var versions = await journal.HeadVersions(query);
        foreach (var row in known.Where(row => !versions.ContainsKey(row.Unit)))
            if (_board.Rows.GetValueOrDefault(row.Unit) == row)
                _board.Remove(row.Unit, row.Version);
        if (versions.Any(head => !(_board.Rows.TryGetValue(head.Key, out var row) && row.Version >= head.Value)))
        {
            foreach (var head in await journal.Heads(query))
                _board.Apply(RulesJson.Read<UnitSummary>(head.Summary.Span));
            _recheckedAt = null; // reports were lost, perhaps those to inspectors too
        }

        await _alerts.Load();
        _asOf = asOf;
    }

    /// <summary>After midnight, when everything due by then is decided.</summary>
    private async Task SealDay()
    {
        if (AuditRoots.Due(_county.State, clock.Now) is not { } day)
            return;
        var root = await roots.SealDay(Code, day, clock.Now);
        var sealing = new AuditRootSealed(day, root.Root, root.Streams, root.Events, root.AuditSequence);
        await _county.Follow(state => AuditRoots.Seal(state, sealing, clock.Now), Project, _ => Task.CompletedTask);
    }

    private async Task Advance(IReadOnlyList<string> due)
    {
        foreach (var batch in due.Chunk(128))
        foreach (var row in await Task.WhenAll(batch.Select(Advance)))
            if (row is not null)
                _board.Apply(row);
    }

    /// <summary>One unit that fails must not keep the others' month open; it is tried again in a minute.</summary>
    private async Task<UnitSummary?> Advance(string unit)
    {
        try
        {
            return await GrainFactory.Unit(unit).Advance();
        }
        catch (Exception fault)
        {
            LogNotAdvanced(fault, unit);
            return null;
        }
    }

    /// <summary>Inspectors' visits are weighed when units tell of them; what was lost on the way is found here, hourly and whenever rows were lost.</summary>
    private async Task Recheck()
    {
        if (_recheckedAt is { } at && time.GetElapsedTime(at) < RecheckEvery)
            return;
        _recheckedAt = time.GetTimestamp();
        foreach (var inspector in (await journal.HeadVersions(new(["inspector"], Code))).Keys)
            GrainFactory.GetGrain<IInspectorGrain>(inspector).Recheck().Ignore();
    }

    /// <summary>Inspectors hear from their units; who is charged but no longer theirs, or was not reached, hears it here.</summary>
    private async Task Charge()
    {
        foreach (var batch in _charged.Untold(_board.Rows.Values).Chunk(64))
            await Task.WhenAll(batch.Select(inspector => Charge(inspector.Inspector, inspector.Duties)));
    }

    /// <summary>One who is not appointed yet, or can't be reached, is told again in a minute.</summary>
    private async Task Charge(string inspector, ImmutableArray<ChargedDuty> duties)
    {
        try
        {
            if (!await GrainFactory.GetGrain<IInspectorGrain>(Keys.Inspector(inspector)).Charge(duties))
                return;
            _charged.Told(duties);
            _alerts.IsStale = true;
        }
        catch (Exception fault)
        {
            LogNotCharged(fault, inspector);
        }
    }

    private Task ToldOfAlerts(Projection projection)
    {
        _alerts.IsStale |= projection.Alerts.Count + projection.Resolved.Count > 0;
        return Task.CompletedTask;
    }

    private void PushSoon()
    {
        if (_pushing)
            return;
        _pushing = true;
        _push.Change(_feed.Wait(), Timeout.InfiniteTimeSpan);
    }

    private async Task Push()
    {
        _pushing = false;
        try
        {
            if (_alerts.IsStale)
                await _alerts.Load();
        }
        catch (JournalUnavailableException)
        {
            // The rows wait for the alerts they belong with; the store is asked again soon, not at the next minute.
            _push.Change(PushAgain, Timeout.InfiniteTimeSpan);
            throw;
        }

        var (rows, removed) = _board.Drain();
        var (tally, provisional, alerts, campaign) = (Tally(), Provisional(), _alerts.TakeChanged(), CampaignNow());
        _feed.Push(
            (from, to) => new(_county.Stream, from, to, _asOf, provisional, tally, rows, [], removed, alerts) { Campaign = campaign }
        );
        if (alerts is not null)
            TellChannels();
        var profile = _county.State.Profile!;
        GrainFactory
            .GetGrain<IRegionGrain>(Keys.Region(profile.City))
            .Report(new(Code, profile.Name, _feed.Version, tally, _asOf))
            .Ignore();
    }

    /// <summary>What sends alerts out reads them from the journal itself; here it is only told to look.</summary>
    private void TellChannels() => GrainFactory.GetGrain<IChannelsGrain>(Keys.Channels(Code)).AlertsChanged().Ignore();

    private Projection Project(ImmutableArray<Fact<CountyEvent>> facts, CountyState after) => OwnLadders.Of(_county, facts, after);

    private BoardTally Tally() => Summaries.Tally(_board.Rows.Values, _alerts.Count);

    private Campaign CampaignNow()
    {
        var today = CivilTime.DateOf(clock.Reading);
        return Campaign.On(today, County.Rulebook(_county.State).PolicyOn(today));
    }

    private bool Provisional()
    {
        var today = CivilTime.DateOf(clock.Reading);
        var month = Period.MonthOf(today);
        return County.Rulebook(_county.State).Calendar.IsProvisional(month.FirstDay, month.LastDay);
    }

    [LoggerMessage(LogLevel.Warning, "The hourly reminder of county {County} could not be registered; it is tried again within a minute.")]
    private partial void LogNotReminded(Exception fault, string county);

    [LoggerMessage(LogLevel.Error, "{Unit} could not be advanced; it is tried again within a minute.")]
    private partial void LogNotAdvanced(Exception fault, string unit);

    [LoggerMessage(LogLevel.Error, "{Inspector} could not be told of missed duties; it is told again within a minute.")]
    private partial void LogNotCharged(Exception fault, string inspector);
}
