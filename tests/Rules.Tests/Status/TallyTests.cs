using CsCheck;

namespace Supervision.Rules.Tests.Status;

public class TallyTests
{
    private static readonly CoverageTally None = CoverageTally.Empty(UnitKind.School, Period.Month(2026, 4));

    [Theory]
    [InlineData(1, 16, 6.3)] // 6.25, half up
    [InlineData(1, 3, 33.3)]
    [InlineData(2, 3, 66.7)]
    [InlineData(1, 2000, 0.1)] // 0.05
    [InlineData(1999, 2000, 100.0)] // 99.95
    [InlineData(0, 7, 0.0)]
    [InlineData(7, 7, 100.0)]
    public void Percentages_AreRoundedHalfUpToOneDecimal(int satisfied, int expected, double percent)
    {
        var tally = None with { Satisfied = satisfied, Missed = expected - satisfied };
        (tally.Coverage, tally.Timeliness).Should().Be(((decimal)percent, (decimal)percent));
    }

    [Fact]
    public void Tally_WithNothingExpected_HasNoPercentage() =>
        ((None with { Exempt = 9 }).Coverage, (None with { Exempt = 9 }).Timeliness).Should().Be((null, null));

    [Fact]
    public void Excused_IsExpected_ShownApart_AndNotVisited()
    {
        var tally = None with { Satisfied = 1, SatisfiedLate = 1, Excused = 1, Missed = 1, Exempt = 4 };
        (tally.Expected, tally.Coverage, tally.Timeliness).Should().Be((4, 50m, 25m));
    }

    [Fact]
    public void Tallies_AreSummed_NeverAveraged()
    {
        var small = None with { Satisfied = 1 };
        var large = None with { Satisfied = 1, Missed = 9 };
        small.Plus(large).Coverage.Should().Be(18.2m, "2 of 11, not the mean of 100 and 10");
        FluentActions.Invoking(() => small.Plus(large with { Period = Period.Month(2026, 5) })).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Row_FollowsFromTheState()
    {
        var life = A.VisitedSchool().Visit("2026-04-29 09:00", uploadedAt: "2026-05-08");
        var row = Summaries.Of(life.State, 7, life.Rules);
        (row.Unit, row.Version, row.Colour, row.Period, row.State, row.Required, row.Done, row.AwaitingApproval)
            .Should()
            .Be(("school/2133901746", 7, Colour.Red, Period.Month(2026, 5), DutyState.Pending, 1, 0, 1));
        row.Recent.Select(mark => (mark.Period.Index, mark.State))
            .Should()
            .Equal((3, DutyState.Satisfied), (4, DutyState.Missed), (5, DutyState.Pending));
        row.NextDueAt.Should().Be(Civil.At("2026-05-25"));
        A.Json(RulesJson.Read<UnitSummary>(RulesJson.Write(row))).Should().Be(A.Json(row));
        Summaries.Of(life.At("2028-01-01").State, 8, life.Rules).Recent.Should().HaveCount(12);
    }

    [Fact]
    public void Tally_OfRows_CountsTheTwoNewestPeriods_AndNoClosedUnits()
    {
        UnitSummary Row(Life life) => Summaries.Of(life.At("2026-05-08").State, 1, life.Rules);
        var tally = Summaries.Tally(
            [
                Row(A.VisitedSchool()),
                Row(A.VisitedSchool().Visit("2026-04-09 09:00")),
                Row(A.School().RegisteredAt("2026-05-05")),
                Row(A.VisitedSchool().Becomes(UnitStatus.Closed)),
                Row(A.Institution().InspectedBy(A.Inspector).RegisteredAt("2026-04-01")),
            ],
            3
        );
        tally
            .Coverage.Select(cell => (cell.Kind, cell.Period.ToString(), cell.Expected, cell.Satisfied, cell.Missed))
            .Should()
            .Equal((UnitKind.School, "2026-05", 3, 0, 0), (UnitKind.School, "2026-04", 2, 1, 1), (UnitKind.Institution, "2026Q2", 1, 0, 0));
        (tally.Unassigned, tally.OpenAlerts, tally.Red, tally.White, tally.Grey).Should().Be((1, 3, 1, 3, 1));
    }

    /// <summary>Invariant 13, for rows that have come to different periods.</summary>
    [Fact]
    public void SumOfChildren_IsTheTallyOfAllRows()
    {
        var templates = new[]
        {
            A.VisitedSchool(),
            A.VisitedSchool().At("2026-04-30"),
            A.VisitedSchool().At("2026-06-02"),
            A.VisitedSchool().At("2026-08-20"),
            A.School().RegisteredAt("2026-05-05"),
            A.VisitedSchool().Visit("2026-04-09 09:00").At("2026-05-02"),
            A.VisitedSchool().Visit("2026-04-29 09:00", uploadedAt: "2026-05-09"),
            A.VisitedSchool().At("2026-05-03").Excuse("2026-04"),
            A.VisitedSchool().Becomes(UnitStatus.Closed),
            A.VisitedSchool().Becomes(UnitStatus.Suspended).At("2026-05-03"),
            A.Institution().RegisteredAt("2026-03-01"),
            A.Institution().RegisteredAt("2026-03-01").At("2026-09-01"),
        }
            .Select(life => Summaries.Of(life.State, 1, life.Rules))
            .ToArray();

        Gen.Int[0, templates.Length - 1]
            .Select(i => templates[i])
            .Array[0, 8]
            .Array[0, 5]
            .Sample(
                counties =>
                {
                    var all = Summaries.Tally(counties.SelectMany(rows => rows), counties.Length);
                    var sum = Summaries.Sum(counties.Select(rows => Summaries.Tally(rows, 1)));
                    (sum with { Coverage = [] }).Should().Be(all with { Coverage = [] });
                    sum.Coverage.Should().Equal(all.Coverage);
                },
                iter: 1_000,
                threads: 1
            );
    }
}
