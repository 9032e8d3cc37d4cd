namespace Supervision.Actors.Inspectors;

/// <summary>Schools an inspector is going to be responsible for: planned ones, as their rows say, and those being assigned at this moment.</summary>
internal sealed class SchoolsToCome(TimeProvider time)
{
    /// <summary>An assignment under way is done or has failed by then.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly HashSet<string> _planned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _reserved = new(StringComparer.Ordinal);

    /// <summary>The planned ones were read since the activation.</summary>
    public bool IsKnown { get; private set; }

    /// <param name="rows">Of all schools of the county.</param>
    public void Know(string inspector, IEnumerable<UnitSummary> rows)
    {
        foreach (var row in rows)
            Hear(inspector, row);
        IsKnown = true;
    }

    public void Hear(string inspector, UnitSummary row)
    {
        var (planned, his) = (
            row.Planned?.Contains(inspector) == true && InspectorLoads.InspectorsOf(row).Contains(inspector),
            row.Inspector == inspector
        );
        if (planned)
            _planned.Add(row.Unit);
        else
            _planned.Remove(row.Unit);
        if (planned || his)
            _reserved.Remove(row.Unit);
    }

    public void Reserve(string unit) => _reserved[unit] = time.GetTimestamp();

    public IEnumerable<string> Schools() =>
        _planned.Concat(_reserved.Where(each => time.GetElapsedTime(each.Value) < Kept).Select(each => each.Key));
}
