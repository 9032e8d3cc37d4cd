using System.Text.Json.Serialization;

namespace Supervision.Gateway.Api.Counties;

/// <summary>What takes two people (四眼原则): one asks, another of the county approves, and the one who asked does it once.</summary>
public static class ApprovalsApi
{
    /// <param name="Subject">What exactly: for an export the file and its filter, e.g. <c>issues.xlsx?severity=Serious</c>.</param>
    /// <param name="Reason">1–500 characters.</param>
    public sealed record AskBody(
        [property: JsonRequired] ApprovalKind Kind,
        [property: JsonRequired] string Subject,
        [property: JsonRequired] string Reason
    );

    /// <param name="Remark">1–500 characters.</param>
    public sealed record ApproveBody([property: JsonRequired] string Remark);

    /// <param name="Reason">1–500 characters.</param>
    public sealed record RejectBody([property: JsonRequired] string Reason);

    /// <param name="Until">Last instant to decide it, or once approved to use it, exclusive.</param>
    public sealed record ApprovalView(
        int No,
        ApprovalKind Kind,
        Text KindText,
        string Subject,
        string Reason,
        string By,
        DateTimeOffset AskedAt,
        ApprovalState State,
        Text StateText,
        DateTimeOffset Until,
        string? DecidedBy,
        string? Remark,
        DateTimeOffset? UsedAt
    )
    {
        public static ApprovalView Of(Approval entry, DateTimeOffset now) =>
            new(
                entry.No,
                entry.Kind,
                ApprovalWords.Of(entry.Kind),
                entry.Subject,
                entry.Reason,
                entry.By,
                entry.AskedAt,
                entry.At(now),
                ApprovalWords.Of(entry.At(now)),
                entry.Until,
                entry.DecidedBy,
                entry.Remark,
                entry.UsedAt
            );
    }

    public static void MapApprovals(this RouteGroupBuilder api)
    {
        var approvals = api.MapGroup("/counties/{code}/approvals").WithTags("审批 Approvals");
        approvals
            .MapGet("", Read)
            .Says<IReadOnlyList<ApprovalView>>("双人审批事项，最新在前 / What takes two people, newest first")
            .MayAsk(May.AskApproval, Within.County);
        approvals.MapPost("", Ask).IsCommand("申请审批 / Ask for another person's approval").MayAsk(May.AskApproval, Within.County);
        approvals
            .MapPost(
                "/{no:int}/approve",
                (string code, int no, CommandRequest<ApproveBody> request, IClusterClient cluster) =>
                    Execute(cluster, code, request, body => new ApproveRequest(no, body.Remark))
            )
            .IsCommand("同意他人的申请 / Approve another person's request")
            .MayAsk(May.DecideApproval, Within.County);
        approvals
            .MapPost(
                "/{no:int}/reject",
                (string code, int no, CommandRequest<RejectBody> request, IClusterClient cluster) =>
                    Execute(cluster, code, request, body => new RejectRequest(no, body.Reason))
            )
            .IsCommand("不同意他人的申请 / Reject another person's request")
            .MayAsk(May.DecideApproval, Within.County);
    }

    /// <summary>Those who can't approve see their own only.</summary>
    private static async Task<IResult> Read(string code, HttpContext context, IClusterClient cluster, Presentation presentation)
    {
        if (!Scopes.IsBoard(Keys.County(code)) || await cluster.GetGrain<ICountyGrain>(Keys.County(code)).Approvals() is not { } entries)
            return Answers.Refuse(Unknown());
        var actor = Caller.Of(context.User).Actor;
        return TypedResults.Ok<IReadOnlyList<ApprovalView>>([
            .. entries
                .Where(entry => entry.By == actor.Name || May.DecideApproval.Has(actor.Role))
                .Select(entry => ApprovalView.Of(entry, presentation.Now)),
        ]);
    }

    private static Task<IResult> Ask(string code, CommandRequest<AskBody> request, IClusterClient cluster)
    {
        var subject = request.Body is { Kind: ApprovalKind.BulkExport } export
            ? BulkExport.Subject(export.Subject ?? "")
            : request.Body?.Subject ?? "";
        return subject is null
            ? Task.FromResult(Answers.Refuse(BulkExport.SubjectInvalid()))
            : Execute(cluster, code, request, body => new AskApproval(body.Kind, subject, body.Reason));
    }

    private static async Task<IResult> Execute<TBody>(
        IClusterClient cluster,
        string code,
        CommandRequest<TBody> request,
        Func<TBody, CountyCommand> command
    )
        where TBody : class
    {
        if (request.Refusal is { } malformed)
            return Answers.Refuse(malformed);
        if (!Scopes.IsBoard(Keys.County(code)))
            return Answers.Refuse(Unknown());
        return request.Answer(
            Keys.County(code),
            await cluster.GetGrain<ICountyGrain>(Keys.County(code)).Execute(request.Submit(command(request.Body!)))
        );
    }

    private static Refusal Unknown() =>
        new(RefusalCode.CountyUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null);
}
