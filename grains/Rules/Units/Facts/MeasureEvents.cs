using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.Facts;

/// <param name="Rule">The ladder rule that asks for it.</param>
/// <param name="Proof">What the rule rests on: <c>issue/3</c>, <c>measure/1</c>, <c>bulletin/…</c>, <c>complaint/…</c>.</param>
public sealed record MeasureProposed(
    int No,
    Rung Rung,
    string Rule,
    ImmutableArray<int> Issues,
    string? Round,
    bool Aggravated,
    int PolicyVersion,
    string By,
    string? Reason,
    ImmutableArray<string> Proof,
    ImmutableArray<Deadline> Deadlines
) : UnitEvent;

/// <summary>A rule gave a rung that is open or in force already: its issues join that measure, and the rule is counted.</summary>
/// <param name="Round">The round whose self-check is missing, when the rule is about one.</param>
/// <param name="Proof">What the rule rests on, as with a proposal; not there in facts from before it was kept.</param>
public sealed record MeasureJoined(
    int No,
    string Rule,
    ImmutableArray<int> Issues,
    bool Aggravated,
    string? Round = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ImmutableArray<string> Proof = default
) : UnitEvent;

public sealed record MeasureDecided(
    int No,
    string By,
    MeasureForm Form,
    string Remark,
    ImmutableArray<Attachment> Attachments,
    ImmutableArray<Deadline> Deadlines
) : UnitEvent;

public sealed record MeasureRejected(int No, string By, string Reason) : UnitEvent;

/// <summary>Delivered to the unit: in force from this instant.</summary>
public sealed record MeasureServed(
    int No,
    string By,
    MeasureForm Form,
    ImmutableArray<Attachment> Attachments,
    ImmutableArray<Deadline> Deadlines
) : UnitEvent;

public sealed record InterviewHeld(int No, string By, DateOnly HeldOn, string Present, ImmutableArray<Deadline> Deadlines) : UnitEvent;

/// <summary>By a person, once; by the system when a relapse joins key supervision that was delisted already, which is then open again.</summary>
public sealed record PeriodExtended(int No, string By, string Reason, ImmutableArray<Deadline> Deadlines) : UnitEvent;

/// <summary>Minutes and commitment are on file; the committed date runs.</summary>
public sealed record CommitmentRecorded(
    int No,
    string By,
    DateOnly Committed,
    ImmutableArray<Attachment> Attachments,
    ImmutableArray<Deadline> Deadlines
) : UnitEvent;

public sealed record ProgressRecorded(int No, string By, string Text, ImmutableArray<string> Evidence, ImmutableArray<Deadline> Deadlines)
    : UnitEvent;

public sealed record DelistingApplied(int No, string By, string Text, ImmutableArray<string> Evidence, ImmutableArray<Deadline> Deadlines)
    : UnitEvent;

public sealed record DelistingAccepted(int No, string By, string Remark) : UnitEvent;

public sealed record DelistingRefused(int No, string By, string Reason) : UnitEvent;

/// <param name="Links">Where it was published, 1–20.</param>
public sealed record PublicationRecorded(int No, string By, ImmutableArray<string> Links) : UnitEvent;

/// <summary>The publication carries the result of the rectification; it is never deleted (5.5).</summary>
public sealed record PublicationAnnotated(int No, string By, string Result) : UnitEvent;

/// <summary>A step of review or appeal against an accountability decision (2.3).</summary>
public sealed record RemedyStepped(
    int No,
    AppealStep Step,
    string By,
    string Document,
    RemedyState Remedy,
    ImmutableArray<Deadline> Deadlines
) : UnitEvent;

public sealed record AccountabilityExecuted(int No, string By, string Remark, string Document) : UnitEvent;

/// <summary>The group that finds the facts of an accountability case is set up (2.3).</summary>
/// <param name="Members">Posts or inspectors' codes, at least two; never names.</param>
public sealed record FactFindingSetUp(
    int No,
    string By,
    DateOnly SetUpOn,
    ImmutableArray<string> Members,
    string Document,
    ImmutableArray<string> Evidence
) : UnitEvent;

public sealed record MeasureDischarged(int No) : UnitEvent;

/// <summary>The cause went away before anybody decided.</summary>
public sealed record MeasureLapsed(int No) : UnitEvent;

public sealed record MeasureSuperseded(int No, int By) : UnitEvent;

/// <summary>Taken back by review, appeal or correction; what it had superseded is in force again. Its history stays.</summary>
public sealed record MeasureRevoked(int No, string By, string Document) : UnitEvent;

/// <summary>Named in a quarterly bulletin: counts as one notice (D-09).</summary>
/// <param name="Bulletin">E.g. <c>330521:2026Q2</c>.</param>
/// <param name="By">Who entered it by hand.</param>
/// <param name="IssuedOn">When the bulletin was issued; the naming counts from that day. Null for namings from before entries were approved, which count from when they were recorded.</param>
/// <param name="Entry">Number of the entry that was approved; null as before.</param>
public sealed record UnitNamed(
    string Bulletin,
    string By,
    DateOnly? IssuedOn = null,
    string? Document = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ImmutableArray<string> Evidence = default,
    int? Entry = null,
    string? ApprovedBy = null
) : UnitEvent;

/// <summary>The last measure went: back at R0, with a memory.</summary>
/// <param name="RememberedUntil">Inclusive.</param>
public sealed record LadderCleared(DateOnly RememberedUntil) : UnitEvent;

/// <summary>Public opinion about the unit runs high (舆情), or no longer does (LR-09).</summary>
public sealed record OpinionFlagSet(bool On, string By, string Source) : UnitEvent;

/// <summary>A complaint on the unit as far as the ladder counts it; who complained is not in it (invariant 14).</summary>
/// <param name="By">Who entered it by hand; null for complaints from before entries were approved.</param>
/// <param name="Entry">Number of the entry that was approved; null as before.</param>
public sealed record ComplaintCounted(
    ComplaintMark Mark,
    string? By = null,
    string? Document = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] ImmutableArray<string> Evidence = default,
    int? Entry = null,
    string? ApprovedBy = null
) : UnitEvent;

/// <summary>The unit is asked for a self-check before a round (L19, L77).</summary>
public sealed record SelfCheckRequested(string Round, DateOnly WindowFrom, ImmutableArray<Deadline> Deadlines) : UnitEvent;

/// <param name="Work">工作开展情况.</param>
/// <param name="Highlights">做法和亮点.</param>
/// <param name="Problems">问题和不足.</param>
/// <param name="Next">下一步打算.</param>
public sealed record SelfCheckSubmitted(
    string Round,
    string By,
    string Work,
    string Highlights,
    string Problems,
    string Next,
    FilledChecklist Checklist
) : UnitEvent;
