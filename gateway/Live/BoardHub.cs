using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Supervision.Gateway.Access;
using Supervision.Gateway.Api;
using Supervision.Gateway.Operators;

namespace Supervision.Gateway.Live;

/// <summary>
/// Boards, pushed. A watcher is sent what brings it from the version it has to the present, and then every change; several
/// changes that meet while it is busy become one. Of a single unit it is only told that it changed. Commands never come this way.
/// </summary>
[Authorize]
public sealed class BoardHub(Watches watches, IClusterClient cluster, AccessDenials denials) : Hub<IBoardClient>
{
    /// <param name="scope"><c>county/330521</c> or <c>region/3305</c>.</param>
    /// <param name="lastVersion">The version the client still has; null when it has none.</param>
    /// <exception cref="HubException">Begins with <c>out-of-scope</c>, <c>role-not-allowed</c> or <c>unknown-scope</c>.</exception>
    public void Watch(string scope, long? lastVersion)
    {
        if (Scopes.Area(scope) is not { } area) throw new HubException("unknown-scope: county/<6 digits> or region/<2 or 4 digits, or CN>.");
        var caller = Caller.Of(Context.User!);
        if (caller.MayWatch(area) is { } objection) throw Denied(caller, nameof(Watch), scope, objection);
        watches.Start(Context.ConnectionId, scope, lastVersion, Context.ConnectionAborted);
    }

    /// <param name="unit">Actor key, e.g. <c>school/2133901746</c>.</param>
    /// <param name="lastVersion">The version the client read; null when it read none.</param>
    /// <exception cref="HubException">Begins with <c>out-of-scope</c>, <c>role-not-allowed</c> or <c>unknown-scope</c>.</exception>
    public async Task WatchUnit(string unit, long? lastVersion)
    {
        if (!Scopes.IsUnit(unit)) throw UnknownUnit();
        var caller = Caller.Of(Context.User!);
        var county = await cluster.CountyOfUnit(unit);
        if (Reach.OfUnit(caller.Actor, May.ReadUnit, unit, county) is { } objection) throw Denied(caller, nameof(WatchUnit), unit, objection);
        if (county is null) throw UnknownUnit();
        watches.StartUnit(Context.ConnectionId, caller.Actor, unit, lastVersion, Context.ConnectionAborted);
    }

    /// <param name="scope">Of a board, or a unit's key.</param>
    public void Unwatch(string scope) => watches.Stop(Context.ConnectionId, scope);

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watches.StopAll(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private HubException Denied(Caller caller, string method, string what, Refusal objection)
    {
        denials.Tell(new(caller.Actor, "hub", method, what, objection.Code));
        return new($"{JsonNaming.Kebab(objection.Code)}: {objection.Message.En}.");
    }

    private static HubException UnknownUnit() => new("unknown-scope: no such unit is registered.");
}

/// <summary>Who watches what, each with a pump of its own that holds one version and no queue.</summary>
public sealed partial class Watches(Boards boards, UnitPump units, IHubContext<BoardHub, IBoardClient> hub, ILogger<Watches> logger)
{
    private readonly ConcurrentDictionary<(string Connection, string Scope), CancellationTokenSource> _running = new();

    public void Start(string connection, string scope, long? lastVersion, CancellationToken aborted) =>
        Start(connection, scope, (client, stop) => Pump(client, scope, lastVersion, stop), aborted);

    /// <param name="actor">Who watches, as when the connection was opened: it is closed when that changes.</param>
    public void StartUnit(string connection, Actor actor, string unit, long? lastVersion, CancellationToken aborted) =>
        Start(connection, unit, (client, stop) => units.Run(client, actor, unit, lastVersion, stop), aborted);

    public void Stop(string connection, string scope)
    {
        if (_running.TryRemove((connection, scope), out var stop)) stop.Cancel();
    }

    public void StopAll(string connection)
    {
        foreach (var (key, _) in _running.Where(watch => watch.Key.Connection == connection)) Stop(key.Connection, key.Scope);
    }

    private void Start(string connection, string what, Func<IBoardClient, CancellationToken, Task> pump, CancellationToken aborted)
    {
        Stop(connection, what);
        var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        _running[(connection, what)] = stop;
        _ = Run(what, pump(hub.Clients.Client(connection), stop.Token));
    }

    private async Task Run(string what, Task pump)
    {
        GatewayMeter.WatchBegins();
        try
        {
            await pump;
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception fault)
        {
            LogEnded(fault, what);
        }
        finally
        {
            GatewayMeter.WatchEnds();
        }
    }

    private async Task Pump(IBoardClient client, string scope, long? seen, CancellationToken stop)
    {
        var replica = boards.Join(scope);
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
        finally
        {
            boards.Leave(scope);
        }
    }

    [LoggerMessage(LogLevel.Warning, "A watch of {Scope} ended; its client will ask again.")]
    private partial void LogEnded(Exception fault, string scope);
}
