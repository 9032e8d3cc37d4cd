namespace Supervision.Rules.Policies;

/// <summary>A day of a year that has no year yet, e.g. 10 May.</summary>
/// <param name="Month">1–12.</param>
/// <param name="Day">1–31.</param>
[GenerateSerializer, Immutable, Alias("month-day")]
public sealed record MonthDay(int Month, int Day)
{
    /// <summary>In a year without that day, the month's last one.</summary>
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));
}

/// <summary>Both days inclusive, within one year.</summary>
[GenerateSerializer, Immutable, Alias("window")]
public sealed record Window(MonthDay From, MonthDay To);

/// <summary>
/// Thresholds of the county office's own work (5.11): visits, loads, complaints, warnings, bulletins, rounds and draws. Those of complaints' clocks,
/// warnings, bulletins, rounds and draws have no reader yet; versions hold them as they were activated, and the catalogue does not offer them.
/// </summary>
/// <param name="TermMinimum">cadence.termMinimum: visits a school is owed each term by statute, 0–20. Default 2.</param>
/// <param name="InspectorSoftMax">inspector.softMax: schools of one inspector before a warning, 1–50. Default 5.</param>
/// <param name="InspectorHardMax">inspector.hardMax: schools of one inspector before a refusal is shown, not below the soft one, at most 100. Default 8.</param>
/// <param name="ZoneMaxSchools">zone.maxSchools: 1–100. Default 20.</param>
/// <param name="MaxSpeedKmh">presence.maxKmh: a faster way between two visits is implausible, 20–400. Default 120.</param>
/// <param name="GateCodeStepSeconds">presence.gateCodeStepS: 15–600. Default 60.</param>
/// <param name="MaxVisitsPerWeek">burden.maxVisitsPerWeek: per school, 1–20. Default 2 (L17 有限督导).</param>
/// <param name="RegisterDays">complaint.registerW: 1–20. Default 2 (D-10).</param>
/// <param name="ConcludeDays">complaint.concludeW: 1–60. Default 15.</param>
/// <param name="OuterDays">complaint.outerD: 15–180. Default 60.</param>
/// <param name="UniversalUnits">warning.universal units: 2–100. Default 5 (D-11).</param>
/// <param name="UniversalPercent">warning.universal share, percent: 1–100. Default 5.</param>
/// <param name="TrendPercent">warning.trend ratio, percent of the month before: 110–1000. Default 150.</param>
/// <param name="TrendMinimum">warning.trend min: 1–100. Default 5.</param>
/// <param name="WarningAcknowledgeDays">warning.ackW: 1–20. Default 3.</param>
/// <param name="BulletinDay">bulletin.day of a quarter's third month: 1–28. Default 25 (L52, D-12).</param>
/// <param name="BulletinCutoffDay">bulletin.cutoffDay: 1–28, not after the bulletin's day. Default 20.</param>
/// <param name="Rounds">round.windows, one for each quarter. Default 10–20 March, May (L7), September, November (D-13).</param>
/// <param name="Campaign">campaign. Default 15 March–31 December (L43, D-04).</param>
/// <param name="DrawRatePercent">draw.rate: percent of units drawn, 1–100. Default 5.</param>
/// <param name="DrawMinimum">draw.minUnits: 1–100. Default 1.</param>
/// <param name="PlatformName">platformName: where courses are bought and paid, at most 50 characters, e.g. 湖州安心培 (L74); empty when none is named.</param>
[GenerateSerializer, Immutable, Alias("office-policy")]
public sealed record OfficePolicy(
    int TermMinimum,
    int InspectorSoftMax,
    int InspectorHardMax,
    int ZoneMaxSchools,
    int MaxSpeedKmh,
    int GateCodeStepSeconds,
    int MaxVisitsPerWeek,
    int RegisterDays,
    int ConcludeDays,
    int OuterDays,
    int UniversalUnits,
    int UniversalPercent,
    int TrendPercent,
    int TrendMinimum,
    int WarningAcknowledgeDays,
    int BulletinDay,
    int BulletinCutoffDay,
    ImmutableArray<Window> Rounds,
    Window Campaign,
    int DrawRatePercent,
    int DrawMinimum,
    string PlatformName
)
{
    public static readonly OfficePolicy Default = new(
        2,
        5,
        8,
        20,
        120,
        60,
        2,
        2,
        15,
        60,
        5,
        5,
        150,
        5,
        3,
        25,
        20,
        [new(new(3, 10), new(3, 20)), new(new(5, 10), new(5, 20)), new(new(9, 10), new(9, 20)), new(new(11, 10), new(11, 20))],
        new(new(3, 15), new(12, 31)),
        5,
        1,
        ""
    );
}
