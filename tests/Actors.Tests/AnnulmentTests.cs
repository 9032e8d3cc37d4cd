namespace Supervision.Actors.Tests;

/// <summary>A clock that ran 40 days ahead for a moment, while nothing compared it, and what is left of it afterwards.</summary>
public abstract class AnnulmentTests(StoreUnderTest kind) : ActorSuite(kind)
{
    private const string Other = "2133901747";
    private static readonly TimeSpan FortyDays = TimeSpan.FromDays(40);

    [Fact]
    public async Task WrongClock_Annulled_EverythingIsAsItWouldHaveBeen_AndTheRealMissIsToldLater()
    {
        await Begin();
        var (row, other, alerts) = (Facts(await Silo.School().Advance()), Facts(await Silo.School(Other).Advance()), await OpenAlerts());
        await RunAhead();
        (await DutyOf("2026-04")).Should().Be(DutyState.Missed);
        (await OpenAlerts()).Should().HaveCountGreaterThan(alerts.Count).And.Contain(MissedApril);
        (await Silo.Inspector().Ladder())!.Missed.Should().NotBeEmpty();
        var papers = (await Silo.Journal.Documents(SchoolKey)).Count;

        var shown = await AnnulAll(dryRun: true);
        (await DutyOf("2026-04")).Should().Be(DutyState.Missed, "a preview changes nothing");
        var done = await AnnulAll(dryRun: false);
        for (var i = 0; i < done.Count; i++)
            System
                .Text.Json.JsonSerializer.Serialize(done[i])
                .Should()
                .Be(System.Text.Json.JsonSerializer.Serialize(shown[i]), "the preview said so");
        done[0].Kinds.Should().Contain("period-missed").And.Contain("deadline-passed");
        done[2].Kinds.Should().Contain("duty-missed").And.Contain("reminder-issued");
        done[0].AlertsClosed.Should().BePositive();

        Facts(await Silo.School().Advance()).Should().Be(row);
        Facts(await Silo.School(Other).Advance()).Should().Be(other);
        (await OpenAlerts()).Should().BeEquivalentTo(alerts);
        (await Silo.Inspector().Ladder())!.Should().Match<InspectorLadder>(ladder => ladder.Missed.IsEmpty && ladder.Steps.IsEmpty);
        (await Silo.Journal.Documents(SchoolKey)).Should().HaveCount(papers, "numbers stay used");
        var view = (await Silo.School().Read())!;
        view.Cases!.Documents.Count(document => document.Number.EndsWith("（作废）", StringComparison.Ordinal))
            .Should()
            .Be(done[0].Papers.Length)
            .And.BePositive("an automatic circular was served");
        (await AnnulAll(dryRun: false)).Should().OnlyContain(report => report.Kinds.IsEmpty);

        var live = RulesText.Of(view.Summary);
        await Silo.Restart();
        RulesText.Of((await Silo.School().Read())!.Summary).Should().Be(live, "replay is live");
        (await Silo.School().Past(Silo.Now, Silo.Now))!.Summary.State.Should().Be(view.Summary.State);

        await Silo.AdvanceTo("2026-05-02 10:00");
        (await DutyOf("2026-04")).Should().Be(DutyState.Missed);
        (await OpenAlerts())
            .Should()
            .Contain(id => id.StartsWith(MissedApril, StringComparison.Ordinal) && id != MissedApril, "the real miss is another alert");
        (await Silo.Inspector().Ladder())!.Missed.Select(duty => duty.Period).Should().Contain(Period.Parse("2026-04"));
        Verification
            .Run(
                Silo.Store.Options,
                new Seals(TestStore.Secret.Derive(Seals.Purpose)),
                new AuditSeals(TestStore.Secret.Derive(AuditSeals.Purpose))
            )
            .Broken.Should()
            .BeEmpty();
    }

    [Fact]
    public async Task VisitThatCameWhileTheClockWasWrong_CountsInTime_OnceItIsAnnulled()
    {
        await Begin();
        await RunAhead(async () => (await Silo.School().Execute(TestSilo.VisitAt("2026-04-09 09:00"))).Refusal.Should().BeNull());

        var done = await AnnulAll(dryRun: false);

        done[0].Restated.Should().Be(1);
        (await DutyOf("2026-04")).Should().Be(DutyState.Satisfied);
        (await Silo.School().Read())!
            .Should()
            .Match<UnitView>(unit => unit.Held.IsEmpty && unit.Summary.LastVisitAt == TestSilo.At("2026-04-09 09:00"));
    }

    private async Task Begin()
    {
        await RegisterAll();
        await Silo.RegisterSchool(Other);
        Silo.GuardClock(TimeSpan.FromDays(4_000));
        await Silo.Restart();
        await Silo.AdvanceTo("2026-04-10 10:00");
        (await Silo.School(Other).Execute(TestSilo.VisitAt("2026-04-10 08:00"))).Refusal.Should().BeNull();
        await Silo.Do(
            new OpenIssue(IssueOrigin.Platform, "S-HW-04", Severity.None, "布置家长作业", IssueTags.None, null, [], "平台预警单")
        );
    }

    /// <summary>As long as something is done by it.</summary>
    private async Task RunAhead(Func<Task>? meanwhile = null)
    {
        Silo.Jump = FortyDays;
        await Silo.County().Wake();
        if (meanwhile is not null)
            await meanwhile();
        await Silo.County().Wake();
        await Until.Is(async () => (await Silo.Inspector().Ladder())!, ladder => meanwhile is not null || ladder.Missed.Length > 0);
        Silo.Jump = TimeSpan.Zero;
    }

    private async Task<IReadOnlyList<AnnulmentReport>> AnnulAll(bool dryRun)
    {
        var ahead = Silo.Now + FortyDays;
        var command = new AnnulFacts(ahead.AddMinutes(-1), ahead.AddMinutes(2), "时钟超前 40 天", "维护记录 1 号", "console", dryRun);
        AnnulmentReport[] units = [await Silo.School().Annul(command), await Silo.School(Other).Annul(command)];
        var charged = command with { Undone = [.. units.SelectMany(report => report.Undone)] };
        return [.. units, await Silo.Inspector().Annul(charged), await Silo.County().Annul(command)];
    }

    private async Task<List<string>> OpenAlerts() =>
        [
            .. (await Silo.Journal.Alerts(new(TestSilo.CountyCode, 500, OpenOnly: true)))
                .Select(alert => alert.Id)
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>A row without its versions and the papers that are void.</summary>
    private static string Facts(UnitSummary? row) => RulesText.Of(row! with { Version = 0, SeenVersion = 0, VoidPapers = null });

    public sealed class OnSqlite() : AnnulmentTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : AnnulmentTests(StoreUnderTest.Postgres);
}
