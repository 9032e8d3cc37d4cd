using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.Facts;

/// <summary>An issue begins. What follows (notice, confirmation) are facts of their own.</summary>
/// <param name="Visit">The visit that found it; null for other origins.</param>
/// <param name="Evidence">SHA-256 of files, lower-case hex.</param>
/// <param name="Document">What the county relies on for other origins than a visit; null when nothing was named.</param>
/// <param name="FoundAt">Of a visit, when it began; else when the issue was opened: nobody could know of it before.</param>
/// <param name="FoundOn">Civil day, when it was found before it was opened; null when that is the day of <paramref name="FoundAt"/>.</param>
public sealed record IssueOpened(
    int No,
    string Category,
    Severity Severity,
    IssueOrigin Origin,
    int PolicyVersion,
    string Description,
    string FoundBy,
    DateTimeOffset FoundAt,
    Guid? Visit,
    IssueTags Tags,
    string? Department,
    ImmutableArray<string> Evidence,
    string? Document,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] DateOnly? FoundOn = null
) : UnitEvent;

/// <summary>The county confirmed a serious issue (5.4).</summary>
public sealed record IssueConfirmed(int No, string By, string Remark) : UnitEvent;

/// <summary>The unit is told, and the clocks run. A minor issue is told on the spot, a self-found one is known already.</summary>
/// <param name="Acknowledged">No acknowledgement is needed: rectification begins at once.</param>
public sealed record IssueNotified(int No, bool Acknowledged, ImmutableArray<Deadline> Deadlines) : UnitEvent;

public sealed record IssueAcknowledged(int No, string By, string? Document) : UnitEvent;

/// <summary>The interim report on a serious issue: how the harm is contained (控制措施).</summary>
public sealed record IssueContained(int No, string By, string Text, ImmutableArray<string> Evidence) : UnitEvent;

/// <param name="Deadlines">For filing and verification.</param>
public sealed record IssueReported(int No, string By, string Text, ImmutableArray<string> Evidence, ImmutableArray<Deadline> Deadlines)
    : UnitEvent;

public sealed record IssueFiled(int No, string By, string? Remark) : UnitEvent;

/// <param name="ByCode">Inspector code of the verifier, when it is one.</param>
/// <param name="Deadlines">Of the look-back; none when no look-back is due.</param>
public sealed record IssueVerified(
    int No,
    string By,
    string? ByCode,
    string Remark,
    ImmutableArray<string> Evidence,
    ImmutableArray<Deadline> Deadlines
) : UnitEvent;

/// <summary>Verification failed: rework (退回整改).</summary>
public sealed record IssueReturned(int No, string By, string Reason, ImmutableArray<Deadline> Deadlines) : UnitEvent;

public sealed record ExtensionRequested(int No, string By, int Days, string Reason) : UnitEvent;

public sealed record ExtensionGranted(int No, string By, ImmutableArray<Deadline> Deadlines) : UnitEvent;

public sealed record ExtensionRefused(int No, string By, string Reason) : UnitEvent;

/// <summary>回头看 passed.</summary>
public sealed record LookBackPassed(int No, string By, string? ByCode, string Remark, ImmutableArray<string> Evidence) : UnitEvent;

/// <summary>回头看 failed: the same issue, one cycle further, is with the unit again.</summary>
public sealed record IssueRecurred(
    int No,
    string By,
    string? ByCode,
    string Remark,
    ImmutableArray<string> Evidence,
    ImmutableArray<Deadline> Deadlines
) : UnitEvent;

public sealed record IssueArchived(int No) : UnitEvent;

/// <summary>Handed to a joint department; the reply is tracked by the referral of the same number.</summary>
public sealed record IssueTransferred(int No, string By, string Department, string Document) : UnitEvent;

public sealed record IssueWithdrawn(int No, string By, string Reason, string Document) : UnitEvent;

/// <summary>A joint department is asked (L18); the issue itself may go on.</summary>
/// <param name="Referral">1 and up within the unit.</param>
public sealed record ReferralSent(int Referral, int No, string Department, ImmutableArray<Deadline> Deadlines) : UnitEvent;

/// <param name="CaseNumber">The department's own number, or null.</param>
public sealed record ReferralAnswered(int Referral, string By, string Answer, string? CaseNumber, string Document) : UnitEvent;

/// <summary>The county marks grave harm to pupils or bad public impact (L54, LR-16).</summary>
public sealed record HarmMarked(int No, HarmMark Mark, string By, string Document) : UnitEvent;

/// <summary>The competent department confirmed a major case (LR-13).</summary>
public sealed record MajorConfirmed(int No, string Department, string By, string Document) : UnitEvent;

/// <summary>A running clock ran out, or what it opens has opened. Effective at that instant, however late it was noticed.</summary>
/// <param name="Case">What the number counts.</param>
public sealed record DeadlinePassed(CaseKind Case, int No, DeadlineKind Kind, DateOnly Due) : UnitEvent;
