namespace Supervision.Rules.Tests.Status;

public class CoverageHistoryTests
{
    private static readonly DateTimeOffset Now = Civil.At("2026-05-08");

    private static UnitSummary Row(Life life) => Summaries.Of(life.At("2026-05-08").State, 1, life.Rules);

    private static CoverageTally Of(IEnumerable<CoverageTally> series, string period) =>
        series.Single(tally => tally.Period == Period.Parse(period));

    [Fact]
    public void Months_WithoutGaps_OldestFirst_QuartersThatTouchThem()
    {
        var series = CoverageHistory.Of([Row(A.VisitedSchool())], Now, 4);

        series.Select(tally => $"{tally.Period}").Should().Equal("2026-02", "2026-03", "2026-04", "2026-05", "2026Q1", "2026Q2");
        Of(series, "2026-02").Coverage.Should().BeNull("nothing was owed");
        (Of(series, "2026-03").Satisfied, Of(series, "2026-04").Missed, Of(series, "2026-05").Pending).Should().Be((1, 1, 1));
    }

    [Fact]
    public void UnitClosedSince_CountsInTheMonthsItOwed()
    {
        var series = CoverageHistory.Of([Row(A.VisitedSchool().At("2026-05-04").Becomes(UnitStatus.Closed))], Now, 3);

        (Of(series, "2026-04").Missed, Of(series, "2026-05").Expected).Should().Be((1, 0));
    }

    [Fact]
    public void SumOfParts_IsTheWhole()
    {
        UnitSummary[] rows =
        [
            Row(A.VisitedSchool()),
            Row(A.VisitedSchool().Visit("2026-04-09 09:00")),
            Row(A.School().RegisteredAt("2026-05-05")),
            Row(A.Institution().InspectedBy(A.Inspector).RegisteredAt("2026-04-01")),
        ];

        CoverageHistory
            .Sum([CoverageHistory.Of(rows[..1], Now, 12), CoverageHistory.Of(rows[1..], Now, 12)], Now, 12)
            .Should()
            .Equal(CoverageHistory.Of(rows, Now, 12));
        CoverageHistory.Sum([], Now, 12).Should().Equal(CoverageHistory.Of([], Now, 12));
    }
}
