namespace Supervision.Rules.Counties;

/// <summary>When a root is due: at each local midnight. After an outage the last midnight's is enough, it holds what the others would have held.</summary>
public static class AuditRoots
{
    /// <summary>The day whose root is due; null when it is sealed, or the county not registered.</summary>
    public static DateOnly? Due(CountyState state, DateTimeOffset now) => state.AuditedThrough < Before(now) ? Before(now) : null;

    /// <summary>Nothing when a root of that day or a later one is on record.</summary>
    public static ImmutableArray<Fact<CountyEvent>> Seal(CountyState state, AuditRootSealed root, DateTimeOffset now) =>
        state.AuditedThrough < root.Day ? [new(root, CivilTime.EndOf(root.Day), now)] : [];

    /// <summary>The last whole day.</summary>
    internal static DateOnly Before(DateTimeOffset now) => CivilTime.DateOf(now).AddDays(-1);
}
