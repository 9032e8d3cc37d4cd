using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.Facts;

/// <summary>What happened to a unit. Past tense, never changed once released: new facts get new events or new optional members.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(UnitRegistered), "unit-registered")]
[JsonDerivedType(typeof(ProfileChanged), "profile-changed")]
[JsonDerivedType(typeof(InspectorAssigned), "inspector-assigned")]
[JsonDerivedType(typeof(DeputyDelegated), "deputy-delegated")]
[JsonDerivedType(typeof(ResponsibleChanged), "responsible-changed")]
[JsonDerivedType(typeof(InspectorRecused), "inspector-recused")]
[JsonDerivedType(typeof(RecusalLifted), "recusal-lifted")]
[JsonDerivedType(typeof(PeriodOpened), "period-opened")]
[JsonDerivedType(typeof(PeriodDueSoon), "period-due-soon")]
[JsonDerivedType(typeof(VisitAccepted), "visit-accepted")]
[JsonDerivedType(typeof(VisitHeld), "visit-held")]
[JsonDerivedType(typeof(LateVisitApproved), "late-visit-approved")]
[JsonDerivedType(typeof(PeriodSatisfied), "period-satisfied")]
[JsonDerivedType(typeof(PeriodMissed), "period-missed")]
[JsonDerivedType(typeof(PeriodExempted), "period-exempted")]
[JsonDerivedType(typeof(PeriodExcused), "period-excused")]
[JsonDerivedType(typeof(VisitFlagged), "visit-flagged")]
[JsonDerivedType(typeof(FlaggedVisitConfirmed), "flagged-visit-confirmed")]
[JsonDerivedType(typeof(VisitVoided), "visit-voided")]
[JsonDerivedType(typeof(VisitQuestioned), "visit-questioned")]
[JsonDerivedType(typeof(PeriodRestated), "period-restated")]
[JsonDerivedType(typeof(VisitRecounted), "visit-recounted")]
[JsonDerivedType(typeof(VisitPlanned), "visit-planned")]
[JsonDerivedType(typeof(VisitPlanDropped), "visit-plan-dropped")]
[JsonDerivedType(typeof(TermMinimumMissed), "term-minimum-missed")]
[JsonDerivedType(typeof(VisitBurdenExceeded), "visit-burden-exceeded")]
[JsonDerivedType(typeof(IssueOpened), "issue-opened")]
[JsonDerivedType(typeof(IssueConfirmed), "issue-confirmed")]
[JsonDerivedType(typeof(IssueNotified), "issue-notified")]
[JsonDerivedType(typeof(IssueAcknowledged), "issue-acknowledged")]
[JsonDerivedType(typeof(IssueContained), "issue-contained")]
[JsonDerivedType(typeof(IssueReported), "issue-reported")]
[JsonDerivedType(typeof(IssueFiled), "issue-filed")]
[JsonDerivedType(typeof(IssueVerified), "issue-verified")]
[JsonDerivedType(typeof(IssueReturned), "issue-returned")]
[JsonDerivedType(typeof(ExtensionRequested), "extension-requested")]
[JsonDerivedType(typeof(ExtensionGranted), "extension-granted")]
[JsonDerivedType(typeof(ExtensionRefused), "extension-refused")]
[JsonDerivedType(typeof(LookBackPassed), "look-back-passed")]
[JsonDerivedType(typeof(IssueRecurred), "issue-recurred")]
[JsonDerivedType(typeof(IssueArchived), "issue-archived")]
[JsonDerivedType(typeof(IssueTransferred), "issue-transferred")]
[JsonDerivedType(typeof(IssueWithdrawn), "issue-withdrawn")]
[JsonDerivedType(typeof(ReferralSent), "referral-sent")]
[JsonDerivedType(typeof(ReferralAnswered), "referral-answered")]
[JsonDerivedType(typeof(HarmMarked), "harm-marked")]
[JsonDerivedType(typeof(MajorConfirmed), "major-confirmed")]
[JsonDerivedType(typeof(DeadlinePassed), "deadline-passed")]
[JsonDerivedType(typeof(MeasureProposed), "measure-proposed")]
[JsonDerivedType(typeof(MeasureJoined), "measure-joined")]
[JsonDerivedType(typeof(MeasureDecided), "measure-decided")]
[JsonDerivedType(typeof(MeasureRejected), "measure-rejected")]
[JsonDerivedType(typeof(MeasureServed), "measure-served")]
[JsonDerivedType(typeof(InterviewHeld), "interview-held")]
[JsonDerivedType(typeof(CommitmentRecorded), "commitment-recorded")]
[JsonDerivedType(typeof(ProgressRecorded), "progress-recorded")]
[JsonDerivedType(typeof(PeriodExtended), "period-extended")]
[JsonDerivedType(typeof(DelistingApplied), "delisting-applied")]
[JsonDerivedType(typeof(DelistingAccepted), "delisting-accepted")]
[JsonDerivedType(typeof(DelistingRefused), "delisting-refused")]
[JsonDerivedType(typeof(PublicationRecorded), "publication-recorded")]
[JsonDerivedType(typeof(PublicationAnnotated), "publication-annotated")]
[JsonDerivedType(typeof(RemedyStepped), "remedy-stepped")]
[JsonDerivedType(typeof(AccountabilityExecuted), "accountability-executed")]
[JsonDerivedType(typeof(FactFindingSetUp), "fact-finding-set-up")]
[JsonDerivedType(typeof(MeasureDischarged), "measure-discharged")]
[JsonDerivedType(typeof(MeasureLapsed), "measure-lapsed")]
[JsonDerivedType(typeof(MeasureSuperseded), "measure-superseded")]
[JsonDerivedType(typeof(MeasureRevoked), "measure-revoked")]
[JsonDerivedType(typeof(UnitNamed), "unit-named")]
[JsonDerivedType(typeof(LadderCleared), "ladder-cleared")]
[JsonDerivedType(typeof(OpinionFlagSet), "opinion-flag-set")]
[JsonDerivedType(typeof(ComplaintCounted), "complaint-counted")]
[JsonDerivedType(typeof(NamingEntered), "naming-entered")]
[JsonDerivedType(typeof(ComplaintEntered), "complaint-entered")]
[JsonDerivedType(typeof(EntryApproved), "entry-approved")]
[JsonDerivedType(typeof(EntryRejected), "entry-rejected")]
[JsonDerivedType(typeof(SelfCheckRequested), "self-check-requested")]
[JsonDerivedType(typeof(SelfCheckSubmitted), "self-check-submitted")]
[JsonDerivedType(typeof(FactsAnnulled), "facts-annulled")]
public abstract record UnitEvent;

