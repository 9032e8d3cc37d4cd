using static Supervision.Rules.PolicyUnits;

namespace Supervision.Rules;

internal static class OfficeParameters
{
    private static readonly PolicySection<OfficePolicy> Of = new(policy => policy.OfOffice, (policy, section) => policy with { Office = section });

    public static readonly ImmutableArray<PolicyParameter> Table =
    [
        Of.Number("cadence.termMinimum", 0, 20, Times, p => p.TermMinimum, (p, n) => p with { TermMinimum = n },
            "每学期到每所学校督导的法定最少次数", "visits a school is owed each term by statute"),
        Of.Number("inspector.softMax", 1, 50, Schools, p => p.InspectorSoftMax, (p, n) => p with { InspectorSoftMax = n },
            "每名督学负责的学校超过此数时提醒", "schools of one inspector before a warning"),
        Of.Number("inspector.hardMax", 1, 100, Schools, p => p.InspectorHardMax, (p, n) => p with { InspectorHardMax = n },
            "每名督学负责的学校上限，不低于提醒值", "schools of one inspector before a refusal, not below the warning"),
        Of.Number("zone.maxSchools", 1, 100, Schools, p => p.ZoneMaxSchools, (p, n) => p with { ZoneMaxSchools = n },
            "每个督学责任区的学校上限", "schools of one zone"),
        Of.Number("presence.maxKmh", 20, 400, Speed, p => p.MaxSpeedKmh, (p, n) => p with { MaxSpeedKmh = n },
            "两次督导之间的路程快于此速度视为存疑", "a faster way between two visits is implausible"),
        Of.Number("presence.gateCodeStepS", 15, 600, Seconds, p => p.GateCodeStepSeconds, (p, n) => p with { GateCodeStepSeconds = n },
            "校门动态码的更新间隔", "how often a gate's code changes"),
        Of.Number("burden.maxVisitsPerWeek", 1, 20, Times, p => p.MaxVisitsPerWeek, (p, n) => p with { MaxVisitsPerWeek = n },
            "每所学校每周接受督导的上限", "visits to one school a week at most", "L17"),
        Of.Number("complaint.registerW", 1, 20, WorkingDays, p => p.RegisterDays, (p, n) => p with { RegisterDays = n },
            "举报登记并决定是否受理的期限", "working days to register a complaint and take or refuse it", "L48 L79 D-10"),
        Of.Number("complaint.concludeW", 1, 60, WorkingDays, p => p.ConcludeDays, (p, n) => p with { ConcludeDays = n },
            "举报调查办结的期限", "working days to conclude a complaint", "L48 L79 D-10"),
        Of.Number("complaint.outerD", 15, 180, Days, p => p.OuterDays, (p, n) => p with { OuterDays = n },
            "举报办理的最长期限", "outer limit of a complaint, in calendar days", "L48 L79 D-10"),
        Of.Number("warning.universal.units", 2, 100, Units, p => p.UniversalUnits, (p, n) => p with { UniversalUnits = n },
            "普遍性问题：30 天内出现同类问题的单位数", "universal: units with the same category within 30 days", "L50 D-11"),
        Of.Number("warning.universal.share", 1, 100, Percent, p => p.UniversalPercent, (p, n) => p with { UniversalPercent = n },
            "普遍性问题：同时占全部单位的比例", "universal: and their share of all units", "L50 D-11"),
        Of.Number("warning.trend.ratio", 110, 1000, Percent, p => p.TrendPercent, (p, n) => p with { TrendPercent = n },
            "趋势性问题：当月数量达到上月的百分比", "trend: this month's count as percent of the month before", "L50 D-11"),
        Of.Number("warning.trend.min", 1, 100, Cases, p => p.TrendMinimum, (p, n) => p with { TrendMinimum = n },
            "趋势性问题：同时当月不少于此数", "trend: and this month's count at least", "L50 D-11"),
        Of.Number("warning.ackW", 1, 20, WorkingDays, p => p.WarningAcknowledgeDays, (p, n) => p with { WarningAcknowledgeDays = n },
            "单位签收预警提示的期限", "working days to acknowledge a warning"),
        Of.Number("bulletin.day", 1, 28, DayOfMonth, p => p.BulletinDay, (p, n) => p with { BulletinDay = n },
            "每季度第三个月通报的截止日（含当日，遇节假日不顺延）", "day of a quarter's third month the bulletin is due, inclusive, never moved", "L52 D-12"),
        Of.Number("bulletin.cutoffDay", 1, 28, DayOfMonth, p => p.BulletinCutoffDay, (p, n) => p with { BulletinCutoffDay = n },
            "通报数据的截止日，不晚于通报日", "day its figures are frozen, not after the bulletin's day"),
        Round(1, "第一季度", "D-13"),
        Round(2, "第二季度", "L7"),
        Round(3, "第三季度", "D-13"),
        Round(4, "第四季度", "D-13"),
        Of.Window("campaign", 1, 12, p => p.Campaign, (p, window) => p with { Campaign = window },
            "专项督导的起止日期", "first and last day of the yearly campaign", "L43 L77 D-04"),
        Of.Number("draw.rate", 1, 100, Percent, p => p.DrawRatePercent, (p, n) => p with { DrawRatePercent = n },
            "随机抽查的比例", "share of units drawn"),
        Of.Number("draw.minUnits", 1, 100, Units, p => p.DrawMinimum, (p, n) => p with { DrawMinimum = n },
            "随机抽查最少的单位数", "units drawn at least"),
        Of.Text("platformName", 50, p => p.PlatformName, (p, text) => p with { PlatformName = text },
            "家长购课、付费的平台名称，未指定时留空", "where courses are bought and paid; empty when none is named", "L40 L74"),
    ];

    /// <summary>Each round lies in its own quarter, so the four are in order.</summary>
    private static PolicyParameter Round(int quarter, string zh, string source) => Of.Window($"round.windows.q{quarter}", quarter * 3 - 2, quarter * 3,
        p => !p.Rounds.IsDefault && p.Rounds.Length == 4 ? p.Rounds[quarter - 1] : null, (p, window) => p with { Rounds = p.Rounds.SetItem(quarter - 1, window) },
        $"{zh}集中督导的起止日期", $"first and last day of the central inspection in quarter {quarter}", source);
}
