using System.Collections.Concurrent;

namespace Supervision.Journal.Sealing;

/// <summary>
/// The newest link of streams met lately, so that an append need not ask for the one it follows. A wrong or missing one costs a read,
/// never a wrong chain: the head's own link is compared when it is taken.
/// </summary>
/// <param name="size">Streams of a generation; at most two generations are kept.</param>
internal sealed class Tips(int size = 50_000)
{
    private ConcurrentDictionary<string, Tip> _young = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, Tip> _old = new(StringComparer.Ordinal);

    /// <summary>Null when it is not known at that version.</summary>
    public byte[]? Of(string stream, long version)
    {
        if (version == 0)
            return Seals.Genesis;
        if (!_young.TryGetValue(stream, out var tip) && !_old.TryGetValue(stream, out tip))
            return null;
        return tip.Version == version ? tip.Link : null;
    }

    public void Note(string stream, long version, byte[]? link)
    {
        if (link is null)
            return;
        if (_young.Count >= size)
            (_old, _young) = (_young, new(StringComparer.Ordinal));
        _young[stream] = new(version, link);
    }

    public void Forget(string stream)
    {
        _young.TryRemove(stream, out _);
        _old.TryRemove(stream, out _);
    }

    private readonly record struct Tip(long Version, byte[] Link);
}
