namespace Supervision.Rules.Tests.Time;

public class SchoolCalendarTests
{
    /// <summary>Counted independently of this code; months that rest on assumed public holidays are left out.</summary>
    public static TheoryData<string, int, int, string, string> Months()
    {
        using var stream = typeof(SchoolCalendarTests).Assembly.GetManifestResourceStream("month-days-zhejiang.csv")!;
        using var reader = new StreamReader(stream);
        var data = new TheoryData<string, int, int, string, string>();
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            if (line.Contains("assumed dates", StringComparison.Ordinal))
                continue;
            var cells = line.Split(',');
            data.Add(
                cells[0],
                int.Parse(cells[2], CultureInfo.InvariantCulture),
                int.Parse(cells[3], CultureInfo.InvariantCulture),
                cells[4],
                cells[5]
            );
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Months))]
    public void Month_InZhejiang_HasTheTeachingDaysOfTheOracle(string month, int workDays, int schoolDays, string first, string last)
    {
        var period = Period.Parse(month);
        var days = Enumerable.Range(0, period.LastDay.Day).Select(period.FirstDay.AddDays).ToList();
        var taught = days.Where(A.Zhejiang.IsTeachingDay).ToList();

        days.Count(A.Zhejiang.Work.IsWorkingDay).Should().Be(workDays);
        A.Zhejiang.TeachingDays(period.FirstDay, period.LastDay).Should().Be(schoolDays).And.Be(taught.Count);
        if (schoolDays > 0)
            (taught[0], taught[^1]).Should().Be((Civil.Day(first), Civil.Day(last)));
        A.Zhejiang.IsProvisional(period.FirstDay, period.LastDay).Should().BeFalse();
    }

    [Fact]
    public void Oracle_IsThere() => Months().Count.Should().Be(16);

    [Fact]
    public void TeachingDays_LastBeforeFirst_IsZero() =>
        A.Zhejiang.TeachingDays(Civil.Day("2026-05-01"), Civil.Day("2026-04-30")).Should().Be(0);

    [Theory]
    [InlineData("2027-03-01", "2027-03-31")] // terms known, holidays not announced
    [InlineData("2026-12-01", "2027-01-31")]
    [InlineData("2025-07-01", "2025-07-31")] // holidays known, school year 2024 has no terms
    public void Span_TouchingUnknownHolidaysOrTerms_IsProvisional(string first, string last) =>
        A.Zhejiang.IsProvisional(Civil.Day(first), Civil.Day(last)).Should().BeTrue();

    [Theory]
    [InlineData("2026-01-20", true)]
    [InlineData("2026-01-21", false)]
    [InlineData("2026-02-27", false)]
    [InlineData("2026-03-02", true)]
    [InlineData("2026-06-30", true)]
    [InlineData("2026-07-01", false)]
    [InlineData("2026-08-31", false)]
    [InlineData("2026-09-01", true)]
    public void Province_WithoutTerms_HasAssumedOnes(string day, bool taught)
    {
        var calendar = new SchoolCalendar(Calendars.StateCouncil, Calendars.TermsOf("41"));
        calendar.IsTeachingDay(Civil.Day(day)).Should().Be(taught);
        calendar.IsProvisional(Civil.Day(day), Civil.Day(day)).Should().BeTrue();
    }
}
