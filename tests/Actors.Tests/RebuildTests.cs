using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans;
using Orleans.Storage;

namespace Supervision.Actors.Tests;

/// <summary>Everything but the journal may be lost, late or wrong.</summary>
public abstract class RebuildTests(StoreUnderTest kind) : ActorSuite(kind)
{
    [Fact]
    public async Task UnitChangedBehindItsBack_AppearsWithTheNextWaking()
    {
        await RegisterAll();
        Silo.SetClock("2026-04-10 12:00");
        var row = await Behind.Visit(Silo.Journal, SchoolKey, Silo.Now, "2026-04-09 09:00");

        await Silo.County().Wake();

        RulesText.Of(await Row()).Should().Be(RulesText.Of(row));
        RulesText.Of((await Silo.Inspector().Worklist())!.Units.Single()).Should().Be(RulesText.Of(row));
        await Until.Is(() => Silo.Region("CN").Board(), board => board!.Tally.Green == 1);
    }

    [Fact]
    public async Task LostReport_IsFoundByTheNextWaking()
    {
        await RegisterAll();
        await Until.Is(() => Board(), board => board.Units.Length == 1);
        await Silo.County().Wake(); // the first of its minutes is over
        Silo.LoseReport = _ => true;
        Silo.SetClock("2026-04-10 12:00");
        var reply = await Silo.Visit();
        (await Row()).Version.Should().BeLessThan(reply.Version);

        await Silo.County().Wake();

        (await Row()).Version.Should().Be(reply.Version);
        (await Silo.Inspector().Worklist())!.Units.Single().Version.Should().Be(reply.Version);
    }

    [Fact]
    public async Task LostFarewell_OfAUnitThatMovedAway_IsFoundByTheNextWaking()
    {
        await RegisterAll();
        await Silo.RegisterCounty("330522");
        await Until.Is(() => Board(), board => board.Units.Length == 1);
        Silo.LoseReport = _ => true;
        await Silo.Do(new RegisterUnit(TestSilo.ProfileOfSchool(county: "330522"), null));

        await Silo.AdvanceTo("2026-04-02");

        ((await Board()).Units.Length, (await Board("330522")).Units.Length).Should().Be((0, 1));
    }

    [Fact]
    public async Task EarlierReport_ThatArrivesAfterTheFarewell_DoesNotBringTheUnitBack()
    {
        await RegisterAll();
        await Silo.RegisterCounty("330522");
        var before = await Until.Is(() => Row(), row => row.Version > 0);
        await Silo.Do(new RegisterUnit(TestSilo.ProfileOfSchool(county: "330522"), null));
        await Until.Is(() => Board(), board => board.Units.IsEmpty);

        await Silo.County().Report([new UnitReport(before, false)]);
        await Silo.County().Alerts(0, 1, false); // answered after the report was taken

        (await Board()).Units.Should().BeEmpty();
    }

    [Fact]
    public async Task AllSnapshotsDeleted_ChangesNothing()
    {
        await ManyEvents();
        var (view, board) = await Shown();
        await Silo.Stop();
        (await Sql("select count(*) from OrleansStorage")).Should().BeGreaterThan(0);

        await Sql("delete from OrleansStorage");
        await Silo.Start();

        (await Shown()).Should().Be((view, board));
    }

    [Fact]
    public async Task Snapshots_AreUsed()
    {
        await ManyEvents();
        var (view, board) = await Shown();
        await Silo.Restart();
        var from = new List<string>();
        Silo.Journal.LoseRead = stream =>
        {
            lock (from)
                from.Add(stream);
            return false;
        };

        (await Shown()).Should().Be((view, board));

        (await StoredSnapshot()).Should().BeGreaterThan(60).And.BeLessThanOrEqualTo(await Version());
        from.Count(stream => stream == SchoolKey)
            .Should()
            .BeLessThanOrEqualTo(3, "one read after the snapshot, its inspector's of the head, and the test's own");
    }

    [Fact]
    public async Task SnapshotAheadOfTheJournal_IsIgnoredAndNeverTrustedLater()
    {
        await RegisterAll();
        var view = RulesText.Of((await Silo.School().Read())!.Summary);
        var wrong = TestSilo.ProfileOfSchool() with { Name = "另一个时空的学校" };
        await Store(
            new UnitSnapshot
            {
                Schema = UnitSnapshot.CurrentSchema,
                Version = 6,
                State = UnitState.Empty with { Profile = wrong },
            }
        );
        await Silo.Restart();

        RulesText.Of((await Silo.School().Read())!.Summary).Should().Be(view);

        foreach (var time in (string[])["2026-04-02", "2026-04-03", "2026-04-04"])
        {
            Silo.SetClock(time + " 10:00");
            await Silo.Visit();
        }

        (await Version()).Should().BeGreaterThan(6, "now the journal has that version too");
        await Silo.Restart();
        (await Silo.School().Read())!.Summary.Name.Should().Be(TestSilo.ProfileOfSchool().Name);
    }

