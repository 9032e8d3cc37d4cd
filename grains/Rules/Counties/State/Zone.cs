using System.Text.Json.Serialization;

namespace Supervision.Rules.Counties.State;

/// <summary>A supervision zone (督学责任区) of a county: the schools of whole towns, and single schools besides (教育督导条例, Art. 13; L45).</summary>
/// <param name="Code">The county's own, 1–32 characters without slash or white space, e.g. <c>03</c> or <c>330521-Z1</c>; as inspectors' appointments name it.</param>
/// <param name="Name">1–60 characters.</param>
/// <param name="Towns">9-digit codes; a town lies in one zone at most.</param>
/// <param name="Schools">Actor keys of schools named one by one; they belong here whatever zone their town lies in.</param>
[GenerateSerializer, Immutable, Alias("zone")]
public sealed record Zone(string Code, string Name, ImmutableArray<string> Towns, ImmutableArray<string> Schools)
{
    /// <summary>As an area is named: <c>zone/03</c>.</summary>
    [JsonIgnore]
    public string Area => $"{Zones.ZonePrefix}{Code}";
}

/// <summary>An inspector who is responsible for an area (P1-24): a zone or a town. What stands on each school is its own assignment; this says who gets a school that joins.</summary>
/// <param name="Area"><c>zone/03</c> or <c>town/330521100</c>.</param>
/// <param name="To">Inclusive; null means until further notice.</param>
[GenerateSerializer, Immutable, Alias("area-assignment")]
public sealed record AreaAssignment(string Area, string Inspector, DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => day >= From && (To is null || day <= To);
}

/// <summary>A zone on record as having more schools than zone.maxSchools.</summary>
[GenerateSerializer, Immutable, Alias("outgrown-zone")]
public sealed record OutgrownZone(string Code, DateTimeOffset Since);
