namespace Supervision.Actors.Tests;

/// <summary>What was true at an instant, as far as it was known at another.</summary>
public abstract class PastTests(StoreUnderTest kind) : ActorSuite(kind)
{
    private static readonly Period April = Period.Parse("2026-04");

    private IDirectoryGrain Directory => Silo.Grains.GetGrain<IDirectoryGrain>(0);

    [Fact]
    public async Task Past_AsOfAndKnownNow_IsTheLiveView()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-04-10 10:00");
        await Silo.Visit();
        await Silo.Do(Issue());
        await Silo.AdvanceTo("2026-05-28 10:00");
        var version = (await Silo.School().Read())!.Summary.Version;
        await Until.Is(() => Row(), row => row.Version == version);

        var now = TestSilo.At("2026-05-28 10:00");
        var (live, past) = ((await Silo.School().Read())!, (await Silo.School().Past(now, now))!);
        RulesText.Of(past.Summary).Should().Be(RulesText.Of(live.Summary));
        Json(past.Cases).Should().Be(Json(live.Cases));
        past.Cases!.Documents.Should().NotBeEmpty();
        Json(past.Duties).Should().Be(Json(live.Duties));
        var (board, pastBoard) = (await Board(), (await Directory.PastBoard(TestSilo.CountyCode, now, now))!);
        pastBoard.Units.Select(RulesText.Of).Should().Equal(board.Units.Select(RulesText.Of));
        Json(
                pastBoard.Tally with
                {
                    OpenAlerts = board.Tally.OpenAlerts,
                    Coverage = [.. pastBoard.Tally.Coverage.GroupBy(tally => tally.Kind).SelectMany(kind => kind.Take(2))],
                }
            )
            .Should()
            .Be(Json(board.Tally), "only alerts are not told of the past, and it holds more months");
        (pastBoard.Name, pastBoard.AsOf).Should().Be((board.Name, now));
    }

    [Fact]
    public async Task LateUpload_KnownLaterOnly_RestatesTheDayAndTheMonthsEnd()
    {
        await RegisterAll();
        foreach (var day in (string[])["2026-04-25 10:00", "2026-05-01 00:10", "2026-05-02 10:00"])
            await Silo.AdvanceTo(day);
        (await Silo.School().Execute(TestSilo.VisitAt("2026-04-20 09:00"))).Reply.Should().NotBeNull();
        await Silo.AdvanceTo("2026-05-09 10:00");
        var (april25, end, may9) = (TestSilo.At("2026-04-25 10:00"), TestSilo.At("2026-05-01 00:10"), TestSilo.At("2026-05-09 10:00"));

        var then = (await Silo.School().Past(april25, april25))!;
        (then.Summary.State is DutyState.Pending or DutyState.DueSoon, then.Summary.LastVisitAt).Should().Be((true, (DateTimeOffset?)null));
        var restated = (await Silo.School().Past(april25, may9))!;
        (restated.Summary.State, restated.Summary.LastVisitAt)
            .Should()
            .Be((DutyState.SatisfiedLate, (DateTimeOffset?)TestSilo.At("2026-04-20 09:00")));
        (await Coverage(end, end)).Should().Be((1, 0));
        (await Coverage(end, may9)).Should().Be((0, 1));
        (await Silo.School().Past(TestSilo.At("2026-03-01"), may9)).Should().BeNull("it was not registered then");
        (await Directory.PastBoard("330599", april25, may9)).Should().BeNull();
    }

    [Fact]
    public async Task Board_OfAnyMonth_BackToTheFirst_AlsoOfThoseARowHasLetGo()
    {
        await RegisterAll();
        await Silo.Visit();
        for (var month = new DateOnly(2026, 5, 2); month <= new DateOnly(2027, 8, 2); month = month.AddMonths(1))
            await Silo.AdvanceTo($"{month:yyyy-MM-dd} 09:00");
        var now = TestSilo.At("2027-08-02 09:00");

        var months = (await Directory.PastBoard(TestSilo.CountyCode, now, now))!
            .Tally.Coverage.Where(tally => tally.Kind == UnitKind.School)
            .ToList();
        months.Select(tally => $"{tally.Period}").Should().BeInDescendingOrder().And.HaveCount(17).And.EndWith("2026-04");
        months.Single(tally => tally.Period == April).Satisfied.Should().Be(1);
        months.Single(tally => tally.Period == April.Next).Missed.Should().Be(1);
        var then = (await Directory.PastBoard(TestSilo.CountyCode, TestSilo.At("2026-05-09 10:00"), now))!;
        then.Tally.Coverage.Select(tally => $"{tally.Period}").Should().StartWith(["2026-05", "2026-04"]);
        var region = (await Directory.PastRegion("3305", now, now))!;
        (region.Name, region.Children.Single().Code).Should().Be(((await Silo.Region("3305").Board())!.Name, TestSilo.CountyCode));
        region.Tally.Coverage.Should().Equal((await Directory.PastBoard(TestSilo.CountyCode, now, now))!.Tally.Coverage);
        (await Directory.PastSeries("county/" + TestSilo.CountyCode, TestSilo.At("2026-07-01 09:00"), now, 4))!
            .Points.First(point => point.Period == April)
            .Satisfied.Should()
            .Be(1);
        (await Directory.PastSeries("region/44", now, now, 4)).Should().BeNull();
    }

    [Fact]
    public async Task Issue_WithdrawnLater_StoodMeanwhile()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-04-10 10:00");
        await Silo.Do(Issue());
        await Silo.AdvanceTo("2026-05-05 10:00");
        await Silo.Do(new WithdrawIssue(1, "认定有误", "复核意见 1 号"));
        await Silo.AdvanceTo("2026-05-09 10:00");
        var (april25, may9) = (TestSilo.At("2026-04-25 10:00"), TestSilo.At("2026-05-09 10:00"));

        (await Silo.School().Past(april25, april25))!.Cases!.Issues.Should().ContainSingle();
        (await Silo.School().Past(april25, may9))!.Cases!.Issues.Should().ContainSingle();
        (await Silo.School().Past(may9, may9))!.Cases!.Issues.Should().BeEmpty();
        (await Silo.School().Past(TestSilo.At("2026-04-09 10:00"), may9))!.Cases!.Issues.Should().BeEmpty();
    }

    [Fact]
    public async Task Documents_OfTheCounty_ListedByYearKindAndNumber()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-04-10 10:00");
        await Silo.Do(Issue());
        await Silo.Do(Issue());

        var first = await Directory.Documents(new(TestSilo.CountyCode, 2026, DocumentKind.RectificationNotice, null, 1));
        first
            .Documents.Should()
            .ContainSingle()
            .Which.Should()
            .BeEquivalentTo(
                new
                {
                    Unit = SchoolKey,
                    Year = 2026,
                    No = 1,
                }
            );
        var second = await Directory.Documents(new(TestSilo.CountyCode, null, DocumentKind.None, first.Next, 5));
        second.Documents.Should().ContainSingle().Which.Document.Number.Should().Be($"县{TestSilo.CountyCode}教督改〔2026〕2号");
        second.Next.Should().BeNull();
        (await Directory.Documents(new(TestSilo.CountyCode, 2025, DocumentKind.None, null, 5))).Documents.Should().BeEmpty();
    }

    [Fact]
    public async Task Travel_ToAPlaceTooFarAway_IsFlagged()
    {
        const string other = "2133901747";
        await RegisterAll();
        await Silo.RegisterSchool(other);
        await Silo.AdvanceTo("2026-04-10 12:00");
        var here = new Presence(30.5430, 119.9770, 20, false);
        var there = new Presence(30.9970, 119.9770, 20, false); // some 50 km further north
        var visit = TestSilo.VisitAt("2026-04-10 09:00");
        var content = new VisitContent(VisitSlot.Morning, [], false, null, null, null, [], [], [], here, null, null);
        (
            await Silo.School()
                .Execute(visit with { Command = new RecordVisit(((RecordVisit)visit.Command).Visit with { Content = content }) })
        )
            .Reply!.Visit!.Held.Should()
            .BeFalse();
        (await Silo.School().Read())!
            .Summary.LastPresence.Should()
            .BeEquivalentTo(
                new
                {
                    Inspector = TestSilo.InspectorCode,
                    here.Latitude,
                    here.Longitude,
                }
            );

        (await Flag(other, there, "10:10")).Should().BeTrue("ten minutes are too short for 50 km");
        (await Flag(other, there, "10:30")).Should().BeFalse("half an hour is enough");
        (await Flag(other, here, "10:01")).Should().BeFalse();
        (await Flag(TestSilo.SchoolCode, there, "09:00")).Should().BeFalse("it is the visit itself");
        (await Silo.Inspector("nobody").TravelFlag(SchoolKey, there, TestSilo.At("2026-04-10 10:10"), TestSilo.At("2026-04-10 11:00")))
            .Should()
            .BeFalse();
    }

    private static string Json<T>(T value) => System.Text.Json.JsonSerializer.Serialize(value);

    private static OpenIssue Issue() =>
        new(IssueOrigin.Platform, "S-HW-03", Severity.General, "作业量过大", IssueTags.None, null, [], "平台线索 1 号");

    private Task<bool> Flag(string school, Presence presence, string start) =>
        Silo.Inspector()
            .TravelFlag($"school/{school}", presence, TestSilo.At($"2026-04-10 {start}"), TestSilo.At($"2026-04-10 {start}").AddHours(1));

    private async Task<(int Missed, int SatisfiedLate)> Coverage(DateTimeOffset asOf, DateTimeOffset known)
    {
        var april = (await Directory.PastBoard(TestSilo.CountyCode, asOf, known))!.Tally.Coverage.Single(tally => tally.Period == April);
        return (april.Missed, april.SatisfiedLate);
    }

    public sealed class OnSqlite() : PastTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : PastTests(StoreUnderTest.Postgres);
}
