using System.Text.Json.Serialization;

namespace Supervision.Rules;

[JsonConverter(typeof(JsonStringEnumConverter<UnitKind>))]
public enum UnitKind
{
    None = 0,

    /// <summary>义务教育学校.</summary>
    School = 1,

    /// <summary>校外培训机构.</summary>
    Institution = 2,
}

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
    int? Students)
{
    /// <summary>School: 10-digit code of the central school (中心学校) that answers for it, as for a teaching point; else null (L42).</summary>
    [Id(40)]
    public string? Central { get; init; }
}

/// <summary>Who visits a unit, and from when to when. Both days inclusive, Asia/Shanghai; no end means until further notice.</summary>
[GenerateSerializer, Immutable, Alias("assignment")]
public sealed record Assignment(string Inspector, DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => day >= From && (To is null || day <= To);
}
