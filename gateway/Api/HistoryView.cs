using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Supervision.Gateway.Api;

/// <param name="EffectiveAt">When it became true.</param>
/// <param name="RecordedAt">When the system came to know.</param>
/// <param name="Text">In words.</param>
/// <param name="Data">The event itself.</param>
public sealed record HistoryView(long Version, string Kind, DateTimeOffset EffectiveAt, DateTimeOffset RecordedAt, string Actor, Text Text, JsonNode? Data)
{
    private const string ComplaintCounted = "complaint-counted";

    private static readonly FrozenSet<string> Hidden =
        FrozenSet.Create(StringComparer.Ordinal, "visit-planned", "visit-plan-dropped", "visit-flagged", "flagged-visit-confirmed", "visit-voided", ComplaintCounted);

    /// <summary>Kinds of events the unit itself is never told of.</summary>
    public static bool IsHidden(string kind) => Hidden.Contains(kind);

    /// <param name="reader">The unit itself never learns of visits to come, of visits that are doubted, of the day drawn for a look-back, or of who complained (L77).</param>
    /// <returns>Null when it is not for the reader at all.</returns>
    public static HistoryView? Of(HistoryEntry entry, Actor reader)
    {
        if (entry.Kind == ComplaintCounted && !May.ReadComplaints.Has(reader.Role)) return null;
        var happened = RulesJson.Read<UnitEvent>(entry.Body.Span);
        var view = new HistoryView(entry.Version, entry.Kind, entry.EffectiveAt, entry.RecordedAt, entry.Actor, EventTexts.Say(happened), JsonNode.Parse(entry.Body.Span));
        if (happened is IssueOpened { Origin: IssueOrigin.Complaint } && !May.ReadComplaints.Has(reader.Role))
        {
            view = view with { Actor = "" };
            view.Data!["foundBy"] = "";
        }

        if (reader.Role != ActorRole.UnitUser) return view;
        if (IsHidden(entry.Kind) || happened is DeadlinePassed { Kind: DeadlineKind.LookBackDay }) return null;
        if (view.Data?["deadlines"] is JsonArray deadlines)
            foreach (var day in deadlines.Where(deadline => (string?)deadline?["kind"] == nameof(DeadlineKind.LookBackDay)).ToList()) deadlines.Remove(day);
        return view;
    }
}
