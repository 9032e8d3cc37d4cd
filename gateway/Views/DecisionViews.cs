namespace Supervision.Gateway.Views;

/// <summary>One entry of a county's decision queue, in words.</summary>
/// <param name="Unit">Actor key.</param>
/// <param name="Subject"><c>issue/3</c>, <c>measure/1</c> or <c>visit/…</c> of the unit.</param>
/// <param name="AgeDays">Civil days since it began to wait.</param>
/// <param name="DueOn">Last day, inclusive; null when no rule sets one.</param>
/// <param name="Owner">The lowest role that decides it.</param>
/// <param name="Rule">Of a measure: the rule that asks for it, or <c>manual</c>; null otherwise.</param>
/// <param name="RuleName">Null for one proposed by hand.</param>
/// <param name="Title">What is to be decided.</param>
public sealed record DecisionView(
    string Unit,
    string Name,
    string? TownName,
    WaitingKind Kind,
    string Subject,
    DateTimeOffset Since,
    int AgeDays,
    DateOnly? DueOn,
    bool Overdue,
    ActorRole Owner,
    Rung Rung,
    string? Rule,
    Text? RuleName,
    Text Title
)
{
    public static DecisionView Of(UnitSummary row, WaitingDecision waiting, DateOnly today) =>
        new(
            row.Unit,
            row.Name,
            row.TownName,
            waiting.Kind,
            waiting.Subject,
            waiting.Since,
            Math.Max(0, today.DayNumber - CivilTime.DateOf(waiting.Since).DayNumber),
            waiting.DueOn,
            waiting.Overdue,
            waiting.Owner,
            waiting.Rung,
            waiting.Rule,
            waiting.Rule is null ? null : LadderRules.Find(waiting.Rule)?.Name,
            Say(waiting)
        );

    private static Text Say(WaitingDecision waiting)
    {
        var no = waiting.Subject[(waiting.Subject.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var rung = CaseWords.Of(waiting.Rung);
        return waiting.Kind switch
        {
            WaitingKind.ConfirmSerious => new($"确认严重问题 {no}", $"confirm serious issue {no}"),
            WaitingKind.DecideMeasure => new($"决定是否采取{rung.Zh}（措施 {no}）", $"decide on {rung.En}, measure {no}"),
            WaitingKind.ServeMeasure => new($"送达{rung.Zh}（措施 {no}）", $"serve {rung.En}, measure {no}"),
            WaitingKind.ExtendDue => new($"审批问题 {no} 的延期申请", $"grant or refuse the days asked for on issue {no}"),
            WaitingKind.DecideDelisting => new($"答复措施 {no} 的销号申请", $"answer the application for delisting, measure {no}"),
            WaitingKind.ConfirmFlagged => new("确认或作废存疑的督导", "confirm or void a doubtful visit"),
            WaitingKind.ApproveLateVisit => new("审批迟报的督导", "approve or void a late visit"),
            WaitingKind.DecideEntry => new($"审核手工登记 {no}", $"approve or reject entry {no} made by hand"),
            _ => throw new ArgumentOutOfRangeException(nameof(waiting), waiting.Kind, "A decision without words."),
        };
    }
}
