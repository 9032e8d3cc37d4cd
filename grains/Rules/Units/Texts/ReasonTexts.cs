namespace Supervision.Rules.Units.Texts;

/// <summary>Turns a reason's code and arguments into what a county officer reads: what, by which clause, what clears it, what comes next.</summary>
public static class ReasonTexts
{
    private static readonly Text Monthly = new(
        "工作方案一“责任督学每月至少到校督导1次”（L7）、方案五“每月到校至少督导1次”（L45）",
        "Plan 1 (L7) and Plan 5 (L45): the responsible inspector visits each school at least once a month"
    );
    private static readonly Text Quarterly = new(
        "工作方案一“定期对校外培训机构开展督导”（L7）；每季度一次为政策默认值 D-03",
        "Plan 1 (L7): institutions are visited regularly; once a quarter is the policy default D-03"
    );
    private static readonly Text Holidays = new(
        "政策 cadence.minTeachingDays（D-01）：教学日不足的月份不作要求",
        "policy cadence.minTeachingDays (D-01): a month with too few teaching days owes no visit"
    );
    private static readonly Text Zones = new(
        "《教育督导条例》第十三条：县级指派督学实施经常性督导",
        "Education Supervision Regulations, Art. 13: the county assigns inspectors"
    );
    private static readonly Text Handover = new(
        "政策 cadence.handoverGraceD（D-17）：月末前不足规定天数接手的，由县级承担",
        "policy cadence.handoverGraceD (D-17): a hand-over shortly before the end is the county's charge"
    );
    private static readonly Text LateSync = new(
        "政策 cadence.lateSyncGraceD（D-19）：到校及时、上传迟的，7 日内自动认定，之后由县级审批",
        "policy cadence.lateSyncGraceD (D-19): made in time but uploaded late counts by itself within the grace, afterwards with approval"
    );
    private static readonly Text Calendar = new(
        "国务院办公厅节假日安排尚未公布，或本县学期日期未确认",
        "the State Council's holiday notice or the county's terms are not official yet"
    );

    private static readonly Text Statute = new(
        "《教育督导条例》第十四条：督学对责任区内学校实施经常性督导，每学期不得少于2次；政策 cadence.termMinimum",
        "Education Supervision Regulations, Art. 14: at least two visits to each school in a term; policy cadence.termMinimum"
    );
    private static readonly Text Limited = new(
        "工作方案一“有限督导、无限威慑”（L17）；政策 burden.maxVisitsPerWeek",
        "Plan 1 (L17): supervision within limits; policy burden.maxVisitsPerWeek"
    );

    private static readonly Text Forgotten = new("本周期结束后不再列示", "no longer listed once the present period has ended");

    public static ReasonView Render(Reason reason)
    {
        var period = reason.Arguments.Length > 0 && Period.TryParse(reason.Arguments[0], out var parsed) ? Words.Of(parsed) : null;
        var clause = reason.Arguments.Length > 0 && reason.Arguments[0].Contains('Q', StringComparison.Ordinal) ? Quarterly : Monthly;
        var (text, grounds, clears, next) = reason.Code.StartsWith("CMP-", StringComparison.Ordinal)
            ? ComplianceTexts.Words(reason)
            : Say(reason, period ?? new("", ""), clause);
        return new(reason.Code, text, grounds, clears, next, reason.Since, reason.NextChangeAt, reason.Evidence);
    }