    [Fact]
    public async Task UndecodableSnapshot_IsIgnoredAndReplaced()
    {
        await ManyEvents();
        var (view, board) = await Shown();
        await Silo.Stop();
        await Sql("update OrleansStorage set PayloadBinary = " + (Silo.Store.Kind == StoreUnderTest.Postgres ? "'\\x7b22'" : "x'7b22'"));
        await Silo.Start();

        (await Shown()).Should().Be((view, board));

        await ManyVisits();
        (await StoredSnapshot()).Should().BeGreaterThan(60);
    }

    /// <summary>Before reasons were kept a missed month's alert stayed open for ever.</summary>
    [Fact]
    public async Task AlertsAnOlderVersionLeftOpen_AreClosedOnce_AndWhatStillWaitsStaysOpen()
    {
        const string Seen = "2133901747",
            Unseen = "2133901748";
        await RegisterAll();
        await Silo.RegisterSchool(Seen);
        await Silo.RegisterSchool(Unseen);
        await Silo.AdvanceTo("2026-05-06 10:00");
        await Silo.Visit();
        (await Silo.Journal.AcknowledgeAlert(TestSilo.CountyCode, $"missed-visit:{Seen}:2026-04", "li", Silo.Now)).Should().NotBeNull();
        await Sql($"update journal_alerts set resolved_at = null, resolved_reason = null, resolved_seal = null where id = '{MissedApril}'");
        await Sql("delete from journal_facts where name like 'alerts-closed:%'");

        await Silo.Restart();
        await Silo.County().Wake();

        (await Alert(MissedApril))!.ResolvedReason.Should().Be("visited-since");
        (await Alert($"missed-visit:{Seen}:2026-04"))!.ResolvedReason.Should().Be("acknowledged");
        (await Alert($"missed-visit:{Unseen}:2026-04"))!.ResolvedAt.Should().BeNull();
        var open = await Until.Is(() => Board(), board => board.Alerts.Count(alert => alert.Kind == "missed-visit") == 1);
        open.Alerts.Single(alert => alert.Kind == "missed-visit").Unit.Should().Be($"school/{Unseen}");
    }

    /// <summary>Enough for a snapshot.</summary>
    private async Task ManyEvents()
    {
        await RegisterAll();
        await ManyVisits();
    }

    private async Task ManyVisits()
    {
        for (var i = 0; i < 70; i++)
        {
            Silo.SetClock(Silo.Now.AddHours(2));
            await Silo.Visit();
        }
    }

    private async Task<(string View, string Board)> Shown()
    {
        var view = (await Silo.School().Read())!;
        await Silo.County().Wake();
        var board = await Board();
        return (
            $"{RulesText.Of(view.Summary)} {string.Join(' ', view.Duties.Select(duty => (duty.Period, duty.State, duty.Counted.Length, duty.Since)))} {string.Join(' ', view.Assignments)}",
            $"{string.Join(' ', board.Units.Select(RulesText.Of))} {Watch.Text(board.Tally)} {string.Join(' ', board.Alerts.Select(alert => alert.Id))}"
        );
    }

    private IGrainStorage Storage => Silo.Services.GetRequiredKeyedService<IGrainStorage>(Snapshots.ProviderName);

    private async Task Store(UnitSnapshot snapshot)
    {
        var state = new GrainState<UnitSnapshot>(snapshot);
        await Storage.WriteStateAsync("school", Silo.School().GetGrainId(), state);
    }

    private async Task<long> StoredSnapshot()
    {
        var state = new GrainState<UnitSnapshot>(new UnitSnapshot());
        await Storage.ReadStateAsync("school", Silo.School().GetGrainId(), state);
        return state.State!.Version;
    }

#pragma warning disable CA2100 // Test code; the statements are above.
    private async Task<long> Sql(string statement)
    {
        await using System.Data.Common.DbConnection connection =
            Silo.Store.Kind == StoreUnderTest.Postgres
                ? new NpgsqlConnection(Silo.Store.ConnectionString)
                : new SqliteConnection(Silo.Store.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = statement;
        return await command.ExecuteScalarAsync() as long? ?? 0;
    }
#pragma warning restore CA2100

    public sealed class OnSqlite() : RebuildTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : RebuildTests(StoreUnderTest.Postgres);
}
