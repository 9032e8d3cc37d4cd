namespace Supervision.Rules.Inspectors;

/// <summary>The appointment and the ladder of one inspector: its fold, and what follows from a command.</summary>
public static class Inspector
{
    private const int MaxReason = 500;
    private const int MaxDocument = 200;

    public static InspectorState Evolve(InspectorState state, Fact<InspectorEvent> fact)
    {
        var at = fact.EffectiveAt;
        return Kept(
            fact.Event switch
            {
                InspectorAppointed e => state with { Profile = e.Profile },
                AppointmentChanged e when e.Profile.County == state.Profile?.County => state with { Profile = e.Profile },
                AppointmentChanged e => state with
                {
                    Profile = e.Profile,
                    MovedAt = Later(state, at),
                    Load = LoadGrade.None,
                    LoadSince = null,
                }, // the new county weighs anew
                DutyMissed e => Missed(state, new(e.Unit, e.UnitName, e.Period, at, DutyState.Missed)),
                DutyRestated e => state with
                {
                    Missed =
                    [
                        .. state.Missed.Select(duty =>
                            duty.Unit == e.Unit && duty.Period == e.Period ? duty with { State = e.State } : duty
                        ),
                    ],
                },
                ReminderIssued e => Added(
                    state,
                    new(
                        e.No,
                        InspectorRung.Reminder,
                        StepState.Decided,
                        e.Duties,
                        at,
                        e.Due,
                        Actor.System.Name,
                        e.PolicyVersion,
                        DecidedBy: Actor.System.Name
                    )
                ),
                StepProposed e => Added(state, new(e.No, e.Rung, StepState.Proposed, e.Duties, at, e.Due, e.By, e.PolicyVersion, e.Reason)),
                StepDecided e => Changed(
                    state,
                    e.No,
                    step =>
                        step with
                        {
                            State = StepState.Decided,
                            Since = at,
                            Due = e.Due,
                            DecidedBy = e.By,
                            Reason = e.Reason,
                            Document = e.Document,
                        }
                ),
                ReminderAcknowledged e => Changed(
                    state,
                    e.No,
                    step => step with { State = StepState.Acknowledged, Since = at, Due = null }
                ),
                StepRejected e => Changed(
                    state,
                    e.No,
                    step => step with { State = StepState.Rejected, Since = at, Due = null, Reason = e.Reason }
                ),
                StepLapsed e => Changed(state, e.No, step => step with { State = StepState.Lapsed, Since = at, Due = null }),
                InspectorOverloaded e => state with { Load = e.Above ? LoadGrade.AboveHard : LoadGrade.AboveSoft, LoadSince = at },
                InspectorRelieved => state with { Load = LoadGrade.Within, LoadSince = null },
                InspectorFactsAnnulled e => state with { LastStep = Math.Max(state.LastStep, e.LastStep) },
                QualificationRevoked e => state with { Profile = state.Profile! with { TermTo = e.LastDay }, RevokedOn = e.LastDay },
                _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Event.GetType().Name, "An event without a fold."),
            },
            fact.RecordedAt
        );
    }

    public static Decision<InspectorEvent> Decide(InspectorState state, InspectorCommand command, DecisionContext context)
    {
        if (command is AppointInspector appoint)
            return Appoint(state, InspectorProfiles.Merge(state.Profile, appoint.Profile, appoint.Untold), context.Now);
        if (state.Profile is null)
            return Decision<InspectorEvent>.Refuse(
                new(RefusalCode.InspectorUnknown, "code", new("没有聘任这位督学", "no such inspector is appointed"), null)
            );
        return command switch
        {
            AcknowledgeReminder c => Acknowledge(state, c, context),
            DecideStep c => DecideOn(state, c, context),
            RejectStep c => Reject(state, c, context),
            ProposeRevocation c => Propose(state, c, context),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command without a rule."),
        };
    }

    /// <summary>What is to be recorded of the inspector's load; nothing while it is as it was.</summary>
    /// <param name="schools">The inspector is responsible for now.</param>
    public static ImmutableArray<Fact<InspectorEvent>> Weigh(InspectorState state, int schools, DateTimeOffset now, Rulebook rules)
    {
        if (state.Profile is null)
            return [];
        var policy = rules.PolicyOn(CivilTime.DateOf(now)).OfOffice;
        var grade = InspectorLoads.GradeOf(schools, policy);
        if (grade == state.Load || (grade == LoadGrade.Within && state.Load == LoadGrade.None))
            return [];
        InspectorEvent happened =
            grade == LoadGrade.Within
                ? new InspectorRelieved(schools, state.LoadSince!.Value)
                : new InspectorOverloaded(
                    schools,
                    policy.InspectorSoftMax,
                    policy.InspectorHardMax,
                    grade == LoadGrade.AboveHard,
                    state.LoadSince
                );
        return [new(happened, now, now)];
    }

    private static Decision<InspectorEvent> Appoint(InspectorState state, InspectorProfile profile, DateTimeOffset now)
    {
        if (profile.TermTo < profile.TermFrom)
            return Decision<InspectorEvent>.Refuse(UnitRefusals.AssignmentReversed(new(profile.Code, profile.TermFrom, profile.TermTo)));
        if (state.Profile == profile)
            return Decision<InspectorEvent>.Unchanged;
        if (state.RevokedOn is { } lastDay)
            return Decision<InspectorEvent>.Refuse(StepRefusals.Revoked(lastDay));
        return Facts(now, state.Profile is null ? new InspectorAppointed(profile) : new AppointmentChanged(profile));
    }

    private static Decision<InspectorEvent> Acknowledge(InspectorState state, AcknowledgeReminder command, DecisionContext context)
    {
        if (state.Step(command.Step) is not { } step)
            return Decision<InspectorEvent>.Refuse(StepRefusals.StepUnknown(command.Step));
        if (step.State == StepState.Acknowledged)
            return Decision<InspectorEvent>.Unchanged;
        return step.State == StepState.Decided
            ? Facts(context.Now, new ReminderAcknowledged(step.No, context.Actor.Name))
            : Decision<InspectorEvent>.Refuse(StepRefusals.StepConflict(step.No, step.State, StepState.Decided));
    }

    private static Decision<InspectorEvent> DecideOn(InspectorState state, DecideStep command, DecisionContext context)
    {
        if (Objection(state, command.Step, command.Reason) is { } refusal)
            return Decision<InspectorEvent>.Refuse(refusal);
        var step = state.Step(command.Step)!;
        if (
            (step.Rung >= InspectorRung.CircularCriticism || command.Document is not null)
            && Refusals.TextProblem("document", command.Document, MaxDocument) is { } paper
        )
            return Decision<InspectorEvent>.Refuse(paper);
        var due = context.Rules.Work.AddWorkingDays(
            context.Today,
            context.Rules.PolicyVersion(step.PolicyVersion).OfInspector.AcknowledgeDays
        );
        var decided = new StepDecided(step.No, context.Actor.Name, command.Reason, command.Document, due);
        if (step.Rung != InspectorRung.Revocation)
            return Facts(context.Now, decided);
        if (step.ProposedBy == context.Actor.Name)
            return Decision<InspectorEvent>.Refuse(MeasureRefusals.DeciderIsProposer());
        var others = state
            .Steps.Where(other => other.State == StepState.Proposed && other.No != step.No)
            .Select(InspectorEvent (other) => new StepLapsed(other.No));
        return Facts(context.Now, [decided, new QualificationRevoked(step.No, context.Today), .. others]);
    }

    private static Decision<InspectorEvent> Reject(InspectorState state, RejectStep command, DecisionContext context) =>
        Objection(state, command.Step, command.Reason) is { } refusal
            ? Decision<InspectorEvent>.Refuse(refusal)
            : Facts(context.Now, new StepRejected(command.Step, context.Actor.Name, command.Reason));

    private static Decision<InspectorEvent> Propose(InspectorState state, ProposeRevocation command, DecisionContext context)
    {
        if (state.RevokedOn is { } lastDay)
            return Decision<InspectorEvent>.Refuse(StepRefusals.Revoked(lastDay));
        if (Refusals.TextProblem("reason", command.Reason, MaxReason) is { } refusal)
            return Decision<InspectorEvent>.Refuse(refusal);
        if (state.Steps.FirstOrDefault(step => step is { Rung: InspectorRung.Revocation, State: StepState.Proposed }) is { } open)
            return Decision<InspectorEvent>.Refuse(StepRefusals.ProposalOpen(open.No, StepWords.Of(open.Rung)));
        var policy = context.Rules.PolicyOn(context.Today);
        var due = context.Rules.Work.AddWorkingDays(context.Today, policy.OfInspector.DecideDays);
        return Facts(
            context.Now,
            new StepProposed(
                state.LastStep + 1,
                InspectorRung.Revocation,
                context.Actor.Name,
                command.Reason,
                [.. state.Standing(context.Now).Select(duty => duty.Ref)],
                due,
                policy.Version
            )
        );
    }

    /// <summary>What stands against deciding a proposal either way.</summary>
    private static Refusal? Objection(InspectorState state, int no, string reason) =>
        state.Step(no) is not { } step ? StepRefusals.StepUnknown(no)
        : step.State != StepState.Proposed ? StepRefusals.StepConflict(no, step.State, StepState.Proposed)
        : Refusals.TextProblem("reason", reason, MaxReason);

    /// <summary>A duty of a month that open measures are about already joins what they rest on.</summary>
    private static InspectorState Missed(InspectorState state, MissedDuty duty) =>
        state with
        {
            Missed = state
                .Missed.Add(duty)
                .Sort((a, b) => a.Period.CompareTo(b.Period) is var order and not 0 ? order : string.CompareOrdinal(a.Unit, b.Unit)),
            Steps =
            [
                .. state.Steps.Select(step =>
                    step.IsOpen && step.Duties.Any(known => known.Month == duty.Ref.Month)
                        ? step with
                        {
                            Duties = step.Duties.Add(duty.Ref),
                        }
                        : step
                ),
            ],
        };

    /// <summary>After the last move and everything that is open.</summary>
    private static DateTimeOffset Later(InspectorState state, DateTimeOffset at) =>
        state
            .Steps.Where(step => step.IsOpen)
            .Select(step => step.Since.AddMilliseconds(1))
            .Append(at)
            .Append(state.MovedAt?.AddMilliseconds(1) ?? at)
            .Max();

    private static InspectorState Added(InspectorState state, InspectorStep step) =>
        state with
        {
            Steps = state.Steps.Add(step),
            LastStep = step.No,
        };

    private static InspectorState Changed(InspectorState state, int no, Func<InspectorStep, InspectorStep> change) =>
        state with
        {
            Steps = [.. state.Steps.Select(step => step.No == no ? change(step) : step)],
        };

    /// <summary>Drops what no later decision needs; what was dropped is too old to be noticed again.</summary>
    private static InspectorState Kept(InspectorState state, DateTimeOffset now)
    {
        var from = InspectorState.CountedFrom(now);
        return state with
        {
            Missed = state.Missed.RemoveAll(duty => duty.At < from),
            Steps = state.Steps.RemoveAll(step => !step.IsOpen && step.Since < from),
        };
    }

    private static Decision<InspectorEvent> Facts(DateTimeOffset now, params ReadOnlySpan<InspectorEvent> happened)
    {
        var facts = ImmutableArray.CreateBuilder<Fact<InspectorEvent>>(happened.Length);
        foreach (var each in happened)
            facts.Add(new(each, now, now));
        return new Decision<InspectorEvent>.Accepted(facts.ToImmutable());
    }
}
