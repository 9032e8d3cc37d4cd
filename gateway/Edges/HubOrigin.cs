using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Supervision.Gateway.Api;

namespace Supervision.Gateway.Edges;

/// <summary>
/// CORS does not cover WebSockets, so a foreign page could open one under the visitor's cookie: a hub is reached from this site's
/// own pages, or with a token, which no browser adds by itself.
/// </summary>
public static class HubOrigin
{
    /// <summary>After authentication.</summary>
    public static void UseHubOriginCheck(this WebApplication app) => app.Use((context, next) =>
        context.Request.Path.StartsWithSegments("/hubs") && !IsTrusted(context) ? Answers.Refuse(EdgeRefusals.ForeignOrigin()).ExecuteAsync(context) : next(context));

    private static bool IsTrusted(HttpContext context)
    {
        var origins = context.Request.Headers.Origin;
        if (origins.Count > 0) return origins is [{ } origin] && Uri.TryCreate(origin, UriKind.Absolute, out var from) && IsOwn(from, context.Request);
        // A browser leaves Origin out of a plain GET to its own site alone, and says so; a WebSocket always has one.
        var byCookie = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Ticket?.AuthenticationScheme == IdentityConstants.ApplicationScheme;
        return !byCookie || context.Request.Headers["Sec-Fetch-Site"] == "same-origin";
    }

    /// <summary>The scheme is not compared: behind a proxy that is not configured this process does not know it.</summary>
    private static bool IsOwn(Uri from, HttpRequest request) => from.Scheme is "http" or "https" && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
