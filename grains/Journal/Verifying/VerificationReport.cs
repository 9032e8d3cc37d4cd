namespace Supervision.Journal.Verifying;

/// <summary>What a walk over the store found.</summary>
public sealed class VerificationReport
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Broken> _broken = new(StringComparer.Ordinal);

    public bool IsIntact => _broken.Count == 0;

    /// <summary>Rows looked at, by table.</summary>
    public IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>By kind: the first broken place, and how many there are.</summary>
    public IReadOnlyDictionary<string, Broken> Broken => _broken;

    internal void Saw(string table) => _counts[table] = _counts.GetValueOrDefault(table) + 1;

    internal void Break(string kind, string place, string what) =>
        _broken[kind] = _broken.TryGetValue(kind, out var first) ? first with { Places = first.Places + 1 } : new(kind, place, what, 1);
}

/// <param name="Kind">What is broken: the table, and for a few what about it.</param>
/// <param name="Place">Stream and version, chain and sequence, or the row's key.</param>
/// <param name="Places">How many of this kind.</param>
public sealed record Broken(string Kind, string Place, string What, long Places);
