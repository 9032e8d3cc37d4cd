using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State;

/// <summary>Colour of the coverage axis: was the unit visited? (5.10). Never mixed with compliance.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Colour>))]
public enum Colour
{
    None = 0,
    Green = 1,
    Amber = 2,
    Red = 3,

    /// <summary>Nothing is owed: exempt, suspended or closed.</summary>
    Grey = 4,

    /// <summary>Owed, not yet due soon.</summary>
    White = 5,
}

/// <summary>One ground of a colour, as data; <see cref="ReasonTexts"/> turns it into words.</summary>
/// <param name="Code">Names one rule, e.g. <c>COV-MISSED</c>.</param>
/// <param name="Arguments">Values for the text, by position; their meaning is the rule's.</param>
/// <param name="Evidence">What proves it: visit ids, alert ids, event references.</param>
/// <param name="Since">True time from which it holds.</param>
/// <param name="NextChangeAt">When it changes by itself; null when only an act changes it.</param>
[GenerateSerializer, Immutable, Alias("reason")]
public sealed record Reason(
    string Code,
    ImmutableArray<string> Arguments,
    ImmutableArray<string> Evidence,
    DateTimeOffset Since,
    DateTimeOffset? NextChangeAt
);

/// <param name="Reasons">The first one gives the colour; the others are worth knowing, most pressing first.</param>
public sealed record CoverageStatus(Colour Colour, ImmutableArray<Reason> Reasons);

/// <summary>A reason in words.</summary>
/// <param name="Clause">Source clause, e.g. <c>方案一 二(责任督学每月至少到校督导1次)</c> with its line <c>L7</c>.</param>
/// <param name="Clears">What act makes it go away; null when none is needed.</param>
/// <param name="Next">What happens at <paramref name="NextChangeAt"/>; null when nothing happens by itself.</param>
public sealed record ReasonView(
    string Code,
    Text Text,
    Text Clause,
    Text? Clears,
    Text? Next,
    DateTimeOffset Since,
    DateTimeOffset? NextChangeAt,
    ImmutableArray<string> Evidence
);
