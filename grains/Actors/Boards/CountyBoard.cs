namespace Supervision.Actors.Boards;

/// <summary>A county's rows in memory, and which of them changed since the last push. Rebuilt from the journal's heads at will.</summary>
internal sealed class CountyBoard(string county)
{
    private readonly Dictionary<string, UnitSummary> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnitSummary> _changed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _left = new(StringComparer.Ordinal); // at which version: news from before it is stale

    public IReadOnlyDictionary<string, UnitSummary> Rows => _rows;

    public bool Changed => _changed.Count > 0 || _removed.Count > 0;

    /// <summary>Takes a row unless a newer one is known; a row that moved to another county leaves. False when nothing changed.</summary>
    public bool Apply(UnitSummary row)
    {
        if (_rows.TryGetValue(row.Unit, out var known) && known.Version >= row.Version)
            return false;
        if (_left.TryGetValue(row.Unit, out var left) && left >= row.Version)
            return false;
        if (row.County != county)
            return Remove(row.Unit, row.Version);
        _rows[row.Unit] = _changed[row.Unit] = row;
        _removed.Remove(row.Unit);
        _left.Remove(row.Unit);
        return true;
    }

    /// <param name="version">The unit's when it left, or the last one known.</param>
    public bool Remove(string unit, long version)
    {
        if (!_rows.Remove(unit))
            return false;
        _left[unit] = version;
        _changed.Remove(unit);
        return _removed.Add(unit);
    }

    /// <summary>What changed since the last call.</summary>
    public (ImmutableArray<UnitSummary> Rows, ImmutableArray<string> Removed) Drain()
    {
        (ImmutableArray<UnitSummary> Rows, ImmutableArray<string> Removed) drained = ([.. _changed.Values], [.. _removed]);
        _changed.Clear();
        _removed.Clear();
        return drained;
    }
}
