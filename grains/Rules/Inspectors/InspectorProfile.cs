using System.Text.Json.Serialization;

namespace Supervision.Rules.Inspectors;

[JsonConverter(typeof(JsonStringEnumConverter<Employment>))]
public enum Employment
{
    None = 0,

    /// <summary>专职.</summary>
    FullTime = 1,

    /// <summary>兼职: three-year terms, at most three in a row (督导条例 Art. 6).</summary>
    PartTime = 2,
}

/// <summary>What the roster says of an inspector. A code stands for the person; rosters carry no names.</summary>
/// <param name="Code">Certificate code, unique in the country, e.g. <c>督学-330502-01</c>.</param>
/// <param name="Zone">Responsibility zone (督学责任区), or null.</param>
/// <param name="TermFrom">First day of the appointment, inclusive.</param>
/// <param name="TermTo">Last day of the appointment, inclusive; null means until further notice.</param>
[GenerateSerializer, Immutable, Alias("inspector-profile")]
public sealed record InspectorProfile(string Code, string County, string? Zone, Employment Employment, DateOnly TermFrom, DateOnly? TermTo);

/// <summary>Fields of an <see cref="InspectorProfile"/> a roster may leave out. What is left out stays as it is.</summary>
[Flags]
public enum InspectorFields
{
    None = 0,
    Zone = 1,
    LastDay = 2,
}

/// <summary>Brings what is told of an inspector together with what is known.</summary>
public static class InspectorProfiles
{
    /// <param name="known">Null when nobody with this code was appointed: then what is told is all there is.</param>
    /// <param name="untold">Fields of <paramref name="told"/> that say nothing.</param>
    public static InspectorProfile Merge(InspectorProfile? known, InspectorProfile told, InspectorFields untold)
    {
        if (known is null)
            return told;
        var merged = untold.HasFlag(InspectorFields.Zone) && told.County == known.County ? told with { Zone = known.Zone } : told;
        return untold.HasFlag(InspectorFields.LastDay) ? merged with { TermTo = known.TermTo } : merged;
    }
}
