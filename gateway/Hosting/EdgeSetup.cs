using Microsoft.AspNetCore.SignalR;
using Supervision.Gateway.Api;
using Supervision.Gateway.Live;

namespace Supervision.Gateway.Hosting;

/// <summary>Hub, headers, health and pages.</summary>
public static class EdgeSetup
{
    public static void AddBoards(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<Presentation>(services => new(services.GetRequiredService<TimeProvider>(), settings, services.GetService<Sandbox.SimulatedTime>()));
        builder.Services.AddSingleton<Maps.ApprovedMaps>();
        builder.Services.AddSingleton<Boards>().AddSingleton<Watches>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Boards>());
        builder.Services.AddSignalR(options =>
        {
            options.MaximumReceiveMessageSize = 4 * 1024; // clients only say what they watch
            options.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
            options.KeepAliveInterval = TimeSpan.FromSeconds(7);
        }).AddJsonProtocol(options => ApiSetup.Configure(options.PayloadSerializerOptions));
        builder.Services.AddHealthChecks().AddCheck<ReadyCheck>("actors", tags: ["ready"]);
        builder.Services.AddResponseCompression();
    }

    public static void MapBoardHub(this WebApplication app)
    {
        app.MapHub<BoardHub>("/hubs/board", options =>
        {
            options.CloseOnAuthenticationExpiration = true;
            options.TransportMaxBufferSize = 256 * 1024;
        });
    }

    /// <summary>A strict policy: everything comes from here. CORS does not cover WebSockets, so the hub checks the origin itself.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        if (!context.Request.Path.StartsWithSegments("/api/docs"))
            headers.ContentSecurityPolicy = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
        if (context.Request.Path.StartsWithSegments("/hubs") && context.Request.Headers.Origin is [{ Length: > 0 } origin]
            && !(Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == context.Request.Host.Value))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        await next();
    });

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready", new() { Predicate = check => check.Tags.Contains("ready") });
    }

    /// <summary>Every other path is the site's own; unknown files are not.</summary>
    public static void MapPages(this WebApplication app) => app.MapFallbackToFile("index.html", new StaticFileOptions
    {
        OnPrepareResponse = page => page.Context.Response.Headers.CacheControl = "no-cache",
    });
}
