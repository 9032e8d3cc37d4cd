using System.Globalization;

namespace Supervision.Rules;

/// <summary>Every refusal in words. One method a code, so that a code has one text.</summary>
public static class Refusals
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
            new("该单位已撤销,不再恢复", "the unit is closed for good"),
            new("为新单位使用新的代码", "use a new code for a new unit")
        );

    public static Refusal UnitNotOperating() =>
        new(RefusalCode.UnitNotOperating, null, new("该单位已撤销,不接收督导记录", "the unit is closed, no visit can be recorded"), null);

    public static Refusal KeyMissing() =>
        new(
            RefusalCode.IdempotencyKeyMissing,
            "Idempotency-Key",
            new("缺少操作编号", "the operation id is missing"),
            new("UUID,重发时不变", "a UUID, the same one when sent again")
        );

    public static Refusal KeyReused() =>
        new(
            RefusalCode.IdempotencyKeyReused,
            "Idempotency-Key",
            new("该操作编号已用于内容不同的请求", "this operation id was used for another request"),
            new("为新操作生成新的 UUID", "a new UUID for a new operation")
        );

    public static Refusal Required(string field) =>
        new(
            RefusalCode.FieldRequired,
            field,
            new($"缺少必填项：{FieldWords.Of(field).Zh}", $"{FieldWords.Of(field).En} is required"),
            null
        );

    public static Refusal Invalid(string field, string zh, string en, string? accepted = null) =>
        new(RefusalCode.FieldInvalid, field, new(zh, en), accepted is null ? null : new(accepted, accepted));

    /// <summary>Null when the text has 1 to <paramref name="max"/> characters besides white space, none of them a zero character.</summary>
    public static Refusal? TextProblem(string field, string? text, int max) =>
        string.IsNullOrWhiteSpace(text) ? Required(field)
        : !Characters.Fit(text, max)
            ? Invalid(
                field,
                $"{FieldWords.Of(field).Zh}超过 {max} 字",
                $"{FieldWords.Of(field).En} has more than {max} characters",
                $"≤ {max}"
            )
        : text.Contains('\0', StringComparison.Ordinal)
            ? Invalid(field, $"{FieldWords.Of(field).Zh}含有不可见的空字符", $"{FieldWords.Of(field).En} has a zero character")
        : null;

    public static Refusal VisitTimesReversed(Visit visit) =>
        new(
            RefusalCode.VisitTimesReversed,
            "endedAt",
            new("结束时间不晚于开始时间", "the visit ends before it starts"),
            new($"晚于 {Civil(visit.StartedAt)}", $"later than {Civil(visit.StartedAt)}")
        );

    public static Refusal VisitTooLong(Visit visit) =>
        new(
            RefusalCode.VisitTooLong,
            "endedAt",
            new("一次到校督导不超过 12 小时", "a visit lasts 12 hours at most"),
            new($"不晚于 {Civil(visit.StartedAt + Visits.MaxDuration)}", $"not later than {Civil(visit.StartedAt + Visits.MaxDuration)}")
        );

    public static Refusal VisitInFuture(DateTimeOffset now) =>
        new(
            RefusalCode.VisitInFuture,
            "endedAt",
            new("督导时间在将来", "the visit lies in the future"),
            new($"不晚于现在 {Civil(now)}", $"not later than now, {Civil(now)}")
        );

    public static Refusal VisitTooOld(DateTimeOffset oldest) =>
        new(
            RefusalCode.VisitTooOld,
            "startedAt",
            new("督导时间太久以前", "the visit is too long ago"),
            new($"不早于 {Civil(oldest)}", $"not before {Civil(oldest)}")
        );

    public static Refusal VisitOverlaps(VisitMark other) =>
        new(
            RefusalCode.VisitOverlaps,
            "startedAt",
            new(
                $"与已提交的督导重叠({Civil(other.StartedAt)}–{Civil(other.EndedAt)})",
                $"overlaps the visit already recorded, {Civil(other.StartedAt)}–{Civil(other.EndedAt)}"
            ),
            new("不与已提交的督导重叠的时间", "times outside that visit")
        );

    public static Refusal VisitMethodMissing() =>
        new(RefusalCode.VisitMethodMissing, "methods", new("至少填写一种督导方式", "at least one method is required"), Methods());

    public static Refusal VisitMethodInvalid() =>
        new(
            RefusalCode.VisitMethodInvalid,
            "methods",
            new("督导方式重复、不在清单内,或次数不在 1–999", "a method is repeated, unknown, or its count is outside 1–999"),
            Methods()
        );

    public static Refusal VisitNoteTooLong(int length) =>
        new(
            RefusalCode.VisitNoteTooLong,
            "note",
            new($"说明有 {length} 字,超过 {Visits.MaxNoteLength} 字", $"the note has {length} characters"),
            new($"不超过 {Visits.MaxNoteLength} 字", $"{Visits.MaxNoteLength} at most")
        );

    public static Refusal AlertUnknown() =>
        new(RefusalCode.AlertUnknown, "id", new("本县没有这条提醒", "the county has no such alert"), null);

    public static Refusal VisitUnknown() =>
        new(RefusalCode.VisitUnknown, "visitId", new("没有这次待审批的督导", "no such visit waits for approval"), null);

    public static Refusal PeriodInvalid(UnitKind kind) =>
        kind == UnitKind.School
            ? new(
                RefusalCode.PeriodInvalid,
                "period",
                new("学校按月督导,且不能是将来的月份", "schools are counted by month, and the month may not lie ahead"),
                new("年和月，如 2026-03", "year and month, e.g. 2026-03")
            )
            : new(
                RefusalCode.PeriodInvalid,
                "period",
                new("机构按季度督导,且不能是将来的季度", "institutions are counted by quarter, and the quarter may not lie ahead"),
                new("年和季度，如 2026Q1", "year and quarter, e.g. 2026Q1")
            );

    public static Refusal PeriodNotKept(Period oldest) =>
        new(
            RefusalCode.PeriodNotKept,
            "period",
            new("该周期在登记之前,或已超出可更正的范围", "the period lies before the registration, or is closed for good"),
            new($"{oldest} 及以后", $"{oldest} or later")
        );

    public static Refusal PeriodNotClosed(Duty duty) =>
        new(
            RefusalCode.PeriodNotClosed,
            "period",
            new($"{duty.Period} 尚未结束", $"{duty.Period} has not ended"),
            new($"{Civil(duty.Period.End)} 以后", $"from {Civil(duty.Period.End)} on")
        );

    public static Refusal PeriodNotMissed(Duty duty) =>
        new(
            RefusalCode.PeriodNotMissed,
            "period",
            new($"{duty.Period} 不是漏访,当前为“{Words.Of(duty.State).Zh}”", $"{duty.Period} is not missed but {Words.Of(duty.State).En}"),
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
            new("今天或以后的截止日期,或留空", "today or later, or none")
        );

    public static Refusal AssignmentTooFar(Assignment assignment, DateOnly latest) =>
        new(
            RefusalCode.AssignmentTooFar,
            "from",
            new($"起始日期 {Day(assignment.From)} 太远", $"{Day(assignment.From)} is too far ahead"),
            new($"不晚于 {Day(latest)}", $"{Day(latest)} at the latest")
        );

    /// <summary>Null when the assignment lies within the inspector's appointment (invariant 2).</summary>
    public static Refusal? OutsideTerm(Assignment assignment, InspectorProfile inspector)
    {
        var within = assignment.From >= inspector.TermFrom && !(assignment.From > inspector.TermTo) && !(assignment.To > inspector.TermTo);
        if (within)
            return null;
        var term = $"{Day(inspector.TermFrom)} – {(inspector.TermTo is { } end ? Day(end) : "…")}";
        return new(
            RefusalCode.AssignmentOutsideTerm,
            assignment.From < inspector.TermFrom ? "from" : "to",
            new("分工超出督学的聘期", "the assignment goes beyond the inspector's appointment"),
            new(term, term)
        );
    }

    public static string Civil(DateTimeOffset instant) =>
        instant.ToOffset(CivilTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Text Methods()
    {
        var methods = Enum.GetValues<VisitMethod>().Skip(1).ToList();
        return new(string.Join("、", methods.Select(method => $"{Words.Of(method).Zh}（{method}）")), string.Join(" | ", methods));
    }
}
