using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;

namespace Supervision.Gateway.Edges;

/// <summary>
/// CORS does not cover WebSockets, so a foreign page could open one under the visitor's cookie: a hub is reached from this site's
/// own pages, or with a token, which no browser adds by itself.
/// </summary>
public static partial class HubOrigin
{
    /// <summary>Foreign pages can name any number of origins; the log names this many.</summary>
    private const int MostNamed = 100;

    private static readonly ConcurrentDictionary<(string, string), bool> Named = new();

    /// <summary>After authentication.</summary>
    public static void UseHubOriginCheck(this WebApplication app)
    {
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Supervision.Gateway.Hubs");
        app.Use(
            (context, next) =>
            {
                if (!context.Request.Path.StartsWithSegments("/hubs"))
                    return next(context);
                context.Response.Headers["X-Accel-Buffering"] = "no"; // a proxy that gathers an event stream would hold every message back
                if (IsTrusted(context))
                    return next(context);
                var (origin, own) = (context.Request.Headers.Origin.ToString(), OwnOrigin.Of(context.Request));
                if (Named.Count < MostNamed && Named.TryAdd((origin, own), true))
                    LogRefused(logger, origin, own);
                return Answers.Refuse(EdgeRefusals.ForeignOrigin()).ExecuteAsync(context);
            }
        );
    }

    internal static bool IsTrusted(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers.Origin.Count > 0)
            return request.Headers.Origin is [{ } origin] && OwnOrigin.Is(origin, request);
        var byCookie =
            context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Ticket?.AuthenticationScheme
            == IdentityConstants.ApplicationScheme;
        if (!byCookie)
            return true;
        // Browsers leave Origin out of a plain GET to the own site. Some also say where it comes from, but never on plain http, and older ones nowhere.
        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
            return site == "same-origin";
        // Every browser names the origin of a POST and of a WebSocket. Any other GET needs the id that only the answer to such a POST told.
        return HttpMethods.IsGet(request.Method) && !OpensALine(context);
    }

    private static bool OpensALine(HttpContext context) =>
        context.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }
        || context.Features.Get<IHttpExtendedConnectFeature>() is { IsExtendedConnect: true };

    [LoggerMessage(
        LogLevel.Warning,
        "A connection to the hub was refused because the page's origin '{Origin}' is not this site's '{Own}'. If they should be the same, the proxy must pass Host and X-Forwarded-Proto on as the browser sees them."
    )]
    private static partial void LogRefused(ILogger logger, string origin, string own);
}
