using static Supervision.Rules.IssueDecisions;

namespace Supervision.Rules;

/// <summary>An inspector who has nothing to do with a unit until it is lifted: a relative works there, the inspector taught there, a complaint is about both (回避, 教督〔2016〕2号).</summary>
/// <param name="Since">True time.</param>
[GenerateSerializer, Immutable, Alias("recusal")]
public sealed record Recusal(string Inspector, string Reason, string Document, DateTimeOffset Since);

/// <summary>
/// No inspector supervises a unit he is recused from (invariant 2). The unit keeps it, because it is the unit where everything an inspector
/// does is decided: no assignment, visit or check can slip in between.
/// </summary>
internal static class Recusals
{
    public const int Most = 32;

    private const int MaxText = 500;
    private const int MaxDocument = 200;

    /// <summary>Null for commands that are not about recusal.</summary>
    public static Decision<UnitEvent>? Decide(UnitState state, UnitCommand command, DecisionContext context) => command switch
    {
        RecuseInspector c => Recuse(state, c, context),
        LiftRecusal c => Lift(state, c, context),
        _ => null,
    };

    /// <summary>What stands against somebody being recused doing anything at all; a visit is judged by when it was made.</summary>
    public static Refusal? Objection(UnitState state, UnitCommand command, Actor actor) => command switch
    {
        RecordVisit { Visit: var visit } => Of(state, visit.Inspector, "inspector", visit.StartedAt),
        PlanVisit { Plan: var plan } => Of(state, plan.Inspector, "inspector"),
        AssignInspector c => Of(state, c.Assignment.Inspector, "inspector"),
        DelegateDeputy c => Of(state, c.Delegation.Inspector, "inspector"),
        RegisterUnit { Assignment: { } named } => Of(state, named.Inspector, "inspector"),
        _ => actor.IsInspector && actor.InspectorCode is { } code ? Of(state, code, null) : null,
    };

    public static UnitState Recused(UnitState state, InspectorRecused e, DateTimeOffset at)
    {
        var today = CivilTime.DateOf(at);
        return state with
        {
            Recusals = [.. state.Recusals.Where(known => known.Inspector != e.Inspector), new(e.Inspector, e.Reason, e.Document, at)],
            Assignments = Ended(state.Assignments, today.AddDays(-1)),
            Deputies = Ended(state.Deputies, today), // visits of this morning counted when they were made
        };

        ImmutableArray<Assignment> Ended(ImmutableArray<Assignment> planned, DateOnly last) =>
        [
            .. planned.Where(assignment => assignment.Inspector != e.Inspector || assignment.From <= last)
                .Select(assignment => assignment.Inspector == e.Inspector && !(assignment.To <= last) ? assignment with { To = last } : assignment),
        ];
    }

    public static UnitState Lifted(UnitState state, RecusalLifted e) => state with { Recusals = state.Recusals.RemoveAll(known => known.Inspector == e.Inspector) };

    private static Decision<UnitEvent> Recuse(UnitState state, RecuseInspector command, DecisionContext context)
    {
        if (Problem(("inspector", command.Inspector, 64), ("reason", command.Reason, MaxText), ("document", command.Document, MaxDocument)) is { } problem) return problem;
        if (state.Recusals.Any(known => known.Inspector == command.Inspector)) return Decision<UnitEvent>.Unchanged;
        if (state.Recusals.Length >= Most) return Decision<UnitEvent>.Refuse(Refusals.Invalid("inspector", $"一个单位至多 {Most} 人回避", $"at most {Most} inspectors are recused from a unit", $"≤ {Most}"));
        var recused = context.Fact(new InspectorRecused(command.Inspector, command.Reason, command.Document, context.Actor.Name));
        var facts = new List<Fact<UnitEvent>> { recused };
        foreach (var plan in state.Plans.Where(plan => plan.Inspector == command.Inspector)) facts.Add(context.Fact(new VisitPlanDropped(plan.Id, "督学回避")));
        if (state.Responsible == command.Inspector)
            facts.Add(context.Fact(new ResponsibleChanged(command.Inspector, Deadlines.Planned(Unit.Evolve(state, recused), context.Today))));
        return new Decision<UnitEvent>.Accepted([.. facts]);
    }

    private static Decision<UnitEvent> Lift(UnitState state, LiftRecusal command, DecisionContext context)
    {
        if (Problem(("inspector", command.Inspector, 64), ("reason", command.Reason, MaxText), ("document", command.Document, MaxDocument)) is { } problem) return problem;
        return state.Recusals.Any(known => known.Inspector == command.Inspector)
            ? One(new RecusalLifted(command.Inspector, command.Reason, command.Document, context.Actor.Name), context)
            : Decision<UnitEvent>.Unchanged;
    }

    private static Refusal? Of(UnitState state, string? inspector, string? field, DateTimeOffset? at = null) =>
        state.Recusals.FirstOrDefault(known => known.Inspector == inspector && !(at < known.Since)) is { } recusal
            ? new(RefusalCode.InspectorRecused, field, new($"督学 {recusal.Inspector} 自 {CivilTime.DateOf(recusal.Since):yyyy-MM-dd} 起回避该单位（{recusal.Document}）",
                $"inspector {recusal.Inspector} is recused from this unit since {CivilTime.DateOf(recusal.Since):yyyy-MM-dd} ({recusal.Document})"), new("其他督学，或先由县级解除回避", "another inspector, or the county lifts the recusal first"))
            : null;
}
