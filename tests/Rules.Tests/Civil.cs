namespace Supervision.Rules.Tests;

/// <summary>Dates and instants as tests write them: civil time, <c>2026-04-30</c> or <c>2026-04-30 23:59:59.999</c>.</summary>
internal static class Civil
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss.fff"];

    public static DateTimeOffset At(string text) =>
        new DateTimeOffset(
            DateTime.ParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None),
            CivilTime.Offset
        ).ToUniversalTime();

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The civil wall clock of an instant, to read failures by.</summary>
    public static string Clock(DateTimeOffset? instant) =>
        instant is null
            ? "never"
            : instant.Value.ToOffset(CivilTime.Offset).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
