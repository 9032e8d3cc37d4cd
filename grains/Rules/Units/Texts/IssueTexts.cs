namespace Supervision.Rules.Units.Texts;

/// <summary>What happens to issues, in words. The surprise day of a look-back is in none of them.</summary>
internal static class IssueTexts
{
    /// <summary>Null for events that are not of issues.</summary>
    public static Text? Say(UnitEvent happened) =>
        happened switch
        {
            IssueOpened e => Opened(e),
            IssueConfirmed e => new($"{e.By}确认严重问题 {e.No}：{e.Remark}", $"serious issue {e.No} confirmed by {e.By}: {e.Remark}"),
            IssueNotified e => Notified(e),
            IssueAcknowledged e => new(
                $"问题 {e.No} 的通知书已签收{Paper(e.Document)}",
                $"notice of issue {e.No} acknowledged{PaperEn(e.Document)}"
            ),
            IssueContained e => new($"问题 {e.No} 的控制措施中期报告：{e.Text}", $"interim report on issue {e.No}: {e.Text}"),
            IssueReported e => new(
                $"报告问题 {e.No} 整改到位{By(DeadlineKind.Verify, e.Deadlines)}",
                $"issue {e.No} reported as rectified{ByEn(DeadlineKind.Verify, e.Deadlines)}"
            ),
            IssueFiled e => new(
                $"问题 {e.No} 的整改报告已报备{After(e.Remark)}",
                $"report on issue {e.No} filed with the county{AfterEn(e.Remark)}"
            ),
            IssueVerified e => Verified(e),
            IssueReturned e => new(
                $"问题 {e.No} 核查不通过，退回整改：{e.Reason}{By(DeadlineKind.Rectify, e.Deadlines)}",
                $"issue {e.No} returned for rework: {e.Reason}{ByEn(DeadlineKind.Rectify, e.Deadlines)}"
            ),
            ExtensionRequested e => new(
                $"申请问题 {e.No} 延期 {e.Days} 天：{e.Reason}",
                $"{e.Days} more days asked for issue {e.No}: {e.Reason}"
            ),
            ExtensionGranted e => new(
                $"同意问题 {e.No} 延期{By(DeadlineKind.Rectify, e.Deadlines)}",
                $"extension of issue {e.No} granted{ByEn(DeadlineKind.Rectify, e.Deadlines)}"
            ),
            ExtensionRefused e => new($"不同意问题 {e.No} 延期：{e.Reason}", $"extension of issue {e.No} refused: {e.Reason}"),
            LookBackPassed e => new($"问题 {e.No} 回头看通过：{e.Remark}", $"issue {e.No} passed its look-back: {e.Remark}"),
            IssueRecurred e => new(
                $"问题 {e.No} 回头看发现反弹：{e.Remark}{By(DeadlineKind.Rectify, e.Deadlines)}",
                $"issue {e.No} has relapsed: {e.Remark}{ByEn(DeadlineKind.Rectify, e.Deadlines)}"
            ),
            IssueArchived e => new($"问题 {e.No} 办结", $"issue {e.No} closed"),
            IssueTransferred e => new(
                $"问题 {e.No} 移交{e.Department}（{e.Document}）",
                $"issue {e.No} handed over to {e.Department} ({e.Document})"
            ),
            IssueWithdrawn e => new($"问题 {e.No} 撤销（{e.Document}）：{e.Reason}", $"issue {e.No} withdrawn ({e.Document}): {e.Reason}"),
            ReferralSent e => new(
                $"问题 {e.No} 送{e.Department}协办（移送 {e.Referral}）{By(DeadlineKind.Reply, e.Deadlines)}",
                $"issue {e.No} referred to {e.Department} (referral {e.Referral}){ByEn(DeadlineKind.Reply, e.Deadlines)}"
            ),
            ReferralAnswered e => new(
                $"移送 {e.Referral} 得到答复（{Papers(e)}）：{e.Answer}",
                $"referral {e.Referral} answered ({Papers(e)}): {e.Answer}"
            ),
            HarmMarked e => new(
                $"问题 {e.No} 标记为{CaseWords.Of(e.Mark).Zh}（{e.Document}）",
                $"issue {e.No} marked: {CaseWords.Of(e.Mark).En} ({e.Document})"
            ),
            MajorConfirmed e => new(
                $"{e.Department}认定问题 {e.No} 属重大违规违法（{e.Document}）",
                $"{e.Department} confirmed issue {e.No} as a major violation ({e.Document})"
            ),
            DeadlinePassed e => Passed(e),
            _ => null,
        };

    private static Text Opened(IssueOpened e)
    {
        var name = Taxonomy.Find(e.Category)?.Name ?? new(e.Category, e.Category);
        var (severity, origin) = (CaseWords.Of(e.Severity), CaseWords.Of(e.Origin));
        return new(
            $"{origin.Zh}{severity.Zh} {e.No}（{e.Category} {name.Zh}）：{e.Description}",
            $"issue {e.No}, {severity.En}, {origin.En} ({e.Category} {name.En}): {e.Description}"
        );
    }

