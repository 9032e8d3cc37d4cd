namespace Supervision.Rules;

/// <summary>
/// A day's root: one value that everything the county's streams and its audit chain held at the end of the day follows into. Kept outside
/// the system it proves later that nothing was taken away.
/// </summary>
/// <param name="Day">The civil day that ended.</param>
/// <param name="Root">Lower-case hex.</param>
/// <param name="Streams">Of the county.</param>
/// <param name="Events">In those.</param>
/// <param name="AuditSequence">Newest entry of the county's audit chain; 0 when there was none.</param>
public sealed record AuditRootSealed(DateOnly Day, string Root, long Streams, long Events, long AuditSequence) : CountyEvent;

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
