namespace Supervision.Rules.Units.Commands;

/// <summary>A person proposes a measure; LR-14 begins only this way.</summary>
/// <param name="Rule">LR-14, or <c>manual</c> for one no rule asked for.</param>
[GenerateSerializer, Immutable, Alias("propose-measure")]
public sealed record ProposeMeasure(Rung Rung, string Rule, ImmutableArray<int> Issues, string Reason) : UnitCommand;

/// <param name="Form">R1: Written or Oral; R3: Plaque or SupervisionOrder; else None.</param>
/// <param name="Remark">1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("decide-measure")]
public sealed record DecideMeasure(int Measure, MeasureForm Form, string Remark, ImmutableArray<Attachment> Attachments) : UnitCommand;

[GenerateSerializer, Immutable, Alias("reject-measure")]
public sealed record RejectMeasure(int Measure, string Reason) : UnitCommand;

/// <param name="Attachments">What the rung needs besides the paper the system numbers (5.5).</param>
[GenerateSerializer, Immutable, Alias("serve-measure")]
public sealed record ServeMeasure(int Measure, ImmutableArray<Attachment> Attachments) : UnitCommand;

/// <param name="HeldOn">Not before service, not after today.</param>
/// <param name="Present">Who took part, 1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("record-interview")]
public sealed record RecordInterview(int Measure, DateOnly HeldOn, string Present) : UnitCommand;

/// <param name="Committed">After today, at most 180 days ahead.</param>
/// <param name="Attachments">Minutes and commitment.</param>
[GenerateSerializer, Immutable, Alias("record-commitment")]
public sealed record RecordCommitment(int Measure, DateOnly Committed, ImmutableArray<Attachment> Attachments) : UnitCommand;

[GenerateSerializer, Immutable, Alias("record-progress")]
public sealed record RecordProgress(int Measure, string Text, ImmutableArray<string> Evidence) : UnitCommand;

[GenerateSerializer, Immutable, Alias("extend-period")]
public sealed record ExtendPeriod(int Measure, string Reason) : UnitCommand;

[GenerateSerializer, Immutable, Alias("apply-delisting")]
public sealed record ApplyDelisting(int Measure, string Text, ImmutableArray<string> Evidence) : UnitCommand;

/// <param name="Accept">False refuses; then the reason is required.</param>
[GenerateSerializer, Immutable, Alias("decide-delisting")]
public sealed record DecideDelisting(int Measure, bool Accept, string Remark) : UnitCommand;

[GenerateSerializer, Immutable, Alias("record-publication")]
public sealed record RecordPublication(int Measure, ImmutableArray<string> Links) : UnitCommand;

[GenerateSerializer, Immutable, Alias("annotate-publication")]
public sealed record AnnotatePublication(int Measure, string Result) : UnitCommand;

[GenerateSerializer, Immutable, Alias("record-appeal-step")]
public sealed record RecordAppealStep(int Measure, AppealStep Step, string Document) : UnitCommand;

[GenerateSerializer, Immutable, Alias("record-execution")]
public sealed record RecordExecution(int Measure, string Remark, string Document) : UnitCommand;

/// <summary>Records the group that finds the facts before accountability is decided (2.3).</summary>
/// <param name="SetUpOn">Not before the day accountability was proposed, not after today.</param>
/// <param name="Members">2–20 posts or inspectors' codes of 1–60 characters, each once; never names.</param>
/// <param name="Document">Number or title of the paper that sets it up, 1–200 characters.</param>
[GenerateSerializer, Immutable, Alias("set-up-fact-finding")]
public sealed record SetUpFactFinding(
    int Measure,
    DateOnly SetUpOn,
    ImmutableArray<string> Members,
    string Document,
    ImmutableArray<string> Evidence
) : UnitCommand;

/// <summary>Enters by hand that a bulletin names the unit; it counts once a second person of the county approves.</summary>
/// <param name="Bulletin">Area and quarter, e.g. <c>330521:2026Q2</c>: of the unit's county, or of the city or province above it. The quarter has begun.</param>
/// <param name="IssuedOn">Civil day: in the quarter or later, today at the latest, at most 365 days ago.</param>
/// <param name="Document">Number or title of the bulletin, 1–200 characters.</param>
/// <param name="Evidence">SHA-256 of 1–20 files of the unit, lower-case hex.</param>
[GenerateSerializer, Immutable, Alias("name-unit")]
public sealed record NameUnit(
    string Bulletin,
    DateOnly? IssuedOn = null,
    string? Document = null,
    ImmutableArray<string> Evidence = default
) : UnitCommand;

[GenerateSerializer, Immutable, Alias("set-opinion-flag")]
public sealed record SetOpinionFlag(bool On, string Source) : UnitCommand;

/// <summary>Enters a complaint by hand; it counts once a second person of the county approves.</summary>
/// <param name="Document">Number or title of what it was received with, 1–200 characters; says nothing of who complained.</param>
/// <param name="Evidence">SHA-256 of 1–20 files of the unit, lower-case hex.</param>
[GenerateSerializer, Immutable, Alias("count-complaint")]
public sealed record CountComplaint(ComplaintMark Mark, string? Document = null, ImmutableArray<string> Evidence = default) : UnitCommand;

/// <param name="Round">Year and quarter, e.g. <c>2026Q2</c>.</param>
/// <param name="WindowFrom">First day of fieldwork; the self-check is due the day before (D-13).</param>
[GenerateSerializer, Immutable, Alias("request-self-check")]
public sealed record RequestSelfCheck(string Round, DateOnly WindowFrom) : UnitCommand;

/// <summary>Four sections, each 1–4,000 characters (L19), and the item-by-item form (L77).</summary>
[GenerateSerializer, Immutable, Alias("submit-self-check")]
public sealed record SubmitSelfCheck(string Round, string Work, string Highlights, string Problems, string Next, FilledChecklist Checklist)
    : UnitCommand;
