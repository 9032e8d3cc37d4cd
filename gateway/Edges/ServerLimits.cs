using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Net.Http.Headers;

namespace Supervision.Gateway.Edges;

/// <summary>What the server takes at all, before any endpoint is asked.</summary>
public static class ServerLimits
{
    /// <summary>Bytes of a body; what takes files raises it for itself.</summary>
    public const long MostBody = 1024 * 1024;

    public static void AddServerLimits(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(
            (_, kestrel) =>
            {
                var limits = kestrel.ApplicationServices.GetRequiredService<EdgeLimits>();
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = MostBody;
                kestrel.Limits.MaxRequestLineSize = 8 * 1024;
                kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
                kestrel.Limits.MaxRequestHeaderCount = 64;
                kestrel.Limits.MaxConcurrentConnections = limits.Connections;
                kestrel.Limits.MaxConcurrentUpgradedConnections = limits.UpgradedConnections;
                // Slower than this is nobody's telephone line: such a connection is held open on purpose.
                kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
                kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(120);
                kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
                kestrel.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(10));
            }
        );
        builder.Services.Configure<AntiforgeryOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
    }

    /// <summary>JSON is UTF-8 (RFC 8259); whoever says it is something else is not listened to, and one that does not exist is no fault of ours.</summary>
    public static void UseUtf8Json(this WebApplication app) =>
        app.Use(
            (context, next) =>
                MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
                && type.Charset.HasValue
                && type.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase)
                && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
                && !type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)
                    ? Answers.Refuse(EdgeRefusals.CharsetInvalid()).ExecuteAsync(context)
                    : next(context)
        );
}
