using static Supervision.Rules.Units.Issues.IssueDecisions;

namespace Supervision.Rules.Units.Ladder;

/// <summary>From a proposal to a measure in force, and what each rung obliges to (5.5). One method a command.</summary>
internal static class MeasureDecisions
{
    /// <summary>Days ahead an interview's commitment may lie.</summary>
    public const int LongestCommitment = 180;

    /// <summary>Null for commands that are not about measures.</summary>
    public static Decision<UnitEvent>? Decide(UnitState state, UnitCommand command, DecisionContext context) =>
        command switch
        {
            ProposeMeasure c => Propose(state, c, context),
            DecideMeasure c => On(state, c.Measure, MeasureState.Proposed, null, measure => Settle(measure, c, context)),
            RejectMeasure c => On(
                state,
                c.Measure,
                MeasureState.Proposed,
                null,
                measure =>
                    DeciderProblem(measure, context)
                    ?? Problem(("reason", c.Reason, 500))
                    ?? One(new MeasureRejected(c.Measure, context.Actor.Name, c.Reason), context)
            ),
            ServeMeasure c => On(state, c.Measure, MeasureState.Decided, null, measure => Serve(measure, c, context)),
            RecordInterview c => On(state, c.Measure, MeasureState.InForce, Rung.Interview, measure => Hold(measure, c, context)),
            RecordCommitment c => On(state, c.Measure, MeasureState.InForce, Rung.Interview, measure => Commit(measure, c, context)),
            RecordProgress c => On(state, c.Measure, MeasureState.InForce, Rung.KeySupervision, measure => Progress(measure, c, context)),
            ExtendPeriod c => On(state, c.Measure, MeasureState.InForce, Rung.KeySupervision, measure => Extend(measure, c, context)),
            ApplyDelisting c => On(
                state,
                c.Measure,
                MeasureState.InForce,
                Rung.KeySupervision,
                measure => Apply(state, measure, c, context)
            ),
            DecideDelisting c => On(state, c.Measure, MeasureState.InForce, Rung.KeySupervision, measure => Delist(measure, c, context)),
            RecordPublication c => On(state, c.Measure, MeasureState.InForce, Rung.Exposure, measure => Publish(measure, c, context)),
            AnnotatePublication c => On(
                state,
                c.Measure,
                MeasureState.InForce,
                Rung.Exposure,
                measure =>
                    !measure.Published
                        ? Decision<UnitEvent>.Refuse(MeasureRefusals.NotPublished())
                        : Problem(("result", c.Result, 2_000))
                            ?? One(new PublicationAnnotated(c.Measure, context.Actor.Name, c.Result), context)
            ),
            SetUpFactFinding c => FactFinding.SetUp(state, c, context),
            RecordAppealStep c => On(
                state,
                c.Measure,
                MeasureState.InForce,
                Rung.Accountability,
                measure => Remedies.Step(measure, c, context)
            ),
            RecordExecution c => On(
                state,
                c.Measure,
                MeasureState.InForce,
                Rung.Accountability,
                measure =>
                    measure.Executed
                        ? Decision<UnitEvent>.Refuse(MeasureRefusals.AlreadyRecorded("measure"))
                        : Problem(("remark", c.Remark, 2_000), ("document", c.Document, 200))
                            ?? One(new AccountabilityExecuted(c.Measure, context.Actor.Name, c.Remark, c.Document), context)
            ),
            _ => null,
        };

