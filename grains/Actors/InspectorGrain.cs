namespace Supervision.Actors;

/// <summary>An inspector: the appointment as a stream of its own, and the worklist, which is a projection of the units' heads.</summary>
internal sealed class InspectorGrain(IJournal journal, Rulebooks rulebooks, Clock clock) : JournaledGrain, IInspectorGrain
{
    private readonly Dictionary<string, UnitSummary> _units = new(StringComparer.Ordinal);
    private Aggregate<InspectorState, InspectorEvent> _inspector = null!;

    private string Code => Keys.Code(_inspector.Stream);

    protected override async Task Load(CancellationToken cancellationToken)
    {
        _inspector = new(this.GetPrimaryKeyString(), InspectorState.Empty, Inspector.Evolve, journal);
        await _inspector.Load();
    }

    public async Task<Outcome> Execute(Submission<InspectorCommand> submission)
    {
        var now = clock.Now;
        if (Objection(submission) is { } objection) return await _inspector.Keep(submission, new(null, objection), now);
        switch (Inspector.Decide(_inspector.State, submission.Command, now))
        {
            case Decision<InspectorEvent>.Refused refused:
                return await _inspector.Keep(submission, new(null, refused.Refusal), now);
            case Decision<InspectorEvent>.Accepted { Facts: { IsEmpty: false } facts }:
                var outcome = Answer(_inspector.Version + facts.Length, true);
                var after = _inspector.Preview(facts);
                var profile = after.Profile!;
                var head = new Head(_inspector.Stream, _inspector.Version + facts.Length, profile.County, Code, null, RulesJson.Write(profile));
                var receipt = Aggregate<InspectorState, InspectorEvent>.ReceiptOf(submission, outcome, now);
                return await _inspector.Commit(facts, after, submission.Actor, receipt, Projection.Of(head)) switch
                {
                    AppendResult.Duplicate duplicate => Aggregate<InspectorState, InspectorEvent>.Answer(duplicate.Receipt, submission),
                    AppendResult.Conflict => throw new RetryableFaultException($"{_inspector.Stream} is being changed elsewhere; repeat with the same operation id."),
                    _ => outcome,
                };
            default:
                return await _inspector.Keep(submission, Answer(_inspector.Version, false), now);
        }
    }

    public Task Report(ImmutableArray<UnitReport> reports)
    {
        foreach (var report in reports) Apply(report.Summary);
        return Task.CompletedTask;
    }

    public Task<InspectorProfile?> Profile() => Task.FromResult(_inspector.State.Profile);

    public async Task<Worklist?> Worklist()
    {
        if (_inspector.State.Profile is not { } profile) return null;
        await Reconcile();
        var today = CivilTime.DateOf(clock.Now);
        var rules = await rulebooks.Of(profile.County);
        var units = _units.Values.Where(unit => unit.Status != UnitStatus.Closed)
            .OrderBy(unit => unit.Colour switch { Colour.Red => 0, Colour.Amber => 1, Colour.White => 2, _ => 3 })
            .ThenBy(unit => unit.NextDueAt).ThenBy(unit => unit.Unit, StringComparer.Ordinal).ToList();
        return new(profile, units.Count(unit => unit.State is DutyState.Pending or DutyState.DueSoon),
            rules.Calendar.TeachingDays(today, Period.MonthOf(today).LastDay), [.. units]);
    }

    public async Task<bool> TravelFlag(string unit, Presence presence, DateTimeOffset startedAt, DateTimeOffset endedAt)
    {
        if (_inspector.State.Profile is not { } profile) return false;
        await Reconcile();
        var policy = (await rulebooks.Of(profile.County)).PolicyOn(CivilTime.DateOf(startedAt)).OfOffice;
        var here = new LastPresence(Code, presence.Latitude, presence.Longitude, presence.AccuracyMetres, startedAt, endedAt);
        // The same visit sent again finds itself on its unit's row.
        return _units.Values.Any(row => row.LastPresence is { } there && there.Inspector == Code && !(row.Unit == unit && there.StartedAt == startedAt) && Travel.IsImplausible(here, there, policy.MaxSpeedKmh));
    }

    private async Task Reconcile()
    {
        var query = new HeadQuery(UnitLookup.Kinds, Inspector: Code);
        var known = _units.Values.ToList(); // what is reported during the query is newer than its answer
        var versions = await journal.HeadVersions(query);
        foreach (var row in known.Where(row => !versions.ContainsKey(row.Unit)))
            if (_units.GetValueOrDefault(row.Unit) == row) _units.Remove(row.Unit);
        if (versions.All(head => _units.TryGetValue(head.Key, out var known) && known.Version >= head.Value)) return;
        foreach (var head in await journal.Heads(query)) Apply(RulesJson.Read<UnitSummary>(head.Summary.Span));
    }

    private void Apply(UnitSummary unit)
    {
        if (_units.TryGetValue(unit.Unit, out var known) && known.Version >= unit.Version) return;
        if (unit.Inspector == Code) _units[unit.Unit] = unit;
        else _units.Remove(unit.Unit);
    }

    /// <summary>Appointing is the county's; moving an inspector between counties needs both in scope.</summary>
    private Refusal? Objection(Submission<InspectorCommand> submission)
    {
        var actor = submission.Actor;
        if (actor.Role == ActorRole.Inspector) return Permission.RoleNotAllowed(actor.Role);
        var asked = (submission.Command as AppointInspector)?.Profile.County;
        var covered = (asked is null || actor.Covers(asked)) && (_inspector.State.Profile is not { } known || actor.Covers(known.County));
        return covered ? null : Permission.OutOfScope(actor);
    }

    private Outcome Answer(long version, bool changed) => new(new(_inspector.Stream, version, changed, null, null), null);
}
