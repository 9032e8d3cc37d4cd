using System.Text.Json.Nodes;

namespace Supervision.Gateway.Api;

/// <param name="EffectiveAt">When it became true.</param>
/// <param name="RecordedAt">When the system came to know.</param>
/// <param name="Text">In words.</param>
/// <param name="Data">The event itself.</param>
public sealed record HistoryView(long Version, string Kind, DateTimeOffset EffectiveAt, DateTimeOffset RecordedAt, string Actor, Text Text, JsonNode? Data)
{
    public static HistoryView Of(HistoryEntry entry) => new(entry.Version, entry.Kind, entry.EffectiveAt, entry.RecordedAt, entry.Actor,
        EventTexts.Say(RulesJson.Read<UnitEvent>(entry.Body.Span)), JsonNode.Parse(entry.Body.Span));
}