    private static Decision<UnitEvent> Propose(UnitState state, ProposeMeasure command, DecisionContext context)
    {
        if (command.Rung == Rung.None || !Enum.IsDefined(command.Rung))
            return Decision<UnitEvent>.Refuse(
                Refusals.Invalid(
                    "rung",
                    "层级不在清单内",
                    "unknown rung",
                    "Circular | Interview | KeySupervision | Exposure | Accountability"
                )
            );
        if (command.Rule is not ("LR-14" or "manual"))
            return Decision<UnitEvent>.Refuse(MeasureRefusals.RuleNotByHand(command.Rule));
        if (Problem(("reason", command.Reason, 1_000)) is { } problem)
            return problem;
        var issues = command.Issues.IsDefault ? [] : command.Issues.Distinct().Order().ToImmutableArray();
        foreach (var no in issues)
            if (state.Issue(no) is null)
                return Decision<UnitEvent>.Refuse(CaseRefusals.IssueUnknown(no));
        if (issues.IsEmpty)
            return Decision<UnitEvent>.Refuse(Refusals.Required("issues"));
        var policy = context.Rules.PolicyOn(context.Today);
        if (command.Rule == "LR-14" && Inaction(state, command.Rung, issues, policy.OfLadder, context) is { } refusal)
            return Decision<UnitEvent>.Refuse(refusal);
        if (command.Rung == Rung.Exposure && state.Profile!.Kind == UnitKind.School && !policy.OfLadder.SchoolsExposed)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.RungNotAllowed("LR-14"));
        if (command.Rung <= state.Ladder.Rung)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.RungReached(state.Ladder.Rung));
        if (state.Ladder.Measures.FirstOrDefault(open => open.IsPending && open.Rung == command.Rung) is { } pending)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.ProposalOpen(pending));
        var call = new LadderCall(
            command.Rule,
            command.Rung,
            issues,
            Proof: [.. issues.Select(no => $"issue/{no}")],
            Aggravated: command.Rung == Rung.Accountability && state.Ladder.Count(Rung.Accountability, context.Now) > 0
        );
        return One(
            LadderCalls.Propose(state.Ladder.LastMeasure + 1, call, context.Actor.Name, command.Reason, context.Now, policy, context.Rules),
            context
        );
    }

    /// <summary>LR-14: typical inaction of a school, where the county switched it on; the director begins it by hand → R4.</summary>
    private static Refusal? Inaction(UnitState state, Rung rung, ImmutableArray<int> issues, LadderPolicy policy, DecisionContext context)
    {
        if (!policy.SchoolsExposed || state.Profile!.Kind != UnitKind.School)
            return MeasureRefusals.RungNotAllowed("LR-14");
        if (rung != Rung.Exposure)
            return Refusals.Invalid("rung", "LR-14 对应公开曝光", "LR-14 leads to public exposure", "Exposure");
        if (!Permission.MayDecide(context.Actor.Role, Rung.Interview))
            return Reach.RoleNotAllowed(context.Actor.Role);
        return issues.All(no => Taxonomy.IsInaction(state.Issue(no)!.Category))
            ? null
            : Refusals.Invalid("issues", "LR-14 只针对不作为、慢作为问题", "LR-14 is about inaction only", "S-AD-03");
    }

    private static Decision<UnitEvent> Settle(Measure measure, DecideMeasure command, DecisionContext context)
    {
        if (DeciderProblem(measure, context) is { } wrong)
            return wrong;
        var forms = measure.Rung switch
        {
            Rung.Circular => (MeasureForm.Written, MeasureForm.Oral),
            Rung.KeySupervision => (MeasureForm.Plaque, MeasureForm.SupervisionOrder),
            _ => (MeasureForm.None, MeasureForm.None),
        };
        if (command.Form != forms.Item1 && command.Form != forms.Item2)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.FormInvalid(measure.Rung));
        if (Problem(("remark", command.Remark, 500)) is { } problem)
            return problem;
        if (RungPapers.Objection(command.Attachments, RungPapers.ToDecide(measure.Rung)) is { } papers)
            return Decision<UnitEvent>.Refuse(papers);
        ImmutableArray<Deadline> deadlines =
            measure.Rung == Rung.Interview
                ? [new(DeadlineKind.Hold, context.Rules.Work.AddWorkingDays(context.Today, PolicyOf(measure, context).HoldDays))]
                : [];
        return One(
            new MeasureDecided(measure.No, context.Actor.Name, command.Form, command.Remark, Papers(command.Attachments), deadlines),
            context
        );
    }

    private static Decision<UnitEvent> Serve(Measure measure, ServeMeasure command, DecisionContext context)
    {
        if (RungPapers.Objection(command.Attachments, RungPapers.ToServe(measure.Rung, measure.Form)) is { } papers)
            return Decision<UnitEvent>.Refuse(papers);
        var policy = PolicyOf(measure, context);
        ImmutableArray<Deadline> deadlines = measure.Rung switch
        {
            Rung.Circular => [new(DeadlineKind.Fix, context.Today.AddDays(policy.FixDays))],
            Rung.KeySupervision =>
            [
                new(DeadlineKind.Progress, context.Today.AddDays(policy.ProgressEveryDays)),
                new(DeadlineKind.Period, context.Today.AddDays(policy.PeriodDays)),
            ],
            Rung.Exposure => [new(DeadlineKind.Publish, context.Rules.Work.AddWorkingDays(context.Today, policy.PublishDays))],
            Rung.Accountability => Remedies.AtService(context.Today),
            _ => [],
        };
        var served = new MeasureServed(measure.No, context.Actor.Name, measure.Form, Papers(command.Attachments), deadlines);
        return measure.Rung == Rung.Accountability ? Many(context, served, Remedies.Opened(measure.No, context)) : One(served, context);
    }

    private static Decision<UnitEvent> Hold(Measure measure, RecordInterview command, DecisionContext context)
    {
        if (measure.Held)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.AlreadyRecorded("measure"));
        var first = CivilTime.DateOf(measure.ServedAt ?? measure.Since);
        if (command.HeldOn < first || command.HeldOn > context.Today)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.HeldOnInvalid(first, context.Today));
        var minutes = context.Rules.Work.AddWorkingDays(command.HeldOn, PolicyOf(measure, context).MinutesDays);
        return Problem(("present", command.Present, 500))
            ?? One(
                new InterviewHeld(measure.No, context.Actor.Name, command.HeldOn, command.Present, [new(DeadlineKind.Minutes, minutes)]),
                context
            );
    }

    private static Decision<UnitEvent> Commit(Measure measure, RecordCommitment command, DecisionContext context)
    {
        if (!measure.Held)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.InterviewNotHeld());
        if (measure.Committed is not null)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.AlreadyRecorded("measure"));
        var (first, last) = (context.Today.AddDays(1), context.Today.AddDays(LongestCommitment));
        if (command.Committed < first || command.Committed > last)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.CommitmentDateInvalid(first, last));
        if (RungPapers.Objection(command.Attachments, [DocumentKind.InterviewMinutes, DocumentKind.Commitment]) is { } papers)
            return Decision<UnitEvent>.Refuse(papers);
        return One(
            new CommitmentRecorded(
                measure.No,
                context.Actor.Name,
                command.Committed,
                Papers(command.Attachments),
                [new(DeadlineKind.Commitment, command.Committed)]
            ),
            context
        );
    }

    private static Decision<UnitEvent> Progress(Measure measure, RecordProgress command, DecisionContext context)
    {
        var next = measure.Deadlines.Of(DeadlineKind.Progress) is { Passed: false } due
            ? context.Today > due.Due.AddDays(-PolicyOf(measure, context).ProgressEveryDays)
                ? ProgressAfter(measure, due.Due, context)
                : due.Due // a second report in the same days answers nothing more
            : ProgressAfter(measure, context.Today, context);
        var running = measure.Deadlines.Of(DeadlineKind.Period) is { Passed: false } period && next <= period.Due;
        return Problem(("text", command.Text, 4_000))
            ?? FilesProblem(command.Evidence)
            ?? One(
                new ProgressRecorded(
                    measure.No,
                    context.Actor.Name,
                    command.Text,
                    Files(command.Evidence),
                    running ? [new(DeadlineKind.Progress, next)] : []
                ),
                context
            );
    }

    /// <summary>The next report's day after a day, in the rhythm that began with service; neither early nor late reports shift it.</summary>
    private static DateOnly ProgressAfter(Measure measure, DateOnly day, DecisionContext context)
    {
        var every = PolicyOf(measure, context).ProgressEveryDays;
        var next = CivilTime.DateOf(measure.ServedAt ?? measure.Since).AddDays(every);
        while (next <= day)
            next = next.AddDays(every);
        return next;
    }

    private static Decision<UnitEvent> Extend(Measure measure, ExtendPeriod command, DecisionContext context)
    {
        if (DeciderProblem(measure, context) is { } wrong)
            return wrong;
        if (measure.Extended)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.PeriodExtensionUsed());
        if (measure.Deadlines.Of(DeadlineKind.Period) is not { Passed: false } period)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.PeriodOver());
        var end = CivilTime.DateOf(measure.ServedAt ?? measure.Since).AddDays(PolicyOf(measure, context).PeriodExtendedDays);
        ImmutableArray<Deadline> deadlines = [new(DeadlineKind.Period, end)];
        // With the last report of the first period no further one was due; in the longer one it is.
        if (
            measure.Deadlines.Of(DeadlineKind.Progress) is null
            && ProgressAfter(measure, period.Due, context) is var report
            && report <= end
        )
            deadlines = deadlines.Add(new(DeadlineKind.Progress, report));
        return Problem(("reason", command.Reason, 500))
            ?? One(new PeriodExtended(measure.No, context.Actor.Name, command.Reason, deadlines), context);
    }

    private static Decision<UnitEvent> Apply(UnitState state, Measure measure, ApplyDelisting command, DecisionContext context)
    {
        if (measure.Delisted || measure.Deadlines.Of(DeadlineKind.Accept) is not null)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.AlreadyRecorded("measure"));
        if (!Settlement.IsSettled(state, measure))
            return Decision<UnitEvent>.Refuse(MeasureRefusals.DelistingNotReady());
        var answer = context.Rules.Work.AddWorkingDays(context.Today, PolicyOf(measure, context).AcceptDays);
        return Problem(("text", command.Text, 4_000))
            ?? FilesProblem(command.Evidence)
            ?? One(
                new DelistingApplied(
                    measure.No,
                    context.Actor.Name,
                    command.Text,
                    Files(command.Evidence),
                    [new(DeadlineKind.Accept, answer)]
                ),
                context
            );
    }

    private static Decision<UnitEvent> Delist(Measure measure, DecideDelisting command, DecisionContext context)
    {
        if (DeciderProblem(measure, context) is { } wrong)
            return wrong;
        if (measure.Deadlines.Of(DeadlineKind.Accept) is null)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.DelistingNotAsked());
        return Problem(("remark", command.Remark, 500))
            ?? One(
                command.Accept
                    ? new DelistingAccepted(measure.No, context.Actor.Name, command.Remark)
                    : new DelistingRefused(measure.No, context.Actor.Name, command.Remark),
                context
            );
    }

    private static Decision<UnitEvent> Publish(Measure measure, RecordPublication command, DecisionContext context)
    {
        if (measure.Published)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.AlreadyRecorded("measure"));
        var links = command.Links.IsDefault ? [] : command.Links;
        var bad =
            links.Length is 0 or > 20
            || links.Any(link =>
                link is null
                || !Characters.Fit(link, 500)
                || !Uri.TryCreate(link, UriKind.Absolute, out var uri)
                || uri.Scheme is not ("http" or "https")
            );
        return bad
            ? Decision<UnitEvent>.Refuse(Refusals.Invalid("links", "须提供 1–20 个发布链接", "1–20 links are needed", "https://…"))
            : One(new PublicationRecorded(measure.No, context.Actor.Name, links), context);
    }

    /// <summary>The rung's own role or above, and for R3 to R5 not who proposed it (invariants 7, 8).</summary>
    private static Decision<UnitEvent>.Refused? DeciderProblem(Measure measure, DecisionContext context)
    {
        if (!Permission.MayDecide(context.Actor.Role, measure.Rung))
            return Decision<UnitEvent>.Refuse(MeasureRefusals.DeciderTooLow(measure.Rung));
        return measure.Rung >= Rung.KeySupervision && measure.ProposedBy == context.Actor.Name
            ? Decision<UnitEvent>.Refuse(MeasureRefusals.DeciderIsProposer())
            : null;
    }

    private static Decision<UnitEvent> On(
        UnitState state,
        int no,
        MeasureState accepted,
        Rung? rung,
        Func<Measure, Decision<UnitEvent>> decide
    )
    {
        if (state.Ladder.Find(no) is not { } measure)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.MeasureUnknown(no));
        if (rung is { } wanted && measure.Rung != wanted)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.WrongRung(measure, wanted));
        return measure.State == accepted ? decide(measure) : Decision<UnitEvent>.Refuse(MeasureRefusals.MeasureState(measure, accepted));
    }

    private static LadderPolicy PolicyOf(Measure measure, DecisionContext context) =>
        context.Rules.PolicyVersion(measure.PolicyVersion).OfLadder;

    private static ImmutableArray<Attachment> Papers(ImmutableArray<Attachment> attachments) => attachments.IsDefault ? [] : attachments;
}
