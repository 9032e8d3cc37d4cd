using static Supervision.Rules.Units.Issues.IssueDecisions;

namespace Supervision.Rules.Units.Ladder;

/// <summary>What the ladder counts besides issues: bulletins, public opinion, complaints and self-checks.</summary>
internal static class UnitMarks
{
    /// <summary>Days ahead a round may be announced.</summary>
    private const int FarthestRound = 180;

    /// <summary>Null for other commands.</summary>
    public static Decision<UnitEvent>? Decide(UnitState state, UnitCommand command, DecisionContext context) =>
        command switch
        {
            SetOpinionFlag c => Problem(("source", c.Source, 500))
                ?? (
                    state.Ladder.OpinionFlag == c.On
                        ? Decision<UnitEvent>.Unchanged
                        : One(new OpinionFlagSet(c.On, context.Actor.Name, c.Source), context)
                ),
            RequestSelfCheck c => Request(state, c, context),
            SubmitSelfCheck c => Submit(state, c, context),
            _ => HandEntries.Decide(state, command, context),
        };

    /// <summary>Null when a complaint's mark can be counted of this unit.</summary>
    internal static Refusal? ComplaintProblem(UnitState state, ComplaintMark mark, DecisionContext context)
    {
        if (mark is null || Refusals.TextProblem("id", mark.Id, 64) is not null)
            return MeasureRefusals.ComplaintInvalid("id");
        if (mark.Outcome == ComplaintOutcome.None || !Enum.IsDefined(mark.Outcome))
            return MeasureRefusals.ComplaintInvalid("outcome");
        if (mark.ReceivedAt > context.Now + VisitRules.ClockTolerance || mark.ReceivedAt < context.Now.AddDays(-LadderState.KeptDays))
            return MeasureRefusals.ComplaintInvalid("receivedAt");
        if (!Taxonomy.All.Any(category => category.Group == mark.Group && category.Kind == state.Profile!.Kind))
            return MeasureRefusals.ComplaintInvalid("group");
        return mark.Person?.Length > 64 ? MeasureRefusals.ComplaintInvalid("person") : null;
    }

    private static Decision<UnitEvent> Request(UnitState state, RequestSelfCheck command, DecisionContext context)
    {
        var valid =
            SelfCheckDuty.NumberOf(command.Round) > 0
            && command.WindowFrom > context.Today
            && command.WindowFrom <= context.Today.AddDays(FarthestRound)
            && Period.Parse(command.Round) is var quarter
            && command.WindowFrom >= quarter.FirstDay
            && command.WindowFrom <= quarter.LastDay;
        if (!valid)
            return Decision<UnitEvent>.Refuse(MeasureRefusals.RoundInvalid());
        if (state.SelfChecks.Any(duty => duty.Round == command.Round))
            return Decision<UnitEvent>.Unchanged;
        return One(
            new SelfCheckRequested(command.Round, command.WindowFrom, [new(DeadlineKind.SelfCheck, command.WindowFrom.AddDays(-1))]),
            context
        );
    }

    private static Decision<UnitEvent> Submit(UnitState state, SubmitSelfCheck command, DecisionContext context)
    {
        if (!state.SelfChecks.Any(duty => duty.Round == command.Round))
            return Decision<UnitEvent>.Refuse(MeasureRefusals.SelfCheckNotAsked(command.Round));
        if (
            Problem(
                ("work", command.Work, 4_000),
                ("highlights", command.Highlights, 4_000),
                ("problems", command.Problems, 4_000),
                ("next", command.Next, 4_000)
            ) is
            { } problem
        )
            return problem;
        if (command.Checklist is null)
            return Decision<UnitEvent>.Refuse(Refusals.Required("checklist"));
        if (ChecklistRules.Objection(command.Checklist, state.Profile!.Kind, state.Profile.Category, context.Today) is { } refusal)
            return Decision<UnitEvent>.Refuse(refusal);
        return One(
            new SelfCheckSubmitted(
                command.Round,
                context.Actor.Name,
                command.Work,
                command.Highlights,
                command.Problems,
                command.Next,
                command.Checklist.Tidied()
            ),
            context
        );
    }
}
