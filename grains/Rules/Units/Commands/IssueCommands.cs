namespace Supervision.Rules.Units.Commands;

/// <summary>Opens an issue that no visit found: self-found by the unit, or by round, complaint, platform or referral.</summary>
/// <param name="Severity"><see cref="Severity.None"/> takes the category's own.</param>
/// <param name="Description">1–500 characters.</param>
/// <param name="Department">Required for complex ones: who is consulted, of the county's departments and sections.</param>
/// <param name="Document">Required for other origins than a self-check: number or title of what it rests on.</param>
/// <param name="FoundOn">Civil day it was found, today or at most <see cref="LongestAgo"/> days ago; null for the day it is opened on. Clocks run from the notice all the same.</param>
[GenerateSerializer, Immutable, Alias("open-issue")]
public sealed record OpenIssue(
    IssueOrigin Origin,
    string Category,
    Severity Severity,
    string Description,
    IssueTags Tags,
    string? Department,
    ImmutableArray<string> Evidence,
    string? Document,
    DateOnly? FoundOn = null
) : UnitCommand
{
    public const int LongestAgo = 365;
}

[GenerateSerializer, Immutable, Alias("confirm-serious")]
public sealed record ConfirmSerious(int Issue, string Remark) : UnitCommand;

/// <param name="Document">Required when somebody else than the unit records it: the signed paper.</param>
[GenerateSerializer, Immutable, Alias("acknowledge-notice")]
public sealed record AcknowledgeNotice(int Issue, string? Document) : UnitCommand;

[GenerateSerializer, Immutable, Alias("report-containment")]
public sealed record ReportContainment(int Issue, string Text, ImmutableArray<string> Evidence) : UnitCommand;

/// <param name="Document">Required when somebody else than the unit records it: the signed report.</param>
[GenerateSerializer, Immutable, Alias("submit-rectification")]
public sealed record SubmitRectification(int Issue, string Text, ImmutableArray<string> Evidence, string? Document) : UnitCommand;

[GenerateSerializer, Immutable, Alias("file-report")]
public sealed record FileReport(int Issue, string? Remark) : UnitCommand;

[GenerateSerializer, Immutable, Alias("verify-issue")]
public sealed record VerifyIssue(int Issue, string Remark, ImmutableArray<string> Evidence) : UnitCommand;

[GenerateSerializer, Immutable, Alias("return-for-rework")]
public sealed record ReturnForRework(int Issue, string Reason) : UnitCommand;

/// <param name="Days">1 to issue.ext days.</param>
[GenerateSerializer, Immutable, Alias("request-extension")]
public sealed record RequestExtension(int Issue, int Days, string Reason) : UnitCommand;

/// <param name="Grant">False refuses what was asked.</param>
/// <param name="Reason">Required for a refusal.</param>
[GenerateSerializer, Immutable, Alias("extend-due")]
public sealed record ExtendDue(int Issue, bool Grant, string? Reason) : UnitCommand;

[GenerateSerializer, Immutable, Alias("pass-look-back")]
public sealed record PassLookBack(int Issue, string Remark, ImmutableArray<string> Evidence) : UnitCommand;

[GenerateSerializer, Immutable, Alias("fail-look-back")]
public sealed record FailLookBack(int Issue, string Remark, ImmutableArray<string> Evidence) : UnitCommand;

/// <param name="Department">One of the county's joint departments.</param>
/// <param name="Joint">Further joint departments the case goes to; each gets its own referral and answers it by itself.</param>
[GenerateSerializer, Immutable, Alias("transfer-issue")]
public sealed record TransferIssue(int Issue, string Department, string Document, ImmutableArray<string> Joint = default) : UnitCommand;

[GenerateSerializer, Immutable, Alias("answer-referral")]
public sealed record AnswerReferral(int Referral, string Answer, string? CaseNumber, string Document) : UnitCommand;

[GenerateSerializer, Immutable, Alias("withdraw-issue")]
public sealed record WithdrawIssue(int Issue, string Reason, string Document) : UnitCommand;

[GenerateSerializer, Immutable, Alias("mark-harm")]
public sealed record MarkHarm(int Issue, HarmMark Mark, string Document) : UnitCommand;

/// <param name="Department">The competent one that confirmed it, of the county's joint departments; it gets a referral.</param>
/// <param name="Joint">Further joint departments that get one (LR-13).</param>
[GenerateSerializer, Immutable, Alias("confirm-major")]
public sealed record ConfirmMajor(int Issue, string Department, string Document, ImmutableArray<string> Joint = default) : UnitCommand;
