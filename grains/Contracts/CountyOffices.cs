using System.Collections.Immutable;

namespace Supervision.Contracts;

/// <summary>How a county has set itself up: its terms, its zones, and what of its policy is shown rather than judged by.</summary>
/// <param name="Today">Civil day of the answer.</param>
/// <param name="Own">The county's own terms and breaks; null while it has none.</param>
/// <param name="Terms">The terms that ended within the last year, the present one and the next, earliest first, each with who says so.</param>
/// <param name="Policy">In force today.</param>
/// <param name="Zones">By code.</param>
/// <param name="Areas">Who gets the schools that join an area; by area.</param>
/// <param name="Loads">Inspectors with schools, by code.</param>
[GenerateSerializer, Immutable, Alias("county-office")]
public sealed record CountyOffice(
    CountyProfile Profile,
    DateOnly Today,
    Terms? Own,
    ImmutableArray<SchoolTerm> Terms,
    Policy Policy,
    Campaign Campaign,
    ImmutableArray<ZoneRow> Zones,
    ImmutableArray<AreaAssignment> Areas,
    ImmutableArray<InspectorLoad> Loads
);

/// <param name="Schools">Actor keys of the schools that lie in it now.</param>
[GenerateSerializer, Immutable, Alias("zone-row")]
public sealed record ZoneRow(Zone Zone, ImmutableArray<string> Schools);

/// <param name="Schools">The inspector is responsible for now or as planned.</param>
[GenerateSerializer, Immutable, Alias("inspector-load")]
public sealed record InspectorLoad(string Inspector, int Schools);
