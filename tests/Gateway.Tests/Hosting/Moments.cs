using System.Globalization;

namespace Supervision.Gateway.Tests.Hosting;

/// <summary>Civil instants as people write them, and the sandbox's clock.</summary>
internal static class Moments
{
    /// <param name="civil"><c>2026-03-02 10:00</c>, finer if wanted, +08:00.</param>
    public static DateTimeOffset At(string civil) => DateTimeOffset.Parse(civil + "+08:00", CultureInfo.InvariantCulture);

    public static async Task<SandboxApi.ClockView> AdvanceTo(this Person person, string civil) =>
        (await person.Post("/api/v1/sandbox/clock", new { advanceTo = At(civil) })).As<SandboxApi.ClockView>();

    /// <summary>A visit as a phone sends it.</summary>
    public static object Visit(string start, string end, string? inspector = null) =>
        new
        {
            inspector,
            kind = "Regular",
            startedAt = At(start),
            endedAt = At(end),
            methods = new[] { new { method = "SiteInspection", count = 1 } },
            note = (string?)null,
        };
}
