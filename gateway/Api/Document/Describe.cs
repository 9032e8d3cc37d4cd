namespace Supervision.Gateway.Api.Document;

/// <summary>What the OpenAPI document says of an endpoint: purpose in both languages, answer, and that every refusal is a problem.</summary>
public static class Describe
{
    public static RouteHandlerBuilder Says<T>(this RouteHandlerBuilder endpoint, string summary) =>
        endpoint.WithSummary(summary).Produces<T>().Produces<Problem>(StatusCodes.Status422UnprocessableEntity, Problem.ContentType);

    /// <summary>An endpoint that has nothing to say when it is done.</summary>
    public static RouteHandlerBuilder SaysNothing(this RouteHandlerBuilder endpoint, string summary) =>
        endpoint.WithSummary(summary).Produces(StatusCodes.Status204NoContent);

    /// <summary>Statuses of refusals besides those that follow from the endpoint's kind.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses) =>
        endpoint.WithMetadata(new RefusesWith(statuses));

    public static RouteHandlerBuilder IsCommand(this RouteHandlerBuilder endpoint, string summary) => endpoint.IsCommand<Reply>(summary);

    public static RouteHandlerBuilder IsCommand<T>(this RouteHandlerBuilder endpoint, string summary) =>
        endpoint
            .Says<T>(summary)
            .WithDescription(
                "需要 Idempotency-Key(UUID);以同一编号重发得到同样的状态与内容。 / Needs an Idempotency-Key (UUID); sent again with the same key it gives the same status and body."
            )
            .Produces<Problem>(StatusCodes.Status400BadRequest, Problem.ContentType)
            .Produces<Problem>(StatusCodes.Status403Forbidden, Problem.ContentType)
            .Produces<Problem>(StatusCodes.Status404NotFound, Problem.ContentType)
            .Produces<Problem>(StatusCodes.Status409Conflict, Problem.ContentType)
            .Produces<Problem>(StatusCodes.Status503ServiceUnavailable, Problem.ContentType)
            .WithMetadata(new CommandMark());
}
