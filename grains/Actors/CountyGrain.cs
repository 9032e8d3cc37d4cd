using Microsoft.Extensions.Logging;

namespace Supervision.Actors;

/// <summary>
/// A county: its policy and calendar as a stream of its own, and the live board of its units, which is only a projection.
/// It wakes hourly, when called and every minute, and has everything due decided; the units do the deciding.
/// </summary>
[CollectionAgeLimit(Hours = 2)]
internal sealed partial class CountyGrain(IJournal journal, Rulebooks rulebooks, Clock clock, TimeProvider time, ILogger<CountyGrain> logger) : JournaledGrain, ICountyGrain, IRemindable
{
    private const string Hourly = "hourly";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PushAgain = TimeSpan.FromSeconds(1);

    private Aggregate<CountyState, CountyEvent> _county = null!;
    private CountyBoard _board = null!;
    private BoardFeed _feed = null!;
    private IGrainTimer _push = null!;
    private OpenAlerts _alerts = null!;
    private IGrainReminder? _reminder;
    private bool _pushing;
    private DateTimeOffset _asOf;

    private string Code => Keys.Code(_county.Stream);

    protected override async Task Load(CancellationToken cancellationToken)
    {
        _county = new(this.GetPrimaryKeyString(), CountyState.Empty, County.Evolve, journal);
        _board = new CountyBoard(Code);
        _alerts = new OpenAlerts(journal, Code);
        await _county.Load();
        _push = this.RegisterGrainTimer(Push, new() { DueTime = Timeout.InfiniteTimeSpan, Period = Timeout.InfiniteTimeSpan, Interleave = true });
        if (_county.State.Profile is null) return;
        await Open();
    }

    public async Task<Outcome> Execute(Submission<CountyCommand> submission)
    {
        var now = clock.Now;
        if (_feed is null && _county.State.Profile is not null) await Open(); // registered by another activation
        if (CountyPermission.Objection(submission.Actor, submission.Command, Code) is { } objection) return await _county.Keep(submission, new(null, objection), now);
        switch (County.Decide(_county.State, submission.Command, now))
        {
            case Decision<CountyEvent>.Refused refused:
                // A refusal is kept for ever: it must not rest on memory that is behind.
                if (await _county.CatchUp()) return await Execute(submission);
                return await _county.Keep(submission, new(null, refused.Refusal), now);
            case Decision<CountyEvent>.Accepted { Facts: { IsEmpty: false } facts }:
                var outcome = Answer(_county.Version + facts.Length, true);
                var after = _county.Preview(facts);
                var profile = after.Profile!;
                var head = new Head(_county.Stream, _county.Version + facts.Length, Code, null, null, RulesJson.Write(profile));
                var receipt = Aggregate<CountyState, CountyEvent>.ReceiptOf(submission, outcome, now);
                var result = await _county.Commit(facts, after, submission.Actor, receipt, Projection.Of(head));
                if (result is AppendResult.Duplicate duplicate) return Aggregate<CountyState, CountyEvent>.Answer(duplicate.Receipt, submission);
                if (result is AppendResult.Conflict) throw new RetryableFaultException($"{_county.Stream} is being changed elsewhere; repeat with the same operation id.");
                rulebooks.Forget(Code);
                if (_feed is null) await Open();
                return outcome;
            default:
                return await _county.Keep(submission, Answer(_county.Version, false), now);
        }
    }

    public Task Report(ImmutableArray<UnitReport> reports)
    {
        if (_feed is null) return Task.CompletedTask;
        var changed = false;
        foreach (var report in reports)
        {
            _alerts.IsStale |= report.AlertsChanged;
            changed |= _board.Apply(report.Summary) | report.AlertsChanged;
        }

        if (!changed || _pushing) return Task.CompletedTask;
        _pushing = true;
        _push.Change(_feed.Wait(), Timeout.InfiniteTimeSpan);
        return Task.CompletedTask;
    }

