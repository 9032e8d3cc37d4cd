using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State;

[JsonConverter(typeof(JsonStringEnumConverter<UnitStatus>))]
public enum UnitStatus
{
    None = 0,

    /// <summary>正常.</summary>
    Active = 1,

    /// <summary>停办(停业): no visits are owed while it lasts.</summary>
    Suspended = 2,

    /// <summary>撤销(注销): for good.</summary>
    Closed = 3,
}

/// <summary>What the roster says of a unit. Codes are text, never numbers.</summary>
/// <param name="Code">School: 10-digit 学校标识码. Institution: 统一社会信用代码, or the county's own code.</param>
/// <param name="County">GB/T 2260 code; it can change, the unit stays the same.</param>
/// <param name="Town">9-digit code, or null when unknown.</param>
/// <param name="Category">School: <c>primary</c>, <c>junior</c>, <c>nine-year</c>. Institution: <c>subject</c>, <c>science</c>, <c>arts</c>, <c>sports</c>, <c>other</c>.</param>
/// <param name="Students">Pupils or trainees; null when unknown.</param>
[GenerateSerializer, Immutable, Alias("profile")]
public sealed record Profile(
    UnitKind Kind,
    string Code,
    string Name,
    string County,
    string? Town,
    string? TownName,
    string Category,
    UnitStatus Status,
    int? Students
)
{
    /// <summary>School: 10-digit code of the central school (中心学校) that answers for it, as for a teaching point; else null (L42).</summary>
    [Id(40)]
    public string? Central { get; init; }

    /// <summary>Degrees east, WGS-84 as far as the roster tells; null when unknown. Never without <see cref="Latitude"/>.</summary>
    [Id(0)]
    public double? Longitude { get; init; }

    /// <summary>Degrees north; null when unknown.</summary>
    [Id(1)]
    public double? Latitude { get; init; }
}

/// <summary>Fields of a <see cref="Profile"/> a roster may leave out. What is left out stays as it is.</summary>
[Flags]
public enum ProfileFields
{
    None = 0,
    Town = 1,
    TownName = 2,
    Status = 4,
    Students = 8,
    Position = 16,
    Central = 32,
}

/// <summary>Brings what is told of a unit together with what is known of it.</summary>
public static class Profiles
{
    /// <param name="known">Null when the unit is new: then what is told is all there is.</param>
    /// <param name="untold">Fields of <paramref name="told"/> that say nothing.</param>
    /// <returns>The profile with every untold field as it is known.</returns>
    public static Profile Merge(Profile? known, Profile told, ProfileFields untold)
    {
        if (known is null || untold == ProfileFields.None)
            return told;
        var merged = told;
        if (untold.HasFlag(ProfileFields.Status))
            merged = merged with { Status = known.Status };
        if (untold.HasFlag(ProfileFields.Students))
            merged = merged with { Students = known.Students };
        if (untold.HasFlag(ProfileFields.Position))
            merged = merged with { Longitude = known.Longitude, Latitude = known.Latitude };
        if (untold.HasFlag(ProfileFields.Central))
            merged = merged with { Central = known.Central };
        return (untold & (ProfileFields.Town | ProfileFields.TownName)) switch
        {
            ProfileFields.Town | ProfileFields.TownName => merged.County == known.County
                ? merged with
                {
                    Town = known.Town,
                    TownName = known.TownName,
                }
                : merged,
            // One of the two tells the other when it is the same town as before.
            ProfileFields.Town when told.Town is null && told.TownName == known.TownName => merged with { Town = known.Town },
            ProfileFields.TownName when told.TownName is null && told.Town == known.Town => merged with { TownName = known.TownName },
            _ => merged,
        };
    }
}

/// <summary>Who visits a unit, and from when to when. Both days inclusive, Asia/Shanghai; no end means until further notice.</summary>
[GenerateSerializer, Immutable, Alias("assignment")]
public sealed record Assignment(string Inspector, DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => day >= From && (To is null || day <= To);
}
