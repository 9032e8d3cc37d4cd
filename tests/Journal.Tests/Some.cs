using System.Text;

namespace Supervision.Journal.Tests;

/// <summary>Builders with defaults; a test names only what it is about.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Noon = new(2026, 4, 15, 4, 0, 0, TimeSpan.Zero);

    public static byte[] Json(string value) => Encoding.UTF8.GetBytes($$"""{"值":"{{value}}"}""");

    public static NewEvent Event(string kind = "visit-accepted", string payload = "first") =>
        new(kind, Noon.AddDays(-1), Noon, "li", Json(payload));

    public static Head Head(
        string stream,
        long version,
        string county = "330106",
        string? inspector = "ins-1",
        DateTimeOffset? due = null
    ) => new(stream, version, county, inspector, due, Json($"{stream}@{version}"));

    public static Receipt Receipt(Guid? opId = null, string body = "accepted") =>
        new(opId ?? Guid.CreateVersion7(Noon), new byte[] { 1, 2, 3 }, Noon, Json(body));

    public static NewAlert Alert(string id, params string[] recipients) =>
        new(id, "missed-visit", recipients, Noon, Noon.AddMinutes(1), Json(id));

    public static NewDocument Notice(int number, int year = 2026) => new($"notice:{number}", "rectification-notice", year);

    public static IssueRow Issue(
        int number,
        string state = "open",
        string severity = "serious",
        string category = "fire/exits",
        DateTimeOffset? opened = null,
        DateOnly? due = null,
        DateTimeOffset? closed = null
    ) => new(number, state, severity, category, opened ?? Noon, due, closed, Json($"{number} {state}"));

    /// <summary>One event after <paramref name="expected"/>.</summary>
    public static Append Append(
        string stream,
        long expected = 0,
        Receipt? receipt = null,
        Head? head = null,
        NewEvent[]? events = null,
        NewAlert[]? alerts = null,
        string[]? resolved = null
    )
    {
        events ??= [Event()];
        return new Append(
            expected,
            events,
            head ?? Head(stream, expected + events.Length),
            receipt,
            alerts ?? [],
            [.. (resolved ?? []).Select(id => new ResolvedAlert(id, "visited-since"))]
        );
    }
}
