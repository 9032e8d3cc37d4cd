namespace Supervision.Rules.Policies.Parameters;

/// <summary>What a policy must keep to: every value its range, and some values each other.</summary>
public static class PolicyRules
{
    public const int MaxTitleLength = 100;

    /// <summary>Each names the parameter to blame first, and holds for a policy whose values are all in range.</summary>
    private static readonly ImmutableArray<(string Key, string Other, Func<Policy, bool> Holds, Text Demand)> Relations =
    [
        ("inspector.hardMax", "inspector.softMax", p => p.OfOffice.InspectorHardMax >= p.OfOffice.InspectorSoftMax, AtLeast),
        ("lookback.windowD.to", "lookback.windowD.from", p => p.OfIssues.LookBackToDays >= p.OfIssues.LookBackFromDays, AtLeast),
        ("ladder.r3.extD", "ladder.r3.periodD", p => p.OfLadder.PeriodExtendedDays >= p.OfLadder.PeriodDays, AtLeast),
        (
            "inspector.ladder.selfExaminationMonths",
            "inspector.ladder.criticismMonths",
            p => p.OfInspector.SelfExaminationMonths >= p.OfInspector.CriticismMonths,
            AtLeast
        ),
        (
            "inspector.ladder.circularMonths",
            "inspector.ladder.selfExaminationMonths",
            p => p.OfInspector.CircularMonths >= p.OfInspector.SelfExaminationMonths,
            AtLeast
        ),
    ];

    private static Text AtLeast => new("不小于", "not below");

    /// <summary>The first problem; null when there is none.</summary>
    public static Refusal? Objection(Policy policy) => Problems(policy) is [var first, ..] ? first : null;

    /// <summary>Every value that is missing or out of its range; when there is none, every pair of values at odds; and the title.</summary>
    public static ImmutableArray<Refusal> Problems(Policy policy)
    {
        var problems = PolicyCatalogue.All.Select(parameter => parameter.Objection(policy)).OfType<Refusal>().ToImmutableArray();
        if (problems.IsEmpty)
            problems =
            [
                .. Relations
                    .Where(relation => !relation.Holds(policy))
                    .Select(relation => Conflict(policy, relation.Key, relation.Other, relation.Demand)),
            ];
        return policy.Title is null || Refusals.TextProblem("title", policy.Title, MaxTitleLength) is not { } title
            ? problems
            : problems.Add(title);
    }

    private static Refusal Conflict(Policy policy, string key, string other, Text demand) =>
        PolicyRefusals.ValuesConflict(key, other, demand, PolicyCatalogue.Find(other)!.Read(policy)!);
}
