namespace Supervision.Rules;

/// <summary>What follows when people ask something of a unit. The state must have been advanced to <c>now</c> first.</summary>
public static class UnitDecisions
{
    /// <param name="now">UTC, whole milliseconds; the instant the command is recorded.</param>
    public static Decision<UnitEvent> Decide(UnitState state, UnitCommand command, DateTimeOffset now, Rulebook rules)
    {
        if (command is RegisterUnit register) return Registration.Register(state, register, now, rules);
        if (!state.Exists) return Decision<UnitEvent>.Refuse(Refusals.UnitUnknown());
        return command switch
        {
            AssignInspector c => Registration.Assign(state, c.Assignment, now),
            DelegateDeputy c => Registration.Delegate(state, c.Delegation, now),
            RecordVisit c => Visits.Record(state, c.Visit, now, rules),
            ApproveLateVisit c => Visits.ApproveLate(state, c, now),
            ExcusePeriod c => Visits.Excuse(state, c, now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command without a rule."),
        };
    }
}
