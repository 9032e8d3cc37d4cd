namespace Supervision.Gateway.Api.Counties;

/// <summary>What people of a county do with its alerts.</summary>
public static class AlertsApi
{
    /// <summary>Nothing is said besides that it was seen.</summary>
    public sealed record AcknowledgementBody;

    public static void MapAlerts(this RouteGroupBuilder api) =>
        api.MapPost("/counties/{code}/alerts/{id}/acknowledge", Acknowledge)
            .WithTags("看板 Boards")
            .IsCommand<AlertView>(
                "签收一条提醒：谁、何时看到；先签收者为准 / Say that an alert was seen: who and when; the first one stands"
            )
            .MayAsk(May.AcknowledgeAlert, Within.County);

    private static async Task<IResult> Acknowledge(
        string code,
        string id,
        CommandRequest<AcknowledgementBody> request,
        IClusterClient cluster
    )
    {
        if (request.Refusal is { } malformed)
            return Answers.Refuse(malformed);
        if (!Scopes.IsBoard(Keys.County(code)))
            return Answers.Refuse(new(RefusalCode.CountyUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null));
        var outcome = await cluster.GetGrain<ICountyGrain>(Keys.County(code)).AcknowledgeAlert(id, request.Caller.Actor);
        return outcome.Refusal is { } refusal ? Answers.Refuse(refusal) : TypedResults.Ok(outcome.Alert);
    }
}
