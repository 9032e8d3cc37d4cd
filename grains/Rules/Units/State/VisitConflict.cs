using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State;

/// <summary>Where a visit was made: the device's position, or the unit's registered one.</summary>
/// <param name="Latitude">Degrees, −90 to 90.</param>
/// <param name="Longitude">Degrees, −180 to 180.</param>
/// <param name="AccuracyMetres">0 or more.</param>
[GenerateSerializer, Immutable, Alias("place")]
public sealed record Place(double Latitude, double Longitude, double AccuracyMetres)
{
    /// <summary>Metres around a registered position that count as the unit: rosters name a campus by one of its points.</summary>
    private const double RegisteredAccuracyMetres = 1_000;

    /// <summary>Null when the register has no position.</summary>
    public static Place? Registered(double? latitude, double? longitude) =>
        latitude is { } north && longitude is { } east ? new(north, east, RegisteredAccuracyMetres) : null;
}

/// <summary>One visit of a person, as far as the person's other visits are weighed against it.</summary>
/// <param name="Unit">Actor key of the unit visited.</param>
/// <param name="County">The unit's.</param>
/// <param name="At">Null when neither the device nor the register says where it was.</param>
[GenerateSerializer, Immutable, Alias("attendance")]
public sealed record Attendance(
    Guid Visit,
    string Inspector,
    string Unit,
    string UnitName,
    string County,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    Place? At
);

/// <summary>Another visit of the same person with which a visit can't be reconciled, as it is said beside that visit.</summary>
/// <param name="Unit">Actor key of the unit of the other visit.</param>
/// <param name="Metres">Between the two places along the straight line; null when a place is not known.</param>
/// <param name="Kmh">The speed the way would have taken, rounded up; null when the visits overlap.</param>
/// <param name="MaxKmh">The county's presence.maxKmh it was judged by.</param>
[GenerateSerializer, Immutable, Alias("visit-conflict")]
public sealed record VisitConflict(
    Guid Visit,
    string Unit,
    string UnitName,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    int? Metres,
    int? Kmh,
    int MaxKmh
)
{
    [JsonIgnore]
    public VisitFlag Flag => Kmh is null ? VisitFlag.OverlappingVisit : VisitFlag.ImplausibleTravel;
}

/// <summary>Why the county looks at a visit.</summary>
/// <param name="Since">When it came to wait.</param>
/// <param name="Tag">Tells its alert from an earlier one of the same visit; empty for a visit that waits since it arrived.</param>
/// <param name="Taken">What it was before it was doubted; null for one that waits since it arrived.</param>
[GenerateSerializer, Immutable, Alias("visit-doubt")]
public sealed record VisitDoubt(
    Guid Id,
    string Inspector,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    ImmutableArray<VisitFlag> Flags,
    ImmutableArray<VisitConflict> Conflicts,
    DateTimeOffset Since,
    string Tag,
    TakenVisit? Taken
);

/// <summary>What a visit was before it was doubted.</summary>
/// <param name="Counted">The period it counted for; null when for none, or while it stands.</param>
/// <param name="Late">It had satisfied that period late.</param>
/// <param name="Held">It waited for late approval.</param>
/// <param name="Stands">It keeps what it was until the county decides.</param>
[GenerateSerializer, Immutable, Alias("taken-visit")]
public sealed record TakenVisit(Period? Counted, bool Late, bool Held, bool Stands);

/// <summary>The county has looked at one visit beside another.</summary>
[GenerateSerializer, Immutable, Alias("judged-conflict")]
public sealed record JudgedConflict(Guid Visit, Guid Other);
