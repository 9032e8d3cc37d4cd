using System.Text.Json.Serialization;

namespace Supervision.Rules.Kernel;

/// <summary>Why a command was not carried out: which field, which rule, what would be accepted. Nothing changed.</summary>
/// <param name="Field">JSON name of the offending member, or null when the state is the obstacle.</param>
/// <param name="Accepted">What would be accepted in the case at hand; null when there is no more to say than <see cref="RefusalWords"/> does.</param>
[GenerateSerializer, Immutable, Alias("refusal")]
public sealed record Refusal(RefusalCode Code, string? Field, Text Message, Text? Accepted)
{
    /// <summary><see cref="Accepted"/>, or what the rule accepts in general.</summary>
    [JsonIgnore]
    public Text Instead => Accepted ?? RefusalWords.Instead(Code);
}
