using System.Text.Json.Serialization;

namespace Supervision.Rules.Inspectors;

/// <summary>What a unit's row says of a period charged to an inspector (D-17).</summary>
/// <param name="Unit">Actor key.</param>
/// <param name="Version">The row's: what an older one says is stale.</param>
[GenerateSerializer, Immutable, Alias("charged-duty")]
public sealed record ChargedDuty(string Unit, string UnitName, long Version, Period Period, DutyState State)
{
    /// <summary>Closed periods of the row that are charged to anybody, with the inspector's code.</summary>
    public static IEnumerable<(string Inspector, ChargedDuty Duty)> Of(UnitSummary row)
    {
        foreach (var mark in row.Recent)
            if (
                mark is
                { ChargedTo: { } inspector, State: DutyState.Missed or DutyState.Satisfied or DutyState.SatisfiedLate or DutyState.Excused }
            )
                yield return (inspector, new(row.Unit, row.Name, row.Version, mark.Period, mark.State));
    }
}

/// <summary>A missed duty charged to the inspector.</summary>
/// <param name="Unit">Actor key.</param>
/// <param name="At">The period's end.</param>
/// <param name="State">Missed while it stands; SatisfiedLate or Excused once restated, until a visit it rested on is believed no more.</param>
[GenerateSerializer, Immutable, Alias("missed-duty")]
public sealed record MissedDuty(string Unit, string UnitName, Period Period, DateTimeOffset At, DutyState State)
{
    [JsonIgnore]
    public bool Stands => State == DutyState.Missed;

    [JsonIgnore]
    public DutyRef Ref => new(Unit, Period);
}

/// <summary>A measure against the inspector.</summary>
/// <param name="No">1 and up within the inspector, never reused.</param>
/// <param name="Duties">The missed duties it rests on.</param>
/// <param name="Since">True time of its present state.</param>
/// <param name="Due">Last civil day to decide (Proposed) or to acknowledge (Decided), inclusive; null when nothing is awaited.</param>
/// <param name="ProposedBy">Account, or <c>system</c>.</param>
/// <param name="PolicyVersion">Pinned at the proposal (invariant 11).</param>
/// <param name="Reason">Why it was proposed by hand, decided or rejected: what was said last.</param>
/// <param name="DecidedBy">Account; <c>system</c> for the reminder.</param>
[GenerateSerializer, Immutable, Alias("inspector-step")]
public sealed record InspectorStep(
    int No,
    InspectorRung Rung,
    StepState State,
    ImmutableArray<DutyRef> Duties,
    DateTimeOffset Since,
    DateOnly? Due,
    string ProposedBy,
    int PolicyVersion,
    string? Reason = null,
    string? DecidedBy = null,
    string? Document = null
)
{
    /// <summary>Somebody still has to decide or to acknowledge.</summary>
    [JsonIgnore]
    public bool IsOpen => State is StepState.Proposed or StepState.Decided;

    /// <summary>The first month it rests on; a reminder rests on one only.</summary>
    [JsonIgnore]
    public Period? FirstMonth => Duties.IsEmpty ? null : Duties.Min(duty => duty.Month);

    [JsonIgnore]
    public Period? LastMonth => Duties.IsEmpty ? null : Duties.Max(duty => duty.Month);

    [JsonIgnore]
    public bool IsByRule => ProposedBy == Actor.System.Name;
}

/// <param name="Missed">Of the last 365 days before the newest fact, by period, then unit.</param>
/// <param name="Steps">Open ones, and those whose state is at most 365 days old; by number.</param>
/// <param name="RevokedOn">Last day of the appointment when the qualification is revoked.</param>
[GenerateSerializer, Immutable, Alias("inspector-state")]
public sealed record InspectorState(
    InspectorProfile? Profile,
    ImmutableArray<MissedDuty> Missed,
    ImmutableArray<InspectorStep> Steps,
    int LastStep = 0,
    DateOnly? RevokedOn = null
)
{
    /// <summary>What is on record of the inspector's load; None and Within mean nothing is.</summary>
    [Id(4)]
    public LoadGrade Load { get; init; }

    /// <summary>When that was recorded.</summary>
    [Id(5)]
    public DateTimeOffset? LoadSince { get; init; }

    public const int KeptDays = 365;

    /// <summary>When the appointment last went to another county; alerts that stood then were raised anew there.</summary>
    [Id(0)]
    public DateTimeOffset? MovedAt { get; init; }

    public static readonly InspectorState Empty = new(null, [], []);

    /// <summary>The instant from which missed duties count at <paramref name="now"/>: 365 days back, that day included.</summary>
    public static DateTimeOffset CountedFrom(DateTimeOffset now) => CivilTime.StartOf(CivilTime.DateOf(now).AddDays(-KeptDays));

    /// <summary>Standing missed duties that count at <paramref name="now"/>.</summary>
    public IEnumerable<MissedDuty> Standing(DateTimeOffset now)
    {
        var from = CountedFrom(now);
        return Missed.Where(duty => duty.Stands && duty.At >= from);
    }

    /// <summary>Months with standing missed duties, oldest first.</summary>
    public ImmutableArray<Period> Months(DateTimeOffset now) => [.. Standing(now).Select(duty => duty.Ref.Month).Distinct().Order()];

    public MissedDuty? Find(DutyRef duty) => Missed.FirstOrDefault(missed => missed.Unit == duty.Unit && missed.Period == duty.Period);

    /// <summary>Null when there is none, or it is closed for over a year.</summary>
    public InspectorStep? Step(int no) => Steps.FirstOrDefault(step => step.No == no);
}
