using Microsoft.Extensions.Logging;

namespace Supervision.Actors.Inspectors;

/// <summary>
/// An inspector: the appointment and the own ladder as a stream, and the worklist, which is a projection of the units' heads.
/// Missed duties reach it twice, from the unit and from the unit's county, because they stay charged to it when the unit has moved on.
/// </summary>
internal sealed partial class InspectorGrain(
    IJournal journal,
    Rulebooks rulebooks,
    Clock clock,
    TimeProvider time,
    ILogger<InspectorGrain> logger
) : JournaledGrain, IInspectorGrain, IOfCounty
{
    private const int MaxDaysAhead = 400;

    private readonly Dictionary<string, UnitSummary> _units = new(StringComparer.Ordinal);
    private bool _reconciled;
    private int _weighed; // schools, as the own stream last knew of them
    private readonly Dictionary<string, long> _heard = new(StringComparer.Ordinal); // version of the newest row that told of charged duties, by unit
    private readonly SchoolsToCome _toCome = new(time);
    private Aggregate<InspectorState, InspectorEvent> _inspector = null!;
    private VisitWeighing _visits = null!;

    string? IOfCounty.OfCounty => _inspector.State.Profile?.County;

    private string Code => Keys.Code(_inspector.Stream);

    protected override async Task Load(CancellationToken cancellationToken)
    {
        _inspector = new(this.GetPrimaryKeyString(), InspectorState.Empty, Inspector.Evolve, journal);
        await _inspector.Load();
        _visits = new(Code, journal, rulebooks, GrainFactory, () => _inspector.State.Profile?.County, logger);
    }

    public Task<Outcome> Execute(Submission<InspectorCommand> submission)
    {
        var now = clock.Now;
        return _inspector.Handle(submission, now, state => Decide(state, submission, now), Project, Committed);
    }

    public async Task<Preview> Preview(Submission<InspectorCommand> submission) =>
        await Decide(_inspector.State, submission, clock.Now) switch
        {
            Decision<InspectorEvent>.Accepted accepted => OwnLadders.Preview(_inspector.State, accepted.Facts),
            Decision<InspectorEvent>.Refused refused => Contracts.Preview.Refused(refused.Refusal),
            var other => throw new InvalidOperationException($"An unknown decision: {other}."),
        };

    private async ValueTask<Decision<InspectorEvent>> Decide(
        InspectorState state,
        Submission<InspectorCommand> submission,
        DateTimeOffset now
    )
    {
        var (actor, command) = (submission.Actor, submission.Command);
        if (InspectorPermission.Objection(actor, command, Code, state.Profile?.County) is { } objection)
            return Decision<InspectorEvent>.Refuse(objection);
        var county = state.Profile?.County ?? (command as AppointInspector)?.Profile.County ?? "";
        return Inspector.Decide(state, command, new(actor, submission.OpId, now, await rulebooks.Of(county)));
    }

    public Task Report(ImmutableArray<UnitReport> reports)
    {
        foreach (var report in reports)
        {
            Apply(report.Summary);
            _visits.Know(report.Summary);
        }

        // Detached: who tells waits for no judgement, and a judgement calls units.
        _visits.Told([.. reports.SelectMany(report => report.Visits).Where(news => news.Visit.Inspector == Code)], clock.Now);
        // Reports interleave, commits must not: what is charged comes as a call of its own. One that is lost is told again by the county.
        ImmutableArray<ChargedDuty> news =
        [
            .. reports
                .SelectMany(report => ChargedDuty.Of(report.Summary))
                .Where(charged => charged.Inspector == Code)
                .Select(charged => charged.Duty)
                .Where(IsNews),
        ];
        if (!news.IsEmpty)
            this.AsReference<IInspectorGrain>().Charge(news).Ignore();
        if (_inspector.State.Profile is not null && Schools().Count() != _weighed)
            this.AsReference<IInspectorGrain>().Weighed().Ignore();
        return Task.CompletedTask;
    }

    public async Task<int> Weigh(string unit, bool reserve)
    {
        var county = _inspector.State.Profile?.County ?? "";
        var policy = (await rulebooks.Of(county)).PolicyOn(CivilTime.DateOf(clock.Now)).OfOffice;
        if (!_toCome.IsKnown && county.Length > 0)
            _toCome.Know(
                Code,
                (await journal.Heads(new([UnitKeys.Prefix(UnitKind.School)], county))).Select(head =>
                    RulesJson.Read<UnitSummary>(head.Summary.Span)
                )
            );
        // Reports may be under way: before anybody is warned or refused, the journal is asked.
        if (!_reconciled || InspectorLoads.GradeOf(Others() + 1, policy) != LoadGrade.Within)
            await Reconcile();
        var others = Others();
        if (reserve && InspectorLoads.GradeOf(others + 1, policy) != LoadGrade.AboveHard)
            _toCome.Reserve(unit);
        return others;

        int Others() => Schools().Concat(_toCome.Schools()).Distinct(StringComparer.Ordinal).Count(key => key != unit);
    }

    public async Task Weighed()
    {
        if (_inspector.State.Profile is not { } profile)
            return;
        await Reconcile();
        var schools = Schools().Count();
        var rules = await rulebooks.Of(profile.County);
        await _inspector.Follow(state => Inspector.Weigh(state, schools, clock.Now, rules), Project, Committed);
        _weighed = schools;
    }

    public async Task<bool> Charge(ImmutableArray<ChargedDuty> duties)
    {
        if (_inspector.State.Profile is not { } profile)
            return false;
        var rules = await rulebooks.Of(profile.County);
        var fresh = duties.Where(duty => !(_heard.TryGetValue(duty.Unit, out var heard) && heard > duty.Version)).ToList();
        await _inspector.Follow(state => InspectorLadderRules.Charge(state, fresh, clock.Now, rules), Project, Committed);
        foreach (var duty in fresh)
            _heard[duty.Unit] = duty.Version;
        return true;
    }

    public Task<AnnulmentReport> Annul(AnnulFacts command) =>
        _inspector.Annul(
            journal,
            command,
            async history =>
            {
                var duties = new Dictionary<string, ImmutableArray<Duty>>(StringComparer.Ordinal);
                foreach (
                    var unit in history.Select(recorded => recorded.Fact.Event).OfType<DutyMissed>().Select(duty => duty.Unit).Distinct()
                )
                    if (await GrainFactory.Unit(unit).Read() is { } view)
                        duties[unit] = view.Duties;
                return InspectorAnnulment.Of(history, command, Stands, clock.ToAnnul());

                // What the unit keeps no more is as it was.
                bool Stands(DutyRef duty) =>
                    !command.Undone.Contains(duty)
                    && (
                        !duties.TryGetValue(duty.Unit, out var kept)
                        || duty.Period < kept[0].Period
                        || kept.Any(each =>
                            each.Period == duty.Period && each.State is DutyState.Missed or DutyState.SatisfiedLate or DutyState.Excused
                        )
                    );
            },
            Project,
            projection =>
            {
                _heard.Clear();
                GrainFactory.GetGrain<ICountyGrain>(Keys.County(projection.Head.County)).AlertsChanged().Ignore();
                return Task.CompletedTask;
            }
        );

    public Task<InspectorProfile?> Profile() => Task.FromResult(_inspector.State.Profile);

    public async Task<InspectorLadder?> Ladder()
    {
        var (state, now) = (_inspector.State, clock.Reading);
        return state.Profile is null
            ? null
            : new(
                state.Profile,
                state.Months(now),
                state.Missed,
                state.Steps,
                state.RevokedOn,
                CivilTime.DateOf(now),
                await OwnLadders.History<InspectorEvent>(journal, _inspector.Stream, InspectorTexts.Say)
            );
    }

    public async Task<Worklist?> Worklist()
    {
        if (_inspector.State.Profile is not { } profile)
            return null;
        await Reconcile();
        if (_inspector.State.RevokedOn is { } lastDay && _units.Count > 0 && clock.IsTrusted)
            await Release(lastDay);
        var today = CivilTime.DateOf(clock.Reading);
        var rules = await rulebooks.Of(profile.County);
        if (AppointmentBarrier.Reading(profile, null, today) is not null)
            return new(profile, 0, 0, []);
        // A unit, or its inspector, may have gone to another county, and one who is recused is led to nothing of it.
        var units = _units
            .Values.Where(unit => unit.Status != UnitStatus.Closed && unit.County == profile.County && unit.IsFor(Code))
            .OrderBy(unit =>
                unit.Colour switch
                {
                    Colour.Red => 0,
                    Colour.Amber => 1,
                    Colour.White => 2,
                    _ => 3,
                }
            )
            .ThenBy(unit => unit.NextDueAt)
            .ThenBy(unit => unit.Unit, StringComparer.Ordinal)
            .ToList();
        return new(
            profile,
            units.Count(unit => unit.State is DutyState.Pending or DutyState.DueSoon),
            rules.Calendar.TeachingDays(today, Period.MonthOf(today).LastDay),
            [.. units]
        );
    }

    public async Task<ImmutableArray<DateOnly>> TeachingDays(DateOnly last)
    {
        if (_inspector.State.Profile is not { } profile)
            return [];
        var today = CivilTime.DateOf(clock.Reading);
        var calendar = (await rulebooks.Of(profile.County)).Calendar;
        return
        [
            .. Enumerable
                .Range(0, Math.Clamp(last.DayNumber - today.DayNumber + 1, 0, MaxDaysAhead))
                .Select(today.AddDays)
                .Where(calendar.IsTeachingDay),
        ];
    }

    public async Task<VisitJudgement> Judge(string unit, Visit visit)
    {
        var (weighed, conflicts) = await _visits.Weigh(unit, visit, clock.Now);
        var flags = conflicts.Select(conflict => conflict.Flag).Distinct().Order().ToList();
        if (weighed is not null && _inspector.State is { Profile: { } profile } state)
        {
            var grace = (await rulebooks.Of(weighed.County)).PolicyOn(CivilTime.DateOf(visit.StartedAt)).Cadence.LateSyncGraceDays;
            if (AppointmentBarrier.Doubts(profile, state.RevokedOn, visit, weighed.County, clock.Now, grace))
                flags.Add(VisitFlag.OutsideAppointment);
        }

        return flags.Count == 0 ? VisitJudgement.Clear : new([.. flags], conflicts);
    }

    public Task Recheck() => _visits.Recheck(clock.Now);

    public Task<Refusal?> ReadingObjection(string? county) =>
        Task.FromResult(
            _inspector.State.Profile is { } profile ? AppointmentBarrier.Reading(profile, county, CivilTime.DateOf(clock.Now)) : null
        );

    public async Task<bool> TravelFlag(string unit, Presence presence, DateTimeOffset startedAt, DateTimeOffset endedAt)
    {
        if (_inspector.State.Profile is null)
            return false;
        var content = new VisitContent(VisitSlot.None, [], false, null, null, null, [], [], [], presence, null, null);
        var (_, conflicts) = await _visits.Weigh(
            unit,
            new(Guid.Empty, Code, VisitKind.Regular, startedAt, endedAt, [], null, content),
            clock.Now
        );
        // The same visit sent again finds itself on its unit.
        return conflicts.Any(conflict => !(conflict.Unit == unit && conflict.StartedAt == startedAt));
    }

    private async Task Reconcile()
    {
        var query = new HeadQuery(UnitLookup.Kinds, Inspector: Code);
        var known = _units.Values.ToList(); // what is reported during the query is newer than its answer
        var versions = await journal.HeadVersions(query);
        foreach (var row in known.Where(row => !versions.ContainsKey(row.Unit)))
            if (_units.GetValueOrDefault(row.Unit) == row)
                _units.Remove(row.Unit);
        _reconciled = true;
        if (versions.All(head => _units.TryGetValue(head.Key, out var known) && known.Version >= head.Value))
            return;
        foreach (var head in await journal.Heads(query))
            Apply(RulesJson.Read<UnitSummary>(head.Summary.Span));
    }

    private void Apply(UnitSummary unit)
    {
        if (_units.TryGetValue(unit.Unit, out var known) && known.Version >= unit.Version)
            return;
        if (unit.Inspector == Code)
            _units[unit.Unit] = unit;
        else
            _units.Remove(unit.Unit);
        _toCome.Hear(Code, unit);
    }

    /// <summary>Keys of the schools the inspector is responsible for now.</summary>
    private IEnumerable<string> Schools() =>
        _units.Values.Where(unit => InspectorLoads.InspectorsOf(unit).Contains(Code)).Select(unit => unit.Unit);

    private bool IsNews(ChargedDuty duty) =>
        _inspector.State.Find(new(duty.Unit, duty.Period)) is var known
        && (known is { Stands: true } ? duty.State != DutyState.Missed : duty.State == DutyState.Missed);

    private Projection Project(ImmutableArray<Fact<InspectorEvent>> facts, InspectorState after) => OwnLadders.Of(_inspector, facts, after);

    private async Task Committed(Projection projection)
    {
        if (projection.Alerts.Count + projection.Resolved.Count > 0)
            GrainFactory.GetGrain<ICountyGrain>(Keys.County(projection.Head.County)).AlertsChanged().Ignore();
        if (_inspector.State.RevokedOn is { } lastDay)
            await Release(lastDay);
    }

    /// <summary>The units of one whose qualification is revoked are free from the next day on, so that their county is alerted to name somebody.</summary>
    private async Task Release(DateOnly lastDay)
    {
        var today = CivilTime.DateOf(clock.Now);
        var day = lastDay < today ? today : lastDay; // what was not released in time
        foreach (var head in await journal.Heads(new(UnitLookup.Kinds, Inspector: Code)))
        {
            try
            {
                await GrainFactory
                    .Unit(head.Stream)
                    .Execute(Submission<UnitCommand>.Upsert(Actor.System, new AssignInspector(new(Code, day, day))));
            }
            catch (Exception fault)
            {
                LogNotReleased(fault, head.Stream, Code);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Unit} still has {Inspector}, whose qualification is revoked; the county has to assign another.")]
    private partial void LogNotReleased(Exception fault, string unit, string inspector);
}
