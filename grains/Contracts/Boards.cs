using System.Collections.Immutable;

namespace Supervision.Contracts;

/// <summary>A county or region as a row of the board above it.</summary>
/// <param name="Code">GB/T 2260 code as text; a province is written with two digits, a city with four, the nation <c>CN</c>.</param>
/// <param name="AsOf">The oldest data the numbers rest on (数据截至).</param>
[GenerateSerializer, Immutable, Alias("child-summary")]
public sealed record ChildSummary(string Code, string Name, long Version, BoardTally Tally, DateTimeOffset AsOf);

/// <summary>The months behind a board.</summary>
/// <param name="AsOf">The oldest data the numbers rest on (数据截至).</param>
/// <param name="Points">As <see cref="CoverageHistory.Of"/> gives them.</param>
/// <param name="Silent">Codes of parts that gave no months and are missing from the sums.</param>
[GenerateSerializer, Immutable, Alias("coverage-series")]
public sealed record CoverageSeries(
    string Code,
    string Name,
    DateTimeOffset AsOf,
    ImmutableArray<CoverageTally> Points,
    ImmutableArray<string> Silent
);

/// <summary>An alert as people see it.</summary>
/// <param name="Id">Deterministic, e.g. <c>missed-visit:2133901746:2026-04</c>.</param>
/// <param name="ResolvedAt">When it ended: its cause went away, or it was seen and asked for no more. Null while it is open.</param>
/// <param name="AcknowledgedAt">When somebody of the county first said that it was seen; null while nobody did.</param>
/// <param name="AcknowledgedBy">That account's name.</param>
[GenerateSerializer, Immutable, Alias("alert-view")]
public sealed record AlertView(
    long Sequence,
    string Id,
    string Kind,
    string Unit,
    string UnitName,
    string County,
    ImmutableArray<string> Recipients,
    Text Text,
    DateTimeOffset EffectiveAt,
    DateTimeOffset DetectedAt,
    DateTimeOffset? ResolvedAt,
    DateTimeOffset? AcknowledgedAt = null,
    string? AcknowledgedBy = null
)
{
    /// <summary>Why it is open no longer; null while it is, and for alerts that ended before reasons were kept.</summary>
    [Id(0)]
    public AlertEnding? Ending { get; init; }

    /// <summary><see cref="Ending"/> in words.</summary>
    [Id(1)]
    public Text? EndedBecause { get; init; }

    /// <summary>Whether seeing it ends it.</summary>
    [Id(2)]
    public AlertAsk Asks { get; init; } = AlertAsk.Act;
}

/// <param name="Alert">As it stands now; null besides a refusal.</param>
[GenerateSerializer, Immutable, Alias("alert-outcome")]
public sealed record AlertOutcome(AlertView? Alert, Refusal? Refusal);

/// <summary>A whole board at one version.</summary>
/// <param name="Scope"><c>county/330521</c> or <c>region/3305</c>.</param>
/// <param name="Version">Grows for ever, also across restarts of the actor behind it. Below 2^53.</param>
/// <param name="AsOf">Until when it is known to be true: a county's last reconciliation, a region's oldest child.</param>
/// <param name="Units">Rows of a county board; empty for a region.</param>
/// <param name="Children">Rows of a region board; empty for a county.</param>
/// <param name="Alerts">Open alerts, newest first, at most 100; empty for a region.</param>
[GenerateSerializer, Immutable, Alias("board-snapshot")]
public sealed record BoardSnapshot(
    string Scope,
    string Name,
    long Version,
    DateTimeOffset AsOf,
    bool CalendarProvisional,
    BoardTally Tally,
    ImmutableArray<UnitSummary> Units,
    ImmutableArray<ChildSummary> Children,
    ImmutableArray<AlertView> Alerts
)
{
    /// <summary>The county's campaign of the year; null for a region.</summary>
    [Id(4)]
    public Campaign? Campaign { get; init; }
}

/// <summary>What changed on a board between two versions. It applies to a board at exactly <see cref="From"/>.</summary>
/// <param name="Removed">Keys of rows that left: actor keys of units, codes of children.</param>
/// <param name="Alerts">The open alerts as they are now when they changed; default (unset) when they did not.</param>
[GenerateSerializer, Immutable, Alias("board-delta")]
public sealed record BoardDelta(
    string Scope,
    long From,
    long To,
    DateTimeOffset AsOf,
    bool CalendarProvisional,
    BoardTally Tally,
    ImmutableArray<UnitSummary> Units,
    ImmutableArray<ChildSummary> Children,
    ImmutableArray<string> Removed,
    ImmutableArray<AlertView>? Alerts
)
{
    /// <summary>The county's campaign of the year; null for a region.</summary>
    [Id(4)]
    public Campaign? Campaign { get; init; }
}
