namespace Supervision.Gateway.Api.Units;

/// <summary>How a command reaches its unit, and how it is tried out beforehand.</summary>
internal static class UnitRequests
{
    /// <summary>A command of a unit: it is done, or with <c>?preview=true</c> only shown.</summary>
    public static RouteHandlerBuilder IsUnitCommand(this RouteHandlerBuilder endpoint, string summary) =>
        endpoint.IsCommand(summary).IsPreviewable();

    public static RouteHandlerBuilder IsPreviewable(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithDescription(
                "需要 Idempotency-Key（UUID）；以同一编号重发得到同样的状态与内容。加 ?preview=true 只预览后果（PreviewView），不作任何更改，也不需要操作编号。"
                    + " / Needs an Idempotency-Key (UUID); sent again with the same key it gives the same status and body. With ?preview=true it answers what would follow (PreviewView), changes nothing and needs no key."
            )
            .WithMetadata(new PreviewMark());

    /// <summary>Maps a command that is nothing but its body. Who may ask it is still to be said.</summary>
    public static RouteHandlerBuilder MapCommand<TBody>(
        this RouteGroupBuilder units,
        string path,
        string summary,
        Func<TBody, UnitCommand> command
    )
        where TBody : class =>
        units
            .MapPost(
                path,
                (string kind, string code, CommandRequest<TBody> request, IClusterClient cluster) =>
                    Execute(cluster, kind, code, request, body => (command(body), null))
            )
            .IsUnitCommand(summary);

    /// <summary>Maps a command about one numbered issue, measure or referral. Who may ask it is still to be said.</summary>
    /// <param name="path">With <c>{no}</c>.</param>
    public static RouteHandlerBuilder MapNumbered<TBody>(
        this RouteGroupBuilder units,
        string path,
        string summary,
        Func<int, TBody, UnitCommand> command
    )
        where TBody : class =>
        units
            .MapPost(
                path,
                (string kind, string code, int no, CommandRequest<TBody> request, IClusterClient cluster) =>
                    Execute(cluster, kind, code, request, body => (command(no, body), null))
            )
            .IsUnitCommand(summary);

    public static async Task<IResult> Execute<TBody>(
        IClusterClient cluster,
        string kind,
        string code,
        CommandRequest<TBody> request,
        Func<TBody, (UnitCommand?, Refusal?)> command
    )
        where TBody : class
    {
        if (request.Refusal is { } malformed)
            return Answers.Refuse(malformed);
        if (Unit(cluster, kind, code) is not { } unit)
            return Answers.Refuse(UnitRefusals.UnitUnknown());
        var (asked, refusal) = command(request.Body!);
        if (refusal is not null)
            return Answers.Refuse(refusal);
        var key = unit.GetPrimaryKeyString();
        var submission = request.Submit(await VisitCheck.Judged(cluster, key, asked!));
        var missing =
            await EvidenceCheck.Objection(cluster, key, asked!, submission.Actor)
            ?? await ReferenceCheck.Objection(cluster, key, asked!, submission.Actor);
        if (request.IsPreview)
            return missing is null ? Preview(await unit.Preview(submission), request.Caller) : Answers.Refuse(missing);
        return request.Answer(key, missing is null ? await unit.Execute(submission) : await unit.Refuse(submission, missing));
    }

    /// <summary>Null for what can't be a unit's key.</summary>
    public static IUnitGrain? Unit(IClusterClient cluster, string kind, string code) =>
        Keys.IsCode(code) && Keys.TryKind(kind, out var known) ? cluster.Unit(known, code) : null;

    /// <summary>Lists that were left out are empty; what they hold is for the rules to judge.</summary>
    public static ImmutableArray<T> List<T>(IReadOnlyList<T>? given) => given is null ? [] : [.. given];

    public static IResult Preview(Preview preview, Caller caller) =>
        preview.Refusal is { } refusal ? Answers.Refuse(refusal) : TypedResults.Ok(PreviewView.Of(preview, caller.Actor));
}