/// <summary>A fact about somebody's visit; by this the journal finds all visits of a person, wherever they were made.</summary>
public interface IOfVisitor
{
    /// <summary>Certificate code; null in facts from before it was kept.</summary>
    string? Visitor { get; }
}

public sealed record UnitRegistered(Profile Profile) : UnitEvent;

public sealed record ProfileChanged(Profile Profile) : UnitEvent;

/// <summary>Planned responsibility; <see cref="ResponsibleChanged"/> says when it really began.</summary>
public sealed record InspectorAssigned(Assignment Assignment) : UnitEvent;

public sealed record DeputyDelegated(Assignment Delegation) : UnitEvent;

/// <summary>From now on the inspector has nothing to do with the unit; what he was assigned or delegated there is over.</summary>
/// <param name="Since">First day of the interest, when it began before the recusal was recorded; null when it began that day.</param>
public sealed record InspectorRecused(string Inspector, string Reason, string Document, string By, DateOnly? Since = null) : UnitEvent;

public sealed record RecusalLifted(string Inspector, string Reason, string Document, string By) : UnitEvent;

/// <param name="To">Null: nobody is, so the county is responsible.</param>
public sealed record ResponsibleChanged(string? From, string? To) : UnitEvent;

/// <param name="TeachingDays">Days that count, from the first day in operation: a school's teaching days, or working days where holidays are visited too and for institutions.</param>
/// <param name="Provisional">The calendar behind the count was not official yet.</param>
public sealed record PeriodOpened(Period Period, int Required, int PolicyVersion, int? TeachingDays, bool Provisional) : UnitEvent;

