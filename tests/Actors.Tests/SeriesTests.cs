namespace Supervision.Actors.Tests;

/// <summary>Twelve months behind a county's and a region's board.</summary>
public abstract class SeriesTests(StoreUnderTest kind) : ActorSuite(kind)
{
    private static readonly Period April = Period.Parse("2026-04");

    [Fact]
    public async Task Region_MonthsOfItsChildren_NumeratorsAndDenominatorsAdded()
    {
        await RegisterAll();
        await Silo.RegisterCounty("330522");
        await Silo.RegisterSchool("2", county: "330522");
        await Silo.RegisterSchool("3", county: "330522");
        await Silo.RegisterCounty("330681");
        await Silo.RegisterSchool("4", county: "330681");
        await Silo.Visit();
        await Silo.AdvanceTo("2026-05-03 09:00");

        var city = await Until.Is(() => Silo.Region("3305").Series(12), series => series is not null && Of(series, April).Expected == 3);
        var province = await Until.Is(() => Silo.Region("33").Series(12), series => series is not null && Of(series, April).Expected == 4);

        (Of(city!, April).Satisfied, Of(city!, April).Missed, Of(city!, April).Coverage).Should().Be((1, 2, 33.3m));
        (Of(province!, April).Satisfied, Of(province!, April).Missed, Of(province!, April).Coverage).Should().Be((1, 3, 25.0m));
        province!
            .Points.Where(point => point.Kind == UnitKind.School)
            .Select(point => point.Period.ToString())
            .Should()
            .HaveCount(12)
            .And.BeInAscendingOrder()
            .And.EndWith("2026-05");
        Of(province, Period.Parse("2026-03")).Coverage.Should().BeNull("nobody was registered then");
        province.Silent.Should().BeEmpty();
    }

    [Fact]
    public async Task ClosedMonth_LateVisit_IsRestatedInCountyAndRegion()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-05-02 09:00");
        await Until.Is(() => Silo.Region("3305").Series(12), series => series is not null && Of(series, April).Missed == 1);

        (await Silo.School().Execute(TestSilo.VisitAt("2026-04-28 09:00"))).Refusal.Should().BeNull();

        await Until.Is(
            () => Silo.County().Series(12),
            series => series is not null && Of(series, April) is { Missed: 0, SatisfiedLate: 1, Coverage: 100m, Timeliness: 0m }
        );
        await Until.Is(
            () => Silo.Region("3305").Series(12),
            series => series is not null && Of(series, April) is { Missed: 0, SatisfiedLate: 1 }
        );
    }

    [Fact]
    public async Task ClosedMonth_UnitClosedSince_StillCounts()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-05-03 09:00");

        await Silo.Do(new RegisterUnit(TestSilo.ProfileOfSchool() with { Status = UnitStatus.Closed }, null));

        var series = await Until.Is(
            () => Silo.County().Series(12),
            given => given is not null && Of(given, Period.Parse("2026-05")).Expected == 0
        );
        Of(series!, April).Missed.Should().Be(1);
    }

    [Fact]
    public async Task Child_ThatNeverAnswered_IsNamed()
    {
        await RegisterAll();
        await Silo.RegisterCounty("330522");
        await Silo.RegisterSchool("2", county: "330522");
        await Silo.AdvanceTo("2026-05-03 09:00");
        await Until.Is(() => Silo.Region("3305").Board(), board => board is { Children.Length: 2 });
        await Silo.Stop();
        Silo.LoseReadsFromTheStart = stream => stream == "county/330522";
        await Silo.Start();

        var board = await Until.Is(() => Silo.Region("3305").Board(), given => given is { Children.Length: > 0 });
        var series = (await Silo.Region("3305").Series(12))!;

        board!.Children.Should().ContainSingle("the other one has said nothing since the restart");
        (Of(series, April).Expected, series.Silent.Single()).Should().Be((1, "330522"));

        Silo.Journal.LoseRead = null;
        await Silo.Region("3305").Refresh();
        var whole = (await Silo.Region("3305").Series(12))!;
        (Of(whole, April).Expected, whole.Silent.Length).Should().Be((2, 0));
    }

    [Fact]
    public async Task Series_OfFewerMonths_AreTheNewestOnes()
    {
        await RegisterAll();

        var series = (await Silo.County().Series(2))!;

        series
            .Points.Select(point => $"{point.Kind} {point.Period}")
            .Should()
            .Equal("School 2026-03", "School 2026-04", "Institution 2026Q1", "Institution 2026Q2");
        ((await Silo.County("330599").Series(2)) is null, (await Silo.Region("44").Series(2)) is null).Should().Be((true, true));
    }

    private static CoverageTally Of(CoverageSeries series, Period month) =>
        series.Points.Single(point => point.Kind == UnitKind.School && point.Period == month);

    public sealed class OnSqlite() : SeriesTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : SeriesTests(StoreUnderTest.Postgres);
}
