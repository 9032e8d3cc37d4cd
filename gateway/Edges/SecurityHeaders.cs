using Microsoft.Extensions.Primitives;
using Scalar.AspNetCore;

namespace Supervision.Gateway.Edges;

/// <summary>
/// What browsers may do with an answer. Everything a page needs comes from this site: no script or style stands in a page itself.
/// An endpoint that sets one of these headers itself keeps its own.
/// </summary>
public static class SecurityHeaders
{
    private const string Pages =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
        + "manifest-src 'self'; object-src 'none'; frame-src 'none'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";

    private const string OneYear = "max-age=31536000";

    /// <summary>The phone's pages look through the camera and know where they are; nothing else is needed by any.</summary>
    private const string Permissions =
        "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), serial=(), midi=(), display-capture=(), browsing-topics=()";

    public static void UseSecurityHeaders(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                // When the answer starts, because an answer to a fault begins with taking all headers away.
                context.Response.OnStarting(static state => Add((HttpContext)state), context);
                return next(context);
            }
        );

    private static Task Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.TryAdd("X-Content-Type-Options", "nosniff");
        headers.TryAdd("X-Frame-Options", "DENY");
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", Permissions);
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Embedder-Policy", "require-corp");
        headers.TryAdd("Content-Security-Policy", PolicyFor(context));
        if (context.Request.IsHttps)
            headers.TryAdd("Strict-Transport-Security", OneYear);
        if (context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/hubs"))
            headers.TryAdd("Cache-Control", "no-store");
        return Task.CompletedTask;
    }

    /// <summary>The API's readable pages write their styles themselves, and one script that carries a nonce.</summary>
    private static StringValues PolicyFor(HttpContext context) =>
        context.Items.TryGetValue(ScalarOptions.NonceHttpContextItemKey, out var nonce) && nonce is string once
            ? Pages
                .Replace("script-src 'self'", $"script-src 'self' 'nonce-{once}'", StringComparison.Ordinal)
                .Replace("style-src 'self'", "style-src 'self' 'unsafe-inline'", StringComparison.Ordinal)
            : Pages;
}
