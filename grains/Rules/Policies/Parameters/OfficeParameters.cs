using static Supervision.Rules.Policies.Parameters.PolicyUnits;

namespace Supervision.Rules.Policies.Parameters;

internal static class OfficeParameters
{
    private static readonly PolicySection<OfficePolicy> Of = new(
        policy => policy.OfOffice,
        (policy, section) => policy with { Office = section }
    );

    public static readonly ImmutableArray<PolicyParameter> Table =
    [
        Of.Number(
            "cadence.termMinimum",
            0,
            20,
            Times,
            p => p.TermMinimum,
            (p, n) => p with { TermMinimum = n },
            "每学期到每所学校督导的法定最少次数（《教育督导条例》第十四条）",
            "visits a school is owed each term by statute (Education Supervision Regulations, Art. 14)"
        ),
        Of.Number(
            "inspector.softMax",
            1,
            50,
            Schools,
            p => p.InspectorSoftMax,
            (p, n) => p with { InspectorSoftMax = n },
            "每名督学负责的学校超过此数时提醒",
            "schools of one inspector before a warning"
        ),
        Of.Number(
            "inspector.hardMax",
            1,
            100,
            Schools,
            p => p.InspectorHardMax,
            (p, n) => p with { InspectorHardMax = n },
            "每名督学负责的学校上限，不低于提醒值",
            "schools of one inspector before a refusal, not below the warning"
        ),
        Of.Number(
            "zone.maxSchools",
            1,
            100,
            Schools,
            p => p.ZoneMaxSchools,
            (p, n) => p with { ZoneMaxSchools = n },
            "每个督学责任区的学校上限",
            "schools of one zone"
        ),
        Of.Number(
            "presence.maxKmh",
            20,
            400,
            Speed,
            p => p.MaxSpeedKmh,
            (p, n) => p with { MaxSpeedKmh = n },
            "两次督导之间的路程快于此速度视为存疑",
            "a faster way between two visits is implausible"
        ),
        Of.Number(
            "presence.gateCodeStepS",
            15,
            600,
            Seconds,
            p => p.GateCodeStepSeconds,
            (p, n) => p with { GateCodeStepSeconds = n },
            "校门动态码的更新间隔",
            "how often a gate's code changes"
        ),
        Of.Number(
            "burden.maxVisitsPerWeek",
            1,
            20,
            Times,
            p => p.MaxVisitsPerWeek,
            (p, n) => p with { MaxVisitsPerWeek = n },
            "每所学校每周接受督导的上限",
            "visits to one school a week at most",
            "L17"
        ),
        Of.Window(
            "campaign",
            1,
            12,
            p => p.Campaign,
            (p, window) => p with { Campaign = window },
            "专项督导的起止日期",
            "first and last day of the yearly campaign",
            "L43 L77 D-04"
        ),
        Of.Text(
            "platformName",
            50,
            p => p.PlatformName,
            (p, text) => p with { PlatformName = text },
            "家长购课、付费的平台名称，未指定时留空",
            "where courses are bought and paid; empty when none is named",
            "L40 L74"
        ),
    ];
}
