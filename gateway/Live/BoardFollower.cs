namespace Supervision.Gateway.Live;

/// <summary>
/// Keeps one replica in step with its actor: takes a lease, applies what the actor pushes, and every few seconds compares
/// versions, so that a lost push, a moved actor or a restarted silo is put right well within ten seconds.
/// </summary>
public sealed partial class BoardFollower : IBoardObserver, IAsyncDisposable
{
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly IGrainFactory _grains;
    private readonly IBoardGrain _board;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _stop = new();
    private readonly SemaphoreSlim _nudge = new(0, 1);
    private readonly Task _following;
    private IBoardObserver? _self;

    public BoardFollower(IGrainFactory grains, IBoardGrain board, BoardReplica replica, TimeProvider time, ILogger logger)
    {
        (_grains, _board, Replica, _time, _logger) = (grains, board, replica, time, logger);
        _following = Task.Run(Follow);
    }

    public BoardReplica Replica { get; }

    /// <summary>Guarded by a lock on this; −1 once it is being put away.</summary>
    public int Watchers { get; set; }

    public Task Changed(BoardDelta delta)
    {
        if (!Replica.Take(delta) && _nudge.CurrentCount == 0)
            _nudge.Release();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following;
        _stop.Dispose();
        _nudge.Dispose();
    }

    private async Task Follow()
    {
        using var system = Acting.AsSystem(); // one replica serves everybody; the hub judges who may see it
        while (!_stop.IsCancellationRequested)
        {
            var wait = CheckEvery;
            try
            {
                _self ??= _grains.CreateObjectReference<IBoardObserver>(this);
                var version = await _board.Renew(_self);
                // A push may still be on its way; one that is missing at the next look is lost.
                if (version is null || version < Replica.Version || (version > Replica.Version && !await Settles(version.Value)))
                    await Subscribe();
            }
            catch (Exception fault) when (!_stop.IsCancellationRequested)
            {
                LogLost(fault, _board.GetPrimaryKeyString());
                wait = RetryAfter;
            }
            catch (Exception)
            {
                break;
            }

            try
            {
                await _nudge.WaitAsync(wait, _stop.Token);
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        try
        {
            if (_self is not null)
                await _board.Unsubscribe(_self);
        }
        catch (Exception fault)
        {
            LogLost(fault, _board.GetPrimaryKeyString());
        }
    }

    private async Task Subscribe()
    {
        if (await _board.Subscribe(_self!) is { } snapshot)
            Replica.Take(snapshot);
    }

    private async Task<bool> Settles(long version)
    {
        for (var i = 0; i < 5 && Replica.Version < version; i++)
            await Task.Delay(TimeSpan.FromMilliseconds(40), _time, _stop.Token);
        return Replica.Version >= version;
    }

    [LoggerMessage(LogLevel.Warning, "The board {Board} can't be followed for the moment; trying again.")]
    private partial void LogLost(Exception fault, string board);
}
