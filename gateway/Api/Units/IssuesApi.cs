using System.Text.Json.Serialization;
using static Supervision.Gateway.Api.Units.UnitRequests;

namespace Supervision.Gateway.Api.Units;

/// <summary>The closed loop of an issue (5.4): every step is a command of the unit it is about.</summary>
public static class IssuesApi
{
    /// <param name="Origin">Not Visit: what a visit found comes with the visit.</param>
    /// <param name="Severity">None takes the category's own.</param>
    /// <param name="Description">1–500 characters.</param>
    /// <param name="Department">Required for complex ones: who is consulted, at most 100 characters.</param>
    /// <param name="Evidence">SHA-256 of files, lower-case hex, at most 20.</param>
    /// <param name="Document">Number or title of what it rests on, at most 200 characters; only the unit itself may leave it out.</param>
    /// <param name="FoundOn">Civil day it was found: today, which it is unless given, or at most 365 days ago.</param>
    public sealed record OpenIssueBody(
        [property: JsonRequired] IssueOrigin Origin,
        [property: JsonRequired] string Category,
        Severity Severity,
        [property: JsonRequired] string Description,
        IssueTags Tags,
        string? Department,
        IReadOnlyList<string>? Evidence,
        string? Document,
        DateOnly? FoundOn
    );

    /// <param name="Remark">1–500 characters.</param>
    public sealed record RemarkBody([property: JsonRequired] string Remark);

    /// <param name="Remark">At most 500 characters.</param>
    public sealed record FilingBody(string? Remark);

    /// <param name="Document">The signed paper, at most 200 characters; only the unit itself may leave it out.</param>
    public sealed record AcknowledgeBody(string? Document);

    /// <param name="Text">1–2,000 characters.</param>
    /// <param name="Evidence">SHA-256 of files, lower-case hex, at most 20.</param>
    public sealed record ContainmentBody([property: JsonRequired] string Text, IReadOnlyList<string>? Evidence);

    /// <param name="Text">1–4,000 characters.</param>
    /// <param name="Evidence">SHA-256 of files, lower-case hex, at most 20.</param>
    /// <param name="Document">The signed report, at most 200 characters; only the unit itself may leave it out.</param>
    public sealed record RectificationBody([property: JsonRequired] string Text, IReadOnlyList<string>? Evidence, string? Document);

    /// <param name="Remark">1–500 characters.</param>
    /// <param name="Evidence">SHA-256 of files, lower-case hex, at most 20.</param>
    public sealed record CheckBody([property: JsonRequired] string Remark, IReadOnlyList<string>? Evidence);

    /// <param name="Days">1 to issue.ext days.</param>
    /// <param name="Reason">1–500 characters.</param>
    public sealed record ExtensionRequestBody([property: JsonRequired] int Days, [property: JsonRequired] string Reason);

    /// <param name="Reason">1–500 characters; required for a refusal.</param>
    public sealed record ExtensionBody([property: JsonRequired] bool Grant, string? Reason);

    /// <param name="Department">One of the county's joint departments; null when <paramref name="Departments"/> names them.</param>
    /// <param name="Departments">Those the case goes to, each with a referral of its own; of a major case the first is the one that confirmed it.</param>
    /// <param name="Document">1–200 characters.</param>
    public sealed record DepartmentBody(string? Department, IReadOnlyList<string>? Departments, [property: JsonRequired] string Document)
    {
        internal (string First, ImmutableArray<string> Others) Named =>
            List(Departments) is var more && Department is null
                ? (more.FirstOrDefault() ?? "", more.IsEmpty ? more : more.RemoveAt(0))
                : (Department!, more);
    }

    /// <param name="Reason">1–500 characters.</param>
    /// <param name="Document">1–200 characters.</param>
    public sealed record WithdrawalBody([property: JsonRequired] string Reason, [property: JsonRequired] string Document);

    /// <param name="Document">1–200 characters.</param>
    public sealed record HarmBody([property: JsonRequired] HarmMark Mark, [property: JsonRequired] string Document);

    /// <param name="Answer">1–2,000 characters.</param>
    /// <param name="CaseNumber">The department's own, at most 100 characters.</param>
    /// <param name="Document">1–200 characters.</param>
    public sealed record ReferralAnswerBody(
        [property: JsonRequired] string Answer,
        string? CaseNumber,
        [property: JsonRequired] string Document
    );

