using System.Text.Json.Nodes;
using Supervision.Gateway.Api;

namespace Supervision.Gateway.Live;

/// <summary>A unit's history as its own user sees it: without plans, visits that are doubted, complaints, and the day drawn for a look-back (L77).</summary>
internal static class OwnEyes
{
    private const string DrawnDay = nameof(DeadlineKind.LookBackDay);

    /// <summary>A voided visit was doubted or held; the unit is told of neither decision.</summary>
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal)
    {
        "visit-planned", "visit-plan-dropped", "visit-flagged", "flagged-visit-confirmed", "visit-voided", "complaint-counted",
    };

    public static bool IsHidden(string kind) => Hidden.Contains(kind);

    /// <summary>Null for what the unit is not told of.</summary>
    public static HistoryView? Of(HistoryEntry entry) => !IsHidden(entry.Kind) && HistoryView.Of(entry) is var view && !IsDrawnDay(view) ? See(view) : null;

    private static bool IsDrawnDay(HistoryView entry) => entry.Kind == "deadline-passed" && Text(entry.Data, "kind") == DrawnDay;

    private static HistoryView See(HistoryView entry)
    {
        if (entry.Data is not JsonObject data) return entry;
        if (data["deadlines"] is JsonArray deadlines) deadlines.RemoveAll(deadline => Text(deadline, "kind") == DrawnDay);
        if (entry.Kind == "issue-opened" && Text(data, "origin") == nameof(IssueOrigin.Complaint)) data["foundBy"] = "";
        return entry;
    }

    private static string? Text(JsonNode? node, string member) => node is JsonObject data && data[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
