using System.Text.Json;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace Supervision.Gateway.Api;

/// <summary>Everything under /api/v1, its document, and how faults and refusals look.</summary>
public static partial class ApiSetup
{
    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            Configure(options.SerializerOptions);
            BodyContract.Apply(options.SerializerOptions);
        });
        // What can't be bound becomes a problem that names the field, not a bare 400.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddSingleton<ApiDocument>();
        builder.Services.AddOpenApi(
            "v1",
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.AddPreciseSchemas();
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<CommandMark>().Any())
                            return Task.CompletedTask;
                        (operation.Parameters ??= []).Add(
                            new OpenApiParameter
                            {
                                Name = CommandRequest.KeyHeader,
                                In = ParameterLocation.Header,
                                Required = true,
                                Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
                            }
                        );
                        if (!context.Description.ActionDescriptor.EndpointMetadata.OfType<PreviewMark>().Any())
                            return Task.CompletedTask;
                        operation.Parameters.Add(
                            new OpenApiParameter
                            {
                                Name = CommandRequest.PreviewQuery,
                                In = ParameterLocation.Query,
                                Required = false,
                                Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean },
                            }
                        );
                        return Task.CompletedTask;
                    }
                );
            }
        );
    }

    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new InstantJson());
    }

    public static void UseApiFaults(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = context => AnswerFault(context, app.Logger),
                // By default each of these is an "unhandled exception" at error level: whoever restarts a silo, or whose network loses
                // the rest of a request, would fill the log with defects that are none.
                SuppressDiagnosticsCallback = handled =>
                    handled.Exception is AccessDeniedException or BadHttpRequestException || Problem.IsUnknownOutcome(handled.Exception),
            }
        );
        app.UseStatusCodePages(async pages =>
        {
            var context = pages.HttpContext;
            if (!context.Request.Path.StartsWithSegments("/api"))
                return;
            Refusal? refusal = context.Response.StatusCode switch
            {
                StatusCodes.Status401Unauthorized => new(RefusalCode.NotSignedIn, null, new("请先登录", "sign in first"), null),
                StatusCodes.Status403Forbidden => new(RefusalCode.OutOfScope, null, new("不在您的管辖范围内", "outside your scope"), null),
                StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType => new(
                    RefusalCode.RequestMalformed,
                    null,
                    new("请求格式不符", "the request is malformed"),
                    null
                ),
                _ => null,
            };
            if (refusal is not null)
                await Answers.Refuse(refusal).ExecuteAsync(context);
        });
    }

    private static async Task AnswerFault(HttpContext context, ILogger logger)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        context.Response.Headers.CacheControl = "no-store";
        if (fault is BadHttpRequestException)
        {
            await Answers.Refuse(Unbound(context, (BadHttpRequestException)fault)).ExecuteAsync(context);
            return;
        }

        if (fault is AccessDeniedException denied)
        {
            await Answers.Refuse(denied.Refusal ?? Reach.OutOfScope(Caller.Of(context.User).Actor)).ExecuteAsync(context);
            return;
        }

        if (fault is not null && Problem.IsUnknownOutcome(fault))
        {
            LogUnknownOutcome(logger, fault, context.Request.Method);
            context.Response.Headers.RetryAfter = "2";
            await Problem.OfUnknownOutcome(fault).ToResult().ExecuteAsync(context);
            return;
        }

        var traceId = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        LogDefect(logger, traceId);
        await Problem.Defect(traceId).ToResult().ExecuteAsync(context);
    }

    /// <summary>Not the framework's own words: they name what this program is made of.</summary>
    private static Refusal Unbound(HttpContext context, BadHttpRequestException fault)
    {
        var accepts = context.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.Metadata.GetMetadata<IAcceptsMetadata>();
        if (accepts?.RequestType is { } body && fault.InnerException is JsonException unread)
            return BodyFault.Of(unread, body, context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
        if (fault.StatusCode == StatusCodes.Status415UnsupportedMediaType)
            return BodyFault.NotJson();
        return accepts is not null && fault.StatusCode == StatusCodes.Status400BadRequest && context.Request.ContentLength is null or 0
            ? BodyFault.Empty()
            : new(
                RefusalCode.RequestMalformed,
                null,
                new("请求不完整、过大或格式不符", "the request is incomplete, too large or malformed"),
                null
            );
    }

    /// <summary>Changes made under the cookie need the session's antiforgery token; a bearer token can't be sent by another site.</summary>
    public static void UseAntiforgeryForCookies(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                // The identity itself says the same under either scheme; the ticket knows which one brought it.
                var byCookie =
                    context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Ticket?.AuthenticationScheme
                    == IdentityConstants.ApplicationScheme;
                var changes =
                    !HttpMethods.IsGet(context.Request.Method)
                    && !HttpMethods.IsHead(context.Request.Method)
                    && context.Request.Path.StartsWithSegments("/api");
                var signingIn =
                    context.GetEndpoint()?.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null;
                // Of the header alone: a token in a form would mean reading an upload before anybody asked for it.
                var hasToken = !StringValues.IsNullOrEmpty(context.Request.Headers[AccessSetup.AntiforgeryHeader]);
                if (
                    byCookie
                    && changes
                    && !signingIn
                    && !(hasToken && await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
                )
                {
                    await Answers
                        .Refuse(
                            new(
                                RefusalCode.RequestMalformed,
                                AccessSetup.AntiforgeryHeader,
                                new("缺少或过期的防伪令牌，请刷新页面", "the antiforgery token is missing or stale; reload"),
                                null
                            )
                        )
                        .ExecuteAsync(context);
                    return;
                }

                await next();
            }
        );

    public static void MapApi(this WebApplication app, GatewaySettings settings)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization().NoteRefusals();
        api.DemandDeclarations();
        api.RefuseUntakenQueries();
        api.MapStart();
        api.MapSession();
        api.MapSso(app.Services.GetRequiredService<AccessSettings>());
        api.MapOwnAccount();
        api.MapPasskeys();
        api.MapAccounts();
        api.MapUnits();
        api.MapVisits();
        api.MapIssues();
        api.MapMeasures();
        api.MapDecisions();
        api.MapBoards();
        api.MapAlerts();
        api.MapField();
        api.MapSeries();
        api.MapMaps();
        api.MapLadders();
        api.MapPolicies();
        api.MapTerms();
        api.MapZones();
        api.MapEvidence();
        api.MapIssueLists();
        api.MapDocuments();
        api.MapOffice();
        api.MapApprovals();
        api.MapRosters();
        api.MapAudit();
        api.MapChannels();
        api.MapSandbox(settings);
        // Unknown paths are not pages. Of GET alone: a fallback of every method would turn 405 and 415 into 404.
        api.MapGet("/{**path}", () => TypedResults.NotFound()).NeedsSession().ExcludeFromDescription();
        ApiDocument.Map(app);
        app.MapScalarApiReference(
            "/api/docs",
            options => options.WithTitle("督导 API").WithOpenApiRoutePattern(ApiDocument.Path).DisableDefaultFonts().WithNonce()
        );
    }

    [LoggerMessage(LogLevel.Error, "The defect logged last was answered as {TraceId}.")]
    private static partial void LogDefect(ILogger logger, string traceId);

    [LoggerMessage(LogLevel.Warning, "The outcome of a {Method} is unknown; its sender is asked to repeat it.")]
    private static partial void LogUnknownOutcome(ILogger logger, Exception fault, string method);
}
