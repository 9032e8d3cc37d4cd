using System.Threading.RateLimiting;
using Microsoft.AspNetCore.SignalR;

namespace Supervision.Gateway.Edges;

/// <summary>What one connection may ask of the hub: the rate limiter of requests does not see its messages.</summary>
public sealed class HubCalls(EdgeLimits limits) : IHubFilter
{
    private static readonly object Key = new();

    public ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        var asked = (Asked)invocationContext.Context.Items[Key]!;
        asked.Calls.TryReplenish();
        using var lease = asked.Calls.AttemptAcquire();
        if (!lease.IsAcquired)
            throw new HubException("too-many-requests: this connection asks too often.");
        if (invocationContext.HubMethodArguments is [string scope, ..])
        {
            if (invocationContext.HubMethodName == nameof(BoardHub.Unwatch))
                asked.Boards.Remove(scope);
            else if (asked.Boards.Count >= limits.BoardsPerConnection && !asked.Boards.Contains(scope))
                throw new HubException($"too-many-boards: one connection watches {limits.BoardsPerConnection} at most.");
            else
                asked.Boards.Add(scope);
        }

        return next(invocationContext);
    }

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        var options = RateLimits.PerMinute(limits.HubCallsPerConnection);
        options.AutoReplenishment = false; // a timer for every connection would be one too many
        context.Context.Items[Key] = new Asked(new(options), []);
        return next(context);
    }

    /// <summary>A connection's calls run one after another.</summary>
    private sealed record Asked(TokenBucketRateLimiter Calls, HashSet<string> Boards);
}
