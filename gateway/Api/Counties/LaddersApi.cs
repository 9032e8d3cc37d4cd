using System.Text.Json.Serialization;

namespace Supervision.Gateway.Api.Counties;

/// <summary>The own ladders of inspectors, kept by their county, and of counties, kept by their province (5.5).</summary>
public static class LaddersApi
{
    /// <summary>Nothing has to be said.</summary>
    public sealed record EmptyBody;

    /// <param name="Reason">1–500 characters.</param>
    public sealed record ReasonBody([property: JsonRequired] string Reason);

    /// <param name="Reason">1–500 characters.</param>
    /// <param name="Document">Number or title of the decision, 1–200 characters; may be left out for an inspector below 通报批评.</param>
    public sealed record DecideBody([property: JsonRequired] string Reason, string? Document);

    /// <param name="Reason">1–500 characters.</param>
    public sealed record ProposeBody([property: JsonRequired] CountyRung Rung, [property: JsonRequired] string Reason);

    public static void MapLadders(this RouteGroupBuilder api)
    {
        var inspectors = api.MapGroup("/inspectors/{code}/ladder").WithTags("督学 Inspectors");
        inspectors
            .MapGet("", OfInspector)
            .Says<InspectorLadderView>("督学的漏访与措施 / An inspector's missed duties and measures")
            .MayAsk(May.ReadInspector, Within.Inspector);
        inspectors
            .MapPost("/{no:int}/acknowledge", Acknowledge)
            .IsCommand("督学签收提醒或决定 / The inspector acknowledges a reminder or a decision")
            .IsPreviewable()
            .MayAsk(May.AcknowledgeStep, Within.Inspector);
        inspectors
            .MapPost("/{no:int}/decide", Decide)
            .IsCommand("决定对督学的措施 / Decide a proposal against an inspector")
            .IsPreviewable()
            .MayAsk(May.DecideStep, Within.Inspector);
        inspectors
            .MapPost("/{no:int}/reject", Reject)
            .IsCommand("不采纳对督学的措施建议 / Reject a proposal against an inspector")
            .IsPreviewable()
            .MayAsk(May.DecideStep, Within.Inspector);
        inspectors
            .MapPost("/revocation", Revoke)
            .IsCommand("建议取消督学资格，由他人决定 / Propose to revoke the qualification; another person decides")
            .IsPreviewable()
            .MayAsk(May.ProposeRevocation, Within.Inspector);

        var counties = api.MapGroup("/counties/{code}/ladder").WithTags("县级督导工作 Counties");
        counties
            .MapGet("", OfCounty)
            .Says<CountyLadderView>("省、市对县（市、区）的措施 / Measures of the province or city against a county")
            .MayAsk(May.ReadOffice, Within.County);
        counties
            .MapPost("", Propose)
            .IsCommand("建议对县（市、区）采取措施 / Propose a measure against a county")
            .IsPreviewable()
            .MayAsk(May.MeasureCounty, Within.County);
        counties
            .MapPost("/{no:int}/decide", DecideCounty)
            .IsCommand("决定对县（市、区）的措施（附文件） / Decide a measure against a county, with a document")
            .IsPreviewable()
            .MayAsk(May.MeasureCounty, Within.County);
        counties
            .MapPost("/{no:int}/reject", RejectCounty)
            .IsCommand("不采纳对县（市、区）的措施建议 / Reject a proposal against a county")
            .IsPreviewable()
            .MayAsk(May.MeasureCounty, Within.County);
        counties
            .MapPost("/{no:int}/discharge", Discharge)
            .IsCommand("解除对县（市、区）的措施 / Discharge a measure against a county")
            .IsPreviewable()
            .MayAsk(May.MeasureCounty, Within.County);
    }

    private static async Task<IResult> OfInspector(string code, IClusterClient cluster)
    {
        if (!Keys.IsCode(code) || await Inspector(cluster, code).Ladder() is not { } ladder)
            return Answers.Refuse(NoInspector());
        return TypedResults.Ok(InspectorLadderView.Of(ladder));
    }

