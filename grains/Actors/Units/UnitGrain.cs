using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Actors.Units;

/// <summary>
/// A supervised unit. Every command takes the same four steps: decide by the rules, append to the journal, fold, report upward.
/// No rule stands here.
/// </summary>
internal abstract partial class UnitGrain(IJournal journal, Rulebooks rulebooks, Snapshots snapshots, Reports reports, Clock clock)
    : JournaledGrain,
        IOfCounty
{
    private const int EventsBetweenSnapshots = 64;
    private const int MaxAttempts = 4;

    private Aggregate<UnitState, UnitEvent> _unit = null!;
    private IGrainState<UnitSnapshot> _snapshot = null!;
    private bool _writingSnapshot;

    protected abstract string SnapshotName { get; }

    string? IOfCounty.OfCounty => _unit.State.Profile?.County;

    private long SnapshotVersion => _snapshot.State?.Version ?? 0;

    protected override async Task Load(CancellationToken cancellationToken)
    {
        _unit = new(this.GetPrimaryKeyString(), UnitState.Empty, Unit.Evolve, journal);
        _snapshot = await snapshots.Read(SnapshotName, this.GetGrainId());
        await _unit.Load(_snapshot.State?.State, SnapshotVersion);
        // One ahead of the journal is of another life of the store. It must be gone before the journal reaches its version.
        if (SnapshotVersion > _unit.Version)
            await snapshots.Write(SnapshotName, this.GetGrainId(), _snapshot, _unit.State, _unit.Version);
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        reason.ReasonCode == DeactivationReasonCode.ApplicationError ? Task.CompletedTask : Snapshot(EventsBetweenSnapshots / 4);

    public async Task<Outcome> Execute(Submission<UnitCommand> submission)
    {
        submission = await Informed(submission);
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var now = clock.Now;
            var (due, decision, context) = await Decide(submission, now, reserve: true);
            if (decision is Decision<UnitEvent>.Refused refused)
            {
                // Receipts are permanent, so this activation makes sure that no other one has appended events before it refuses.
                if (await _unit.CatchUp())
                    continue;
                return await _unit.Keep(submission, new(null, refused.Refusal), now);
            }

            var accepted = (Decision<UnitEvent>.Accepted)decision;
            var facts = due.AddRange(accepted.Facts);
            var after = _unit.Preview(facts);
            var warnings = UnitWarnings.Of(accepted.Facts, context!);
            var reply = Reply(
                after,
                submission.Actor.Role == ActorRole.UnitUser ? after.SeenVersion : _unit.Version + facts.Length,
                accepted
            ) with
            {
                Warnings = warnings.IsEmpty ? null : warnings,
            };
            var outcome = new Outcome(IsBarred(submission.Actor.InspectorCode) ? reply with { Duty = null, Warnings = null } : reply, null);
            if (facts.IsEmpty)
                return await _unit.Keep(submission, outcome, now);
            switch (
                await Commit(
                    facts,
                    due.Length,
                    after,
                    submission.Actor,
                    Aggregate<UnitState, UnitEvent>.ReceiptOf(submission, outcome, now)
                )
            )
            {
                case AppendResult.Committed:
                    return outcome;
                case AppendResult.Duplicate duplicate:
                    return Aggregate<UnitState, UnitEvent>.Answer(duplicate.Receipt, submission);
            }
        }

        throw new RetryableFaultException($"{_unit.Stream} is being changed elsewhere; repeat with the same operation id.");
    }

    public Task<Outcome> Refuse(Submission<UnitCommand> submission, Refusal refusal) =>
        _unit.Keep(submission, new(null, refusal), clock.Now);

    public async Task<UnitSummary?> Advance()
    {
        if (!_unit.State.Exists)
            return null;
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var rules = await rulebooks.Of(_unit.State.Profile!.County);
            var due = UnitClock.Advance(_unit.State, clock.Now, rules);
            if (due.IsEmpty || await Commit(due, due.Length, _unit.Preview(due), Actor.System, null) is AppendResult.Committed)
                return Summaries.Of(_unit.State, _unit.Version, rules);
        }

        throw new RetryableFaultException($"{_unit.Stream} is being changed elsewhere; try again.");
    }

    public async Task<AnnulmentReport> Annul(AnnulFacts command)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (await journal.Read(_unit.Stream, 0) is not { } tail)
                return AnnulmentReport.Nothing;
            if (_unit.Version != tail.Head.Version)
                await _unit.Load();
            if (_unit.Version != tail.Head.Version)
                continue;
            var before = _unit.State;
            var rules = await rulebooks.Of(before.Profile!.County);
            if (UnitAnnulment.Of(StandingFacts.History<UnitEvent>(tail.Events), command, clock.ToAnnul(), rules) is not { } plan)
                return AnnulmentReport.Nothing;
            if (command.DryRun)
                return plan.Report;
            var summary = Summaries.Of(plan.After, _unit.Version + plan.Facts.Length, rules);
            if (
                await _unit.Commit(plan.Facts, plan.After, Actor.System, null, UnitProjection.Of(before, plan, summary))
                is not AppendResult.Committed committed
            )
                continue;
            Report(before, summary, alertsChanged: true, committed.ResolvedElsewhere);
            return plan.Report;
        }

        throw new RetryableFaultException($"{_unit.Stream} is being changed elsewhere; try again.");
    }

    public async Task<Preview> Preview(Submission<UnitCommand> submission)
    {
        submission = await Informed(submission);
        var (due, decision, context) = await Decide(submission, clock.Now, reserve: false);
        if (decision is Decision<UnitEvent>.Refused refused)
            return Contracts.Preview.Refused(refused.Refusal);
        var before = _unit.Preview(due);
        var county = before.Profile?.County ?? ((RegisterUnit)submission.Command).Profile.County;
        var facts = ((Decision<UnitEvent>.Accepted)decision).Facts;
        var preview = CaseFiles.Preview(before, facts, await rulebooks.Of(county)) with { Warnings = UnitWarnings.Of(facts, context!) };
        // What a recused inspector hands in waits; how the unit stands is not for him to read.
        return IsBarred(submission.Actor.InspectorCode)
            ? preview with
            {
                Before = null,
                After = null,
                Alerts = [],
                Deadlines = [],
                Documents = [],
                Warnings = [],
            }
            : preview;
    }

    public async Task<bool> WouldChange(Policy asked) =>
        _unit.State.Profile is { } profile && PolicyImpact.Changes(_unit.State, clock.Now, await rulebooks.Of(profile.County), asked);

    public async Task<GateCode?> GateCode()
    {
        if (_unit.State.Profile is not { } profile)
            return null;
        var rules = await rulebooks.Of(profile.County);
        return GateCodes.At(GateKey(), _unit.Stream, clock.Now, rules.PolicyOn(CivilTime.DateOf(clock.Now)).OfOffice);
    }

    /// <summary>A recusal that reaches back lists the visits made since, also those the unit remembers no more: they are read from the journal.</summary>
    private async ValueTask<Submission<UnitCommand>> Informed(Submission<UnitCommand> submission)
    {
        if (
            submission.Command is not RecuseInspector { Since: { } since, Visits.IsDefaultOrEmpty: true } recusal
            || since < CivilTime.DateOf(DateTimeOffset.UnixEpoch)
            || !Keys.IsCode(recusal.Inspector)
        )
            return submission;
        var visits = await Visitors.Of(journal, new(recusal.Inspector, CivilTime.StartOf(since)));
        return submission with
        {
            Command = recusal with { Visits = [.. visits.Where(visit => visit.Unit == _unit.Stream).Select(visit => visit.Mark)] },
        };
    }

    /// <param name="reserve">An assignment is to be done, not only shown: the inspector keeps it in mind.</param>
    private async ValueTask<(ImmutableArray<Fact<UnitEvent>> Due, Decision<UnitEvent> Decision, DecisionContext? Context)> Decide(
        Submission<UnitCommand> submission,
        DateTimeOffset now,
        bool reserve
    )
    {
        if (submission.Command is RegisterUnit { Profile: var profile } && Keys.Unit(profile.Kind, profile.Code) != _unit.Stream)
            return ([], Decision<UnitEvent>.Refuse(UnitRefusals.CodeInvalid(profile.Code)), null);
        var county = _unit.State.Profile?.County ?? (submission.Command as RegisterUnit)?.Profile.County;
        if (county is null)
            return ([], Decision<UnitEvent>.Refuse(UnitRefusals.UnitUnknown()), null);
        if (Permission.Objection(submission.Actor, submission.Command, _unit.Stream, county) is { } objection)
            return ([], Decision<UnitEvent>.Refuse(objection), null);
        var rules = await rulebooks.Of(county);
        var due = UnitClock.Advance(_unit.State, now, rules);
        var state = _unit.Preview(due);
        var command = Checked(submission.Command, rules);
        var context = new DecisionContext(submission.Actor, submission.OpId, now, rules);
        var decision = UnitDecisions.Decide(state, command, context);
        // Only an assignment that would be made is weighed, so that one refused for something else keeps no place.
        if (
            decision is Decision<UnitEvent>.Accepted accepted
            && accepted.Facts.Select(fact => fact.Event).OfType<InspectorAssigned>().FirstOrDefault()
                is { Assignment.Inspector: var inspector }
            && Keys.IsCode(inspector)
            && InspectorLoads.Adds(state, state.Profile ?? ((RegisterUnit)command).Profile, inspector)
        )
        {
            context = context with
            {
                Schools = await GrainFactory.GetGrain<IInspectorGrain>(Keys.Inspector(inspector)).Weigh(_unit.Stream, reserve),
            };
            decision = UnitDecisions.Decide(state, command, context);
        }

        return (due, decision, context);
    }

    /// <summary>A visit with what its gate code proves instead of the code.</summary>
    private UnitCommand Checked(UnitCommand command, Rulebook rules) =>
        command is not RecordVisit { Visit: { } visit } record
            ? command
            : record with
            {
                GateCode = null,
                Gate = string.IsNullOrWhiteSpace(record.GateCode)
                    ? GateProof.None
                    : GateCodes.Check(
                        GateKey(),
                        _unit.Stream,
                        record.GateCode,
                        visit.StartedAt,
                        visit.EndedAt,
                        rules.PolicyOn(CivilTime.DateOf(visit.StartedAt)).OfOffice
                    ),
            };

    private byte[] GateKey() => ServiceProvider.GetRequiredService<ClusterSecret>().Derive("gate-code");

    private async Task<AppendResult> Commit(ImmutableArray<Fact<UnitEvent>> facts, int due, UnitState after, Actor actor, Receipt? receipt)
    {
        var before = _unit.State;
        var rules = await rulebooks.Of(after.Profile!.County);
        var summary = Summaries.Of(after, _unit.Version + facts.Length, rules);
        var projection = UnitProjection.Of(before, facts, due, after, summary);
        var result = await _unit.Commit(facts, after, actor, receipt, projection);
        if (result is not AppendResult.Committed committed)
            return result;
        Report(before, summary, projection.Alerts.Count + projection.Resolved.Count > 0, committed.ResolvedElsewhere);
        foreach (var visitor in VisitNewsOf(facts, after, summary).GroupBy(news => news.Visit.Inspector))
            reports.Send(Keys.Inspector(visitor.Key), new(summary, false) { Visits = [.. visitor] });
        _ = Snapshot(EventsBetweenSnapshots); // not awaited: the answer owes nothing to a cache
        return result;
    }

    /// <summary>Nobody waits for these: a lost one is found by the county's next reconciliation.</summary>
    /// <param name="elsewhere">Counties that hold alerts of this unit from the time it was theirs, of which one is gone.</param>
    private void Report(UnitState before, UnitSummary summary, bool alertsChanged, IReadOnlyList<string> elsewhere)
    {
        var report = new UnitReport(summary, alertsChanged);
        reports.Send(Keys.County(summary.County), report);
        foreach (var county in elsewhere)
            reports.Send(Keys.County(county), report);
        if (before.Profile?.County is { } left && left != summary.County)
            reports.Send(Keys.County(left), report);
        if (summary.Inspector is { } inspector)
            reports.Send(Keys.Inspector(inspector), report);
        if (before.Responsible is { } former && former != summary.Inspector)
            reports.Send(Keys.Inspector(former), report);
        foreach (var planned in (summary.Planned ?? []).Concat(before.Assignments.Select(assignment => assignment.Inspector)).Distinct())
            if (planned != summary.Inspector && planned != before.Responsible)
                reports.Send(Keys.Inspector(planned), report);
        foreach (var mark in summary.Recent)
            if (
                mark.ChargedTo is { } charged
                && charged != summary.Inspector
                && charged != before.Responsible
                && before.DutyOf(mark.Period)?.State != mark.State
            )
                reports.Send(Keys.Inspector(charged), report);
    }

    /// <summary>Whoever made a visit weighs it against the others; also a visitor the unit is not assigned to.</summary>
    private static IEnumerable<VisitNews> VisitNewsOf(ImmutableArray<Fact<UnitEvent>> facts, UnitState after, UnitSummary summary)
    {
        foreach (var fact in facts)
        {
            if (fact.Event is VisitVoided { Inspector: { } inspector } gone)
                yield return new(
                    new(gone.VisitId, inspector, summary.Unit, summary.Name, summary.County, fact.RecordedAt, fact.RecordedAt, null),
                    summary.Version,
                    fact.RecordedAt,
                    true
                );
            else if (Visitors.Arrived(fact.Event) is { } visit && Keys.IsCode(visit.Inspector))
                yield return new(
                    Visitors.Attendance(
                        visit,
                        summary.Unit,
                        after.Profile!.Name,
                        after.Profile.County,
                        Place.Registered(after.Profile.Latitude, after.Profile.Longitude)
                    ),
                    summary.Version,
                    fact.RecordedAt,
                    false
                );
        }
    }

    private async Task Snapshot(int atLeast)
    {
        if (_writingSnapshot || _unit.Version - SnapshotVersion < atLeast)
            return;
        _writingSnapshot = true;
        await snapshots.Write(SnapshotName, this.GetGrainId(), _snapshot, _unit.State, _unit.Version);
        _writingSnapshot = false;
    }

    private Reply Reply(UnitState after, long version, Decision<UnitEvent>.Accepted accepted)
    {
        var visit = VisitOutcome.Of(accepted.Facts);
        var duty = visit?.Counts is { } period ? after.DutyOf(period) : after.Current;
        return new(_unit.Stream, version, !accepted.Facts.IsEmpty, visit, duty);
    }
}

internal sealed class SchoolGrain(IJournal journal, Rulebooks rulebooks, Snapshots snapshots, Reports reports, Clock clock)
    : UnitGrain(journal, rulebooks, snapshots, reports, clock),
        ISchoolGrain
{
    protected override string SnapshotName => "school";
}

internal sealed class InstitutionGrain(IJournal journal, Rulebooks rulebooks, Snapshots snapshots, Reports reports, Clock clock)
    : UnitGrain(journal, rulebooks, snapshots, reports, clock),
        IInstitutionGrain
{
    protected override string SnapshotName => "institution";
}
