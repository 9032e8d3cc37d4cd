using Orleans;
using Orleans.Core.Internal;

namespace Supervision.Actors.Tests;

/// <summary>Missed visits on the ladders of the inspector charged with them and of the county.</summary>
public abstract class OwnLadderTests(StoreUnderTest kind) : ActorSuite(kind)
{
    private const string Reminder = "inspector-reminder:" + TestSilo.InspectorCode + ":1";
    private const string Other = "督学-330521-02";

    private static readonly Actor Director = new("督导办主任", ActorRole.CountyDirector, TestSilo.CountyCode, null);
    private static readonly Actor Committee = new("教督委办公室", ActorRole.CommitteeOffice, TestSilo.CountyCode, null);
    private static readonly Actor Province = new("省督导办", ActorRole.Province, "33", null);
    private static readonly Actor Self = new("inspector-330521-01", ActorRole.Inspector, TestSilo.CountyCode, TestSilo.InspectorCode);

    [Fact]
    public async Task MissedMonth_IsRecordedOnce_AndRemindsTheInspector()
    {
        await RegisterAll();

        await Silo.AdvanceTo("2026-05-01");
        await Silo.AdvanceTo("2026-05-01 00:01");

        var missed = (await Recorded("duty-missed")).Should().ContainSingle().Subject;
        (missed.EffectiveAt, missed.Actor, missed.OpId).Should().Be((TestSilo.At("2026-05-01"), "system", null));
        var alert = (await Alert(Reminder))!;
        (alert.Stream, alert.EffectiveAt, alert.ResolvedAt).Should().Be((InspectorKey, TestSilo.At("2026-05-01"), null));
        alert.Recipients.Should().Equal(InspectorKey);
        (await Board()).Alerts.Should().Contain(view => view.Id == Reminder);
        var ladder = (await Silo.Inspector().Ladder())!;
        (ladder.Months.Single(), ladder.Missed.Single().Unit, ladder.Steps.Single().Rung)
            .Should()
            .Be((Period.Parse("2026-04"), SchoolKey, InspectorRung.Reminder));
        ladder.History.Select(entry => entry.Kind).Should().Equal("reminder-issued", "duty-missed", "inspector-appointed");
    }

    [Fact]
    public async Task MissedMonth_ToldAgainAfterDeactivationAndRestart_IsStillOne()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-05-01");

        await Deactivate(Silo.Inspector(), Silo.County());
        await Silo.AdvanceTo("2026-05-02");
        await Silo.Restart();
        await Silo.AdvanceTo("2026-05-03");

