using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Supervision.Gateway.Edges;

/// <summary>
/// Limits by address before anybody is asked who they are, and by user after. Each kind of request has a bucket of its own, so
/// that an export never keeps anybody from recording a visit.
/// </summary>
public static class RateLimits
{
    public static void AddRateLimits(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        builder.Services.AddSingleton(EdgeLimits.From(builder.Configuration, settings.Sandbox));
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddSingleton<AccountNameLimit>();
    }

    public static void UseAddressLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<EdgeLimits>();
        Limit(
            app,
            context =>
            {
                var kind = RequestKinds.Of(context);
                var key = $"{kind} {AddressOf(context)}";
                return kind == RequestKind.Hub ? Concurrent(key, limits.HubConnectionsPerAddress) : Bucket(key, limits.PerAddress(kind));
            }
        );
    }

    /// <summary>After authentication. Whoever is not signed in is limited by address alone.</summary>
    public static void UseUserLimits(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<EdgeLimits>();
        Limit(
            app,
            context =>
            {
                if (context.User.Identity is not { IsAuthenticated: true, Name: { } name })
                    return RateLimitPartition.GetNoLimiter("");
                var kind = RequestKinds.Of(context);
                var key = $"{kind} {name}";
                return kind switch
                {
                    RequestKind.Hub => Concurrent(key, limits.HubConnectionsPerUser),
                    RequestKind.SignIn => RateLimitPartition.GetNoLimiter(""),
                    _ => Bucket(key, limits.PerUser(kind)),
                };
            }
        );
        app.UseMiddleware<AccountNameLimit>();
    }

    /// <summary>As many at once as a minute allows, and as fast as they come back.</summary>
    public static TokenBucketRateLimiterOptions PerMinute(int calls) =>
        new()
        {
            TokenLimit = calls,
            TokensPerPeriod = Math.Max(1, calls / 60),
            ReplenishmentPeriod = calls < 60 ? TimeSpan.FromMinutes(1) / calls : TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        };

    /// <summary>Of an IPv6 address the network: one subscriber has 2^64 addresses.</summary>
    public static string AddressOf(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
            return "?";
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4().ToString();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]).ToString()
            : address.ToString();
    }

    internal static Task Refuse(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 5;
        context.Response.Headers.RetryAfter = Math.Max(1, wait).ToString(CultureInfo.InvariantCulture);
        return (Problem.Of(EdgeRefusals.TooMany(Math.Max(1, wait))) with { Retryable = true }).ToResult().ExecuteAsync(context);
    }

    private static RateLimitPartition<string> Bucket(string key, int perMinute) =>
        RateLimitPartition.GetTokenBucketLimiter(key, _ => PerMinute(perMinute));

    private static RateLimitPartition<string> Concurrent(string key, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new() { PermitLimit = most, QueueLimit = 0 });

    private static void Limit(WebApplication app, Func<HttpContext, RateLimitPartition<string>> partition) =>
        app.UseRateLimiter(
            new RateLimiterOptions
            {
                GlobalLimiter = PartitionedRateLimiter.Create(partition),
                OnRejected = (rejected, _) => new(Refuse(rejected.HttpContext, rejected.Lease)),
            }
        );
}