    public static void MapIssues(this RouteGroupBuilder api)
    {
        var units = api.MapGroup("/units/{kind}/{code}").WithTags("问题 Issues");
        units
            .MapCommand<OpenIssueBody>(
                "/issues",
                "登记自查、集中督导、举报、平台、移送发现的问题 / Open an issue that no visit found",
                body => new OpenIssue(
                    body.Origin,
                    body.Category,
                    body.Severity,
                    body.Description,
                    body.Tags,
                    body.Department,
                    List(body.Evidence),
                    body.Document,
                    body.FoundOn
                )
            )
            .MayAsk(May.OpenIssue, Within.Unit);
        units
            .MapNumbered<RemarkBody>(
                "/issues/{no}/confirm",
                "确认严重问题 / Confirm a serious issue",
                (no, body) => new ConfirmSerious(no, body.Remark)
            )
            .MayAsk(May.DecideIssue, Within.Unit);
        units
            .MapNumbered<AcknowledgeBody>(
                "/issues/{no}/acknowledge",
                "签收整改通知书 / Acknowledge the notice",
                (no, body) => new AcknowledgeNotice(no, body.Document)
            )
            .MayAsk(May.Answer, Within.Unit);
        units
            .MapNumbered<ContainmentBody>(
                "/issues/{no}/containment",
                "报告控制措施（中期报告） / Report how the harm is contained",
                (no, body) => new ReportContainment(no, body.Text, List(body.Evidence))
            )
            .MayAsk(May.Answer, Within.Unit);
        units
            .MapNumbered<RectificationBody>(
                "/issues/{no}/rectification",
                "报告整改到位 / Report the rectification",
                (no, body) => new SubmitRectification(no, body.Text, List(body.Evidence), body.Document)
            )
            .MayAsk(May.Answer, Within.Unit);
        units
            .MapNumbered<FilingBody>(
                "/issues/{no}/filing",
                "督学向县级报备整改报告 / File the report with the county",
                (no, body) => new FileReport(no, body.Remark)
            )
            .MayAsk(May.CheckIssue, Within.Unit);
        units
            .MapNumbered<CheckBody>(
                "/issues/{no}/verification",
                "核查通过 / Verify the rectification",
                (no, body) => new VerifyIssue(no, body.Remark, List(body.Evidence))
            )
            .MayAsk(May.CheckIssue, Within.Unit);
        units
            .MapNumbered<VisitsApi.ReasonBody>(
                "/issues/{no}/rework",
                "核查不通过，退回整改 / Return it for rework",
                (no, body) => new ReturnForRework(no, body.Reason)
            )
            .MayAsk(May.CheckIssue, Within.Unit);
        units
            .MapNumbered<ExtensionRequestBody>(
                "/issues/{no}/extension-request",
                "申请延长整改期限 / Ask for more days",
                (no, body) => new RequestExtension(no, body.Days, body.Reason)
            )
            .MayAsk(May.Answer, Within.Unit);
        units
            .MapNumbered<ExtensionBody>(
                "/issues/{no}/extension",
                "审批延期申请 / Grant or refuse the days asked for",
                (no, body) => new ExtendDue(no, body.Grant, body.Reason)
            )
            .MayAsk(May.DecideIssue, Within.Unit);
        units
            .MapNumbered<CheckBody>(
                "/issues/{no}/look-back-pass",
                "回头看通过 / The look-back found it still rectified",
                (no, body) => new PassLookBack(no, body.Remark, List(body.Evidence))
            )
            .MayAsk(May.CheckIssue, Within.Unit);
        units
            .MapNumbered<CheckBody>(
                "/issues/{no}/look-back-fail",
                "回头看发现反弹 / The look-back found a relapse",
                (no, body) => new FailLookBack(no, body.Remark, List(body.Evidence))
            )
            .MayAsk(May.CheckIssue, Within.Unit);
        units
            .MapNumbered<DepartmentBody>(
                "/issues/{no}/transfer",
                "移交联合部门 / Hand it to a joint department",
                (no, body) => new TransferIssue(no, body.Named.First, body.Document, body.Named.Others)
            )
            .MayAsk(May.DecideIssue, Within.Unit);
        units
            .MapNumbered<WithdrawalBody>(
                "/issues/{no}/withdrawal",
                "撤销问题 / Withdraw it",
                (no, body) => new WithdrawIssue(no, body.Reason, body.Document)
            )
            .MayAsk(May.DecideIssue, Within.Unit);
        units
            .MapNumbered<HarmBody>(
                "/issues/{no}/harm",
                "标记严重侵害学生利益或不良影响 / Mark grave harm or bad public impact",
                (no, body) => new MarkHarm(no, body.Mark, body.Document)
            )
            .MayAsk(May.DecideIssue, Within.Unit);
        units
            .MapNumbered<DepartmentBody>(
                "/issues/{no}/major",
                "记录主管部门认定的重大违规违法 / Record that a department confirmed a major violation",
                (no, body) => new ConfirmMajor(no, body.Named.First, body.Document, body.Named.Others)
            )
            .MayAsk(May.DecideIssue, Within.Unit);
        units
            .MapNumbered<ReferralAnswerBody>(
                "/referrals/{no}/answer",
                "记录联合部门的答复 / Record a joint department's answer",
                (no, body) => new AnswerReferral(no, body.Answer, body.CaseNumber, body.Document)
            )
            .MayAsk(May.DecideIssue, Within.Unit);
    }
}
