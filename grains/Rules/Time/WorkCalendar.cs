namespace Supervision.Rules.Time;

/// <summary>The State Council's working days: weekends off, public holidays off, make-up weekends worked.</summary>
/// <remarks>A year whose notice is not published yet counts weekends only and is <see cref="IsProvisional"/> (5.1.7).</remarks>
public sealed class WorkCalendar(IReadOnlyDictionary<int, WorkCalendar.Notice> notices)
{
    /// <param name="Published">False when the State Council has not announced the year.</param>
    /// <param name="Off">Days off, each with the holiday's name.</param>
    /// <param name="Worked">Saturdays and Sundays worked in exchange.</param>
    public sealed record Notice(bool Published, IReadOnlyDictionary<DateOnly, string> Off, IReadOnlySet<DateOnly> Worked);

    public bool IsProvisional(int year) => !notices.TryGetValue(year, out var notice) || !notice.Published;

    public bool IsWorkingDay(DateOnly day)
    {
        var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (!notices.TryGetValue(day.Year, out var notice))
            return !weekend;
        return weekend ? notice.Worked.Contains(day) : !notice.Off.ContainsKey(day);
    }

    /// <summary>W(n): the <paramref name="n"/>-th working day after <paramref name="start"/>, which is day 0; inclusive deadline (5.1.2).</summary>
    /// <param name="n">0 or more; 0 gives <paramref name="start"/> itself.</param>
    public DateOnly AddWorkingDays(DateOnly start, int n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        var day = start;
        while (n > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
                n--;
        }

        return day;
    }

    /// <summary>Where the reminder of a fixed date goes: fixed dates never move, their reminders move forward in time to a working day (5.1.4).</summary>
    public DateOnly LastWorkingDayOnOrBefore(DateOnly day)
    {
        while (!IsWorkingDay(day))
            day = day.AddDays(-1);
        return day;
    }
}
