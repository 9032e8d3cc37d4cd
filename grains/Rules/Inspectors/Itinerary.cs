namespace Supervision.Rules.Inspectors;

/// <summary>
/// All visits of one person that are not void, of whatever unit, kind and county, in whatever order they became known: which of them can't be
/// reconciled. Every contradiction has two sides, and both are told.
/// </summary>
public static class Itinerary
{
    /// <summary>How far from a visit, in time, others are looked at: overlaps where no place is known, travel besides where one is.</summary>
    public static readonly TimeSpan Window = Travel.Reach + VisitRules.MaxDuration;

    /// <summary>What contradicts a visit, oldest first.</summary>
    /// <param name="maxKmh">The policy of a day; asked for the earlier of two visits, so that both sides are judged alike.</param>
    public static ImmutableArray<VisitConflict> Against(Attendance visit, IEnumerable<Attendance> others, Func<DateOnly, int> maxKmh) =>
        [
            .. others
                .Where(other =>
                    other.Visit != visit.Visit && other.StartedAt < visit.EndedAt + Window && visit.StartedAt < other.EndedAt + Window
                )
                .Select(other =>
                    Travel.Conflict(
                        visit,
                        other,
                        maxKmh(CivilTime.DateOf(other.StartedAt < visit.StartedAt ? other.StartedAt : visit.StartedAt))
                    )
                )
                .OfType<VisitConflict>()
                .OrderBy(conflict => conflict.StartedAt)
                .ThenBy(conflict => conflict.Visit),
        ];
}
