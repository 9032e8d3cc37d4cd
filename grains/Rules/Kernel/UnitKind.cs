using System.Text.Json.Serialization;

namespace Supervision.Rules.Kernel;

[JsonConverter(typeof(JsonStringEnumConverter<UnitKind>))]
public enum UnitKind
{
    None = 0,

    /// <summary>义务教育学校.</summary>
    School = 1,

    /// <summary>校外培训机构.</summary>
    Institution = 2,
}

/// <summary>Actor keys of units: <c>school/{code}</c>, <c>institution/{code}</c>.</summary>
public static class UnitKeys
{
    public static string Prefix(UnitKind kind) =>
        kind switch
        {
            UnitKind.School => "school",
            UnitKind.Institution => "institution",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
}
