using System.Collections.Immutable;

namespace Supervision.Contracts;

/// <summary>One event of an inspector or a county in words.</summary>
/// <param name="Kind">Stable name of the event, e.g. <c>duty-missed</c>.</param>
[GenerateSerializer, Immutable, Alias("ladder-entry")]
public sealed record LadderEntry(long Version, string Kind, DateTimeOffset EffectiveAt, DateTimeOffset RecordedAt, string Actor, Text Text);

/// <summary>An inspector's own ladder (5.5).</summary>
/// <param name="Months">Months with missed duties that count today, oldest first.</param>
/// <param name="RevokedOn">Last day of the appointment when the qualification is revoked.</param>
/// <param name="Today">Civil day the answer was given on.</param>
/// <param name="History">Newest first, at most 100.</param>
[GenerateSerializer, Immutable, Alias("inspector-ladder")]
public sealed record InspectorLadder(
    InspectorProfile Profile,
    ImmutableArray<Period> Months,
    ImmutableArray<MissedDuty> Missed,
    ImmutableArray<InspectorStep> Steps,
    DateOnly? RevokedOn,
    DateOnly Today,
    ImmutableArray<LadderEntry> History
);

/// <summary>A county's own ladder, kept by its province (5.5).</summary>
/// <param name="History">Newest first, at most 100.</param>
[GenerateSerializer, Immutable, Alias("county-ladder")]
public sealed record CountyLadder(
    CountyProfile Profile,
    ImmutableArray<CoverageShortfall> Shortfalls,
    ImmutableArray<CountyStep> Steps,
    ImmutableArray<LadderEntry> History
);