    private static (Text Text, Text Clause, Text? Clears, Text? Next) Say(Reason reason, Text period, Text clause) =>
        reason.Code switch
        {
            "COV-MISSED" => (
                new(
                    $"{period.Zh}没有责任督学到访，记为漏访；{Charged(reason).Zh}",
                    $"no visit by the responsible inspector in {period.En}: missed; {Charged(reason).En}"
                ),
                clause,
                new(
                    "责任督学到访一次；或补传当期已完成的督导（超过宽限期需县级审批）；或县级附文件准予说明",
                    "a visit now; or the upload of a visit made in time (with approval after the grace); or the county excuses it with a document"
                ),
                null
            ),
            "COV-DUE-SOON" => (
                new(
                    $"{period.Zh}应督导的次数已完成 {At(reason, 1)}，截止 {At(reason, 2)}（含当日）",
                    $"{At(reason, 1)} visits of {period.En} made, due {At(reason, 2)} inclusive"
                ),
                clause,
                new("责任督学到访", "a visit by the responsible inspector"),
                new("再次提醒，或到期记为漏访", "the next warning, or missed")
            ),
            "COV-PENDING" => (
                new(
                    $"{period.Zh}应督导的次数已完成 {At(reason, 1)}，截止 {At(reason, 2)}（含当日）",
                    $"{At(reason, 1)} visits of {period.En} made, due {At(reason, 2)} inclusive"
                ),
                clause,
                new("责任督学到访", "a visit by the responsible inspector"),
                new("转为即将到期，或到期记为漏访", "becomes due soon, or missed")
            ),
            "COV-SATISFIED" => (
                new($"{period.Zh}已按时督导（{At(reason, 1)}）", $"{period.En} visited in time ({At(reason, 1)})"),
                clause,
                null,
                new("下一周期开始", "the next period begins")
            ),
            "COV-SATISFIED-LATE" => (
                new($"{period.Zh}到校及时、上传迟，已更正为迟报完成", $"{period.En} was visited in time and uploaded late: restated"),
                LateSync,
                null,
                Forgotten
            ),
            "COV-EXCUSED" => (
                new(
                    $"{period.Zh}漏访已由县级准予说明，依据：{At(reason, 1)}",
                    $"missing {period.En} was excused by the county on {At(reason, 1)}"
                ),
                clause,
                null,
                Forgotten
            ),
            "COV-EXEMPT" => (
                new($"{period.Zh}免访：{Exempted(reason).Zh}", $"{period.En} owes no visit: {Exempted(reason).En}"),
                Holidays,
                null,
                new("下一周期重新判定", "judged anew for the next period")
            ),
            "COV-UNASSIGNED" => (
                new("没有责任督学，由县级督导部门负责", "no responsible inspector: the county answers for it"),
                Zones,
                new("指派责任督学", "assign an inspector"),
                reason.NextChangeAt is null ? null : new("已指派的督学接任", "the inspector already assigned takes over")
            ),
            "COV-HANDOVER" => (
                new(
                    $"责任督学 {At(reason, 1)} 接手时间短，{period.Zh}若漏访由县级承担",
                    $"{At(reason, 1)} took over shortly before the end: missing {period.En} would be charged to the county"
                ),
                Handover,
                null,
                new("本周期结束", "the period ends")
            ),
            "COV-AWAITING" => (
                new(
                    $"督学 {At(reason, 0)} 于 {At(reason, 1)} 的到访超过宽限期上传，等待县级审批",
                    $"the visit of {At(reason, 0)} on {At(reason, 1)} arrived after the grace and waits for the county"
                ),
                LateSync,
                new("县级审批通过", "the county's approval"),
                null
            ),
            "COV-PROVISIONAL" => (
                new($"{At(reason, 0)} 年校历为暂定，教学日按周末推算", $"the calendar of {At(reason, 0)} is provisional"),
                Calendar,
                new("公布或设定正式日历", "publication of the calendar"),
                null
            ),
            "COV-TERM-MINIMUM" => (
                new(
                    $"{At(reason, 0)} 至 {At(reason, 1)} 学期督导 {At(reason, 2)} 次，少于法定 {At(reason, 3)} 次；由督学和县级承担，不影响学校的督办阶梯",
                    $"{At(reason, 2)} visits in the term {At(reason, 0)} to {At(reason, 1)}, {At(reason, 3)} owed by statute; inspector and county answer for it, the school's ladder is untouched"
                ),
                Statute,
                new(
                    "补传该学期内已完成的督导；下一学期结束后不再列示",
                    "the upload of visits made within the term; no longer listed after the following term"
                ),
                null
            ),
            "COV-BURDEN" => (
                new(
                    $"{At(reason, 0)} 起一周接受督导 {At(reason, 1)} 次，超过每周 {At(reason, 2)} 次",
                    $"{At(reason, 1)} visits in the week of {At(reason, 0)}, more than {At(reason, 2)}"
                ),
                Limited,
                null,
                Forgotten
            ),
            "COV-SUSPENDED" => (
                new("单位停办（停业），期间不作督导要求", "suspended: no visit is owed meanwhile"),
                Holidays,
                new("名册恢复为正常", "the roster says it is active again"),
                null
            ),
            "COV-CLOSED" => (new("单位已撤销", "closed for good"), Holidays, null, null),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason.Code, "A reason without words."),
        };

    private static Text Charged(Reason reason) => Charged(At(reason, 1), At(reason, 2));

    /// <summary>Who answers for a missed period.</summary>
    /// <param name="basis">Name of a <see cref="ChargeBasis"/>.</param>
    internal static Text Charged(string? inspector, string? basis) =>
        basis switch
        {
            nameof(ChargeBasis.Handover) => new("交接期内，由县级承担", "within a hand-over, charged to the county"),
            nameof(ChargeBasis.Unassigned) => new("无责任督学，由县级承担", "nobody assigned, charged to the county"),
            _ => new($"由 {inspector} 承担", $"charged to inspector {inspector}"),
        };

    private static Text Exempted(Reason reason) =>
        Enum.TryParse<ExemptionBasis>(At(reason, 1), out var basis) && basis != ExemptionBasis.None ? Words.Of(basis) : new("", "");

    private static string At(Reason reason, int index) => index < reason.Arguments.Length ? reason.Arguments[index] : "";
}
