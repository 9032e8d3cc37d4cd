namespace Supervision.Rules.Units.Visits;

/// <summary>Refusals about what a visit brings, in words; one method a code.</summary>
public static class VisitRefusals
{
    public static Refusal VisitNotFlagged() =>
        new(
            RefusalCode.VisitNotFlagged,
            "visitId",
            new("这次督导不在待确认或待审批之列", "this visit waits for no confirmation and no approval"),
            null
        );

    public static Refusal PlanUnknown() =>
        new(RefusalCode.PlanUnknown, "plan", new("没有这项督导计划，或不是您的计划", "no such plan, or not yours"), null);

    public static Refusal PlanDayInvalid(DateOnly first, DateOnly last) =>
        new(
            RefusalCode.PlanDayInvalid,
            "day",
            new("计划日期超出范围", "the planned day is out of range"),
            new($"{first:yyyy-MM-dd} 至 {last:yyyy-MM-dd}", $"{first:yyyy-MM-dd} to {last:yyyy-MM-dd}")
        );

    public static Refusal TooManyPlans(int most) =>
        new(RefusalCode.TooManyPlans, "plan", new($"一个单位至多 {most} 项待执行计划", $"{most} plans at most wait for one unit"), null);

    public static Refusal RemarkMissing(Issue issue) =>
        new(
            RefusalCode.RemarkMissing,
            "content.remarks",
            new(
                $"缺少对未办结问题 {issue.No}（{Taxonomy.Find(issue.Category)?.Name.Zh}）整改情况的说明",
                $"the remark on open issue {issue.No} ({Taxonomy.Find(issue.Category)?.Name.En}) is missing"
            ),
            new("每个未办结问题各一条说明（L78）", "one remark for each open issue (L78)")
        );

    public static Refusal RemarkOfNoOpenIssue(int no) =>
        new(
            RefusalCode.RemarkOfNoOpenIssue,
            "content.remarks",
            new($"问题 {no} 不是未办结问题，或重复说明", $"{no} is no open issue, or has two remarks"),
            null
        );

    public static Refusal FindingMissing(ChecklistItem item) =>
        new(
            RefusalCode.FindingMissing,
            "content.findings",
            new(
                $"第 {item.No} 项“{item.Name.Zh}”不符合，须提交相应问题或选择只作记录",
                $"item {item.No} ({item.Name.En}) does not conform: add its finding, or record it only"
            ),
            new(string.Join(" | ", item.Categories), string.Join(" | ", item.Categories))
        );

    public static Refusal ContentInvalid(string field, string zh, string en) => new(RefusalCode.ContentInvalid, field, new(zh, en), null);

    public static Refusal VisitTimesReversed(Visit visit) =>
        new(
            RefusalCode.VisitTimesReversed,
            "endedAt",
            new("结束时间不晚于开始时间", "the visit ends before it starts"),
            new($"晚于 {Refusals.Civil(visit.StartedAt)}", $"later than {Refusals.Civil(visit.StartedAt)}")
        );

    public static Refusal VisitTooLong(Visit visit) =>
        new(
            RefusalCode.VisitTooLong,
            "endedAt",
            new("一次到校督导不超过 12 小时", "a visit lasts 12 hours at most"),
            new(
                $"不晚于 {Refusals.Civil(visit.StartedAt + VisitRules.MaxDuration)}",
                $"not later than {Refusals.Civil(visit.StartedAt + VisitRules.MaxDuration)}"
            )
        );

    public static Refusal VisitInFuture(DateTimeOffset now) =>
        new(
            RefusalCode.VisitInFuture,
            "endedAt",
            new("督导时间在将来", "the visit lies in the future"),
            new($"不晚于现在 {Refusals.Civil(now)}", $"not later than now, {Refusals.Civil(now)}")
        );

    public static Refusal VisitTooOld(DateTimeOffset oldest) =>
        new(
            RefusalCode.VisitTooOld,
            "startedAt",
            new("督导时间太久以前", "the visit is too long ago"),
            new($"不早于 {Refusals.Civil(oldest)}", $"not before {Refusals.Civil(oldest)}")
        );

    public static Refusal VisitOverlaps(VisitMark other) =>
        new(
            RefusalCode.VisitOverlaps,
            "startedAt",
            new(
                $"与已提交的督导重叠（{Refusals.Civil(other.StartedAt)}–{Refusals.Civil(other.EndedAt)}）",
                $"overlaps the visit already recorded, {Refusals.Civil(other.StartedAt)}–{Refusals.Civil(other.EndedAt)}"
            ),
            new("不与已提交的督导重叠的时间", "times outside that visit")
        );

    public static Refusal VisitMethodMissing() =>
        new(RefusalCode.VisitMethodMissing, "methods", new("至少填写一种督导方式", "at least one method is required"), Methods());

    public static Refusal VisitMethodInvalid() =>
        new(
            RefusalCode.VisitMethodInvalid,
            "methods",
            new("督导方式重复、不在清单内，或次数不在 1–999", "a method is repeated, unknown, or its count is outside 1–999"),
            Methods()
        );

    public static Refusal VisitNoteTooLong(int length) =>
        new(
            RefusalCode.VisitNoteTooLong,
            "note",
            new($"说明有 {length} 字，超过 {VisitRules.MaxNoteLength} 字", $"the note has {length} characters"),
            new($"不超过 {VisitRules.MaxNoteLength} 字", $"{VisitRules.MaxNoteLength} at most")
        );

    public static Refusal VisitUnknown() =>
        new(RefusalCode.VisitUnknown, "visitId", new("没有这次待审批的督导", "no such visit waits for approval"), null);

    private static Text Methods()
    {
        var methods = Enum.GetValues<VisitMethod>().Skip(1).ToList();
        return new(string.Join("、", methods.Select(method => $"{Words.Of(method).Zh}（{method}）")), string.Join(" | ", methods));
    }
}
