using System.Globalization;

namespace Supervision.Rules.Channels;

/// <summary>When a channel keeps quiet, by the civil clock and the State Council's working days.</summary>
public static class QuietRule
{
    /// <summary>Longer than any run of days off the State Council ever made.</summary>
    private const int DaysLookedAhead = 40;

    /// <summary>Whether an alert of this kind waits now.</summary>
    public static bool Holds(QuietHours? quiet, string kind, DateTimeOffset now, WorkCalendar calendar) =>
        quiet is not null && !AlertKinds.IsUrgent(kind) && IsQuiet(quiet, now, calendar);

    public static bool IsQuiet(QuietHours quiet, DateTimeOffset now, WorkCalendar calendar)
    {
        var civil = now.ToOffset(CivilTime.Offset);
        if (quiet.DaysOff && !calendar.IsWorkingDay(CivilTime.DateOf(now)))
            return true;
        var (from, to, at) = (Parse(quiet.From), Parse(quiet.To), TimeOnly.FromTimeSpan(civil.TimeOfDay));
        return from < to ? at >= from && at < to : at >= from || at < to;
    }

    /// <summary>The first instant that is quiet no more; null when it is not quiet now, or will be for ever.</summary>
    public static DateTimeOffset? EndsAt(QuietHours quiet, DateTimeOffset now, WorkCalendar calendar)
    {
        if (!IsQuiet(quiet, now, calendar))
            return null;
        var (today, to) = (CivilTime.DateOf(now), Parse(quiet.To).ToTimeSpan());
        for (var day = today; day <= today.AddDays(DaysLookedAhead); day = day.AddDays(1))
            foreach (var end in (DateTimeOffset[])[CivilTime.StartOf(day), CivilTime.StartOf(day) + to])
                if (end > now && !IsQuiet(quiet, end, calendar))
                    return end;
        return null;
    }

    /// <summary>Null unless it is <c>HH:mm</c>.</summary>
    public static TimeOnly? Time(string? text) =>
        TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private static TimeOnly Parse(string text) => Time(text) ?? throw new FormatException($"'{text}' is not HH:mm.");
}