/// <param name="DaysLeft">The threshold of cadence.warnDays that was reached.</param>
public sealed record PeriodDueSoon(Period Period, int DaysLeft) : UnitEvent;

/// <param name="Counts">The period it counts for, or null.</param>
/// <param name="NotCounted">Why it does not count: a code of <see cref="NotCountedReason"/>; null when it counts.</param>
public sealed record VisitAccepted(Visit Visit, Period? Counts, NotCountedReason? NotCounted) : UnitEvent, IOfVisitor
{
    string? IOfVisitor.Visitor => Visit.Inspector;
}

/// <summary>A visit made in time that arrived after the grace: it counts when the county approves (待审批).</summary>
public sealed record VisitHeld(Visit Visit, Period Period) : UnitEvent, IOfVisitor
{
    string? IOfVisitor.Visitor => Visit.Inspector;
}

/// <summary>A visit that is not believed yet: nothing in it holds until the county confirms it (待确认).</summary>
/// <param name="Conflicts">The visits it can't be reconciled with; unset when it is doubted for other reasons.</param>
public sealed record VisitFlagged(
    Visit Visit,
    ImmutableArray<VisitFlag> Flags,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ImmutableArray<VisitConflict> Conflicts = default
) : UnitEvent, IOfVisitor
{
    string? IOfVisitor.Visitor => Visit.Inspector;
}

/// <summary>
/// A visit that was taken already, or is doubted already, is doubted for a reason that came to be known later: it counts no more until the county confirms
/// it, unless it stands meanwhile.
/// </summary>
/// <param name="Uncounted">The period it counted for and does not count for now; null when it counted for none, or stands.</param>
/// <param name="WasLate">It had satisfied that period late.</param>
/// <param name="WasHeld">It waited for late approval.</param>
/// <param name="Stands">It keeps counting until the county has looked at it; nothing is silently taken away.</param>
public sealed record VisitQuestioned(
    Guid VisitId,
    string Inspector,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    ImmutableArray<VisitFlag> Flags,
    ImmutableArray<VisitConflict> Conflicts,
    Period? Uncounted,
    bool WasLate,
    bool WasHeld,
    bool Stands
) : UnitEvent, IOfVisitor
{
    string? IOfVisitor.Visitor => Inspector;
}

/// <summary>A period lost a visit it counted: what it is without it (invariant 3). Its earlier states stay on record.</summary>
/// <param name="State">Pending while it runs, Missed when it is over.</param>
/// <param name="ChargedTo">When missed: the inspector charged, or null when the county is.</param>
/// <param name="Basis">When missed.</param>
public sealed record PeriodRestated(Period Period, DutyState State, Guid VisitId, string? ChargedTo, ChargeBasis? Basis) : UnitEvent;

/// <summary>A visit that was not needed counts in the place of one that is believed no more.</summary>
public sealed record VisitRecounted(Guid VisitId, Period Period) : UnitEvent;

/// <summary>The county believes it: it is accepted or held as if it had come now; one that was taken before is again what it was.</summary>
/// <param name="Inspector">Of the visit; null in facts from before it was kept.</param>
public sealed record FlaggedVisitConfirmed(Guid VisitId, string By, string Reason, string? Inspector = null) : UnitEvent, IOfVisitor
{
    string? IOfVisitor.Visitor => Inspector;
}

