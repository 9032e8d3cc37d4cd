namespace Supervision.Gateway.Live;

/// <summary>One entry of a county's decision queue, in words.</summary>
/// <param name="Unit">Actor key.</param>
/// <param name="Subject"><c>issue/3</c>, <c>measure/1</c> or <c>visit/…</c> of the unit.</param>
/// <param name="What">What is to be decided.</param>
/// <param name="AgeDays">Civil days since it began to wait.</param>
/// <param name="DueOn">Last day, inclusive; null when no rule sets one.</param>
/// <param name="Owner">The lowest role that decides it.</param>
/// <param name="RungName">Of a measure; null otherwise.</param>
/// <param name="Rule">Of a measure: the rule that asks for it, or <c>manual</c>; null otherwise.</param>
/// <param name="RuleName">Null for one proposed by hand.</param>
/// <param name="Clause">Where that rule is written.</param>
public sealed record DecisionView(
    string Unit, UnitKind UnitKind, string Code, string Name, string? Town, string? TownName, WaitingKind Kind, string Subject, Text What, DateTimeOffset Since, int AgeDays,
    DateOnly? DueOn, bool Overdue, ActorRole Owner, Text OwnerName, Rung Rung, Text? RungName, string? Rule, Text? RuleName, Text? Clause)
{
    public static DecisionView Of(UnitSummary row, WaitingDecision waiting, DateOnly today)
    {
        var rule = waiting.Rule is null ? null : LadderRules.Find(waiting.Rule);
        return new(
            row.Unit, row.Kind, row.Code, row.Name, row.Town, row.TownName, waiting.Kind, waiting.Subject, Say(waiting), waiting.Since,
            Math.Max(0, today.DayNumber - CivilTime.DateOf(waiting.Since).DayNumber), waiting.DueOn, waiting.Overdue, waiting.Owner, Words.Of(waiting.Owner),
            waiting.Rung, waiting.Rung == Rung.None ? null : CaseWords.Of(waiting.Rung), waiting.Rule, rule?.Name, rule?.Clause);
    }

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
            _ => throw new ArgumentOutOfRangeException(nameof(waiting), waiting.Kind, "A decision without words."),
        };
    }
}
