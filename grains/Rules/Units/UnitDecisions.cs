namespace Supervision.Rules.Units;

/// <summary>What follows when people ask something of a unit. The state must have been advanced to the present first.</summary>
public static class UnitDecisions
{
    public static Decision<UnitEvent> Decide(UnitState state, UnitCommand command, DecisionContext context) =>
        Answer(state, command, context) switch
        {
            Decision<UnitEvent>.Accepted { Facts.IsEmpty: false } accepted => accepted with
            {
                Facts = Consequences.Follow(state, Burden.Weighed(state, accepted.Facts, context), context.Rules),
            },
            var decision => decision,
        };

    private static Decision<UnitEvent> Answer(UnitState state, UnitCommand command, DecisionContext context)
    {
        if (Recusals.Objection(state, command, context.Actor) is { } recused)
            return Decision<UnitEvent>.Refuse(recused);
        if (command is RegisterUnit register)
            return Registration.Register(state, register, context);
        if (!state.Exists)
            return Decision<UnitEvent>.Refuse(UnitRefusals.UnitUnknown());
        return command switch
        {
            AssignInspector c => Registration.Assign(state, c, context),
            DelegateDeputy c => Registration.Delegate(state, c.Delegation, context.Now),
            ApproveLateVisit c => VisitRules.ApproveLate(state, c, context.Now),
            ExcusePeriod c => VisitRules.Excuse(state, c, context.Now),
            QuestionVisit c => Doubts.Question(state, c, context),
            _ => Recusals.Decide(state, command, context)
                ?? VisitDecisions.Decide(state, command, context)
                ?? IssueDecisions.Decide(state, command, context)
                ?? MeasureDecisions.Decide(state, command, context)
                ?? UnitMarks.Decide(state, command, context)
                ?? throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command without a rule."),
        };
    }
}
