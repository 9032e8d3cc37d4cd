using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace Supervision.Gateway.Audit;

/// <summary>
/// Records every change asked for, whatever became of it, every read that is marked for it, and whatever was denied. An answer is held
/// back until its entry is durable; when it can't be, the sender is told to send the same again, which is safe: the command itself has
/// its receipt by then.
/// </summary>
internal sealed partial class AuditMiddleware(RequestDelegate next, AuditTrail trail, ILogger<AuditMiddleware> logger)
{
    private const int LongestProblem = 16 * 1024;

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(AuditedRequest.Prefix))
            return next(context);
        var endpoint = context.GetEndpoint(); // the handler of faults takes it away
        var request = AuditedRequest.Of(context, endpoint);
        if (!IsAudited(context, endpoint))
            return WatchForDenial(context, endpoint, request);
        return endpoint?.Metadata.GetMetadata<StreamsMark>() is not null ? Stream(context, request) : Hold(context, request);
    }

    private static bool IsAudited(HttpContext context, Endpoint? endpoint)
    {
        if (endpoint?.Metadata.GetMetadata<AuditMark>() is not null)
            return true;
        if (
            HttpMethods.IsGet(context.Request.Method)
            || HttpMethods.IsHead(context.Request.Method)
            || HttpMethods.IsOptions(context.Request.Method)
        )
            return false;
        // A preview changes nothing.
        return !(
            endpoint?.Metadata.GetMetadata<PreviewMark>() is not null
            && bool.TryParse(context.Request.Query[CommandRequest.PreviewQuery], out var preview)
            && preview
        );
    }

    private async Task Hold(HttpContext context, AuditedRequest request)
    {
        var original = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var held = new MemoryStream();
        var holding = new StreamResponseBodyFeature(held, original);
        context.Features.Set<IHttpResponseBodyFeature>(holding);
        try
        {
            await next(context);
            await holding.CompleteAsync();
        }
        finally
        {
            context.Features.Set(original);
        }

        try
        {
            await trail.Record(context, request, context.Response.StatusCode, CodeOf(context, held));
        }
        catch (JournalUnavailableException fault)
        {
            LogNotRecorded(fault, request.Action);
            context.Response.Clear();
            await Problem.Unavailable().ToResult().ExecuteAsync(context);
            return;
        }

        held.Position = 0;
        if (held.Length > 0)
            await held.CopyToAsync(original.Stream, context.RequestAborted);
    }

    /// <summary>An answer that is sent while it is made is recorded when it begins.</summary>
    private Task Stream(HttpContext context, AuditedRequest request)
    {
        context.Response.OnStarting(() => trail.Record(context, request, context.Response.StatusCode, CodeOf(context, null)));
        return next(context);
    }

    private Task WatchForDenial(HttpContext context, Endpoint? endpoint, AuditedRequest request)
    {
        context.Response.OnStarting(() =>
        {
            var status = context.Response.StatusCode;
            var isDenied = status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden;
            // A site that asks whether somebody is signed in is not turned away.
            var onlyAsks = status == StatusCodes.Status401Unauthorized && endpoint?.Metadata.GetMetadata<AsksWhoMark>() is not null;
            return isDenied && !onlyAsks ? trail.Record(context, request, status, CodeOf(context, null)) : Task.CompletedTask;
        });
        return next(context);
    }

    private static string? CodeOf(HttpContext context, MemoryStream? body)
    {
        var code = AuditNote.Of(context).Code;
        if (code == RefusalCode.None)
            code = context.Response.StatusCode switch
            {
                StatusCodes.Status401Unauthorized => RefusalCode.NotSignedIn,
                StatusCodes.Status403Forbidden when body is null => RefusalCode.OutOfScope,
                _ => RefusalCode.None,
            };
        if (code != RefusalCode.None)
            return JsonNaming.Kebab(code);
        if (body is null || context.Response.StatusCode < StatusCodes.Status400BadRequest || body.Length is 0 or > LongestProblem)
            return null;
        try
        {
            using var problem = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
            return
                problem.RootElement.ValueKind == JsonValueKind.Object
                && problem.RootElement.TryGetProperty("code", out var said)
                && said.ValueKind == JsonValueKind.String
                && Enum.TryParse<RefusalCode>(
                    said.GetString()!.Replace("-", "", StringComparison.Ordinal),
                    ignoreCase: true,
                    out var parsed
                )
                && parsed != RefusalCode.None
                ? JsonNaming.Kebab(parsed)
                : null;
        }
        catch (JsonException)
        {
            return null; // not one of ours
        }
    }

    [LoggerMessage(LogLevel.Warning, "What came of {Action} could not be recorded; its sender is asked to repeat it.")]
    private partial void LogNotRecorded(Exception fault, string action);
}
