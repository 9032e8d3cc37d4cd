using System.Collections.Immutable;
using Orleans.Concurrency;

namespace Supervision.Contracts;

public interface IInspectorGrain : IGrainWithStringKey
{
    /// <exception cref="RetryableFaultException">Outcome unknown; repeat with the same operation id.</exception>
    [Alias("Execute")]
    Task<Outcome> Execute(Submission<InspectorCommand> submission);

    /// <summary>Annuls duties the units say are not missed, and what rested on them; for after the units have annulled. Asking again changes nothing. The system's own.</summary>
    [Alias("Annul")]
    Task<AnnulmentReport> Annul(AnnulFacts command);

    /// <summary>What would follow from a command; nothing is recorded, and no operation id is used up.</summary>
    [Alias("Preview")]
    Task<Preview> Preview(Submission<InspectorCommand> submission);

    /// <summary>Units tell of changes; one this inspector is no longer responsible for leaves the worklist.</summary>
    [Alias("Report"), AlwaysInterleave]
    Task Report(ImmutableArray<UnitReport> reports);

    /// <summary>The appointment; null when nobody with this code was appointed.</summary>
    [Alias("Profile"), AlwaysInterleave]
    Task<InspectorProfile?> Profile();

    /// <summary>Null when nobody with this code was appointed.</summary>
    [Alias("Worklist")]
    Task<Worklist?> Worklist();

    /// <summary>The teaching days of the inspector's county from today on; empty when nobody with this code was appointed.</summary>
    /// <param name="last">Inclusive; at most 400 days ahead are told.</param>
    [Alias("TeachingDays"), AlwaysInterleave]
    Task<ImmutableArray<DateOnly>> TeachingDays(DateOnly last);

    /// <summary>What stands against a visit that arrives now, in the appointment and in all of this inspector's other visits. Nothing is kept.</summary>
    /// <param name="unit">Actor key of the unit visited.</param>
    [Alias("Judge"), AlwaysInterleave]
    Task<VisitJudgement> Judge(string unit, Visit visit);

    /// <summary>
    /// Reads the journal for visits nobody told of, and has contradicting ones questioned. Visits are judged again after their commit, so
    /// that those which arrive at one moment do not slip past each other; a report that was lost is found here.
    /// </summary>
    [Alias("Recheck"), AlwaysInterleave]
    Task Recheck();

    /// <summary>Why the appointment, being over or of another county, lets its inspector read nothing there; null when it does, and when nobody with this code was appointed.</summary>
    /// <param name="county">Of what is to be read; null for what is of no county.</param>
    [Alias("ReadingObjection"), AlwaysInterleave]
    Task<Refusal?> ReadingObjection(string? county);

    /// <summary>Whether a visit at a place contradicts this inspector's other visits; asked by silos and gateways of an older release.</summary>
    /// <param name="unit">Actor key of the unit visited.</param>
    [Alias("TravelFlag")]
    Task<bool> TravelFlag(string unit, Presence presence, DateTimeOffset startedAt, DateTimeOffset endedAt);

    /// <summary>
    /// Records which of these duties the inspector missed, and which no longer count; answers after the commit. Telling it again
    /// changes nothing. False when nobody with this code is appointed: nothing was taken.
    /// </summary>
    [Alias("Charge")]
    Task<bool> Charge(ImmutableArray<ChargedDuty> duties);

    /// <summary>
    /// How many schools besides this one the inspector is responsible for, now or as planned. A school about to be assigned is kept in mind for a minute, so
    /// that two assignments at once know of each other.
    /// </summary>
    /// <param name="unit">Actor key of the school.</param>
    /// <param name="reserve">False when it is only asked.</param>
    [Alias("Weigh"), AlwaysInterleave]
    Task<int> Weigh(string unit, bool reserve);

    /// <summary>The number of the inspector's schools may have changed, or what the county wants: records it when a limit was passed either way. Asking again changes nothing.</summary>
    [Alias("Weighed")]
    Task Weighed();

    /// <summary>Null when nobody with this code was appointed.</summary>
    [Alias("Ladder"), AlwaysInterleave]
    Task<InspectorLadder?> Ladder();
}

/// <param name="Flags">Why the visit waits for the county; empty when nothing stands against it.</param>
/// <param name="Conflicts">The visits it can't be reconciled with.</param>
[GenerateSerializer, Immutable, Alias("visit-judgement")]
public sealed record VisitJudgement(ImmutableArray<VisitFlag> Flags, ImmutableArray<VisitConflict> Conflicts)
{
    public static readonly VisitJudgement Clear = new([], []);
}

/// <summary>What an inspector owes: missed first, then due soonest.</summary>
/// <param name="Owed">Units whose current period still needs visits.</param>
/// <param name="TeachingDaysLeft">Teaching days from today to the month's end, both included.</param>
[GenerateSerializer, Immutable, Alias("worklist")]
public sealed record Worklist(InspectorProfile Profile, int Owed, int TeachingDaysLeft, ImmutableArray<UnitSummary> Units);
