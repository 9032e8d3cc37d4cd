namespace Supervision.Rules.Units.Facts;

/// <summary>A clock that was wrong brought these facts about; they never were. The unit is from now on what it would be without them.</summary>
/// <param name="Versions">Ascending.</param>
/// <param name="From">By the wrong clock, inclusive.</param>
/// <param name="To">By the wrong clock, inclusive.</param>
/// <param name="Papers">Ids of numbered papers that are void; their numbers stay used.</param>
/// <param name="LastMeasure">The highest number a measure ever had: it is not given again.</param>
/// <param name="Seen">The version the unit's own account had been given.</param>
public sealed record FactsAnnulled(
    ImmutableArray<long> Versions,
    DateTimeOffset From,
    DateTimeOffset To,
    string Reason,
    string Document,
    string By,
    ImmutableArray<string> Papers,
    int LastMeasure,
    long Seen
) : UnitEvent, IAnnulment;