/// <summary>The county does not believe a doubted visit, or refuses a held one: it satisfies nothing (作废).</summary>
/// <param name="Inspector">Of the visit; null in facts from before it was kept.</param>
public sealed record VisitVoided(Guid VisitId, string By, string Reason, string? Inspector = null) : UnitEvent, IOfVisitor
{
    string? IOfVisitor.Visitor => Inspector;
}

public sealed record VisitPlanned(VisitPlan Plan, string By) : UnitEvent
{
    /// <summary>The school's week when the plan brings it over burden.maxVisitsPerWeek; null when it does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BurdenMark? Week { get; init; }
}

/// <summary>A visit brought the school's week over burden.maxVisitsPerWeek; once for a week.</summary>
/// <param name="Monday">First day of the week.</param>
public sealed record VisitBurdenExceeded(DateOnly Monday, int Visits, int Limit) : UnitEvent;

/// <param name="Reason">Null when the visit was made.</param>
public sealed record VisitPlanDropped(Guid Plan, string? Reason) : UnitEvent;

public sealed record LateVisitApproved(Guid VisitId, Period Period, string Reason) : UnitEvent;

/// <param name="Late">Known only after the period had ended: the missed period is restated, its closing stays on record (invariant 3).</param>
public sealed record PeriodSatisfied(Period Period, Guid VisitId, bool Late) : UnitEvent;

/// <param name="ChargedTo">Inspector code, or null when the county is charged.</param>
public sealed record PeriodMissed(Period Period, string? ChargedTo, ChargeBasis Basis) : UnitEvent;

public sealed record PeriodExempted(Period Period, int PolicyVersion, ExemptionBasis Basis, int? TeachingDays) : UnitEvent;

/// <param name="Document">Number or title of the document the county relies on.</param>
public sealed record PeriodExcused(Period Period, string Reason, string Document) : UnitEvent;

/// <summary>A term ended with fewer visits to the school than the statute asks for (教育督导条例, Art. 14). Effective when the term ended.</summary>
/// <param name="First">First day of the term as the county's calendar had it.</param>
/// <param name="Last">Its last day.</param>
/// <param name="Stands">Last day of the following term: until then people are told.</param>
public sealed record TermMinimumMissed(DateOnly First, DateOnly Last, int Visits, int Required, int PolicyVersion, DateOnly Stands)
    : UnitEvent;

[JsonConverter(typeof(JsonStringEnumConverter<NotCountedReason>))]
public enum NotCountedReason
{
    None = 0,

    /// <summary>The visitor was neither responsible nor a deputy on that day.</summary>
    NotResponsible = 1,

    /// <summary>A central inspection does not satisfy the month (D-02).</summary>
    Central = 2,

    /// <summary>The period owes nothing.</summary>
    NothingOwed = 3,

    /// <summary>The period has all its visits already.</summary>
    AlreadySatisfied = 4,

    /// <summary>The period was excused by the county.</summary>
    Excused = 5,

    /// <summary>The period lies before the unit's registration, or further back than is kept open.</summary>
    PeriodNotKept = 6,
}

[JsonConverter(typeof(JsonStringEnumConverter<ChargeBasis>))]
public enum ChargeBasis
{
    None = 0,

    /// <summary>Responsible at the period's end, long enough before it (D-17).</summary>
    Responsible = 1,

    /// <summary>Assigned fewer days before the end than cadence.handoverGraceD: the county is charged.</summary>
    Handover = 2,

    /// <summary>Nobody was assigned: the county is charged (invariant 1).</summary>
    Unassigned = 3,
}

[JsonConverter(typeof(JsonStringEnumConverter<ExemptionBasis>))]
public enum ExemptionBasis
{
    None = 0,

    /// <summary>Fewer teaching days than cadence.minTeachingDays (D-01).</summary>
    FewTeachingDays = 1,

    /// <summary>Not in operation, or too short a time of it.</summary>
    NotInOperation = 2,

    /// <summary>Policy owes this kind of unit no visit.</summary>
    NothingOwed = 3,
}