    public async Task<long> Wake()
    {
        if (_feed is null) return 0;
        var woken = new HashSet<string>();
        while ((await journal.Due(Code, clock.Now, 1_000)).Where(woken.Add).ToList() is { Count: > 0 } due) await Advance(due);
        await Reconcile();
        await Push();
        await Remind();
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

    public Task<BoardSnapshot?> Board() => Task.FromResult(_feed is null
        ? null
        : new BoardSnapshot(_county.Stream, _county.State.Profile!.Name, _feed.Version, _asOf, Provisional(), Tally(), [.. _board.Rows.Values.OrderBy(row => row.Unit, StringComparer.Ordinal)], [], _alerts.Newest));

    public Task<ChildSummary?> Summary() => Task.FromResult(_feed is null ? null : new ChildSummary(Code, _county.State.Profile!.Name, _feed.Version, Tally(), _asOf));

    public async Task<ImmutableArray<AlertView>> Alerts(long beforeSequence, int take, bool openOnly) =>
        [.. (await journal.Alerts(new(Code, Math.Clamp(take, 1, 500), beforeSequence, OpenOnly: openOnly))).Select(UnitProjection.View)];

    public async Task<CountyPolicies?> Policies() => PolicyReading.Versions(await journal.Read(_county.Stream, 0), CivilTime.DateOf(clock.Now));

    public Task<PolicyPreview?> Preview(ActivatePolicy command) =>
        Task.FromResult(_county.State.Profile is null ? null : PolicyReading.Preview(_county.State, command, clock.Now, _board.Rows.Values));

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
        if (_reminder is not null) return;
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
        var asOf = clock.Now;
        var query = new HeadQuery(UnitLookup.Kinds, Code);
        var known = _board.Rows.Values.ToList(); // a unit that reports during the query is not a gone one
        var versions = await journal.HeadVersions(query);
        foreach (var row in known.Where(row => !versions.ContainsKey(row.Unit)))
            if (_board.Rows.GetValueOrDefault(row.Unit) == row) _board.Remove(row.Unit, row.Version);
        if (versions.Any(head => !(_board.Rows.TryGetValue(head.Key, out var row) && row.Version >= head.Value)))
            foreach (var head in await journal.Heads(query)) _board.Apply(RulesJson.Read<UnitSummary>(head.Summary.Span));
        await _alerts.Load();
        _asOf = asOf;
    }

    private async Task Advance(IReadOnlyList<string> due)
    {
        foreach (var batch in due.Chunk(128))
            foreach (var row in await Task.WhenAll(batch.Select(Advance)))
                if (row is not null) _board.Apply(row);
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

    private async Task Push()
    {
        _pushing = false;
        try
        {
            if (_alerts.IsStale) await _alerts.Load();
        }
        catch (JournalUnavailableException)
        {
            // The rows wait for the alerts they belong with; the store is asked again soon, not at the next minute.
            _push.Change(PushAgain, Timeout.InfiniteTimeSpan);
            throw;
        }

        var (rows, removed) = _board.Drain();
        var (tally, provisional, alerts) = (Tally(), Provisional(), _alerts.TakeChanged());
        _feed.Push((from, to) => new(_county.Stream, from, to, _asOf, provisional, tally, rows, [], removed, alerts));
        var profile = _county.State.Profile!;
        GrainFactory.GetGrain<IRegionGrain>(Keys.Region(profile.City)).Report(new(Code, profile.Name, _feed.Version, tally, _asOf)).Ignore();
    }

    private Outcome Answer(long version, bool changed) => new(new(_county.Stream, version, changed, null, null), null);

    private BoardTally Tally() => Summaries.Tally(_board.Rows.Values, _alerts.Count);

    private bool Provisional()
    {
        var today = CivilTime.DateOf(clock.Now);
        var month = Period.MonthOf(today);
        return County.Rulebook(_county.State).Calendar.IsProvisional(month.FirstDay, month.LastDay);
    }

    [LoggerMessage(LogLevel.Error, "The hourly reminder of county {County} could not be registered; it is tried again within a minute.")]
    private partial void LogNotReminded(Exception fault, string county);

    [LoggerMessage(LogLevel.Error, "{Unit} could not be advanced; it is tried again within a minute.")]
    private partial void LogNotAdvanced(Exception fault, string unit);
}
