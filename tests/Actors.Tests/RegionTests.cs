namespace Supervision.Actors.Tests;

/// <summary>Cities, provinces and the nation when their children change, fail or go.</summary>
public abstract class RegionTests(StoreUnderTest kind) : ActorSuite(kind)
{
    [Fact]
    public async Task County_ThatComesDirectlyUnderItsProvince_IsCountedOnce()
    {
        await RegisterAll();
        await Until.Is(() => Silo.Region("33").Board(), board => board is { Tally.Schools: 1 });

        await Silo.RegisterCounty(TestSilo.CountyCode, city: "33");
        await Silo.County().Wake();
        await Silo.Region("3305").Refresh();
        await Silo.Region("33").Refresh();

        var province = (await Silo.Region("33").Board())!;
        (province.Tally.Schools, province.Children.Single().Code).Should().Be((1, TestSilo.CountyCode));
        ((await Silo.Region("3305").Board()) is null).Should().BeTrue("it has no county any more");
    }

    [Fact]
    public async Task ChildThatFails_DoesNotTakeTheRegionWithIt()
    {
        await RegisterAll();
        await Silo.RegisterCounty("330522");
        await Silo.RegisterSchool("2", county: "330522");
        await Silo.Restart();
        Silo.Journal.LoseRead = stream => stream == "county/330522";

        var board = await Until.Is(() => Silo.Region("3305").Board(), board => board is { Tally.Schools: 1 });
        board!.Children.Should().ContainSingle().Which.Code.Should().Be(TestSilo.CountyCode);

        Silo.Journal.LoseRead = null;
        await Silo.Region("3305").Refresh();
        (await Silo.Region("3305").Board())!.Tally.Schools.Should().Be(2);
    }

    [Fact]
    public async Task CountyThatFails_DoesNotKeepTheOthersAsleepAtTheStart()
    {
        foreach (var code in Enumerable.Range(330501, 20))
            await Silo.RegisterCounty($"{code}");
        await Silo.RegisterSchool(county: "330520");
        await Silo.Stop();
        Silo.SetClock("2026-05-01 06:30");
        Silo.LoseReadsFromTheStart = stream => stream == "county/330501";

        await Silo.Start();

        await Until.Is(() => Alert(MissedApril, "330520"), alert => alert is not null);
    }

    [Fact]
    public async Task RegionAskedBeforeItsFirstCounty_HasItsNameWithTheFirst()
    {
        (await Silo.Region("3305").Board()).Should().BeNull();

        await RegisterAll();

        (await Until.Is(() => Silo.Region("3305").Board(), board => board is { Tally.Schools: 1 }))!.Name.Should().Be("市3305");
    }

    [Fact]
    public async Task Directory_FindsWhatExists()
    {
        await RegisterAll();
        var directory = Silo.Grains.GetGrain<IDirectoryGrain>(0);

        (await directory.Counties("33")).Should().Equal(TestSilo.ProfileOfCounty());
        (await directory.Inspectors("")).Should().ContainSingle().Which.Code.Should().Be(TestSilo.InspectorCode);
        (await directory.Units(TestSilo.CountyCode)).Should().ContainSingle().Which.Unit.Should().Be(SchoolKey);
        (await directory.Units("3306")).Should().BeEmpty();
        ((await directory.SetFactOnce("x", "1")), await directory.SetFactOnce("x", "2"), await directory.Fact("y"))
            .Should()
            .Be(("1", "1", null));
    }

    public sealed class OnSqlite() : RegionTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : RegionTests(StoreUnderTest.Postgres);
}
