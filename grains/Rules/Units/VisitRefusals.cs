namespace Supervision.Rules;

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
}
