using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Supervision.Gateway.Access;

/// <summary>Judges an endpoint's policy before anything of the request is read: the scope its path names against the caller's, then the role.</summary>
public sealed partial class AccessHandler(IClusterClient cluster, AccessDenials denials, ILogger<AccessHandler> logger)
    : AuthorizationHandler<AccessPolicy>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, AccessPolicy requirement)
    {
        if (requirement.IsPublic)
            context.Succeed(requirement);
        if (requirement.IsPublic || context.Resource is not HttpContext http || context.User.Identity is not { IsAuthenticated: true })
            return;
        var actor = Caller.Of(context.User).Actor;
        if (await Objection(actor, requirement, http) is not { } objection)
        {
            context.Succeed(requirement);
            return;
        }

        LogDenied(http.Request.Method, AccessResults.RouteOf(http), actor.Role, objection.Code);
        denials.Tell(AccessResults.Denial(http, actor, objection.Code));
        context.Fail(new AccessFailure(this, objection));
    }

    /// <summary>What can't be the code of anything is left to the endpoint, which finds nothing.</summary>
    private async ValueTask<Refusal?> Objection(Actor actor, AccessPolicy policy, HttpContext http)
    {
        var route = http.Request.RouteValues;
        var code = route["code"] as string ?? "";
        switch (policy.Within)
        {
            case Within.County or Within.Region:
                var area = Scopes.Area(policy.Within == Within.County ? Keys.County(code) : Keys.Region(code));
                if (area is null)
                    return Reach.OfRole(actor, policy.Roles);
                return Reach.OfArea(actor, policy.Roles, area)
                    ?? (Reads(http) ? await cluster.ReadingOf(actor, area.Length == 6 ? area : null) : null);
            case Within.Unit:
                var unit = Keys.IsCode(code) && Keys.TryKind(route["kind"] as string, out var kind) ? Keys.Unit(kind, code) : null;
                if (unit is null)
                    return Reach.OfRole(actor, policy.Roles);
                var (county, objection) = await cluster.ReadingOfUnit(unit, actor);
                // A barrier ends reading; what is handed in after it is judged where it is decided.
                return Reach.OfUnit(actor, policy.Roles, unit, AuditNote.Of(http).County = county) ?? (Reads(http) ? objection : null);
            case Within.Inspector:
                var profile = Keys.IsCode(code) ? await cluster.ProfileOfInspector(code) : null;
                return Reach.OfInspector(actor, policy.Roles, code, AuditNote.Of(http).County = profile?.County);
            default:
                return Reach.OfRole(actor, policy.Roles);
        }
    }

    private static bool Reads(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);

    [LoggerMessage(LogLevel.Information, "{Method} {Endpoint} was refused to the role {Role}: {Code}.")]
    private partial void LogDenied(string method, string endpoint, ActorRole role, RefusalCode code);
}

/// <summary>Why a policy was not met, in the words of a refusal.</summary>
public sealed class AccessFailure(IAuthorizationHandler handler, Refusal refusal) : AuthorizationFailureReason(handler, refusal.Message.En)
{
    public Refusal Refusal => refusal;
}

/// <summary>Answers a policy that was not met like every other refusal, and tells of those who are not signed in.</summary>
public sealed class AccessResults(AccessDenials denials) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.AuthorizationFailure?.FailureReasons.OfType<AccessFailure>().FirstOrDefault() is { } failure)
            return Answers.Refuse(failure.Refusal).ExecuteAsync(context);
        if (authorizeResult.Challenged)
            denials.Tell(Denial(context, null, RefusalCode.NotSignedIn));
        return _usual.HandleAsync(next, context, policy, authorizeResult);
    }

    internal static AccessDenial Denial(HttpContext context, Actor? actor, RefusalCode code) =>
        new(actor, "edge", $"{context.Request.Method} {RouteOf(context)}", context.Request.Path, code);

    internal static string RouteOf(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
}
