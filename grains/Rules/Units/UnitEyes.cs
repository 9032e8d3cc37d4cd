using System.Collections.Frozen;

namespace Supervision.Rules.Units;

/// <summary>
/// What a unit's own account learns of its unit (L77). Visits to come, visits that are doubted, the day drawn for a look-back, complaints, recusals and what is entered by hand and not decided yet stay
/// unknown to it, and no number it reads moves with them: its version counts what it sees.
/// </summary>
public static class UnitEyes
{
    private static readonly FrozenSet<string> Hidden = new[]
    {
        typeof(VisitPlanned),
        typeof(VisitPlanDropped),
        typeof(VisitFlagged),
        typeof(VisitQuestioned),
        typeof(FlaggedVisitConfirmed),
        typeof(VisitVoided),
        typeof(ComplaintCounted),
        typeof(InspectorRecused),
        typeof(RecusalLifted),
        typeof(NamingEntered),
        typeof(ComplaintEntered),
        typeof(EntryApproved),
        typeof(EntryRejected),
    }
        .Select(EventNames<UnitEvent>.Of)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Kinds of events the unit is never told of.</summary>
    public static bool IsHidden(string kind) => Hidden.Contains(kind);

    public static bool IsHidden(UnitEvent happened) =>
        happened switch
        {
            VisitPlanned
            or VisitPlanDropped
            or VisitFlagged
            or VisitQuestioned
            or FlaggedVisitConfirmed
            or VisitVoided
            or ComplaintCounted
            or InspectorRecused
            or RecusalLifted
            or NamingEntered
            or ComplaintEntered
            or EntryApproved
            or EntryRejected => true,
            DeadlinePassed e => e.Kind == DeadlineKind.LookBackDay || e.Case == CaseKind.Entry,
            _ => false,
        };

    /// <summary>Whether the unit's page or history is another after the event: then its version moves, and its page is told.</summary>
    public static bool Sees(UnitState before, UnitEvent happened, UnitState after) =>
        !IsHidden(happened)
        // Who is kept away, or which late visit was refused, is not said; that an assignment ended, or nothing waits any more, is on the page.
        || !before.Assignments.SequenceEqual(after.Assignments)
        || !before.Deputies.SequenceEqual(after.Deputies)
        // A doubted visit is not said either; that its period is open again, is.
        || !before.Duties.SequenceEqual(after.Duties)
        || before.LastVisitAt != after.LastVisitAt
        || before.Visits.Count(mark => mark.AwaitsApproval) != after.Visits.Count(mark => mark.AwaitsApproval);
}
