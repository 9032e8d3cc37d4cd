namespace Supervision.Rules.Tests.Channels;

public sealed class QuietRuleTests
{
    private static readonly QuietHours Nights = new("22:00", "07:00", DaysOff: true);

    [Theory]
    [InlineData("2026-05-08 21:59", null)]
    [InlineData("2026-05-08 22:00", "2026-05-09 07:00")] // Friday night; Saturday 9 May is worked in exchange for Labour Day
    [InlineData("2026-05-09 06:59", "2026-05-09 07:00")]
    [InlineData("2026-05-09 12:00", null)]
    [InlineData("2026-05-09 22:30", "2026-05-11 07:00")] // Sunday 10 May is off
    [InlineData("2026-05-10 12:00", "2026-05-11 07:00")]
    [InlineData("2026-04-30 23:00", "2026-05-06 07:00")] // Labour Day, 1–5 May
    [InlineData("2026-09-19 12:00", "2026-09-20 07:00")] // Sunday 20 September is worked in exchange for the National Day
    [InlineData("2026-05-11 00:00", "2026-05-11 07:00")]
    public void EndsAt_IsTheNextWorkingMorning(string now, string? end) =>
        QuietRule.EndsAt(Nights, At(now), Calendars.StateCouncil).Should().Be(end is null ? null : At(end));

    [Theory]
    [InlineData("2026-05-10 12:00", false)] // a Sunday, but days off are not quiet by themselves
    [InlineData("2026-05-10 22:00", true)]
    public void IsQuiet_WithoutDaysOff_KnowsHoursOnly(string now, bool quiet) =>
        QuietRule.IsQuiet(Nights with { DaysOff = false }, At(now), Calendars.StateCouncil).Should().Be(quiet);

    [Theory]
    [InlineData("11:59", false)]
    [InlineData("12:00", true)]
    [InlineData("13:59", true)]
    [InlineData("14:00", false)]
    public void IsQuiet_WithinADay_EndsExclusive(string time, bool quiet) =>
        QuietRule.IsQuiet(new("12:00", "14:00", false), At("2026-05-11 " + time), Calendars.StateCouncil).Should().Be(quiet);

    [Fact]
    public void Holds_UrgentAlertsNever_AndNothingWithoutQuietHours()
    {
        var night = At("2026-05-11 03:00");
        QuietRule.Holds(Nights, "missed-visit", night, Calendars.StateCouncil).Should().BeTrue();
        QuietRule.Holds(Nights, "serious-found", night, Calendars.StateCouncil).Should().BeFalse();
        QuietRule.Holds(null, "missed-visit", night, Calendars.StateCouncil).Should().BeFalse();
    }

    [Fact]
    public void EndsAt_IsWhereQuietEnds_AtEveryQuarterOfTwoMonths()
    {
        for (var now = At("2026-04-20 00:00"); now < At("2026-06-20 00:00"); now += TimeSpan.FromMinutes(15))
        {
            var end = QuietRule.EndsAt(Nights, now, Calendars.StateCouncil);
            (end is not null).Should().Be(QuietRule.IsQuiet(Nights, now, Calendars.StateCouncil));
            if (end is null)
                continue;
            QuietRule.IsQuiet(Nights, end.Value, Calendars.StateCouncil).Should().BeFalse();
            QuietRule.IsQuiet(Nights, end.Value.AddTicks(-1), Calendars.StateCouncil).Should().BeTrue();
        }
    }

    private static DateTimeOffset At(string civil) =>
        new DateTimeOffset(DateTime.Parse(civil, System.Globalization.CultureInfo.InvariantCulture), CivilTime.Offset).ToUniversalTime();
}
