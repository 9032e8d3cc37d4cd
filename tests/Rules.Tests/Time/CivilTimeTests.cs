namespace Supervision.Rules.Tests.Time;

public class CivilTimeTests
{
    [Theory]
    [InlineData("2026-04-30T15:59:59.9999999Z", "2026-04-30")]
    [InlineData("2026-04-30T16:00:00Z", "2026-05-01")]
    [InlineData("2026-05-01T00:00:00+08:00", "2026-05-01")]
    [InlineData("2026-04-30T09:00:00-08:00", "2026-05-01")]
    public void DateOf_AnyOffset_IsTheDayInShanghai(string instant, string day) =>
        CivilTime.DateOf(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).Should().Be(Civil.Day(day));

    [Fact]
    public void EndOf_DueDay_IsMidnightOfTheNextDay()
    {
        CivilTime.EndOf(Civil.Day("2026-12-31")).Should().Be(Civil.At("2027-01-01")).And.Be(CivilTime.StartOf(Civil.Day("2027-01-01")));
        CivilTime.StartOf(Civil.Day("2026-05-01")).Offset.Should().Be(TimeSpan.Zero, "instants are kept in UTC");
    }

    [Fact]
    public void Keep_FinerThanAMillisecond_IsCutAndStaysInItsDay()
    {
        var last = Civil.At("2026-04-30 23:59:59.999");
        CivilTime.Keep(last.AddTicks(9_999)).Should().Be(last);
    }
}
