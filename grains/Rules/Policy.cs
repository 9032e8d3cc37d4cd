using System.Text.Json.Serialization;

namespace Supervision.Rules;

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
/// version in force when a period opens is pinned on that period and judges it to the end (invariant 11).
/// </summary>
/// <param name="Version">1 and up, one per activation in a county; 0 is the built-in default.</param>
/// <param name="EffectiveFrom">First civil day it applies to newly opened periods.</param>
[GenerateSerializer, Immutable, Alias("policy")]
public sealed record Policy(int Version, DateOnly EffectiveFrom, CadencePolicy Cadence)
{
    public static readonly Policy Default = new(0, DateOnly.MinValue, CadencePolicy.Default);
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
    bool CentralCounts)
{
    public static readonly CadencePolicy Default = new(1, 1, 5, HolidayMode.Exempt, [7, 3, 1], 7, 10, false);
}

/// <summary>What a decision is judged by, beside the state itself: the county's policies and its calendar.</summary>
public sealed class Rulebook(SchoolCalendar calendar, ImmutableArray<Policy> policies)
{
    /// <summary>The built-in policy over a calendar; for counties that have set nothing.</summary>
    public Rulebook(SchoolCalendar calendar) : this(calendar, []) { }

    public SchoolCalendar Calendar { get; } = calendar;

    public WorkCalendar Work => Calendar.Work;

    /// <summary>The newest version effective on the day; the built-in default when there is none.</summary>
    public Policy PolicyOn(DateOnly day)
    {
        var best = Policy.Default;
        foreach (var policy in policies)
            if (policy.EffectiveFrom <= day && policy.Version > best.Version) best = policy;
        return best;
    }

    /// <summary>A pinned version, as a fact names it; the built-in default when this county never had it.</summary>
    public Policy PolicyVersion(int version)
    {
        foreach (var policy in policies)
            if (policy.Version == version) return policy;
        return Policy.Default;
    }
}
