using System.Collections.Concurrent;

namespace Supervision.Gateway.Live;

/// <summary>The boards this process follows: one replica a scope, however many watch it, from the first watcher until a while after the last.</summary>
public sealed class Boards(IClusterClient cluster, Presentation presentation, TimeProvider time, ILogger<Boards> logger) : IHostedService
{
    private static readonly TimeSpan Linger = TimeSpan.FromMinutes(2);
    private readonly ConcurrentDictionary<string, Lazy<BoardFollower>> _followers = new(StringComparer.Ordinal);

    /// <summary>Follows the board from now on; <see cref="Leave"/> must be called once for each call.</summary>
    public BoardReplica Join(string scope)
    {
        while (true)
        {
            var follower = _followers.GetOrAdd(scope, _ => new(() => Follow(scope))).Value;
            lock (follower)
            {
                if (follower.Watchers < 0)
                    continue; // being put away
                follower.Watchers++;
                return follower.Replica;
            }
        }
    }

    public void Leave(string scope)
    {
        if (!_followers.TryGetValue(scope, out var lazy))
            return;
        lock (lazy.Value)
        {
            if (--lazy.Value.Watchers == 0)
                _ = PutAwayLater(scope, lazy);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(_followers.Values.Where(lazy => lazy.IsValueCreated).Select(lazy => lazy.Value.DisposeAsync().AsTask()));

    private BoardFollower Follow(string scope)
    {
        var replica = new BoardReplica(scope, presentation);
        return new(cluster, BoardOf(scope), replica, time, logger);
    }

    public IBoardGrain BoardOf(string scope) =>
        scope.StartsWith("county/", StringComparison.Ordinal)
            ? cluster.GetGrain<ICountyGrain>(scope)
            : cluster.GetGrain<IRegionGrain>(scope);

    private async Task PutAwayLater(string scope, Lazy<BoardFollower> lazy)
    {
        await Task.Delay(Linger, time);
        lock (lazy.Value)
        {
            if (lazy.Value.Watchers != 0)
                return;
            lazy.Value.Watchers = -1;
        }

        _followers.TryRemove(KeyValuePair.Create(scope, lazy));
        await lazy.Value.DisposeAsync();
    }
}
