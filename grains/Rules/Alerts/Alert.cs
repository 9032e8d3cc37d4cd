namespace Supervision.Rules.Alerts;

/// <summary>An alert that a fact gives rise to. The id is deterministic, so it can be raised any number of times and exists once.</summary>
/// <param name="Recipients">Actor keys.</param>
[GenerateSerializer, Immutable, Alias("alert")]
public sealed record Alert(
    string Id,
    string Kind,
    ImmutableArray<string> Recipients,
    DateTimeOffset EffectiveAt,
    DateTimeOffset DetectedAt,
    string UnitName,
    Text Text
);
