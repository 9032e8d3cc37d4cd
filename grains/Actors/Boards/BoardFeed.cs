namespace Supervision.Actors.Boards;

/// <summary>
/// The side of a board that faces outward: its version, its observers' leases and the rhythm of its pushes. The first change
/// goes out at once, those that follow within <see cref="Pause"/> go together. Nobody waits for an observer.
/// </summary>
/// <param name="epoch">Reserved anew for every activation, so that versions grow across activations; below 2^21.</param>
internal sealed class BoardFeed(long epoch, TimeProvider time)
{
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>A board nobody watches is still added up for the one above it, but more slowly.</summary>
    private static readonly TimeSpan UnwatchedPause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(100);

    private readonly Dictionary<IBoardObserver, long> _leases = [];
    private long _pushedAt;

    /// <summary>Epoch in the high bits, a counter in the low 32: below 2^53, exact in a browser.</summary>
    public long Version { get; private set; } = (epoch << 32) + 1;

    public void Subscribe(IBoardObserver observer) => _leases[observer] = time.GetTimestamp();

    public bool Renew(IBoardObserver observer)
    {
        if (!_leases.ContainsKey(observer))
            return false;
        _leases[observer] = time.GetTimestamp();
        return true;
    }

    public void Unsubscribe(IBoardObserver observer) => _leases.Remove(observer);

    /// <summary>How long the next push should wait: zero when the last one is long enough ago.</summary>
    public TimeSpan Wait()
    {
        var since = time.GetElapsedTime(_pushedAt);
        var pause = _leases.Count > 0 ? Pause : UnwatchedPause;
        return since >= pause ? TimeSpan.Zero : pause - since;
    }

    /// <summary>Takes the next version and tells everybody with a lease.</summary>
    public void Push(Func<long, long, BoardDelta> delta)
    {
        _pushedAt = time.GetTimestamp();
        var from = Version++;
        if (_leases.Count == 0)
            return;
        var change = delta(from, Version);
        foreach (var (observer, since) in _leases.ToArray())
        {
            if (time.GetElapsedTime(since) > Lease)
                _leases.Remove(observer);
            else
                observer.Changed(change).Ignore();
        }
    }
}