        (await Recorded("duty-missed")).Should().ContainSingle();
        (await Recorded("reminder-issued")).Should().ContainSingle();
    }

    [Fact]
    public async Task LostReports_LoseNoMiss()
    {
        Silo.LoseReport = _ => true;
        await RegisterAllSilently();

        await Silo.AdvanceTo("2026-05-01");
        (await Recorded("duty-missed")).Should().ContainSingle();

        await Silo.School().Execute(TestSilo.VisitAt("2026-04-20 09:00"));
        (await Recorded("duty-restated")).Should().BeEmpty("nobody heard of it yet");
        await Silo.AdvanceTo("2026-05-01 00:01");
        (await Recorded("duty-restated")).Should().ContainSingle();
        (await Alert(Reminder))!.ResolvedAt.Should().Be(TestSilo.At("2026-05-01 00:01"));
    }

    [Fact]
    public async Task InspectorThatCouldNotBeReached_IsToldAgain()
    {
        await RegisterAll();
        Silo.LoseReport = report => report.To.Contains("inspector", StringComparison.Ordinal);
        Silo.Journal.LoseBeforeCommit = append => append.Stream == InspectorKey;
        await Silo.AdvanceTo("2026-05-01");
        (await Recorded("duty-missed")).Should().BeEmpty();

        Silo.Journal.LoseBeforeCommit = null;
        await Silo.AdvanceTo("2026-05-01 00:01");

        (await Recorded("duty-missed")).Should().ContainSingle().Which.RecordedAt.Should().Be(TestSilo.At("2026-05-01 00:01"));
    }

    [Fact]
    public async Task UnitThatMovedOn_StaysChargedToWhoMissedIt()
    {
        await RegisterAll();
        await Silo.Appoint(Other);
        await Silo.AdvanceTo("2026-05-01");
        await Silo.Do(new AssignInspector(new(Other, TestSilo.Day("2026-05-01"), null)));

        await Silo.School().Execute(TestSilo.VisitAt("2026-04-20 09:00"));

        var ladder = await Until.Is(async () => (await Silo.Inspector().Ladder())!, ladder => !ladder.Missed[0].Stands);
        (ladder.Missed.Single().State, ladder.Steps.Single().State).Should().Be((DutyState.SatisfiedLate, StepState.Lapsed));
        (await Silo.Inspector(Other).Ladder())!.Missed.Should().BeEmpty();
    }

    [Fact]
    public async Task AcknowledgedReminder_IsNoLongerAnAlert_AndRepeatsGiveTheFirstAnswer()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-05-01");
        var submission = TestSilo.Submit<InspectorCommand>(new AcknowledgeReminder(1), Self);

        var first = await Silo.Inspector().Execute(submission);
        var again = await Silo.Inspector().Execute(submission);

        (first.Reply!.Changed, again).Should().Be((true, first));
        (await Silo.Inspector().Execute(TestSilo.Submit<InspectorCommand>(new AcknowledgeReminder(1))))
            .Refusal!.Code.Should()
            .Be(RefusalCode.RoleNotAllowed);
        await Until.Is(() => Board(), board => board.Alerts.All(alert => alert.Id != Reminder));
    }

    [Fact]
    public async Task Revocation_FreesTheUnitsFromTheNextDay()
    {
        await RegisterAll();
        await Accepted(new ProposeRevocation("长期不履行督导职责"), Director);
        await Accepted(new DecideStep(1, "同意", "德教督〔2026〕8号"), Committee);
        (await Row()).Inspector.Should().Be(TestSilo.InspectorCode, "the day is served out");

        await Silo.AdvanceTo("2026-04-02");

        (await Row()).Inspector.Should().BeNull();
        (await Silo.Inspector().Profile())!.TermTo.Should().Be(TestSilo.Day("2026-04-01"));
        (await Silo.Journal.Alerts(new(TestSilo.CountyCode, 500)))
            .Should()
            .Contain(alert => alert.Kind == "no-inspector" && alert.Stream == SchoolKey);
    }

    [Fact]
    public async Task CountyBelowTheFloor_IsOnRecordOnce_AndTheProvinceDecides()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-05-01");
        await Deactivate(Silo.County());
        await Silo.AdvanceTo("2026-05-01 00:01");

        (await Recorded("coverage-below", CountyKey)).Should().ContainSingle().Which.EffectiveAt.Should().Be(TestSilo.At("2026-05-01"));
        var decide = new DecideCountyStep(1, "四月覆盖不足", "浙教督〔2026〕12号");
        (await Silo.County().Execute(TestSilo.Submit<CountyCommand>(decide))).Refusal!.Code.Should().Be(RefusalCode.RoleNotAllowed);
        (await Silo.County().Execute(TestSilo.Submit<CountyCommand>(decide, Province))).Reply!.Changed.Should().BeTrue();

        var ladder = (await Silo.County().Ladder())!;
        (ladder.Shortfalls.Single(), ladder.Steps.Single().State)
            .Should()
            .Be((new CoverageShortfall(Period.Parse("2026-04"), 0, 1, 90, false), StepState.Decided));
        await Until.Is(() => Board(), board => board.Alerts.Any(alert => alert.Id == "county-step-decided:330521:1"));
    }

    [Fact]
    public async Task CountyBroughtUpByLateVisits_HasNoProposalLeft()
    {
        await RegisterAll();
        await Silo.AdvanceTo("2026-05-01");
        await Silo.School().Execute(TestSilo.VisitAt("2026-04-20 09:00"));
        await Silo.AdvanceTo("2026-05-01 00:01");

        (await Silo.County().Ladder())!.Steps.Single().State.Should().Be(StepState.Lapsed);
    }

    [Fact]
    public async Task Unknown_HasNoLadder()
    {
        (await Silo.Inspector("404").Ladder()).Should().BeNull();
        (await Silo.County("330599").Ladder()).Should().BeNull();
        (await Silo.Inspector("404").Charge([new(SchoolKey, "示例小学", 1, Period.Parse("2026-03"), DutyState.Missed)])).Should().BeFalse();
    }

    private async Task RegisterAllSilently()
    {
        await Silo.RegisterCounty();
        await Silo.Appoint();
        await Silo.RegisterSchool();
        await Silo.County().Wake();
    }

    private async Task<IEnumerable<StoredEvent>> Recorded(string kind, string stream = InspectorKey) =>
        (await Silo.Journal.History(stream, long.MaxValue, 200)).Where(stored => stored.Kind == kind);

    private async Task Accepted(InspectorCommand command, Actor by) =>
        (await Silo.Inspector().Execute(TestSilo.Submit(command, by))).Refusal.Should().BeNull();

    private static async Task Deactivate(params IGrain[] grains)
    {
        foreach (var grain in grains)
            await grain.AsReference<IGrainManagementExtension>().DeactivateOnIdle();
    }

    public sealed class OnSqlite() : OwnLadderTests(StoreUnderTest.Sqlite);

    public sealed class OnPostgres() : OwnLadderTests(StoreUnderTest.Postgres);
}
