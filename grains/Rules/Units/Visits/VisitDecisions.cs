using static Supervision.Rules.Units.Issues.IssueDecisions;

namespace Supervision.Rules.Units.Visits;

/// <summary>Visits with what they found: plans, remarks, findings, and those the county has to believe first (5.3).</summary>
internal static class VisitDecisions
{
    private const int MaxPlans = 16;
    private const int PlannableDays = 365;

    /// <summary>Null for commands that are not about visits.</summary>
    public static Decision<UnitEvent>? Decide(UnitState state, UnitCommand command, DecisionContext context) =>
        command switch
        {
            RecordVisit c => Record(state, c, context),
            ConfirmFlagged c => Confirm(state, c, context),
            VoidVisit c => Void(state, c, context),
            PlanVisit c => Plan(state, c.Plan, context),
            DropPlan c => !state.Plans.Any(plan =>
                plan.Id == c.Plan && (!context.Actor.IsInspector || plan.Inspector == context.Actor.InspectorCode)
            )
                ? Decision<UnitEvent>.Refuse(VisitRefusals.PlanUnknown())
                : Problem(("reason", c.Reason, 500)) ?? One(new VisitPlanDropped(c.Plan, c.Reason), context),
            _ => null,
        };

    private static Decision<UnitEvent> Record(UnitState state, RecordVisit command, DecisionContext context)
    {
        var visit =
            command.Gate == GateProof.None
                ? command.Visit
                : command.Visit with
                {
                    Content = (command.Visit.Content ?? VisitContent.Bare) with { Gate = command.Gate },
                };
        var barred = Recusals.Bars(state, visit.Inspector);
        if (VisitRules.Objection(state, visit, context.Now) is { } refusal)
            return Decision<UnitEvent>.Refuse(refusal);
        if (VisitContents.Objection(state, visit, context.Rules, blind: barred) is { } content)
            return Decision<UnitEvent>.Refuse(content);
        visit = visit with { Content = Planned(state, visit.Content?.Tidied()) };
        var flags = VisitContents
            .Flags(visit, command.Flags, context.Now)
            .AddRange(Barriers.Flags(state, visit, context.Now, context.Rules));
        if (flags.IsEmpty)
            return Accept(state, visit, context);
        return new Decision<UnitEvent>.Accepted([
            new(
                new VisitFlagged(
                    visit,
                    flags,
                    command.Conflicts.IsDefaultOrEmpty ? default : [.. command.Conflicts.Take(Doubts.MostConflicts)]
                ),
                visit.StartedAt,
                context.Now
            ),
            .. Fulfilled(state, visit, context),
        ]);
    }

    /// <summary>
    /// A visit carries out a plan the unit has, or none: a phone without signal can't know that its plan was dropped, so the visit is
    /// taken, but no record names a plan that is not there.
    /// </summary>
    private static VisitContent? Planned(UnitState state, VisitContent? content) =>
        content is { Plan: { } plan } && !state.Plans.Any(known => known.Id == plan) ? content with { Plan = null } : content;

    private static Decision<UnitEvent>.Accepted Accept(UnitState state, Visit visit, DecisionContext context)
    {
        var accepted = VisitRules.Take(state, visit, context.Now, context.Rules);
        return accepted with { Facts = [.. accepted.Facts, .. Fulfilled(state, visit, context), .. Findings(state, visit, context)] };
    }

    private static Decision<UnitEvent> Confirm(UnitState state, ConfirmFlagged command, DecisionContext context)
    {
        if (Problem(("reason", command.Reason, 500)) is { } problem)
            return problem;
        if (state.Doubts.FirstOrDefault(doubt => doubt.Id == command.VisitId && doubt.Taken is not null) is { } doubt)
            return Doubts.Confirm(state, doubt, command.Reason, context);
        if (state.Flagged.FirstOrDefault(visit => visit.Id == command.VisitId) is not { } visit)
            return Decision<UnitEvent>.Refuse(VisitRefusals.VisitNotFlagged());
        // Since it was flagged, another one may overlap it, the unit may be closed, or its time over.
        if (VisitRules.Objection(state, visit, context.Now) is { } refusal)
            return Decision<UnitEvent>.Refuse(refusal);
        var accepted = Accept(state, visit, context);
        return accepted with
        {
            Facts = accepted.Facts.Insert(
                0,
                context.Fact(new FlaggedVisitConfirmed(visit.Id, context.Actor.Name, command.Reason, visit.Inspector))
            ),
        };
    }

    private static Decision<UnitEvent> Void(UnitState state, VoidVisit command, DecisionContext context)
    {
        var inspector =
            state.Flagged.FirstOrDefault(visit => visit.Id == command.VisitId)?.Inspector
            ?? state.Doubts.FirstOrDefault(doubt => doubt.Id == command.VisitId)?.Inspector
            ?? state.Visits.FirstOrDefault(mark => mark.Id == command.VisitId && mark.AwaitsApproval)?.Inspector;
        if (inspector is null)
            return Decision<UnitEvent>.Refuse(VisitRefusals.VisitNotFlagged());
        if (Problem(("reason", command.Reason, 500)) is { } problem)
            return problem;
        return new Decision<UnitEvent>.Accepted(Doubts.Void(state, command.VisitId, inspector, command.Reason, context));
    }

    private static Decision<UnitEvent> Plan(UnitState state, VisitPlan plan, DecisionContext context)
    {
        if (Refusals.TextProblem("inspector", plan.Inspector, 64) is { } nobody)
            return Decision<UnitEvent>.Refuse(nobody);
        if (plan.Day < context.Today || plan.Day > context.Today.AddDays(PlannableDays))
            return Decision<UnitEvent>.Refuse(VisitRefusals.PlanDayInvalid(context.Today, context.Today.AddDays(PlannableDays)));
        if (!Enum.IsDefined(plan.Slot) || plan.Kind == VisitKind.None || !Enum.IsDefined(plan.Kind))
            return Decision<UnitEvent>.Refuse(
                Refusals.Invalid(
                    "kind",
                    "督导类型不在清单内",
                    "unknown kind of visit",
                    string.Join(" | ", Enum.GetNames<VisitKind>().Skip(1))
                )
            );
        if (state.Plans.Length >= MaxPlans)
            return Decision<UnitEvent>.Refuse(VisitRefusals.TooManyPlans(MaxPlans));
        return state.Plans.Any(known => known.Id == plan.Id)
            ? Decision<UnitEvent>.Unchanged
            : One(new VisitPlanned(plan, context.Actor.Name), context);
    }

    private static IEnumerable<Fact<UnitEvent>> Fulfilled(UnitState state, Visit visit, DecisionContext context)
    {
        foreach (var plan in state.Plans)
            if (plan.Id == visit.Content?.Plan || (plan.Inspector == visit.Inspector && plan.Day == CivilTime.DateOf(visit.StartedAt)))
                yield return context.Fact(new VisitPlanDropped(plan.Id, null));
    }

    private static IEnumerable<Fact<UnitEvent>> Findings(UnitState state, Visit visit, DecisionContext context)
    {
        if (visit.Content is not { Findings.IsDefaultOrEmpty: false } content)
            yield break;
        var origin = visit.Kind == VisitKind.Central ? IssueOrigin.CentralRound : IssueOrigin.Visit;
        for (var i = 0; i < content.Findings.Length; i++)
            foreach (
                var fact in IssueOpening.Facts(
                    state,
                    content.Findings[i],
                    origin,
                    visit.Inspector,
                    visit.EndedAt,
                    visit.Id,
                    null,
                    context,
                    i
                )
            )
                yield return fact;
    }
}