    private static Text Notified(IssueNotified e) =>
        e.Acknowledged
            ? new(
                $"问题 {e.No} 开始整改{By(DeadlineKind.Rectify, e.Deadlines)}",
                $"rectification of issue {e.No} begins{ByEn(DeadlineKind.Rectify, e.Deadlines)}"
            )
            : new(
                $"问题 {e.No} 已通知单位{By(DeadlineKind.Acknowledge, e.Deadlines)}{By(DeadlineKind.Rectify, e.Deadlines)}",
                $"unit notified of issue {e.No}{ByEn(DeadlineKind.Acknowledge, e.Deadlines)}{ByEn(DeadlineKind.Rectify, e.Deadlines)}"
            );

    private static Text Verified(IssueVerified e)
    {
        var window =
            e.Deadlines.Of(DeadlineKind.LookBackOpens) is { } opens && e.Deadlines.Of(DeadlineKind.LookBack) is { } closes
                ? new Text(
                    $"；{opens.Due:yyyy-MM-dd} 至 {closes.Due:yyyy-MM-dd} 回头看",
                    $"; look-back {opens.Due:yyyy-MM-dd} to {closes.Due:yyyy-MM-dd}"
                )
                : new Text("", "");
        return new($"问题 {e.No} 核查通过：{e.Remark}{window.Zh}", $"issue {e.No} verified: {e.Remark}{window.En}");
    }

    private static Text Passed(DeadlinePassed e)
    {
        var (kind, about) = (DeadlineWords.Of(e.Kind), About(e));
        return e.Kind switch
        {
            DeadlineKind.LookBackOpens => new($"{about.Zh}：回头看窗口开启", $"{about.En}: look-back window opens"),
            DeadlineKind.LookBackDay => new($"{about.Zh}：今天是抽定的回头看日", $"{about.En}: today is the drawn look-back day"),
            DeadlineKind.FactFindingNear => new($"{about.Zh}：提醒成立事实认定小组", $"{about.En}: the fact-finding group is due soon"),
            DeadlineKind.Silence => new(
                $"{about.Zh}：通知书到 {e.Due:yyyy-MM-dd} 仍未签收",
                $"{about.En}: notice still unacknowledged on {e.Due:yyyy-MM-dd}"
            ),
            DeadlineKind.Period or DeadlineKind.Commitment or DeadlineKind.ReviewRequest or DeadlineKind.Appeal => new(
                $"{about.Zh}：期限已到，{kind.Zh}（{e.Due:yyyy-MM-dd}）",
                $"{about.En}: day has passed, {kind.En} ({e.Due:yyyy-MM-dd})"
            ),
            _ => new(
                $"{about.Zh}：逾期，{kind.Zh}（应于 {e.Due:yyyy-MM-dd} 前）",
                $"{about.En} overdue: {kind.En} (due {e.Due:yyyy-MM-dd})"
            ),
        };
    }

    private static Text About(DeadlinePassed e) =>
        e.Case switch
        {
            CaseKind.Issue => new($"问题 {e.No}", $"issue {e.No}"),
            CaseKind.Measure => new($"措施 {e.No}", $"measure {e.No}"),
            CaseKind.SelfCheck => new($"{e.No / 10} 年第 {e.No % 10} 季度自查", $"self-check {e.No / 10}Q{e.No % 10}"),
            CaseKind.Referral => new($"移送 {e.No}", $"referral {e.No}"),
            CaseKind.Entry => new($"手工登记 {e.No}", $"entry {e.No} made by hand"),
            _ => throw new ArgumentOutOfRangeException(nameof(e), e.Case, null),
        };

    internal static string By(DeadlineKind kind, ImmutableArray<Deadline> deadlines) =>
        deadlines.Of(kind) is { } due ? $"，{due.Due:yyyy-MM-dd} 前{DeadlineWords.Of(kind).Zh}" : "";

    internal static string ByEn(DeadlineKind kind, ImmutableArray<Deadline> deadlines) =>
        deadlines.Of(kind) is { } due ? $", {DeadlineWords.Of(kind).En} due {due.Due:yyyy-MM-dd}" : "";

    private static string Papers(ReferralAnswered e) => e.CaseNumber is null ? e.Document : $"{e.Document}，{e.CaseNumber}";

    private static string Paper(string? document) => document is null ? "" : $"（{document}）";

    private static string PaperEn(string? document) => document is null ? "" : $" ({document})";

    private static string After(string? remark) => string.IsNullOrWhiteSpace(remark) ? "" : $"：{remark}";

    private static string AfterEn(string? remark) => string.IsNullOrWhiteSpace(remark) ? "" : $": {remark}";
}
