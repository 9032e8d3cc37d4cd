using System.Text.Json.Serialization;

namespace Supervision.Rules.Steps;

/// <summary>The county's own ladder, kept by its province (5.5). Nothing on it decides itself.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CountyRung>))]
public enum CountyRung
{
    None = 0,

    /// <summary>专项通报: the only one a rule proposes.</summary>
    SpecialCircular = 1,

    /// <summary>约谈.</summary>
    Interview = 2,

    /// <summary>公开曝光.</summary>
    Exposure = 3,

    /// <summary>挂牌督办.</summary>
    KeySupervision = 4,
}
