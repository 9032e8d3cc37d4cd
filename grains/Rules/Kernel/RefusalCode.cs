using System.Text.Json.Serialization;

namespace Supervision.Rules.Kernel;

/// <summary>The closed list of refusals. Each is one rule; the HTTP status follows from its group.</summary>
[JsonConverter(typeof(RefusalCodeJson))]
public enum RefusalCode
{
    None = 0,

    // The request itself (400, 422)
    RequestMalformed = 1,
    IdempotencyKeyMissing = 2,
    IdempotencyKeyReused = 3,
    FieldRequired = 4,
    FieldInvalid = 5,

    // Who asks (401, 403)
    NotSignedIn = 20,
    OutOfScope = 21,
    RoleNotAllowed = 22,
    NotYourself = 23,

    // Sessions and accounts (401, 403, 404, 409, 422, 429)
    SessionExpired = 340,
    SessionRevoked = 341,
    SecondFactorNeeded = 342,
    SecondFactorMissing = 343,
    PasswordChangeNeeded = 344,
    PasswordTooWeak = 345,
    SecondFactorConflict = 346,
    AccountUnknown = 347,
    AccountNameTaken = 348,
    SeparationOfDuties = 349,
    TooManyTries = 350,

    // What it is about (404)
    UnitUnknown = 40,
    InspectorUnknown = 41,
    CountyUnknown = 42,
    RegionUnknown = 43,
    VisitUnknown = 44,

    // Visits (422, 409)
    VisitInFuture = 60,
    VisitTooOld = 61,
    VisitTimesReversed = 62,
    VisitTooLong = 63,
    VisitOverlaps = 64,
    VisitMethodMissing = 65,
    VisitMethodInvalid = 66,
    VisitNoteTooLong = 67,
    UnitNotOperating = 68,

    // Periods (409, 422)
    PeriodInvalid = 80,
    PeriodNotKept = 81,
    PeriodNotClosed = 82,
    PeriodNotMissed = 83,
    NothingToApprove = 84,

    // Assignments (422)
    AssignmentReversed = 100,
    AssignmentTooFar = 101,
    AssignmentOfOtherCounty = 102,
    CodeInvalid = 103,
    KindInvalid = 104,
    UnitClosedForGood = 105,
    AssignmentEnded = 106,
    TermsInvalid = 107,
    AssignmentOutsideTerm = 108,
    InspectorRecused = 109,
    InspectorOverloaded = 360,
    ZoneOverloaded = 361,
    ZoneUnknown = 362,
    ZoneInvalid = 363,
    AreaUnknown = 364,

    // Rosters (409)
    ConfirmationDiffers = 115,

    // The clock of the sandbox (404, 409)
    SandboxOnly = 120,
    ClockBackwards = 121,
    ClockTooFar = 122,

    // Visits that wait, plans, findings (404, 409, 422)
    VisitNotFlagged = 150,
    PlanUnknown = 151,
    PlanDayInvalid = 152,
    TooManyPlans = 153,
    RemarkMissing = 154,
    RemarkOfNoOpenIssue = 155,
    FindingMissing = 156,
    ContentInvalid = 157,

    // Issues (404, 403, 409, 422)
    IssueUnknown = 160,
    IssueStateConflict = 161,
    CategoryUnknown = 162,
    CategoryOfOtherKind = 163,
    SeverityTooLow = 164,
    DepartmentMissing = 165,
    DocumentMissing = 166,
    VerifierIsReporter = 167,
    LookBackByVerifier = 168,
    LookBackTooEarly = 169,
    ExtensionUsed = 170,
    ExtensionTooLate = 171,
    ExtensionTooLong = 172,
    NoExtensionAsked = 173,
    OriginInvalid = 174,
    ReferralUnknown = 175,
    NotMajor = 176,
    NotInterim = 177,
    EvidenceUnknown = 178,
    EvidenceInvalid = 179,

    // The ladder (404, 403, 409, 422)
    MeasureUnknown = 200,
    MeasureStateConflict = 201,
    DeciderTooLow = 202,
    DeciderIsProposer = 203,
    FormInvalid = 204,
    RungNotAllowed = 205,
    ProposalOpen = 206,
    RungReached = 207,
    InterviewNotHeld = 208,
    CommitmentDateInvalid = 209,
    HeldOnInvalid = 210,
    PeriodExtensionUsed = 211,
    PeriodOver = 212,
    DelistingNotReady = 213,
    DelistingNotAsked = 214,
    NotPublished = 215,
    RemedyStepInvalid = 216,
    RemedyTooLate = 217,
    RuleNotByHand = 218,
    AlreadyRecorded = 219,
    RoundInvalid = 220,
    SelfCheckNotAsked = 221,
    ComplaintInvalid = 222,

    // The ladders of inspectors and counties (404, 409, 422)
    StepUnknown = 260,
    StepStateConflict = 261,
    StepProposalOpen = 262,
    QualificationRevoked = 263,
    CountyRungInvalid = 264,

    // Four eyes (403, 404, 409, 422)
    ApprovalRequired = 270,
    ApprovalUnknown = 271,
    ApprovalStateConflict = 272,
    ApproverIsAsker = 273,
    ApprovalOfAnother = 274,
    ApprovalSubjectInvalid = 275,

    // Alerts (404)
    AlertUnknown = 280,

    // The store (409)
    StoreNotEmpty = 140,

    // Checklists (422)
    ChecklistUnknown = 180,
    ChecklistItemUnknown = 181,
    ChecklistItemMissing = 182,
    ChecklistItemTwice = 183,
    ChecklistAnswerInvalid = 184,
    DispositionMissing = 185,
    EvidenceHashInvalid = 186,

    // Files beside the journal (413, 415, 422, 404)
    EvidenceTooLarge = 230,
    EvidenceTypeInvalid = 231,
    EvidenceHashMismatch = 232,
    EvidenceNotFound = 233,

    // Lists and the past (422, 404)
    CursorInvalid = 234,
    ListTooLong = 235,
    InstantInvalid = 236,
    InstantInFuture = 237,
    AsOfAfterKnown = 238,
    NotKnownThen = 239,

    // A county's policy (422, 409)
    PolicyParameterUnknown = 240,
    PolicyValueInvalid = 241,
    PolicyValuesConflict = 242,
    PolicyEffectiveTooEarly = 243,
    PolicyEffectiveTooFar = 244,
    PolicyPresetUnknown = 245,
    PolicySuperseded = 246,

    // The edge (429, 403)
    TooManyRequests = 290,
    OriginNotAllowed = 291,

    // Entries made by hand, references, departments (404, 409, 422)
    EntryUnknown = 900,
    EntryWaits = 901,
    BulletinInvalid = 902,
    DepartmentUnknown = 903,
    DocumentUnknown = 904,

    // Outgoing channels (404, 409, 422)
    ChannelUnknown = 700,
    ChannelSuperseded = 701,
    TooManyChannels = 702,
    ChannelAddressRefused = 703,
    DeliveryUnknown = 704,
    DeliveryNotFinished = 705,
}

/// <summary>Codes are written the way they are documented: <c>visit-in-future</c>.</summary>
public sealed class RefusalCodeJson() : JsonStringEnumConverter<RefusalCode>(System.Text.Json.JsonNamingPolicy.KebabCaseLower);
