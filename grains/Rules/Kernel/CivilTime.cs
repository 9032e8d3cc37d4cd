namespace Supervision.Rules.Kernel;

/// <summary>
/// Civil time of the whole system: Asia/Shanghai, +08:00, no summer time (domain rule 5.1.1). Dates are decided here and
/// nowhere else; a date is never taken from a UTC instant directly.
/// </summary>
public static class CivilTime
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>The first instant of a day, 00:00:00 +08:00, expressed in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();

    /// <summary>The instant from which something due on <paramref name="due"/> (inclusive) is overdue: the next day's 00:00 (5.1.3).</summary>
    public static DateTimeOffset EndOf(DateOnly due) => StartOf(due.AddDays(1));

    /// <summary>
    /// The instant as the journal keeps it: UTC, whole milliseconds. Finer digits are cut, never rounded, so that
    /// 23:59:59.9999 stays in its day.
    /// </summary>
    public static DateTimeOffset Keep(DateTimeOffset instant)
    {
        var ticks = instant.UtcTicks;
        return new DateTimeOffset(ticks - ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }
}
