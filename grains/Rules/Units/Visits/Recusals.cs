using static Supervision.Rules.Units.Issues.IssueDecisions;

namespace Supervision.Rules.Units.Visits;

/// <summary>
/// No inspector supervises a unit he is recused from (invariant 2). The unit keeps it, because it is the unit where everything an inspector
/// does is decided: no assignment, visit or check can slip in between.
/// </summary>
internal static class Recusals
{
    public const int Most = 32;

    private const int MostReviewed = 64;
    private const int EarliestYear = 1990;

    private const int MaxText = 500;
    private const int MaxDocument = 200;

    /// <summary>Null for commands that are not about recusal.</summary>
    public static Decision<UnitEvent>? Decide(UnitState state, UnitCommand command, DecisionContext context) =>
        command switch
        {
            RecuseInspector c => Recuse(state, c, context),
            LiftRecusal c => Lift(state, c, context),
            _ => null,
        };

    /// <summary>Whether somebody is recused from the unit now: he reads nothing of it, and what he hands in is for the county to judge.</summary>
    public static bool Bars(UnitState state, string? inspector) =>
        inspector is not null && state.Recusals.Any(known => known.Inspector == inspector);

    /// <summary>
    /// What stands against somebody being recused doing anything at all. A visit said to have been made before the recusal was recorded is not refused:
    /// it may be honest, and it waits for the county; but a date is the claimant's own word, so it never counts by itself.
    /// </summary>
    public static Refusal? Objection(UnitState state, UnitCommand command, Actor actor) =>
        command switch
        {
            RecordVisit { Visit: var visit } => Of(state, visit.Inspector, "inspector", visit.StartedAt),
            PlanVisit { Plan: var plan } => Of(state, plan.Inspector, "inspector"),
            AssignInspector c => Of(state, c.Assignment.Inspector, "inspector"),
            DelegateDeputy c => Of(state, c.Delegation.Inspector, "inspector"),
            RegisterUnit { Assignment: { } named } => Of(state, named.Inspector, "inspector"),
            _ => actor.IsInspector && actor.InspectorCode is { } code ? Of(state, code, null) : null,
        };

    /// <summary>Whether a visit arrives after a recusal, or is dated into one that was lifted meanwhile or into days the interest existed.</summary>
    public static bool Doubts(UnitState state, Visit visit) =>
        Bars(state, visit.Inspector)
        || state.PastRecusals.Any(past =>
            past.Inspector == visit.Inspector
            && visit.StartedAt < past.LiftedAt
            && CivilTime.DateOf(visit.StartedAt) >= (past.From ?? CivilTime.DateOf(past.Since))
        );

    private static Decision<UnitEvent> Recuse(UnitState state, RecuseInspector command, DecisionContext context)
    {
        if (
            Problem(
                ("inspector", command.Inspector, 64),
                ("reason", command.Reason, MaxText),
                ("document", command.Document, MaxDocument)
            ) is
            { } problem
        )
            return problem;
        if (command.Since > context.Today)
            return Decision<UnitEvent>.Refuse(
                Since(
                    $"回避起始日 {command.Since:yyyy-MM-dd} 在将来",
                    $"the interest can't begin in the future, on {command.Since:yyyy-MM-dd}",
                    context.Today
                )
            );
        if (command.Since?.Year < EarliestYear)
            return Decision<UnitEvent>.Refuse(Since("回避起始日太早", "the first day is too early", context.Today));
        if (state.Recusals.Any(known => known.Inspector == command.Inspector))
            return Decision<UnitEvent>.Unchanged;
        if (state.Recusals.Length >= Most)
            return Decision<UnitEvent>.Refuse(
                Refusals.Invalid(
                    "inspector",
                    $"一个单位至多 {Most} 人回避",
                    $"at most {Most} inspectors are recused from a unit",
                    $"≤ {Most}"
                )
            );
        var recused = context.Fact(
            new InspectorRecused(
                command.Inspector,
                command.Reason,
                command.Document,
                context.Actor.Name,
                command.Since < context.Today ? command.Since : null
            )
        );
        var facts = new List<Fact<UnitEvent>> { recused };
        foreach (var plan in state.Plans.Where(plan => plan.Inspector == command.Inspector))
            facts.Add(context.Fact(new VisitPlanDropped(plan.Id, "督学回避")));
        if (state.Responsible == command.Inspector)
            facts.Add(
                context.Fact(new ResponsibleChanged(command.Inspector, Deadlines.Planned(UnitFold.Evolve(state, recused), context.Today)))
            );
        foreach (var mark in SinceThen(state, command, context.Today))
            facts.AddRange(Visits.Doubts.Facts(state, mark, [VisitFlag.Recused], [], stands: true, context));
        return new Decision<UnitEvent>.Accepted([.. facts]);
    }

    /// <summary>The inspector's visits from the first day of the interest on, newest last: the county looks at each, and nothing is taken away before it has.</summary>
    private static IEnumerable<VisitMark> SinceThen(UnitState state, RecuseInspector command, DateOnly today)
    {
        var from = CivilTime.StartOf(command.Since ?? today);
        return state
            .Visits.Concat(command.Visits.IsDefault ? [] : command.Visits)
            .Concat(state.Flagged.Select(visit => new VisitMark(visit.Id, visit.Inspector, visit.StartedAt, visit.EndedAt, false)))
            .Where(mark => mark.Inspector == command.Inspector && mark.StartedAt >= from)
            .DistinctBy(mark => mark.Id)
            .OrderBy(mark => mark.StartedAt)
            .TakeLast(MostReviewed);
    }

    private static Refusal Since(string zh, string en, DateOnly today) =>
        new(
            RefusalCode.FieldInvalid,
            "since",
            new(zh, en),
            new($"{EarliestYear}-01-01 至 {today:yyyy-MM-dd}", $"{EarliestYear}-01-01 to {today:yyyy-MM-dd}")
        );

    private static Decision<UnitEvent> Lift(UnitState state, LiftRecusal command, DecisionContext context)
    {
        if (
            Problem(
                ("inspector", command.Inspector, 64),
                ("reason", command.Reason, MaxText),
                ("document", command.Document, MaxDocument)
            ) is
            { } problem
        )
            return problem;
        return state.Recusals.Any(known => known.Inspector == command.Inspector)
            ? One(new RecusalLifted(command.Inspector, command.Reason, command.Document, context.Actor.Name), context)
            : Decision<UnitEvent>.Unchanged;
    }

    private static Refusal? Of(UnitState state, string? inspector, string? field, DateTimeOffset? at = null) =>
        state.Recusals.FirstOrDefault(known => known.Inspector == inspector && !(at < known.Since)) is { } recusal
            ? new(
                RefusalCode.InspectorRecused,
                field,
                new(
                    $"督学 {recusal.Inspector} 自 {recusal.From ?? CivilTime.DateOf(recusal.Since):yyyy-MM-dd} 起回避该单位（{recusal.Document}）",
                    $"inspector {recusal.Inspector} is recused from this unit since {recusal.From ?? CivilTime.DateOf(recusal.Since):yyyy-MM-dd} ({recusal.Document})"
                ),
                new("其他督学，或先由县级解除回避", "another inspector, or the county lifts the recusal first")
            )
            : null;
}
