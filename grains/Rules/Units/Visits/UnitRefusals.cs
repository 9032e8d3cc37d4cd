using System.Globalization;

namespace Supervision.Rules.Units.Visits;

/// <summary>Refusals about a unit, its periods and its assignments in words; one method a code.</summary>
public static class UnitRefusals
{
    public static Refusal UnitUnknown() =>
        new(
            RefusalCode.UnitUnknown,
            null,
            new("没有登记这所学校或机构", "this unit is not registered"),
            new("先导入名册或登记该单位", "import the roster or register the unit first")
        );

    public static Refusal CodeInvalid(string code) =>
        new(RefusalCode.CodeInvalid, "code", new($"代码 {code} 与该单位不符", $"{code} is not this unit's code"), null);

    public static Refusal UnitClosedForGood() =>
        new(
            RefusalCode.UnitClosedForGood,
            "status",
            new("该单位已撤销，不再恢复", "the unit is closed for good"),
            new("为新单位使用新的代码", "use a new code for a new unit")
        );

    public static Refusal UnitNotOperating() =>
        new(RefusalCode.UnitNotOperating, null, new("该单位已撤销，不接收督导记录", "the unit is closed, no visit can be recorded"), null);

    public static Refusal PeriodInvalid(UnitKind kind) =>
        kind == UnitKind.School
            ? new(
                RefusalCode.PeriodInvalid,
                "period",
                new("学校按月督导，且不能是将来的月份", "schools are counted by month, and the month may not lie ahead"),
                new("年和月，如 2026-03", "year and month, e.g. 2026-03")
            )
            : new(
                RefusalCode.PeriodInvalid,
                "period",
                new("机构按季度督导，且不能是将来的季度", "institutions are counted by quarter, and the quarter may not lie ahead"),
                new("年和季度，如 2026Q1", "year and quarter, e.g. 2026Q1")
            );

    public static Refusal PeriodNotKept(Period oldest) =>
        new(
            RefusalCode.PeriodNotKept,
            "period",
            new("该周期在登记之前，或已超出可更正的范围", "the period lies before the registration, or is closed for good"),
            new($"{oldest} 及以后", $"{oldest} or later")
        );

    public static Refusal PeriodNotClosed(Duty duty) =>
        new(
            RefusalCode.PeriodNotClosed,
            "period",
            new($"{duty.Period} 尚未结束", $"{duty.Period} has not ended"),
            new($"{Refusals.Civil(duty.Period.End)} 以后", $"from {Refusals.Civil(duty.Period.End)} on")
        );

    public static Refusal PeriodNotMissed(Duty duty) =>
        new(
            RefusalCode.PeriodNotMissed,
            "period",
            new($"{duty.Period} 不是漏访，当前为“{Words.Of(duty.State).Zh}”", $"{duty.Period} is not missed but {Words.Of(duty.State).En}"),
            null
        );

    public static Refusal NothingToApprove(Period period) =>
        new(
            RefusalCode.NothingToApprove,
            "period",
            new($"{period} 没有待审批的迟报督导", $"no late visit of {period} waits for approval"),
            null
        );

    public static Refusal AssignmentReversed(Assignment assignment) =>
        new(
            RefusalCode.AssignmentReversed,
            "to",
            new("截止日期早于起始日期", "the last day is before the first"),
            new($"{Day(assignment.From)} 或以后", $"{Day(assignment.From)} or later")
        );

    public static Refusal AssignmentEnded(Assignment assignment) =>
        new(
            RefusalCode.AssignmentEnded,
            "to",
            new($"该分工已于 {Day(assignment.To!.Value)} 结束", $"this assignment ended on {Day(assignment.To!.Value)}"),
            new("今天或以后的截止日期，或留空", "today or later, or none")
        );

    public static Refusal AssignmentTooFar(Assignment assignment, DateOnly latest) =>
        new(
            RefusalCode.AssignmentTooFar,
            "from",
            new($"起始日期 {Day(assignment.From)} 太远", $"{Day(assignment.From)} is too far ahead"),
            new($"不晚于 {Day(latest)}", $"{Day(latest)} at the latest")
        );

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
