using Microsoft.AspNetCore.SignalR;

namespace Supervision.Gateway.Hosting;

/// <summary>Hub, health and pages.</summary>
public static class EdgeSetup
{
    public static void AddBoards(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<Presentation>(services =>
            new(services.GetRequiredService<TimeProvider>(), settings, services.GetService<Sandbox.SimulatedTime>())
        );
        builder.Services.AddSingleton<Maps.ApprovedMaps>();
        builder.Services.AddSingleton<Boards>().AddSingleton<UnitPump>().AddSingleton<Watches>().AddSingleton<HubCalls>();
        builder.Services.AddHostedService(services => services.GetRequiredService<Boards>());
        builder
            .Services.AddSignalR(options =>
            {
                options.MaximumReceiveMessageSize = 4 * 1024; // clients only say what they watch
                options.ClientTimeoutInterval = TimeSpan.FromSeconds(20);
                options.KeepAliveInterval = TimeSpan.FromSeconds(7);
                options.AddFilter<HubCalls>();
            })
            .AddJsonProtocol(options => ApiSetup.Configure(options.PayloadSerializerOptions));
        builder.Services.AddHealthChecks().AddCheck<ReadyCheck>("actors", tags: ["ready"]);
        builder.Services.AddCompression();
    }

    public static void MapBoardHub(this WebApplication app)
    {
        app.MapHub<BoardHub>(
                "/hubs/board",
                options =>
                {
                    options.CloseOnAuthenticationExpiration = true;
                    options.TransportMaxBufferSize = 256 * 1024;
                }
            )
            .NeedsSession();
    }

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready", new() { Predicate = check => check.Tags.Contains("ready"), ResponseWriter = SayWhy });
    }

    /// <summary>The state, and in further lines why it is not ready.</summary>
    private static Task SayWhy(HttpContext context, Microsoft.Extensions.Diagnostics.HealthChecks.HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        var reasons = report.Entries.Values.Select(entry => entry.Description).OfType<string>();
        return context.Response.WriteAsync(string.Join('\n', reasons.Prepend(report.Status.ToString())));
    }

    /// <summary>Every other path is the site's own; unknown files are not.</summary>
    public static void MapPages(this WebApplication app) =>
        app.MapFallbackToFile(
            "index.html",
            new StaticFileOptions { OnPrepareResponse = page => page.Context.Response.Headers.CacheControl = "no-cache" }
        );
}