    private static async Task<IResult> OfCounty(string code, IClusterClient cluster)
    {
        if (!Scopes.IsBoard(Keys.County(code)))
            return Answers.Refuse(NoCounty());
        return await County(cluster, code).Ladder() is { } ladder
            ? TypedResults.Ok(CountyLadderView.Of(ladder))
            : Answers.Refuse(NoCounty());
    }

    private static Task<IResult> Acknowledge(string code, int no, CommandRequest<EmptyBody> request, IClusterClient cluster) =>
        ToInspector(cluster, code, request, _ => new AcknowledgeReminder(no));

    private static Task<IResult> Decide(string code, int no, CommandRequest<DecideBody> request, IClusterClient cluster) =>
        ToInspector(cluster, code, request, body => new DecideStep(no, body.Reason, body.Document));

    private static Task<IResult> Reject(string code, int no, CommandRequest<ReasonBody> request, IClusterClient cluster) =>
        ToInspector(cluster, code, request, body => new RejectStep(no, body.Reason));

    private static Task<IResult> Revoke(string code, CommandRequest<ReasonBody> request, IClusterClient cluster) =>
        ToInspector(cluster, code, request, body => new ProposeRevocation(body.Reason));

    private static Task<IResult> Propose(string code, CommandRequest<ProposeBody> request, IClusterClient cluster) =>
        ToCounty(cluster, code, request, body => new ProposeCountyStep(body.Rung, body.Reason));

    private static Task<IResult> DecideCounty(string code, int no, CommandRequest<DecideBody> request, IClusterClient cluster) =>
        ToCounty(cluster, code, request, body => new DecideCountyStep(no, body.Reason, body.Document ?? ""));

    private static Task<IResult> RejectCounty(string code, int no, CommandRequest<ReasonBody> request, IClusterClient cluster) =>
        ToCounty(cluster, code, request, body => new RejectCountyStep(no, body.Reason));

    private static Task<IResult> Discharge(string code, int no, CommandRequest<ReasonBody> request, IClusterClient cluster) =>
        ToCounty(cluster, code, request, body => new DischargeCountyStep(no, body.Reason));

    private static async Task<IResult> ToInspector<TBody>(
        IClusterClient cluster,
        string code,
        CommandRequest<TBody> request,
        Func<TBody, InspectorCommand> command
    )
        where TBody : class
    {
        if (request.Refusal is { } malformed)
            return Answers.Refuse(malformed);
        if (!Keys.IsCode(code))
            return Answers.Refuse(NoInspector());
        // Nothing is kept for a code that nobody has.
        if (await cluster.ProfileOfInspector(code) is null)
            return Answers.Refuse(NoInspector());
        var inspector = Inspector(cluster, code);
        var submission = request.Submit(command(request.Body!));
        return request.IsPreview
            ? UnitRequests.Preview(await inspector.Preview(submission), request.Caller)
            : request.Answer(Keys.Inspector(code), await inspector.Execute(submission));
    }

    private static async Task<IResult> ToCounty<TBody>(
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
            return Answers.Refuse(NoCounty());
        var submission = request.Submit(command(request.Body!));
        return request.IsPreview
            ? UnitRequests.Preview(await County(cluster, code).PreviewCommand(submission), request.Caller)
            : request.Answer(Keys.County(code), await County(cluster, code).Execute(submission));
    }

    private static IInspectorGrain Inspector(IClusterClient cluster, string code) =>
        cluster.GetGrain<IInspectorGrain>(Keys.Inspector(code));

    private static ICountyGrain County(IClusterClient cluster, string code) => cluster.GetGrain<ICountyGrain>(Keys.County(code));

    private static Refusal NoInspector() =>
        new(RefusalCode.InspectorUnknown, "code", new("没有聘任这位督学", "no such inspector is appointed"), null);

    private static Refusal NoCounty() =>
        new(RefusalCode.CountyUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null);
}
