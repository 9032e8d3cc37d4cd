using System.Text.Json.Serialization;

namespace Supervision.Rules.Policies;

[JsonConverter(typeof(JsonStringEnumConverter<HolidayMode>))]
public enum HolidayMode
{
    None = 0,

    /// <summary>A month with too few teaching days owes no visit (D-01).</summary>
    Exempt = 1,

    /// <summary>Every month owes its visits, holidays included.</summary>
    Required = 2,
}

/// <summary>
/// A county's thresholds (domain 5.11). The source plans contradict each other, so none of them is written into code; the
/// version in force when a period, an issue or a measure begins is pinned on it and judges it to the end (invariant 11).
/// </summary>
/// <param name="Version">1 and up, one per activation in a county; 0 is the built-in default.</param>
/// <param name="EffectiveFrom">First civil day it applies to what begins.</param>
/// <param name="Cadence">How often units are visited.</param>
/// <param name="Issues">Null in versions recorded before issues were judged: the defaults apply.</param>
/// <param name="Ladder">Null in versions recorded before the ladder was kept: the defaults apply.</param>
/// <param name="Office">Null in versions recorded before it existed: the defaults apply.</param>
/// <param name="Title">What the county calls this version, or the preset it was taken from; null when it said nothing.</param>
/// <param name="Inspector">Null in versions recorded before inspectors had a ladder: the defaults apply.</param>
/// <param name="County">Null in versions recorded before counties had a ladder: the defaults apply.</param>
[GenerateSerializer, Immutable, Alias("policy")]
public sealed record Policy(
    int Version,
    DateOnly EffectiveFrom,
    CadencePolicy Cadence,
    IssuePolicy? Issues = null,
    LadderPolicy? Ladder = null,
    OfficePolicy? Office = null,
    string? Title = null,
    InspectorPolicy? Inspector = null,
    CountyPolicy? County = null
)
{
    public static readonly Policy Default = new(
        0,
        DateOnly.MinValue,
        CadencePolicy.Default,
        IssuePolicy.Default,
        LadderPolicy.Default,
        OfficePolicy.Default,
        null,
        InspectorPolicy.Default,
        CountyPolicy.Default
    );

    [JsonIgnore]
    public IssuePolicy OfIssues => Issues ?? IssuePolicy.Default;

    [JsonIgnore]
    public LadderPolicy OfLadder => Ladder ?? LadderPolicy.Default;

    [JsonIgnore]
    public OfficePolicy OfOffice => Office ?? OfficePolicy.Default;

    [JsonIgnore]
    public InspectorPolicy OfInspector => Inspector ?? InspectorPolicy.Default;

    [JsonIgnore]
    public CountyPolicy OfCounty => County ?? CountyPolicy.Default;
}

/// <summary>How often units are visited and how lateness is treated.</summary>
/// <param name="SchoolPerMonth">cadence.school.perMonth: visits owed a school a month, 1–8. Default 1 (L7, L45).</param>
/// <param name="InstitutionPerQuarter">cadence.institution.perQuarter: 0–8; 0 means none is owed. Default 1 (D-03, L7 定期).</param>
/// <param name="MinTeachingDays">cadence.minTeachingDays: below this a month owes no visit, 0–31. Default 5 (D-01).</param>
/// <param name="HolidayMode">cadence.holidayMode. Default Exempt (D-01).</param>
/// <param name="WarnDays">cadence.warnDays: days left when a warning is given, each 1–27, descending. Default 7, 3, 1.</param>
/// <param name="LateSyncGraceDays">cadence.lateSyncGraceD: D(n) after a period's last day, in which a visit made in time may arrive without approval, 0–60. Default 7 (D-19).</param>
/// <param name="HandoverGraceDays">cadence.handoverGraceD: an inspector assigned fewer days than this before a period's end is not charged with it, 0–31. Default 10 (D-17).</param>
/// <param name="CentralCounts">cadence.centralCounts: a central inspection satisfies the month. Default false (D-02).</param>
[GenerateSerializer, Immutable, Alias("cadence-policy")]
public sealed record CadencePolicy(
    int SchoolPerMonth,
    int InstitutionPerQuarter,
    int MinTeachingDays,
    HolidayMode HolidayMode,
    ImmutableArray<int> WarnDays,
    int LateSyncGraceDays,
    int HandoverGraceDays,
    bool CentralCounts
)
{
    public static readonly CadencePolicy Default = new(1, 1, 5, HolidayMode.Exempt, [7, 3, 1], 7, 10, false);
}
