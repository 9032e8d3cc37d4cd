namespace Supervision.Rules.Policies;

/// <summary>One number for each severity, in the order of <see cref="Severity"/>.</summary>
[GenerateSerializer, Immutable, Alias("by-severity")]
public sealed record BySeverity(int Minor, int General, int Serious, int Complex)
{
    public int Of(Severity severity) =>
        severity switch
        {
            Severity.Minor => Minor,
            Severity.General => General,
            Severity.Serious => Serious,
            Severity.Complex => Complex,
            _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, null),
        };
}

/// <summary>Clocks of an issue (5.4, D-05, D-06, D-18). D counts calendar days, W working days; day 0 is the day the clock starts.</summary>
/// <param name="RectifyDays">issue.rectifyD: D(n) from the notice, 1–90. Default 7, 15, 15, 30.</param>
/// <param name="AcknowledgeDays">issue.ackW: W(n) from the notice, 0–10; 0 means none. Default 0, 2, 1, 2.</param>
/// <param name="ContainDays">issue.containD: D(n) for the interim report on a serious issue, 1–15. Default 3.</param>
/// <param name="FileDays">issue.fileD: D(n) in which the inspector files the unit's report with the county, 1–15. Default 3.</param>
/// <param name="VerifyDays">issue.verifyW: W(n) from the report, 1–20. Default 5.</param>
/// <param name="ReworkDays">issue.reworkD: D(n) after a failed verification, 1–30. Default 7.</param>
/// <param name="Extensions">issue.ext times: 0–3. Default 1.</param>
/// <param name="ExtensionDays">issue.ext days: at most so many each, 1–60. Default 15.</param>
/// <param name="LookBackFromDays">lookback.windowD, first day: D(n) after verification, 1–180. Default 30 (D-06).</param>
/// <param name="LookBackToDays">lookback.windowD, last day: D(n) after verification, not before the first, at most 365. Default 60.</param>
/// <param name="LookBackRates">lookback.rate: percent of verified issues looked at again, 0–100. Default 0 for minor ones, else 100.</param>
/// <param name="SelfFoundRectifyDays">selffound.rectifyD: D(n) for issues a unit found itself, 1–90. Default 30 (D-18).</param>
/// <param name="TransferReplyDays">issue.transferReplyD: D(n) for a joint department's reply, 1–90. Default 30 (L18).</param>
[GenerateSerializer, Immutable, Alias("issue-policy")]
public sealed record IssuePolicy(
    BySeverity RectifyDays,
    BySeverity AcknowledgeDays,
    int ContainDays,
    int FileDays,
    int VerifyDays,
    int ReworkDays,
    int Extensions,
    int ExtensionDays,
    int LookBackFromDays,
    int LookBackToDays,
    BySeverity LookBackRates,
    int SelfFoundRectifyDays,
    int TransferReplyDays
)
{
    public static readonly IssuePolicy Default = new(
        new(7, 15, 15, 30),
        new(0, 2, 1, 2),
        3,
        3,
        5,
        7,
        1,
        15,
        30,
        60,
        new(0, 100, 100, 100),
        30,
        30
    );
}
