using static Supervision.Rules.Policies.Parameters.PolicyUnits;

namespace Supervision.Rules.Policies.Parameters;

internal static class CadenceParameters
{
    private static readonly PolicySection<CadencePolicy> Of = new(
        policy => policy.Cadence,
        (policy, section) => policy with { Cadence = section }
    );

    public static readonly ImmutableArray<PolicyParameter> Table =
    [
        Of.Number(
            "cadence.school.perMonth",
            1,
            8,
            Times,
            p => p.SchoolPerMonth,
            (p, n) => p with { SchoolPerMonth = n },
            "责任督学每月到每所学校督导的次数",
            "visits owed to each school a month",
            "L7 L45 L78"
        ),
        Of.Number(
            "cadence.institution.perQuarter",
            0,
            8,
            Times,
            p => p.InstitutionPerQuarter,
            (p, n) => p with { InstitutionPerQuarter = n },
            "每季度到每家校外培训机构督导的次数，0 为不作要求",
            "visits owed to each institution a quarter; 0 means none",
            "L7 D-03"
        ),
        Of.Number(
            "cadence.minTeachingDays",
            0,
            31,
            TeachingDays,
            p => p.MinTeachingDays,
            (p, n) => p with { MinTeachingDays = n },
            "教学日少于此数的月份免访",
            "a month with fewer teaching days owes no visit",
            "D-01"
        ),
        Of.Choice(
            "cadence.holidayMode",
            p => p.HolidayMode,
            (p, mode) => p with { HolidayMode = mode },
            "假期月份：Exempt 为教学日不足即免访，Required 为每月均须到校",
            "holiday months: Exempt owes no visit when teaching days are few, Required always does",
            "D-01"
        ),
        Of.Numbers(
            "cadence.warnDays",
            1,
            27,
            Days,
            p => p.WarnDays,
            (p, days) => p with { WarnDays = days },
            "周期结束前还剩几天时提醒，可设多次",
            "days left in the period when a warning is given"
        ),
        Of.Number(
            "cadence.lateSyncGraceD",
            0,
            60,
            Days,
            p => p.LateSyncGraceDays,
            (p, n) => p with { LateSyncGraceDays = n },
            "周期内完成的督导，在周期结束后几天内补传无须审批",
            "days after the period in which a visit made in time may arrive without approval",
            "D-19"
        ),
        Of.Number(
            "cadence.handoverGraceD",
            0,
            31,
            Days,
            p => p.HandoverGraceDays,
            (p, n) => p with { HandoverGraceDays = n },
            "周期结束前接手不足几天的督学不承担漏访，由县级承担",
            "an inspector assigned fewer days before the period's end is not charged with it; the county is",
            "D-17"
        ),
        Of.Flag(
            "cadence.centralCounts",
            p => p.CentralCounts,
            (p, on) => p with { CentralCounts = on },
            "集中督导是否计入当月到校督导",
            "a central inspection satisfies the month",
            "D-02"
        ),
    ];
}
