namespace Supervision.Rules.Tests.Time;

public class PeriodTests
{
    [Theory]
    [InlineData("2026-04", "2026-04-01", "2026-04-30")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29")]
    [InlineData("2026-12", "2026-12-01", "2026-12-31")]
    [InlineData("2026Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026Q2", "2026-04-01", "2026-06-30")]
    [InlineData("2026Q4", "2026-10-01", "2026-12-31")]
    public void Text_OfAPeriod_RoundTripsAndSpansItsDays(string text, string first, string last)
    {
        var period = Period.Parse(text);
        period.ToString().Should().Be(text);
        (period.FirstDay, period.LastDay).Should().Be((Civil.Day(first), Civil.Day(last)));
        RulesJson.Read<UnitEvent>(RulesJson.Write<UnitEvent>(new PeriodDueSoon(period, 7))).Should().Be(new PeriodDueSoon(period, 7));
        period.Next.Previous.Should().Be(period);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-4")]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("2026-4 ")]
    [InlineData("2026/04")]
    [InlineData("2026Q0")]
    [InlineData("2026Q5")]
    [InlineData("2026q2")]
    [InlineData("2026-04-01")]
    [InlineData("1999-12")]
    [InlineData("2200-01")]
    [InlineData("２０２６-04")]
    [InlineData("+026-04")]
    public void Text_OfAnythingElse_IsRefused(string? text) => Period.TryParse(text, out _).Should().BeFalse();

    [Theory]
    [InlineData("2026-04-30 23:59:59.999", "2026-04", "2026Q2")]
    [InlineData("2026-05-01 00:00", "2026-05", "2026Q2")]
    [InlineData("2026-06-30 23:59:59.999", "2026-06", "2026Q2")]
    [InlineData("2026-07-01 00:00", "2026-07", "2026Q3")]
    [InlineData("2026-12-31 23:59:59.999", "2026-12", "2026Q4")]
    public void Instant_AtADaysBoundary_LiesInExactlyOnePeriod(string at, string month, string quarter)
    {
        var instant = Civil.At(at);
        Duties.PeriodOf(UnitKind.School, instant).ToString().Should().Be(month);
        Duties.PeriodOf(UnitKind.Institution, instant).ToString().Should().Be(quarter);
        var period = Period.Parse(month);
        new[] { period.Previous, period, period.Next }.Count(each => each.Contains(instant)).Should().Be(1);
    }

    [Fact]
    public void Periods_AreHalfOpen_AndOrderedByTime()
    {
        var april = Period.Month(2026, 4);
        april.End.Should().Be(april.Next.Start);
        april.Contains(april.End).Should().BeFalse();
        (april < april.Next && april.Next > april && april <= april.Next && april.Next >= april).Should().BeTrue();
        (april.Next.Index, april.IsMonth, Period.Quarter(2026, 3).Index, Period.Quarter(2026, 3).IsMonth).Should().Be((5, true, 3, false));
    }

    [Fact]
    public void Json_OfAnythingButText_IsRefused() =>
        FluentActions
            .Invoking(() => RulesJson.Read<UnitEvent>("""{"e":"period-due-soon","period":202604,"daysLeft":7}"""u8))
            .Should()
            .Throw<System.Text.Json.JsonException>();
}
