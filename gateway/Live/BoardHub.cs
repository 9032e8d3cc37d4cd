using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Supervision.Gateway.Access;
using Supervision.Gateway.Api;
using Supervision.Gateway.Operators;

namespace Supervision.Gateway.Live;

/// <summary>
/// Boards, pushed. A watcher is sent what brings it from the version it has to the present, and then every change; several
/// changes that meet while it is busy become one. Commands never come this way.
/// </summary>
[Authorize]
public sealed class BoardHub(Watches watches, AccessDenials denials) : Hub<IBoardClient>
{
    /// <param name="scope"><c>county/330521</c> or <c>region/3305</c>.</param>
    /// <param name="lastVersion">The version the client still has; null when it has none.</param>
    /// <exception cref="HubException">Begins with <c>out-of-scope</c>, <c>role-not-allowed</c> or <c>unknown-scope</c>.</exception>
    public void Watch(string scope, long? lastVersion)
    {
        if (Scopes.Area(scope) is not { } area) throw new HubException("unknown-scope: county/<6 digits> or region/<2 or 4 digits, or CN>.");
        var caller = Caller.Of(Context.User!);
        if (caller.MayWatch(area) is { } objection)
        {
            denials.Tell(new(caller.Actor, "hub", nameof(Watch), scope, objection.Code));
            throw new HubException($"{JsonNaming.Kebab(objection.Code)}: {objection.Message.En}.");
        }

        watches.Start(Context.ConnectionId, scope, lastVersion, Context.ConnectionAborted);
    }

    public void Unwatch(string scope) => watches.Stop(Context.ConnectionId, scope);

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watches.StopAll(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }
}

/// <summary>Who watches what, each with a pump of its own that holds one version and no queue.</summary>
public sealed partial class Watches(Boards boards, IHubContext<BoardHub, IBoardClient> hub, ILogger<Watches> logger)
{
    private readonly ConcurrentDictionary<(string Connection, string Scope), CancellationTokenSource> _running = new();

    public void Start(string connection, string scope, long? lastVersion, CancellationToken aborted)
    {
        Stop(connection, scope);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        _running[(connection, scope)] = stop;
        _ = Pump(hub.Clients.Client(connection), scope, lastVersion, stop.Token);
    }

    public void Stop(string connection, string scope)
    {
        if (_running.TryRemove((connection, scope), out var stop)) stop.Cancel();
    }

    public void StopAll(string connection)
    {
        foreach (var (key, _) in _running.Where(watch => watch.Key.Connection == connection)) Stop(key.Connection, key.Scope);
    }

    private async Task Pump(IBoardClient client, string scope, long? seen, CancellationToken stop)
    {
        var replica = boards.Join(scope);
        GatewayMeter.WatchBegins();
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var at = replica.Version;
                var (snapshot, delta) = replica.Since(seen);
                if (snapshot is not null) await client.Snapshot(snapshot);
                else if (delta is not null) await client.Delta(delta);
                seen = snapshot?.Version ?? delta?.To ?? seen;
                await replica.Beyond(at).WaitAsync(stop);
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception fault)
        {
            LogEnded(fault, scope);
        }
        finally
        {
            boards.Leave(scope);
            GatewayMeter.WatchEnds();
        }
    }

    [LoggerMessage(LogLevel.Warning, "A watch of {Scope} ended; its client will ask again.")]
    private partial void LogEnded(Exception fault, string scope);
}
