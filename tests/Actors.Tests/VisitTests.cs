namespace Supervision.Actors.Tests;

/// <summary>A visit on its way: decided, appended, folded, answered, and then told to everyone above.</summary>
public abstract class VisitTests(StoreUnderTest kind) : ActorSuite(kind)
{
    [Fact]
    public async Task Visit_Recorded_IsOnRecordBeforeItIsAnswered()
    {
        await RegisterAll();
        var before = await Version();

        Silo.SetClock("2026-04-10 10:00");
        var reply = await Silo.Visit();

        (reply.Subject, reply.Changed, reply.Visit!.Held, reply.Visit.Counts)
            .Should()
            .Be((SchoolKey, true, false, Period.Parse("2026-04")));
        var events = await Silo.Journal.History(SchoolKey, long.MaxValue, 10);
        events
            .TakeWhile(stored => stored.Version > before)
            .Select(stored => stored.Kind)
            .Should()
            .Equal("period-satisfied", "visit-accepted");
        (await Version()).Should().Be(reply.Version);
        var row = (await Silo.School().Read())!.Summary;
        (row.Version, row.State, row.Done, row.Colour).Should().Be((reply.Version, DutyState.Satisfied, 1, Colour.Green));
        (await Silo.School().History(long.MaxValue, 200))
            .Should()
            .HaveCount((int)reply.Version)
            .And.BeInDescendingOrder(entry => entry.Version);
    }

    [Fact]
    public async Task Visit_Recorded_ReachesCountyInspectorCityProvinceAndNation()
    {
        await RegisterAll();
        Silo.SetClock("2026-04-10 10:00");
        var version = (await Silo.Visit()).Version;

        await Until.Is(() => Row(), row => row.Version == version && row.State == DutyState.Satisfied);
        var tally = (await Board()).Tally;
        (tally.Schools, tally.Green).Should().Be((1, 1));
        (await Silo.Inspector().Worklist())!.Units.Should().ContainSingle().Which.Version.Should().Be(version);
        foreach (var region in (string[])["3305", "33", "CN"])
        {
            var board = await Until.Is(() => Silo.Region(region).Board(), board => board is { Tally.Green: 1 });
            board!.Tally.Coverage.Should().ContainSingle().Which.Coverage.Should().Be(100);
            board.Children.Should().ContainSingle().Which.Tally.Schools.Should().Be(1);
        }
    }

    [Fact]
    public async Task CountyUnderNoCity_IsTheProvincesOwnChild()
    {
        await Silo.RegisterCounty("419001", city: "41");
        await Silo.RegisterCounty("410102");
        await Silo.RegisterSchool("1", county: "419001");
        await Silo.RegisterSchool("2", county: "410102");

        var province = await Until.Is(() => Silo.Region("41").Board(), board => board is { Tally.Schools: 2 });

        province!.Children.Select(child => child.Code).Should().Equal("4101", "419001");
        (province.Name, (await Silo.Region("4101").Board())!.Name).Should().Be(("省41", "市4101"));
        (await Until.Is(() => Silo.Region("CN").Board(), board => board is { Tally.Schools: 2 }))!.Name.Should().Be("全国");
    }

    [Fact]
    public async Task Visit_StartedInTheLastMillisecond_CountsForTheMonthThatEnds()
    {
        await RegisterAll();
        Silo.SetClock("2026-05-01 01:00");

        var reply = (await Silo.School().Execute(TestSilo.VisitAt("2026-04-30 23:59:59.999"))).Reply!;

        reply.Visit!.Counts.Should().Be(Period.Parse("2026-04"));
        ((await DutyOf("2026-04")), await DutyOf("2026-05")).Should().Be((DutyState.SatisfiedLate, DutyState.Pending));
    }

    [Fact]
    public async Task Visit_StartedAtMidnight_CountsForTheMonthThatBegins()
    {
        await RegisterAll();
        Silo.SetClock("2026-05-01 01:00");

        var reply = (await Silo.School().Execute(TestSilo.VisitAt("2026-05-01"))).Reply!;

        reply.Visit!.Counts.Should().Be(Period.Parse("2026-05"));
        ((await DutyOf("2026-04")), await DutyOf("2026-05")).Should().Be((DutyState.Missed, DutyState.Satisfied));
    }

    [Fact]
    public async Task HandOver_MovesTheUnitToTheOtherWorklist()
    {
        const string other = "督学-330521-02";
        await RegisterAll();
        await Silo.Appoint(other);
        (await Silo.Inspector().Worklist())!.Owed.Should().Be(1);

        Silo.SetClock("2026-04-08 09:00");
        await Silo.Do(new AssignInspector(new(other, TestSilo.Day("2026-04-08"), null)));

        (await Silo.Inspector().Worklist())!.Units.Should().BeEmpty();
        (await Silo.Inspector(other).Worklist())!.Units.Should().ContainSingle().Which.Unit.Should().Be(SchoolKey);
    }

    [Fact]
    public async Task PlannedHandOver_TakesEffectOnItsDay()
    {
        const string other = "督学-330521-02";
        await RegisterAll();
        await Silo.Appoint(other);
        await Silo.Do(new AssignInspector(new(other, TestSilo.Day("2026-04-08"), null)));
        (await Silo.Inspector().Worklist())!.Units.Should().ContainSingle();

        await Silo.AdvanceTo("2026-04-08");

        (await Silo.Inspector().Worklist())!.Units.Should().BeEmpty();
        (await Silo.Inspector(other).Worklist())!.Units.Should().ContainSingle();
        (await Row()).Inspector.Should().Be(other);
    }

    [Fact]
    public async Task ClosedUnit_IsNeitherListedNorOwed()
    {
        await RegisterAll();

        await Silo.Do(new RegisterUnit(TestSilo.ProfileOfSchool() with { Status = UnitStatus.Closed }, null));

        var worklist = (await Silo.Inspector().Worklist())!;
        (worklist.Owed, worklist.Units.Length).Should().Be((0, 0));
    }

    [Fact]
    public async Task Unit_MovedToAnotherCounty_LeavesOneBoardAndJoinsTheOther()
    {
        await RegisterAll();
        await Silo.RegisterCounty("330522");
        await Until.Is(() => Board(), board => board.Units.Length == 1);

        await Silo.Do(new RegisterUnit(TestSilo.ProfileOfSchool(county: "330522"), null));

        await Until.Is(() => Board(), board => board.Units.IsEmpty);
        await Until.Is(() => Board("330522"), board => board.Units.Length == 1);
        await Until.Is(() => Silo.Region("3305").Board(), board => board!.Tally.Schools == 1);
        await Silo.AdvanceTo("2026-04-02");
        ((await Board()).Units.Length, (await Board("330522")).Units.Length).Should().Be((0, 1));
    }

    [Fact]
    public async Task Institution_OwesAQuarter()
    {
        await Silo.RegisterCounty();
        var profile = TestSilo.ProfileOfSchool("91330521MA2B4XYZ0K") with { Kind = UnitKind.Institution, Category = "arts" };
        await Silo.Institution(profile.Code).Execute(TestSilo.Submit<UnitCommand>(new RegisterUnit(profile, null)));

        await Silo.AdvanceTo("2026-07-01");

        var row = await Row(profile.Code);
        (row.Unit, row.Period, row.State).Should().Be(("institution/91330521MA2B4XYZ0K", Period.Parse("2026Q3"), DutyState.Pending));
        (await Alert("missed-visit:91330521MA2B4XYZ0K:2026Q2"))!.Recipients.Should().Equal(CountyKey);
    }

    public sealed class OnSqlite() : VisitTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : VisitTests(StoreUnderTest.Postgres);
}
