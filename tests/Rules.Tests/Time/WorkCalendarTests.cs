namespace Supervision.Rules.Tests.Time;

public class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = Calendars.StateCouncil;

    [Theory]
    [InlineData("2026-01-04", true)] // Sunday worked for New Year
    [InlineData("2026-02-14", true)] // Saturday worked for Spring Festival
    [InlineData("2026-02-28", true)]
    [InlineData("2026-05-09", true)]
    [InlineData("2026-09-20", true)]
    [InlineData("2026-10-10", true)]
    [InlineData("2026-01-02", false)] // Friday off
    [InlineData("2026-02-16", false)]
    [InlineData("2026-04-06", false)] // Monday off for Qingming
    [InlineData("2026-05-05", false)]
    [InlineData("2026-06-19", false)]
    [InlineData("2026-09-25", false)]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-04-11", false)] // plain Saturday
    [InlineData("2026-04-13", true)] // plain Monday
    public void Day2026_IsWorkedOrNot_AsTheStateCouncilSays(string day, bool worked) =>
        Calendar.IsWorkingDay(Civil.Day(day)).Should().Be(worked);

    [Theory]
    [InlineData("2026-04-02", 0, "2026-04-02")]
    [InlineData("2026-04-02", 1, "2026-04-03")]
    [InlineData("2026-04-02", 2, "2026-04-07")] // over Qingming, Saturday to Monday
    [InlineData("2026-04-04", 1, "2026-04-07")] // starts on a day off
    [InlineData("2026-05-08", 1, "2026-05-09")] // a make-up Saturday counts
    [InlineData("2026-09-30", 3, "2026-10-10")]
    [InlineData("2026-12-31", 1, "2027-01-01")] // 2027 is not announced: weekends only
    public void AddWorkingDays_CountsFromTheDayAfter_AndLandsOnAWorkingDay(string start, int n, string due) =>
        Calendar.AddWorkingDays(Civil.Day(start), n).Should().Be(Civil.Day(due));

    [Fact]
    public void AddWorkingDays_Negative_IsABug() =>
        FluentActions.Invoking(() => Calendar.AddWorkingDays(Civil.Day("2026-04-02"), -1)).Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData("2026-05-31", "2026-05-29")] // Sunday
    [InlineData("2026-02-22", "2026-02-14")] // nine days of Spring Festival, before them a make-up Saturday
    [InlineData("2026-04-30", "2026-04-30")]
    [InlineData("2026-10-10", "2026-10-10")]
    public void LastWorkingDayOnOrBefore_DayOff_IsEarlier(string day, string reminder) =>
        Calendar.LastWorkingDayOnOrBefore(Civil.Day(day)).Should().Be(Civil.Day(reminder));

    [Theory]
    [InlineData(2025, false)]
    [InlineData(2026, false)]
    [InlineData(2027, true)] // listed, not published
    [InlineData(2040, true)] // not listed
    public void Year_WithoutNotice_IsProvisional(int year, bool provisional) => Calendar.IsProvisional(year).Should().Be(provisional);
}
