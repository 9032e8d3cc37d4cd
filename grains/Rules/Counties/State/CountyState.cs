using System.Text.Json.Serialization;

namespace Supervision.Rules.Counties.State;

/// <param name="Terms">Null while the province's apply.</param>
/// <param name="Policies">Every version ever activated: facts pin versions, so none may be forgotten.</param>
/// <param name="Ladder">Kept by the province; null before anything was on it.</param>
/// <param name="Approvals">What waits for, or was given, a second person's consent; null before anything was asked.</param>
/// <param name="AuditedThrough">Last civil day whose root was sealed; null before the county is registered.</param>
[GenerateSerializer, Immutable, Alias("county-state")]
public sealed record CountyState(
    CountyProfile? Profile,
    Terms? Terms,
    ImmutableArray<Policy> Policies,
    CountyLadderState? Ladder = null,
    ApprovalBook? Approvals = null,
    DateOnly? AuditedThrough = null
)
{
    public static readonly CountyState Empty = new(null, null, []);

    /// <summary>By code.</summary>
    [Id(4)]
    public ImmutableArray<Zone> Zones { get; init; } = [];

    /// <summary>Who gets the schools that join an area; by area.</summary>
    [Id(5)]
    public ImmutableArray<AreaAssignment> Areas { get; init; } = [];

    /// <summary>Zones on record as having too many schools.</summary>
    [Id(6)]
    public ImmutableArray<OutgrownZone> Outgrown { get; init; } = [];

    /// <summary>Null while the built-in list applies.</summary>
    [Id(40)]
    public DepartmentList? Departments { get; init; }

    /// <summary>By year; null before the first.</summary>
    [Id(41)]
    public ImmutableArray<YearPlan>? YearPlans { get; init; }

    [JsonIgnore]
    public ImmutableArray<YearPlan> OfYearPlans => YearPlans ?? [];

    [JsonIgnore]
    public DepartmentList OfDepartments => Departments ?? DepartmentList.Default;

    [JsonIgnore]
    public CountyLadderState OfLadder => Ladder ?? CountyLadderState.Empty;

    [JsonIgnore]
    public ApprovalBook OfApprovals => Approvals ?? ApprovalBook.Empty;
}
