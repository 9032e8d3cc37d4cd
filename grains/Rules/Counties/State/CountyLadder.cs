using System.Text.Json.Serialization;

namespace Supervision.Rules.Counties.State;

/// <summary>A closed month in which too few of the county's schools were visited.</summary>
/// <param name="Visited">Schools visited, in time or late.</param>
/// <param name="Expected">Schools that owed a visit, excused ones included (5.10).</param>
/// <param name="FloorPercent">county.coverageFloorPercent of the policy in force on the month's first day.</param>
/// <param name="Restated">Late visits have brought it up to the floor since; that is never undone.</param>
[GenerateSerializer, Immutable, Alias("coverage-shortfall")]
public sealed record CoverageShortfall(Period Month, int Visited, int Expected, int FloorPercent, bool Restated);

/// <summary>A measure of the province against the county.</summary>
/// <param name="No">1 and up within the county, never reused.</param>
/// <param name="Months">The shortfalls it rests on; empty when proposed by hand.</param>
/// <param name="Since">True time of its present state.</param>
/// <param name="ProposedBy">Account, or <c>system</c>.</param>
/// <param name="Reason">What was said last: at the proposal, the decision, the rejection or the discharge.</param>
[GenerateSerializer, Immutable, Alias("county-step")]
public sealed record CountyStep(
    int No,
    CountyRung Rung,
    StepState State,
    ImmutableArray<Period> Months,
    DateTimeOffset Since,
    string ProposedBy,
    string? Reason = null,
    string? DecidedBy = null,
    string? Document = null
)
{
    /// <summary>Waits for a decision, or is in force.</summary>
    [JsonIgnore]
    public bool IsOpen => State is StepState.Proposed or StepState.Decided;
}

/// <param name="Shortfalls">Of the last 365 days before the newest fact, by month.</param>
/// <param name="Steps">Open ones, and those whose state is at most 365 days old; by number.</param>
[GenerateSerializer, Immutable, Alias("county-ladder-state")]
public sealed record CountyLadderState(ImmutableArray<CoverageShortfall> Shortfalls, ImmutableArray<CountyStep> Steps, int LastStep)
{
    public const int KeptDays = 365;

    public static readonly CountyLadderState Empty = new([], [], 0);

    public CoverageShortfall? Find(Period month) => Shortfalls.FirstOrDefault(shortfall => shortfall.Month == month);

    /// <summary>Null when there is none, or it is closed for over a year.</summary>
    public CountyStep? Step(int no) => Steps.FirstOrDefault(step => step.No == no);

    public CountyStep? Pending(CountyRung rung) => Steps.FirstOrDefault(step => step.Rung == rung && step.State == StepState.Proposed);
}
