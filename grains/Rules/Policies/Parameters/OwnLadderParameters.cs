using static Supervision.Rules.Policies.Parameters.PolicyUnits;

namespace Supervision.Rules.Policies.Parameters;

internal static class OwnLadderParameters
{
    private static readonly PolicySection<InspectorPolicy> OfInspector = new(
        policy => policy.OfInspector,
        (policy, section) => policy with { Inspector = section }
    );
    private static readonly PolicySection<CountyPolicy> OfCounty = new(
        policy => policy.OfCounty,
        (policy, section) => policy with { County = section }
    );

    public static readonly ImmutableArray<PolicyParameter> Table =
    [
        OfInspector.Number(
            "inspector.ladder.criticismMonths",
            1,
            12,
            Months,
            p => p.CriticismMonths,
            (p, n) => p with { CriticismMonths = n },
            "督学 365 天内有漏访的月份达到此数，建议批评教育",
            "months with missed visits within 365 days after which criticism is proposed"
        ),
        OfInspector.Number(
            "inspector.ladder.selfExaminationMonths",
            1,
            12,
            Months,
            p => p.SelfExaminationMonths,
            (p, n) => p with { SelfExaminationMonths = n },
            "达到此数，建议责令检查",
            "months after which a self-examination is proposed"
        ),
        OfInspector.Number(
            "inspector.ladder.circularMonths",
            1,
            12,
            Months,
            p => p.CircularMonths,
            (p, n) => p with { CircularMonths = n },
            "达到此数，建议通报批评；取消督学资格只能由人提出",
            "months after which circular criticism is proposed; a revocation is proposed by a person only"
        ),
        OfInspector.Number(
            "inspector.ladder.decideW",
            1,
            20,
            WorkingDays,
            p => p.DecideDays,
            (p, n) => p with { DecideDays = n },
            "对督学措施建议作出决定的期限",
            "working days to decide a proposal against an inspector"
        ),
        OfInspector.Number(
            "inspector.ladder.acknowledgeW",
            1,
            20,
            WorkingDays,
            p => p.AcknowledgeDays,
            (p, n) => p with { AcknowledgeDays = n },
            "督学签收提醒或决定的期限",
            "working days for the inspector to acknowledge"
        ),
        OfCounty.Number(
            "county.coverageFloorPercent",
            0,
            100,
            Percent,
            p => p.CoverageFloorPercent,
            (p, n) => p with { CoverageFloorPercent = n },
            "学校月度督导覆盖率低于此值，建议省级专项通报；0 为不建议",
            "monthly coverage of schools below which a special circular by the province is proposed; 0 never"
        ),
    ];
}
