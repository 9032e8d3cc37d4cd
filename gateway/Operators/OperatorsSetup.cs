using OpenTelemetry.Metrics;
using Orleans.Dashboard;

namespace Supervision.Gateway.Operators;

/// <summary>
/// Metrics and the actors' dashboard, at <c>Supervision:OperatorsUrl</c> (e.g. <c>http://127.0.0.1:9464</c>) and nowhere else; without
/// the setting they do not exist. That port serves nothing but them, to whoever has the token (<see cref="OperatorsToken"/>).
/// </summary>
public static class OperatorsSetup
{
    private const string Setting = "Supervision:OperatorsUrl";

    /// <exception cref="InvalidOperationException">The setting is no address with a port of its own.</exception>
    public static void AddOperators(this WebApplicationBuilder builder)
    {
        if (PortOf(builder.Configuration) is not { } port)
            return;
        builder.Services.AddSingleton(new OperatorsPort(port)).AddSingleton<OperatorsToken>();
        Listen(builder);
        builder
            .Services.AddOpenTelemetry()
            .WithMetrics(metrics =>
                metrics
                    .AddMeter("Microsoft.Orleans", "Microsoft.AspNetCore.*", "System.Runtime", "Npgsql", "Supervision.*")
                    .AddPrometheusExporter()
            );
    }

    /// <summary>Keeps the two ports apart: by the socket a request came in on, which no header can change.</summary>
    public static void UseOperatorsPort(this WebApplication app)
    {
        if (app.Services.GetService<OperatorsPort>() is not { Port: var port })
            return;
        var token = app.Services.GetRequiredService<OperatorsToken>();
        app.Use(
            (context, next) =>
            {
                var isHere = context.Connection.LocalPort == port;
                var belongsHere = context.GetEndpoint()?.Metadata.GetMetadata<OperatorsPort>() is not null;
                if (isHere != belongsHere)
                {
                    // Everything unknown on the public port is left to what comes after.
                    if (!isHere)
                        context.SetEndpoint(null);
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                }

                if (!isHere || token.IsIn(context.Request))
                    return next(context);
                context.Response.Headers.WWWAuthenticate = "Basic realm=\"operators\", charset=\"UTF-8\"";
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return Task.CompletedTask;
            }
        );
    }

    public static void MapOperators(this WebApplication app)
    {
        if (app.Services.GetService<OperatorsPort>() is not { } port)
            return;
        app.MapPrometheusScrapingEndpoint("/metrics").WithMetadata(port);
        app.MapOrleansDashboard("/dashboard").WithMetadata(port);
    }

    private static int? PortOf(ConfigurationManager configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } setting)
            return null;
        if (
            !Uri.TryCreate(setting, UriKind.Absolute, out var url)
            || url.Scheme is not ("http" or "https")
            || url.Port == 0
            || url.PathAndQuery != "/"
        )
            throw new InvalidOperationException(
                $"{Setting} is {setting}; it must be an address with a port of its own, e.g. http://127.0.0.1:9464."
            );
        return url.Port;
    }

    /// <summary>Besides the addresses configured, however they are: naming one more must not take the others away.</summary>
    private static void Listen(WebApplicationBuilder builder)
    {
        var url = builder.Configuration[Setting]!;
        if (builder.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Any())
        {
            builder.Configuration["Kestrel:Endpoints:Operators:Url"] = url;
            return;
        }

        var urls = builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey) is { Length: > 0 } given
            ? given
            : string.Join(';', [.. Ports("http"), .. Ports("https")]);
        if (urls.Length == 0)
            urls = "http://localhost:5000";
        builder.WebHost.UseSetting(WebHostDefaults.ServerUrlsKey, $"{urls};{url}");

        IEnumerable<string> Ports(string scheme) =>
            (builder.Configuration[$"{scheme}_ports"] ?? "")
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(port => $"{scheme}://*:{port}");
    }
}

/// <summary>The port, and the mark of what is served on it.</summary>
public sealed record OperatorsPort(int Port);
