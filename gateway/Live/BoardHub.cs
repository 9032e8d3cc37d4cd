using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

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
    public async Task Watch(string scope, long? lastVersion)
    {
        if (Scopes.Area(scope) is not { } area)
            throw new HubException("unknown-scope: county/<6 digits> or region/<2 or 4 digits, or CN>.");
        var caller = Caller.Of(Context.User!);
        if ((caller.MayWatch(area) ?? await cluster.ReadingOf(caller.Actor, area.Length == 6 ? area : null)) is { } objection)
            throw Denied(caller, nameof(Watch), scope, objection);
        watches.Start(Context.ConnectionId, caller.Actor, scope, lastVersion, Context.ConnectionAborted);
    }

    /// <param name="unit">Actor key, e.g. <c>school/2133901746</c>.</param>
    /// <param name="lastVersion">The version the client read; null when it read none.</param>
    /// <exception cref="HubException">Begins with <c>out-of-scope</c>, <c>role-not-allowed</c> or <c>unknown-scope</c>.</exception>
    public async Task WatchUnit(string unit, long? lastVersion)
    {
        if (!Scopes.IsUnit(unit))
            throw UnknownUnit();
        var caller = Caller.Of(Context.User!);
        var (county, barrier) = await cluster.ReadingOfUnit(unit, caller.Actor);
        if ((Reach.OfUnit(caller.Actor, May.ReadUnit, unit, county) ?? barrier) is { } objection)
            throw Denied(caller, nameof(WatchUnit), unit, objection);
        if (county is null)
            throw UnknownUnit();
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
public sealed partial class Watches(
    Boards boards,
    UnitPump units,
    IClusterClient cluster,
    TimeProvider time,
    IHubContext<BoardHub, IBoardClient> hub,
    ILogger<Watches> logger
)
{
    /// <summary>An appointment may end while its inspector watches; it is asked for this often while something changes.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(string Connection, string Scope), CancellationTokenSource> _running = new();

    /// <param name="actor">Who watches: what is not for one's eyes is left out.</param>
    public void Start(string connection, Actor actor, string scope, long? lastVersion, CancellationToken aborted) =>
        Start(connection, scope, (client, stop) => Pump(client, actor, scope, lastVersion, stop), aborted);

    /// <param name="actor">Who watches, as when the connection was opened: it is closed when that changes.</param>
    public void StartUnit(string connection, Actor actor, string unit, long? lastVersion, CancellationToken aborted) =>
        Start(connection, unit, (client, stop) => units.Run(client, actor, unit, lastVersion, stop), aborted);

    public void Stop(string connection, string scope)
    {
        if (_running.TryRemove((connection, scope), out var stop))
            stop.Cancel();
    }

    public void StopAll(string connection)
    {
        foreach (var (key, _) in _running.Where(watch => watch.Key.Connection == connection))
            Stop(key.Connection, key.Scope);
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
        catch (OperationCanceledException) { }
        catch (Exception fault)
        {
            LogEnded(fault, what);
        }
        finally
        {
            GatewayMeter.WatchEnds();
        }
    }

    private async Task Pump(IBoardClient client, Actor actor, string scope, long? seen, CancellationToken stop)
    {
        var replica = boards.Join(scope);
        var reader = actor.IsInspector ? actor.InspectorCode : null;
        var looked = time.GetTimestamp();
        try
        {
            while (!stop.IsCancellationRequested)
            {
                if (reader is not null && time.GetElapsedTime(looked) > Look)
                {
                    if (await cluster.ReadingOf(actor, Scopes.Area(scope) is { Length: 6 } county ? county : null) is not null)
                        return;
                    looked = time.GetTimestamp();
                }

                var at = replica.Version;
                var (snapshot, delta) = replica.Since(seen, reader);
                if (snapshot is not null)
                    await client.Snapshot(snapshot);
                else if (delta is not null)
                    await client.Delta(delta);
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
