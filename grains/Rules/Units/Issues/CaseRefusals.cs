namespace Supervision.Rules.Units.Issues;

/// <summary>Refusals about issues in words; one method a code.</summary>
public static class CaseRefusals
{
    public static Refusal IssueUnknown(int no) =>
        new(RefusalCode.IssueUnknown, "issue", new($"没有未办结的问题 {no}", $"no open issue {no}"), null);

    public static Refusal IssueState(Issue issue, params ReadOnlySpan<IssueState> accepted)
    {
        var (zh, en) = Join(accepted, state => CaseWords.Of(state));
        return new(
            RefusalCode.IssueStateConflict,
            "issue",
            new($"问题 {issue.No} 当前为“{CaseWords.Of(issue.State).Zh}”", $"issue {issue.No} is {CaseWords.Of(issue.State).En}"),
            new(zh, en)
        );
    }

    public static Refusal CategoryUnknown(string? code) =>
        new(
            RefusalCode.CategoryUnknown,
            "category",
            new($"问题类别 {code} 不在清单内", $"no category {code}"),
            new("问题清单中的代码，如 S-HW-04", "a code of the taxonomy, e.g. S-HW-04")
        );

    public static Refusal CategoryOfOtherKind(IssueCategory category, UnitKind kind) =>
        new(
            RefusalCode.CategoryOfOtherKind,
            "category",
            new($"{category.Code} 不适用于{Words.Of(kind).Zh}", $"{category.Code} is not for a {Words.Of(kind).En}"),
            kind == UnitKind.School
                ? new("S- 开头的类别", "categories that start with S-")
                : new("T- 开头的类别", "categories that start with T-")
        );

    public static Refusal SeverityTooLow(IssueCategory category) =>
        new(
            RefusalCode.SeverityTooLow,
            "severity",
            new(
                $"{category.Code} 属严禁事项，不能低于“{CaseWords.Of(category.Default).Zh}”",
                $"{category.Code} is prohibited and can't be less than {CaseWords.Of(category.Default).En}"
            ),
            CaseWords.Of(category.Default)
        );

    public static Refusal DepartmentMissing() =>
        new(
            RefusalCode.DepartmentMissing,
            "department",
            new("复杂问题须写明协商的股室或部门", "a complex issue names the section or department consulted"),
            null
        );

    public static Refusal DocumentMissing(string field, DocumentKind kind) =>
        new(
            RefusalCode.DocumentMissing,
            field,
            new($"缺少{CaseWords.Of(kind).Zh}", $"{CaseWords.Of(kind).En} is missing"),
            CaseWords.Of(kind)
        );

    /// <summary>What people of the county do rests on a paper, whichever it is.</summary>
    public static Refusal BasisMissing() =>
        new(
            RefusalCode.DocumentMissing,
            "document",
            new("请填写这项办理所依据的文书", "the paper this rests on is missing"),
            new("文书名称或文号，1–200 字", "its title or number, 1–200 characters")
        );

    public static Refusal VerifierIsReporter() =>
        new(
            RefusalCode.VerifierIsReporter,
            null,
            new("核查人不能是整改报告人", "whoever reported the rectification can't verify it"),
            new("由其他人员核查", "somebody else")
        );

    public static Refusal LookBackByVerifier() =>
        new(
            RefusalCode.LookBackByVerifier,
            null,
            new("回头看不能由核查人进行", "whoever verified can't look back"),
            new("由其他督学进行（D-06）", "another inspector (D-06)")
        );

    public static Refusal LookBackTooEarly(DateOnly opens) =>
        new(
            RefusalCode.LookBackTooEarly,
            null,
            new("回头看的时间窗口尚未开始", "the look-back window has not opened"),
            new($"{opens:yyyy-MM-dd} 起", $"from {opens:yyyy-MM-dd}")
        );

    public static Refusal ExtensionUsed(int most) =>
        new(RefusalCode.ExtensionUsed, null, new($"整改期限最多延长 {most} 次", $"the due day is extended {most} times at most"), null);

    public static Refusal ExtensionTooLate(DateOnly due) =>
        new(
            RefusalCode.ExtensionTooLate,
            null,
            new("延期须在整改期限之前申请", "an extension is asked for before the due day"),
            new($"{due.AddDays(-1):yyyy-MM-dd} 及以前", $"{due.AddDays(-1):yyyy-MM-dd} at the latest")
        );

    public static Refusal ExtensionTooLong(int most) =>
        new(RefusalCode.ExtensionTooLong, "days", new("延长天数超出范围", "too many days, or none"), new($"1–{most} 天", $"1–{most} days"));

    public static Refusal NoExtensionAsked(Issue issue) =>
        new(
            RefusalCode.NoExtensionAsked,
            "issue",
            new($"问题 {issue.No} 没有待批的延期申请", $"no extension was asked for issue {issue.No}"),
            null
        );

    public static Refusal FoundOnInvalid(DateOnly today)
    {
        var span = $"{today.AddDays(-OpenIssue.LongestAgo):yyyy-MM-dd} – {today:yyyy-MM-dd}";
        return new(
            RefusalCode.FieldInvalid,
            "foundOn",
            new("发现日期须在今天及之前一年以内", "an issue is found today, or within the year before"),
            new(span, span)
        );
    }

    public static Refusal OriginInvalid() =>
        new(
            RefusalCode.OriginInvalid,
            "origin",
            new("督导发现的问题随督导记录提交", "what a visit found comes with the visit"),
            new("CentralRound | SelfCheck | Complaint | Platform | Referral", "CentralRound | SelfCheck | Complaint | Platform | Referral")
        );

    public static Refusal ReferralUnknown(int no) =>
        new(RefusalCode.ReferralUnknown, "referral", new($"没有待答复的移送 {no}", $"no referral {no} waits for an answer"), null);

    public static Refusal NotMajor(Issue issue) =>
        new(
            RefusalCode.NotMajor,
            "issue",
            new($"{issue.Category} 不是重大违规违法类别", $"{issue.Category} is not a major category"),
            new("标记为 M 的类别", "categories marked M")
        );

    public static Refusal NotInterim(Issue issue) =>
        new(
            RefusalCode.NotInterim,
            "issue",
            new($"问题 {issue.No} 不需要控制措施中期报告", $"issue {issue.No} needs no interim report"),
            null
        );

    public static Refusal EvidenceInvalid(string field) =>
        new(
            RefusalCode.EvidenceInvalid,
            field,
            new("佐证材料须为文件的 SHA-256（小写十六进制），且不超过 20 个", "evidence is named by SHA-256, lower-case hex, 20 at most"),
            null
        );

    public static (string Zh, string En) Join<T>(ReadOnlySpan<T> items, Func<T, Text> word)
    {
        var (zh, en) = (new List<string>(), new List<string>());
        foreach (var item in items)
        {
            zh.Add(word(item).Zh);
            en.Add(word(item).En);
        }

        return (string.Join(" | ", zh), string.Join(" | ", en));
    }
}
