using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Runtime;

namespace Supervision.Actors.Tests;

/// <summary>What happens by itself, however late anybody looks.</summary>
public abstract class DeadlineTests(StoreUnderTest kind) : ActorSuite(kind)
{
    [Fact]
    public async Task Advance_Twice_ChangesNothing()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-05-01");
        var (version, alerts) = (await Version(), (await Silo.Journal.Alerts(new(TestSilo.CountyCode, 500))).Count);

        await Silo.AdvanceTo("2026-05-01");
        (await Silo.School().Advance())!.Version.Should().Be(version);

        (await Version()).Should().Be(version);
        (await Silo.Journal.Alerts(new(TestSilo.CountyCode, 500))).Should().HaveCount(alerts);
    }

    [Fact]
    public async Task MissedMonth_AlertsInspectorAndCountyOnce()
    {
        await RegisterAll();

        await Silo.AdvanceTo("2026-05-01");

        var alert = (await Alert(MissedApril))!;
        alert.Recipients.Should().BeEquivalentTo(InspectorKey, CountyKey);
        (alert.Stream, alert.EffectiveAt, alert.ResolvedAt).Should().Be((SchoolKey, TestSilo.At("2026-05-01"), null));
        var board = await Board();
        board.Alerts.Should().ContainSingle(view => view.Id == MissedApril);
        (board.Tally.Red, board.Tally.OpenAlerts, board.AsOf).Should().Be((1, 2, TestSilo.At("2026-05-01")));
    }

    [Fact]
    public async Task Outage_OverMidnight_ClosesTheMonthOnceAndInTime()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-04-30 22:00");
        await Silo.Stop();
        Silo.SetClock("2026-05-01 06:30");

        await Silo.Start(); // nobody calls: the silo wakes its counties

        var alert = await Until.Is(() => Alert(MissedApril), alert => alert is not null);
        (alert!.EffectiveAt, alert.DetectedAt).Should().Be((TestSilo.At("2026-05-01"), TestSilo.At("2026-05-01 06:30")));
        await Silo.AdvanceTo("2026-05-01 08:00");
        var closing = (await Silo.Journal.History(SchoolKey, long.MaxValue, 200)).Where(stored => stored.Kind == "period-missed");
        closing
            .Should()
            .ContainSingle()
            .Which.Should()
            .Match<StoredEvent>(missed =>
                missed.EffectiveAt == TestSilo.At("2026-05-01")
                && missed.RecordedAt == TestSilo.At("2026-05-01 06:30")
                && missed.OpId == null
            );
        (await Silo.Journal.Alerts(new(TestSilo.CountyCode, 500))).Select(stored => stored.Id).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task LateVisit_TakesTheAlertAway()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-05-01");

        await Silo.School().Execute(TestSilo.VisitAt("2026-04-20 09:00"));

        await Until.Is(() => Board(), board => board.Alerts.IsEmpty && board.Tally.OpenAlerts == 0);
        (await Alert(MissedApril))!.ResolvedAt.Should().Be(TestSilo.At("2026-05-01"));
        (await Silo.County().Alerts(long.MaxValue, 500, openOnly: false)).Should().Contain(view => view.Id == MissedApril);
        (await Silo.County().Alerts(long.MaxValue, 500, openOnly: true)).Should().BeEmpty();
    }

    [Fact]
    public async Task OneUnitThatFails_DoesNotKeepTheOthersOpen()
    {
        await Silo.RegisterCounty();
        foreach (var school in (string[])["1", "2", "3"])
            await Silo.RegisterSchool(school);
        Silo.Journal.LoseBeforeCommit = append => append.Stream == "school/2";

        await Silo.AdvanceTo("2026-05-01");

        (await Board()).Units.Where(row => row.Period == Period.Parse("2026-05")).Select(row => row.Code).Should().Equal("1", "3");
        Silo.Journal.LoseBeforeCommit = null;
        await Silo.AdvanceTo("2026-05-01");
        (await Board()).Units.Should().OnlyContain(row => row.Period == Period.Parse("2026-05"));
        (await Alert("missed-visit:2:2026-04")).Should().NotBeNull();
    }

    [Fact]
    public async Task SixHundredSchools_CloseTheirMonthAtMidnight()
    {
        await Silo.RegisterCounty();
        foreach (var some in Enumerable.Range(1000, 600).Chunk(50))
            await Task.WhenAll(some.Select(code => Silo.RegisterSchool($"{code}", $"督学-{code / 8}")));

        await Silo.AdvanceTo("2026-05-01");

        var board = await Board();
        board
            .Units.Should()
            .HaveCount(600)
            .And.OnlyContain(row => row.Recent[0].State == DutyState.Missed && row.State == DutyState.Pending);
        (board.Tally.Red, board.Tally.OpenAlerts, board.Alerts.Length).Should().Be((600, 600, 100));
        board.Alerts.Should().BeInDescendingOrder(alert => alert.Sequence);
    }

    [Fact]
    public async Task Terms_SetByTheCounty_ExemptTheNextMonth()
    {
        await RegisterAll();
        var (first, last) = (TestSilo.Day("2026-03-04"), TestSilo.Day("2026-05-05"));
        var outcome = await Silo.County().Execute(TestSilo.Submit<CountyCommand>(new SetTerms(new Terms([new(first, last)], []))));
        outcome.Refusal.Should().BeNull();

        await Silo.AdvanceTo("2026-05-01");

        ((await DutyOf("2026-04")), await DutyOf("2026-05")).Should().Be((DutyState.Missed, DutyState.Exempt));
    }

    [Fact]
    public async Task RegisteredCounty_HasItsHourlyReminder()
    {
        await Silo.RegisterCounty();
        var county = Silo.County().GetGrainId();

        var rows = await Until.Is(
            async () => (await Silo.Services.GetRequiredService<IReminderTable>().ReadRows(county)).Reminders,
            rows => rows.Count > 0
        );

        (rows.Single().ReminderName, rows.Single().Period).Should().Be(("hourly", TimeSpan.FromHours(1)));
        rows.Single().StartAt.Minute.Should().Be(0);
    }

    [Fact]
    public async Task UnknownCounty_HasNoBoardAndNothingToWakeFor()
    {
        (await Silo.County("330599").Wake()).Should().Be(0);
        (await Silo.County("330599").Board()).Should().BeNull();
        (await Silo.Region("3305").Board()).Should().BeNull();
        (await Silo.School("404").Advance()).Should().BeNull();
        (await Silo.Inspector("404").Worklist()).Should().BeNull();
        (await Silo.School("404").Execute(TestSilo.VisitAt("2026-04-01 07:00"))).Refusal!.Code.Should().Be(RefusalCode.UnitUnknown);
    }

    public sealed class OnSqlite() : DeadlineTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : DeadlineTests(StoreUnderTest.Postgres);
}
