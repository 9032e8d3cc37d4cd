using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Supervision.Gateway.Api;

/// <param name="EffectiveAt">When it became true.</param>
/// <param name="RecordedAt">When the system came to know.</param>
/// <param name="Text">In words.</param>
/// <param name="Data">The event itself.</param>
public sealed record HistoryView(long Version, string Kind, DateTimeOffset EffectiveAt, DateTimeOffset RecordedAt, string Actor, Text Text, JsonNode? Data)
{
    private static readonly FrozenSet<string> Hidden =
        FrozenSet.Create(StringComparer.Ordinal, "visit-planned", "visit-plan-dropped", "visit-flagged", "flagged-visit-confirmed", "visit-voided", "complaint-counted");

    /// <summary>Kinds of events the unit itself is never told of.</summary>
    public static bool IsHidden(string kind) => Hidden.Contains(kind);

    /// <param name="ownEyes">For the unit itself, which never learns of visits to come, of visits that are doubted, of the day drawn for a look-back, or of who complained (L77).</param>
    /// <returns>Null when it is not for the unit at all.</returns>
    public static HistoryView? Of(HistoryEntry entry, bool ownEyes)
    {
        var happened = RulesJson.Read<UnitEvent>(entry.Body.Span);
        var view = new HistoryView(entry.Version, entry.Kind, entry.EffectiveAt, entry.RecordedAt, entry.Actor, EventTexts.Say(happened), JsonNode.Parse(entry.Body.Span));
        if (!ownEyes) return view;
        if (IsHidden(entry.Kind) || happened is DeadlinePassed { Kind: DeadlineKind.LookBackDay }) return null;
        if (view.Data?["deadlines"] is JsonArray deadlines)
            foreach (var day in deadlines.Where(deadline => (string?)deadline?["kind"] == nameof(DeadlineKind.LookBackDay)).ToList()) deadlines.Remove(day);
        if (happened is not IssueOpened { Origin: IssueOrigin.Complaint }) return view;
        view.Data!["foundBy"] = "";
        return view with { Actor = "" };
    }
}
