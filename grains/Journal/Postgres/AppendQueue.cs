using System.Threading.Channels;

namespace Supervision.Journal.Postgres;

/// <summary>
/// Where the appends of one writer meet. Takes whatever is waiting as the next batch, without lingering; never two appends of one
/// stream in the same batch, because the second must see what the first did: it waits for the next.
/// </summary>
/// <param name="capacity">Appends that may wait; more make their callers wait.</param>
/// <param name="batchSize">Most appends in one batch.</param>
internal sealed class AppendQueue(int capacity, int batchSize)
{
    private readonly Channel<PendingAppend> _waiting = Channel.CreateBounded<PendingAppend>(
        new BoundedChannelOptions(capacity) { SingleReader = true, AllowSynchronousContinuations = false }
    );
    private readonly Queue<PendingAppend> _deferred = new();
    private readonly HashSet<string> _streams = new(StringComparer.Ordinal);

    /// <exception cref="ChannelClosedException">The journal was disposed.</exception>
    public ValueTask Add(PendingAppend append, CancellationToken cancellation) => _waiting.Writer.WriteAsync(append, cancellation);

    public bool TryAdd(PendingAppend append) => _waiting.Writer.TryWrite(append);

    /// <summary>Refuses further appends; those already here are still handed out.</summary>
    public void Close() => _waiting.Writer.TryComplete();

    /// <summary>Waits for work and fills <paramref name="batch"/>; false when closed and empty. For one reader only.</summary>
    public async ValueTask<bool> Take(List<PendingAppend> batch)
    {
        batch.Clear();
        _streams.Clear();
        if (_deferred.Count == 0 && !await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
            return false;

        // In order: an append deferred earlier goes before a later one of the same stream.
        for (var left = _deferred.Count; left > 0; left--)
            Place(_deferred.Dequeue(), batch);
        while (batch.Count < batchSize && _deferred.Count < batchSize && _waiting.Reader.TryRead(out var next))
            Place(next, batch);
        return true;
    }

    private void Place(PendingAppend append, List<PendingAppend> batch)
    {
        if (batch.Count < batchSize && _streams.Add(append.Append.Stream))
            batch.Add(append);
        else
            _deferred.Enqueue(append);
    }
}
