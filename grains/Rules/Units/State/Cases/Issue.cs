using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State.Cases;

/// <summary>Where an issue stands (5.4). Overdue is derived from its deadlines and is no state.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IssueState>))]
public enum IssueState
{
    None = 0,

    /// <summary>发现: a serious one, reported to the county, which has not confirmed it yet.</summary>
    Found = 1,

    /// <summary>已通知: the notice is delivered and not acknowledged yet.</summary>
    Notified = 2,

    /// <summary>整改中: acknowledged, fed back on the spot, self-found, or back after a relapse.</summary>
    Rectifying = 3,

    /// <summary>已报告: the unit says it is rectified.</summary>
    Reported = 4,

    /// <summary>已报备: the inspector has filed that report with the county.</summary>
    Filed = 5,

    /// <summary>退回整改: verification failed.</summary>
    Returned = 6,

    /// <summary>已核查: verified; the look-back window has not opened yet.</summary>
    Verified = 7,

    /// <summary>回头看: the look-back window is open.</summary>
    LookBack = 8,

    /// <summary>办结.</summary>
    Archived = 9,

    /// <summary>移交: handed to a joint department, whose reply is tracked.</summary>
    Transferred = 10,

    /// <summary>撤销: withdrawn by the county with a reason.</summary>
    Withdrawn = 11,
}

/// <summary>How an issue came to be known (5.4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IssueOrigin>))]
public enum IssueOrigin
{
    None = 0,

    /// <summary>督导发现.</summary>
    Visit = 1,

    /// <summary>集中督导.</summary>
    CentralRound = 2,

    /// <summary>自查发现: counted apart and judged more leniently (L77, D-18).</summary>
    SelfCheck = 3,

    /// <summary>投诉举报.</summary>
    Complaint = 4,

    /// <summary>监管平台.</summary>
    Platform = 5,

    /// <summary>部门移送.</summary>
    Referral = 6,
}

/// <summary>Priority tags of Plan 1 (L17).</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<IssueTags>))]
public enum IssueTags
{
    None = 0,

    /// <summary>重点.</summary>
    Key = 1,

    /// <summary>难点.</summary>
    Difficult = 2,

    /// <summary>堵点.</summary>
    Blocking = 4,
}

/// <summary>The county's mark behind LR-16 (L54).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HarmMark>))]
public enum HarmMark
{
    None = 0,

    /// <summary>侵害学生利益严重.</summary>
    StudentsHarmed = 1,

    /// <summary>造成不良社会影响.</summary>
    PublicImpact = 2,
}

/// <summary>An issue that is not closed, as far as decisions need it; its whole story is in the journal.</summary>
/// <param name="No">1 and up within the unit, never reused.</param>
/// <param name="Category">Code of the taxonomy, e.g. <c>S-HW-04</c>.</param>
/// <param name="PolicyVersion">Pinned: judges the issue to the end (invariant 11).</param>
/// <param name="FoundBy">Inspector code, or the account that opened it.</param>
/// <param name="Cycle">1, and one more after each failed look-back.</param>
/// <param name="Reworks">Failed verifications in all cycles.</param>
/// <param name="Extensions">Extensions granted.</param>
/// <param name="AskedDays">Days of an extension the unit asked for and the county has not decided; null when none is.</param>
/// <param name="ReportedBy">Account that reported the rectification last; it can't verify (invariant 7).</param>
/// <param name="VerifiedBy">Account that verified last; it can't look back.</param>
/// <param name="VerifierCode">That account's inspector code, when it has one.</param>
/// <param name="TopRung">The highest rung ever served for it, for LR-11.</param>
/// <param name="Harm">Marked by the county (LR-16).</param>
/// <param name="MajorConfirmedBy">The competent department that confirmed a major case (LR-13).</param>
/// <param name="Department">Section or joint department consulted or handed to.</param>
/// <param name="FoundOn">As in <see cref="IssueOpened"/>.</param>
/// <param name="Asks">How often an extension was asked for, granted or not.</param>
[GenerateSerializer, Immutable, Alias("issue")]
public sealed record Issue(
    int No,
    string Category,
    Severity Severity,
    IssueOrigin Origin,
    IssueState State,
    int PolicyVersion,
    string Description,
    DateTimeOffset FoundAt,
    string FoundBy,
    DateTimeOffset Since,
    ImmutableArray<Deadline> Deadlines,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] IssueTags Tags = IssueTags.None,
    int Cycle = 1,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Reworks = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Extensions = 0,
    int? AskedDays = null,
    string? ReportedBy = null,
    string? VerifiedBy = null,
    string? VerifierCode = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Rung TopRung = Rung.None,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] HarmMark Harm = HarmMark.None,
    string? MajorConfirmedBy = null,
    string? Department = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] DateOnly? FoundOn = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Asks = 0
)
{
    /// <summary>Civil day it was found.</summary>
    [JsonIgnore]
    public DateOnly FoundDay => FoundOn ?? CivilTime.DateOf(FoundAt);

    /// <summary>Found by the unit itself (D-18).</summary>
    [JsonIgnore]
    public bool SelfFound => Origin == IssueOrigin.SelfCheck;

    [JsonIgnore]
    public bool IsOverdue => Deadlines.HasPassed(DeadlineKind.Rectify);

    /// <summary>The rectification has been seen by somebody else: for the ladder the matter is settled, unless it relapses.</summary>
    [JsonIgnore]
    public bool IsVerified => State is IssueState.Verified or IssueState.LookBack;

    /// <summary>The unit still has to rectify.</summary>
    [JsonIgnore]
    public bool IsWithUnit => State is IssueState.Notified or IssueState.Rectifying or IssueState.Returned;

    [JsonIgnore]
    public string Group => Category[..Category.LastIndexOf('-')];
}
