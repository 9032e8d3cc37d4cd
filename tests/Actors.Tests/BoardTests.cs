namespace Supervision.Actors.Tests;

/// <summary>A board is a snapshot and the deltas after it, nothing more and nothing less.</summary>
public abstract class BoardTests(StoreUnderTest kind, ITestOutputHelper output) : ActorSuite(kind)
{
    [Fact]
    public async Task Deltas_FollowOneAnotherWithoutAGap()
    {
        await RegisterAll();
        await using var watch = await Watch.Over(Silo.Grains, Silo.County());
        watch.Start.Units.Should().ContainSingle();

        foreach (var day in (string[])["2026-04-08", "2026-04-09", "2026-05-01", "2026-05-02"])
        {
            await Silo.AdvanceTo(day + " 12:00");
            await Silo.Visit();
        }

        await watch.Reaches(await Silo.County().Wake());
        watch.Faults.Should().BeEmpty();
        watch.Deltas.Should().HaveCountGreaterThan(3);
        await AgreesWithTheBoard(watch);
    }

    [Fact]
    public async Task Deltas_CarryAlertsOnlyWhenTheyChanged()
    {
        await RegisterAll();
        await using var watch = await Watch.Over(Silo.Grains, Silo.County());

        await Silo.AdvanceTo("2026-04-02");
        await Silo.AdvanceTo("2026-05-01");
        await Silo.AdvanceTo("2026-05-02");

        await watch.Reaches(await Silo.County().Wake());
        // One after another, because the month's alerts may come in one push or in several.
        var carried = watch
            .Deltas.Where(delta => delta.Alerts is not null)
            .Select(delta => string.Join(' ', delta.Alerts!.Value.Select(alert => alert.Id)))
            .ToList();
        carried.Should().Contain(alerts => alerts.Contains(MissedApril)).And.HaveCountLessThan(watch.Deltas.Count);
        carried
            .Prepend(string.Join(' ', watch.Start.Alerts.Select(alert => alert.Id)))
            .Should()
            .Match(
                all => all.Zip(all.Skip(1)).All(pair => pair.First != pair.Second),
                "a delta carries the alerts only when they differ from what was sent before"
            );
    }

    [Fact]
    public async Task Version_GrowsAcrossRestarts()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-04-02");
        var (county, city) = ((await Board()).Version, (await Silo.Region("3305").Board())!.Version);

        for (var i = 0; i < 2; i++)
        {
            await Silo.Restart();
            var (nextCounty, nextCity) = ((await Board()).Version, (await Silo.Region("3305").Board())!.Version);
            nextCounty.Should().BeGreaterThan(county).And.BeLessThan(1L << 53);
            nextCity.Should().BeGreaterThan(city).And.BeLessThan(1L << 53);
            (county, city) = (nextCounty, nextCity);
        }
    }

    [Fact]
    public async Task Lease_IsRenewedWhileKnown_AndTakenAnewAfterARestart()
    {
        await RegisterAll();
        var watch = await Watch.Over(Silo.Grains, Silo.County());
        (await Silo.County().Renew(watch.Reference)).Should().BeGreaterThanOrEqualTo(watch.Start.Version);
        await watch.DisposeAsync();
        (await Silo.County().Renew(watch.Reference)).Should().BeNull();

        await Silo.Restart();

        await using var anew = await Watch.Over(Silo.Grains, Silo.County());
        (await Silo.County().Renew(watch.Reference)).Should().BeNull();
        anew.Start.Units.Should().ContainSingle();
        (await Silo.Region("3399").Renew(anew.Reference)).Should().BeNull();
    }

    /// <summary>Pushed when it happens, not found at the next minute: who lost the school has nothing to do about it any more.</summary>
    [Fact]
    public async Task Alert_OfASchoolThatMoved_LeavesTheBoardItStoodOn_AndSaysWhy()
    {
        await Silo.RegisterCounty();
        await Silo.RegisterCounty(RandomWork.OtherCounty);
        await Silo.RegisterSchool(inspector: null);
        await Silo.AdvanceTo("2026-05-01");
        await using var watch = await Watch.Over(Silo.Grains, Silo.County());
        await Until.Is(() => Task.FromResult(watch.Alerts), alerts => alerts.Any(alert => alert.Id == MissedApril));

        await Silo.RegisterSchool(inspector: null, county: RandomWork.OtherCounty);

        await Until.Is(() => Task.FromResult(watch.Rows().Count), rows => rows == 0);
        await Until.Is(() => Task.FromResult(watch.Alerts), alerts => alerts.All(alert => alert.Id != MissedApril));
        (await Silo.County().Alerts(long.MaxValue, 100, openOnly: false))
            .Single(alert => alert.Id == MissedApril)
            .Ending.Should()
            .Be(AlertEnding.Moved);
        watch.Tally.OpenAlerts.Should().Be(watch.Alerts.Length);
    }

    [Fact]
    public async Task RandomWork_TheBoardIsAlwaysTheSumOfItsRows()
    {
        const int commands = 400;
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var work = new RandomWork(Silo, seed, units: 40);
        await work.Register();
        await using var watch = await Watch.Over(Silo.Grains, Silo.County());
        await using var other = await Watch.Over(Silo.Grains, Silo.County(RandomWork.OtherCounty));

        await work.Run(commands);

        // Twice: what falls due in one county may end alerts that the other holds, from the time it had the unit.
        for (var i = 0; i < 2; i++)
        {
            await watch.Reaches(await Silo.County().Wake());
            await other.Reaches(await Silo.County(RandomWork.OtherCounty).Wake());
        }

        output.WriteLine($"{work.Accepted} accepted, {work.Refused} refused, {watch.Deltas.Count + other.Deltas.Count} deltas");
        work.Accepted.Should().BeGreaterThan(commands / 4);
        watch.Faults.Concat(other.Faults).Should().BeEmpty();
        await AgreesWithTheBoard(watch);
        await AgreesWithTheBoard(other, RandomWork.OtherCounty);
        (watch.Rows().Count + other.Rows().Count).Should().Be(40);
        var city = await Silo.Region("3305").Refresh();
        city.Should().BeGreaterThan(0);
        Watch
            .Text((await Silo.Region("3305").Board())!.Tally)
            .Should()
            .Be(Watch.Text(Summaries.Sum([(await Board()).Tally, (await Board(RandomWork.OtherCounty)).Tally])));
    }

    /// <summary>What was built from deltas, what the county says and what the journal's heads say are one.</summary>
    private async Task AgreesWithTheBoard(Watch watch, string county = TestSilo.CountyCode)
    {
        var board = await Board(county);
        var heads = await Silo.Journal.Heads(new(["school", "institution"], county));
        var rows = watch.Rows().Select(RulesText.Of).ToList();
        rows.Should().Equal(board.Units.Select(RulesText.Of));
        rows.Should().BeEquivalentTo(heads.Select(head => RulesText.Of(RulesJson.Read<UnitSummary>(head.Summary.Span))));
        Watch
            .Text(watch.Tally)
            .Should()
            .Be(Watch.Text(board.Tally))
            .And.Be(Watch.Text(Summaries.Tally(board.Units, await Silo.Journal.CountOpenAlerts(county))));
        watch.Alerts.Select(alert => alert.Id).Should().Equal(board.Alerts.Select(alert => alert.Id));
    }

    public sealed class OnSqlite(ITestOutputHelper output) : BoardTests(StoreUnderTest.Sqlite, output);

    public sealed class OnPostgres(ITestOutputHelper output) : BoardTests(StoreUnderTest.Postgres, output);
}
