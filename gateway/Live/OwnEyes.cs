using System.Text.Json.Nodes;
using Supervision.Gateway.Api;

namespace Supervision.Gateway.Live;

/// <summary>A unit's history as its own user sees it: without plans, visits that are doubted, complaints, and the day drawn for a look-back (L77).</summary>
internal static class OwnEyes
{
    private const int MostEntries = 200;
    private const string DrawnDay = nameof(DeadlineKind.LookBackDay);

    /// <summary>A voided visit was doubted or held; the unit is told of neither decision.</summary>
    private static readonly HashSet<string> Hidden = new(StringComparer.Ordinal)
    {
        "visit-planned", "visit-plan-dropped", "visit-flagged", "flagged-visit-confirmed", "visit-voided", "complaint-counted",
    };

    public static bool IsHidden(string kind) => Hidden.Contains(kind);

    /// <summary>Newest first; pages are as long as asked for as long as there is anything to see.</summary>
    /// <param name="take">1–200.</param>
    public static async Task<IReadOnlyList<HistoryView>> History(IUnitGrain unit, long before, int take)
    {
        take = Math.Clamp(take, 1, MostEntries);
        var seen = new List<HistoryView>(take);
        while (seen.Count < take)
        {
            var page = await unit.History(before, take);
            seen.AddRange(page.Where(entry => !IsHidden(entry.Kind)).Select(HistoryView.Of).Where(entry => !IsDrawnDay(entry)).Select(See));
            if (page.Length < take) break;
            before = page[^1].Version;
        }

        return seen.Count > take ? seen[..take] : seen;
    }

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
