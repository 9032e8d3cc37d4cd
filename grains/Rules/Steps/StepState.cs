using System.Text.Json.Serialization;

namespace Supervision.Rules.Steps;

/// <summary>Where a measure against an inspector or a county stands (5.5, separate ladders).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StepState>))]
public enum StepState
{
    None = 0,

    /// <summary>建议: nobody has decided yet.</summary>
    Proposed = 1,

    /// <summary>已决定: in force; an automatic reminder begins here.</summary>
    Decided = 2,

    /// <summary>已签收: the inspector has read it.</summary>
    Acknowledged = 3,

    /// <summary>未采纳, with a reason.</summary>
    Rejected = 4,

    /// <summary>已失效: its cause went away, or a higher proposal took its place, before anybody decided or acknowledged.</summary>
    Lapsed = 5,

    /// <summary>已解除 (county).</summary>
    Discharged = 6,
}
