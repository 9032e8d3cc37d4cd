namespace Supervision.Rules.Counties.Facts;

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

public sealed record DepartmentsSet(ImmutableArray<Department> Entries, string By) : CountyEvent;

public sealed record YearPlanSet(YearPlan Plan, string By) : CountyEvent;
