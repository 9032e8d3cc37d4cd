using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR.Client;

namespace Supervision.Gateway.Tests.Hosting;

/// <summary>A browser at one unit's page: what the hub tells it.</summary>
public sealed class UnitWatcher : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly string _unit;
    private readonly ConcurrentQueue<UnitHint> _hints = new();
    private int _others;

    private UnitWatcher(HubConnection hub, string unit)
    {
        (_hub, _unit) = (hub, unit);
        hub.On<UnitHint>("Unit", _hints.Enqueue);
        hub.On<BoardView>("Snapshot", _ => Interlocked.Increment(ref _others));
        hub.On<DeltaView>("Delta", _ => Interlocked.Increment(ref _others));
    }

    public IReadOnlyList<UnitHint> Hints => [.. _hints];

    /// <summary>Messages that are none of a unit.</summary>
    public int Others => _others;

    public static async Task<UnitWatcher> Connect(Person person, string unit, long? lastVersion = null)
    {
        var watcher = new UnitWatcher(person.Hub(), unit);
        await watcher._hub.StartAsync();
        await watcher._hub.InvokeAsync("WatchUnit", unit, lastVersion);
        return watcher;
    }

    public Task Unwatch() => _hub.InvokeAsync("Unwatch", _unit);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
