using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace Supervision.Gateway.Access;

/// <summary>Every open hub connection of this gateway, with the session it was opened under and who it was then.</summary>
public sealed class LiveConnections : IHubFilter
{
    private readonly ConcurrentDictionary<string, Connection> _open = new();

    public IReadOnlyCollection<Connection> Open => [.. _open.Values];

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        if (SessionHandler.SessionOf(context.Context.User) is { } session)
            _open[context.Context.ConnectionId] = new(session, Caller.Of(context.Context.User!).Actor, context.Context.Abort);
        return next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        _open.TryRemove(context.Context.ConnectionId, out _);
        return next(context, exception);
    }

    /// <param name="Actor">As it was when the connection was opened.</param>
    public sealed record Connection(Guid Session, Actor Actor, Action Abort);
}

/// <summary>
/// Closes the connections of sessions that are over, on this gateway: a hub asks who somebody is only once, when they connect.
/// All connections are looked up with one query, and none is made while nobody is connected.
/// </summary>
public sealed partial class SessionWatch(
    LiveConnections live,
    IServiceScopeFactory scopes,
    AccessSettings settings,
    TimeProvider time,
    ILogger<SessionWatch> logger
) : BackgroundService
{
    /// <summary>Well under the five seconds within which an ended session must see nothing more.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Every, time);
        while (await beat.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Look(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogAway(fault);
            }
        }
    }

    private async Task Look(CancellationToken cancellation)
    {
        var open = live.Open;
        if (open.Count == 0)
            return;
        await using var scope = scopes.CreateAsyncScope();
        var found = await scope
            .ServiceProvider.GetRequiredService<Sessions>()
            .Find([.. open.Select(connection => connection.Session).Distinct()], cancellation);
        var now = time.GetUtcNow();
        var living = found
            .Where(seat => seat.Account.MaySignIn && seat.Session.Over(now, settings.Sessions) is null)
            .ToDictionary(seat => seat.Session.Id, seat => seat.Account.Actor);
        foreach (var connection in open)
            if (!living.TryGetValue(connection.Session, out var actor) || actor != connection.Actor)
                connection.Abort();
    }

    [LoggerMessage(LogLevel.Warning, "The accounts' database does not answer; whether sessions are over is asked again shortly.")]
    private partial void LogAway(Exception fault);
}
