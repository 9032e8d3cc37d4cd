using System.Text.Json.Serialization;

namespace Supervision.Rules.Policies;

/// <summary>How grave an issue is; it decides the path (5.4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
public enum Severity
{
    None = 0,

    /// <summary>小问题: feedback on the spot.</summary>
    Minor = 1,

    /// <summary>一般问题: a rectification notice (整改通知书) to the unit.</summary>
    General = 2,

    /// <summary>严重问题: reported to the county, which confirms it and issues the notice.</summary>
    Serious = 3,

    /// <summary>复杂问题: a consultation letter (协商意见书) to a section or joint department.</summary>
    Complex = 4,
}
