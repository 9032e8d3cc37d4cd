namespace Supervision.Rules.Units;

/// <summary>What to say to whoever asked, although it is done: a limit that only warns, a code that was wrong.</summary>
public static class UnitWarnings
{
    public static ImmutableArray<Text> Of(ImmutableArray<Fact<UnitEvent>> facts, DecisionContext context)
    {
        var warnings = ImmutableArray.CreateBuilder<Text>();
        foreach (var fact in facts)
            if (Of(fact.Event, context) is { } warning)
                warnings.Add(warning);
        return warnings.ToImmutable();
    }

    private static Text? Of(UnitEvent happened, DecisionContext context) =>
        happened switch
        {
            InspectorAssigned e when context.Schools is { } others => InspectorLoads.Warning(
                e.Assignment.Inspector,
                others + 1,
                context.Rules.PolicyOn(context.Today).OfOffice
            ),
            VisitPlanned { Week: { } week } => new(
                $"{week.Monday:yyyy-MM-dd} 起一周该校督导（含计划）共 {week.Visits} 次，超过每周 {week.Limit} 次，已提醒县级",
                $"{week.Visits} visits are made or planned in the week of {week.Monday:yyyy-MM-dd}, more than {week.Limit}; the county is told"
            ),
            VisitBurdenExceeded e => new(
                $"{e.Monday:yyyy-MM-dd} 起一周该校已接受督导 {e.Visits} 次，超过每周 {e.Limit} 次，已提醒县级",
                $"the school was visited {e.Visits} times in the week of {e.Monday:yyyy-MM-dd}, more than {e.Limit}; the county is told"
            ),
            VisitFlagged e when e.Flags.Contains(VisitFlag.WrongGateCode) => new(
                "校门动态码不正确，本次督导待县级确认",
                "the gate code was wrong: the visit waits for the county's confirmation"
            ),
            _ => null,
        };
}
