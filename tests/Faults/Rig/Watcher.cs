using Microsoft.AspNetCore.SignalR.Client;

namespace Supervision.Faults.Rig;

/// <summary>A board's page without the page: snapshot, deltas, automatic reconnection, and a new watch from the version it still has.</summary>
internal sealed class Watcher : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, long> _rows = [];
    private readonly HubConnection _connection;
    private readonly string _scope;
    private long? _version;

    private Watcher(Api api, string scope)
    {
        _scope = scope;
        _connection = new HubConnectionBuilder()
            .WithUrl(api.Address + "/hubs/board", options => options.AccessTokenProvider = () => Task.FromResult(api.Token))
            .WithAutomaticReconnect(new Persistently())
            .Build();
        _connection.On<JsonElement>("Snapshot", Take);
        _connection.On<JsonElement>("Delta", Merge);
        _connection.Reconnected += async _ =>
        {
            Reconnections++;
            await Watch();
        };
    }

    public int Reconnections { get; private set; }

    public int Gaps { get; private set; }

    public static async Task<Watcher> Start(Api api, string scope)
    {
        var watcher = new Watcher(api, scope);
        await watcher._connection.StartAsync();
        await watcher.Watch();
        return watcher;
    }

    /// <summary>Versions by actor key.</summary>
    public Dictionary<string, long> Rows()
    {
        lock (_gate)
            return new(_rows);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private Task Watch() => _connection.InvokeAsync("Watch", _scope, _version);

    private void Take(JsonElement board)
    {
        lock (_gate)
        {
            _rows.Clear();
            Put(board);
            _version = board.GetProperty("version").GetInt64();
        }
    }

    private void Merge(JsonElement delta)
    {
        lock (_gate)
        {
            if (delta.GetProperty("from").GetInt64() != _version)
                Gaps++;
            Put(delta);
            foreach (var gone in delta.GetProperty("removed").EnumerateArray())
                _rows.Remove(gone.GetString()!);
            _version = delta.GetProperty("to").GetInt64();
        }
    }

    private void Put(JsonElement board)
    {
        foreach (var row in board.GetProperty("units").EnumerateArray())
            _rows[row.GetProperty("unit").GetString()!] = row.GetProperty("version").GetInt64();
    }

    private sealed class Persistently : IRetryPolicy
    {
        public TimeSpan? NextRetryDelay(RetryContext retryContext) => TimeSpan.FromMilliseconds(300);
    }
}
