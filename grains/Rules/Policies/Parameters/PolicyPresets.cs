namespace Supervision.Rules.Policies.Parameters;

/// <param name="Source">Lines of the plan, and the decision that reads them where they leave something open.</param>
public sealed record PresetValue(string Key, string Value, string Source);

/// <summary>What one of the source's plans decides of the parameters, and nothing else: laid over a policy, the rest stays as it is.</summary>
/// <param name="Source">The lines the plan fills, as far as its text is known.</param>
/// <param name="Silent">What its known text leaves open.</param>
public sealed record PolicyPreset(string Name, Text Title, string Source, Text Silent, ImmutableArray<PresetValue> Values)
{
    public Policy Over(Policy policy) =>
        PolicyCatalogue.Lay(policy, Values.Select(each => KeyValuePair.Create(each.Key, each.Value))).Policy;
}

/// <summary>
/// The source's plans, which contradict each other. It holds no plan 3 and 4, breaks off in plan 2 and resumes within plan 5
/// (L43): no value here claims to come from what is not there.
/// </summary>
public static class PolicyPresets
{
    public static readonly ImmutableArray<PolicyPreset> All =
    [
        new(
            "plan-1",
            new("方案一", "Plan 1"),
            "L3–L19",
            new(
                "第一、三、四季度的集中督导日期、整改期限、举报办理时限、回头看与购课平台，原文未作规定。",
                "Says nothing of the other quarters' rounds, of days to rectify, of complaint clocks, of looking back, or of a payment platform."
            ),
            [
                new("cadence.school.perMonth", "1", "L7"),
                new("cadence.institution.perQuarter", "1", "L7 D-03"),
                new("ladder.r3.impactOrders", "false", "L18"),
                new("ladder.r4.schoolsAllowed", "false", "L18"),
                new("ladder.r5.directRules", "LR-17", "L18"),
                new("ladder.repeat.r1In365", "2", "L18 D-09"),
                new("ladder.persist.r1", "2", "L18 D-09"),
                new("ladder.persist.r2", "1", "L18"),
                new("ladder.persist.r3", "1", "L18"),
                new("complaint.outcry.persons", "3", "L18 D-08"),
                new("complaint.outcry.days", "30", "L18 D-08"),
            ]
        ),
        new(
            "plan-2",
            new("方案二（原文不全）", "Plan 2 (incomplete)"),
            "L20–L43",
            new(
                "原文至第四部分中断：责任督学到校次数、举报办理、通报、曝光与问责均未见；购课平台在原文中隐去名称（L40）。",
                "The text breaks off in its fourth part: nothing is known of visits, complaints, bulletins, exposure or accountability; the payment platform's name is blanked (L40)."
            ),
            [new("campaign", "03-15/12-31", "L43 D-04")]
        ),
        new(
            "plan-5",
            new("方案五（原文不全）", "Plan 5 (incomplete)"),
            "L43–L54",
            new(
                "原文自第一部分中间开始，此前内容未见；其后未规定集中督导日期、整改期限与公开曝光。",
                "The text starts in the middle of its first part, what came before is unknown; the rest says nothing of rounds, of days to rectify, or of public exposure."
            ),
            [new("cadence.school.perMonth", "1", "L45"), new("ladder.r5.directRules", "LR-16, LR-17, LR-19", "L54")]
        ),
        new(
            "plan-6",
            new("方案六", "Plan 6"),
            "L55–L79",
            new(
                "集中督导日期、季度通报日期、整改期限与问责的前置措施，原文未作规定。",
                "Says nothing of the rounds' days, of the bulletin's day, of days to rectify, or of what precedes accountability."
            ),
            [
                new("cadence.school.perMonth", "1", "L78"),
                new("campaign", "03-15/12-31", "L77 D-04"),
                new("lookback.windowD.from", "30", "L77 D-06"),
                new("lookback.windowD.to", "60", "L77 D-06"),
                new("selffound.rectifyD", "30", "L77 D-18"),
                new("complaint.outcry.persons", "3", "L79 D-08"),
                new("complaint.outcry.days", "30", "L79 D-08"),
                new("ladder.r3.impactOrders", "true", "L79"),
                new("ladder.r4.schoolsAllowed", "true", "L79 D-15"),
                new("platformName", "湖州安心培", "L74"),
            ]
        ),
    ];

    /// <summary>Null when there is no such preset.</summary>
    public static PolicyPreset? Find(string name) => All.FirstOrDefault(preset => preset.Name == name);
}
