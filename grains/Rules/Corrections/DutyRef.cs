using System.Text.Json.Serialization;

namespace Supervision.Rules.Corrections;

/// <summary>One period of one unit.</summary>
/// <param name="Unit">Actor key.</param>
[GenerateSerializer, Immutable, Alias("duty-ref")]
public sealed record DutyRef(string Unit, Period Period)
{
    /// <summary>The month it counts for: a quarter counts for its last one.</summary>
    [JsonIgnore]
    public Period Month => Period.MonthOf(Period.LastDay);
}
