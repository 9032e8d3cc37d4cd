using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.Status;

[GenerateSerializer, Immutable, Alias("duty-mark")]
public sealed record DutyMark(Period Period, DutyState State, string? ChargedTo);

/// <summary>A unit's row on a board: exactly what follows from its state at one version, at the instant it was made.</summary>
/// <param name="Unit">Actor key.</param>
/// <param name="Done">Visits that count, of <paramref name="Required"/>, in the current period.</param>
/// <param name="Recent">The last 12 periods, oldest first; the last is the current one.</param>
/// <param name="AwaitingApproval">Late visits waiting for the county.</param>
/// <param name="NextDueAt">When the unit changes by itself next; it may betray a look-back's surprise day, so the unit itself never sees it.</param>
/// <param name="Cases">The compliance axis; null in rows written before it was kept.</param>
/// <param name="LastPresence">Where an inspector was last; only for weighing other visits, people never see it.</param>
[GenerateSerializer, Immutable, Alias("unit-summary")]
public sealed record UnitSummary(
    string Unit,
    long Version,
    UnitKind Kind,
    string Code,
    string Name,
    string County,
    string? Town,
    string? TownName,
    string Category,
    UnitStatus Status,
    int? Students,
    string? Inspector,
    Colour Colour,
    Period Period,
    DutyState State,
    int Required,
    int Done,
    ImmutableArray<DutyMark> Recent,
    DateTimeOffset? LastVisitAt,
    int AwaitingApproval,
    ImmutableArray<Reason> Reasons,
    DateTimeOffset? NextDueAt,
    CaseSummary? Cases = null,
    LastPresence? LastPresence = null
)
{
    /// <summary>Who will be responsible later than now, besides <see cref="Inspector"/>; null when nobody is planned.</summary>
    [Id(0), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Planned { get; init; }

    /// <summary>As in <see cref="Profile.Central"/>.</summary>
    [Id(40)]
    public string? Central { get; init; }

    /// <summary>Ids of the unit's numbered papers that are void; null when none is.</summary>
    [Id(17), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? VoidPapers { get; init; }

    /// <summary>The version the unit's own account is given; 0 in rows written before it was kept.</summary>
    [Id(16)]
    public long SeenVersion { get; init; }

    /// <summary>Where the roster says it lies, degrees east; null when unknown and in rows written before it was kept.</summary>
    [Id(1)]
    public double? Longitude { get; init; }

    /// <summary>Degrees north.</summary>
    [Id(2)]
    public double? Latitude { get; init; }

    /// <summary>The registered place, for weighing visits; null when none is registered.</summary>
    [JsonIgnore]
    public Place? Registered => Place.Registered(Latitude, Longitude);

    /// <summary>Inspectors recused from the unit: what is shown to one of them leaves it out. People never see it.</summary>
    [Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> Recused { get; init; }

    /// <summary>Whether the unit is shown to somebody: not to an inspector who is recused from it.</summary>
    public bool IsFor(string? inspector) => inspector is null || Recused.IsDefaultOrEmpty || !Recused.Contains(inspector);

    /// <summary>A row from before cases were kept is of a unit that had none.</summary>
    [JsonIgnore]
    public CaseSummary CasesOrClear =>
        Cases ?? (Status == UnitStatus.Active ? CaseSummary.Clear : CaseSummary.Clear with { Colour = Colour.Grey });
}

/// <summary>Counts of one kind of unit in one period. Tallies are summed, their percentages never averaged (5.10).</summary>
[GenerateSerializer, Immutable, Alias("coverage-tally")]
public sealed record CoverageTally(
    UnitKind Kind,
    Period Period,
    int Pending,
    int DueSoon,
    int Satisfied,
    int SatisfiedLate,
    int Missed,
    int Excused,
    int Exempt
)
{
    /// <summary>Units that owe a visit in the period.</summary>
    public int Expected => Pending + DueSoon + Satisfied + SatisfiedLate + Missed + Excused;

    /// <summary>Percent visited, in time or late, one decimal, half up; null when nothing is expected (shown as "—"). Excused ones are not counted as visited.</summary>
    public decimal? Coverage => Percent(Satisfied + SatisfiedLate);

    /// <summary>Percent visited in time, one decimal, half up; null when nothing is expected.</summary>
    public decimal? Timeliness => Percent(Satisfied);

    public static CoverageTally Empty(UnitKind kind, Period period) => new(kind, period, 0, 0, 0, 0, 0, 0, 0);

    /// <param name="states">Counts by <see cref="DutyState"/>.</param>
    public static CoverageTally Of(UnitKind kind, Period period, ReadOnlySpan<int> states) =>
        new(
            kind,
            period,
            states[(int)DutyState.Pending],
            states[(int)DutyState.DueSoon],
            states[(int)DutyState.Satisfied],
            states[(int)DutyState.SatisfiedLate],
            states[(int)DutyState.Missed],
            states[(int)DutyState.Excused],
            states[(int)DutyState.Exempt]
        );

    /// <exception cref="ArgumentException">The tallies count different things.</exception>
    public CoverageTally Plus(CoverageTally other)
    {
        if (other.Kind != Kind || other.Period != Period)
            throw new ArgumentException($"{other.Kind} {other.Period} can't be added to {Kind} {Period}.", nameof(other));
        return new(
            Kind,
            Period,
            Pending + other.Pending,
            DueSoon + other.DueSoon,
            Satisfied + other.Satisfied,
            SatisfiedLate + other.SatisfiedLate,
            Missed + other.Missed,
            Excused + other.Excused,
            Exempt + other.Exempt
        );
    }

    private decimal? Percent(int part) => Expected == 0 ? null : decimal.Round(100m * part / Expected, 1, MidpointRounding.AwayFromZero);
}

/// <summary>What a board says in total. Additive: a region's is the sum of its children's.</summary>
/// <param name="Coverage">By kind and period, newest period first; the current and the previous period of each kind.</param>
/// <param name="Unassigned">Active units without a responsible inspector.</param>
/// <param name="OpenAlerts">Alerts whose cause still stands.</param>
[GenerateSerializer, Immutable, Alias("board-tally")]
public sealed record BoardTally(
    int Schools,
    int Institutions,
    int Green,
    int Amber,
    int Red,
    int Grey,
    int White,
    int Unassigned,
    int AwaitingApproval,
    int OpenAlerts,
    ImmutableArray<CoverageTally> Coverage,
    CaseTally Cases
)
{
    public static readonly BoardTally Empty = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, [], CaseTally.Empty);
}
