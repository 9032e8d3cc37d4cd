using System.Text.Json.Nodes;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Sandbox;

/// <summary>A spring in Deqing, told through the API alone.</summary>
public sealed class WalkTests
{
    // Five schools of inspector 督学-330521-01, by what happens to them in April.
    private const string Missed = "2133901815";
    private const string LastInstant = "2133901816";
    private const string WithinGrace = "2133901817";
    private const string AfterGrace = "3133900925";
    private const string Excused = "2133901818";
    private static readonly string[] Schools = [Missed, LastInstant, WithinGrace, AfterGrace, Excused];

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task Sandbox_MonthsPass_EveryDutyEndsAsTheRulesSay(StoreUnderTest store)
    {
        await using var gateway = await TestGateway.Start(store);
        using var city = await Person.ByCookie(gateway, "city");
        using var county = await Person.ByCookie(gateway, "county-330521");
        using var inspector = await Person.ByToken(gateway, "inspector-330521-01");
        (await city.Import(Upload.Huzhou)).Failed.Should().Be(0);
        async Task<RowView> Row(string school) => (await county.Get<UnitDetail>($"/api/v1/units/school/{school}")).Row;
        async Task<Reply> Visit(string school, string start, string end) =>
            (await inspector.Command($"/api/v1/units/school/{school}/visits", Moments.Visit(start, end))).As<Reply>();
        async Task<List<AlertView>> Alerts(string school) =>
            [
                .. (await county.Get<List<AlertView>>("/api/v1/counties/330521/alerts?take=500")).Where(alert =>
                    alert.Unit == $"school/{school}"
                ),
            ];

        // 2 March: a visit satisfies March. Between two schools there is time for the way.
        await city.AdvanceTo("2026-03-02 11:00");
        for (var i = 0; i < Schools.Length; i++)
        {
            var reply = await Visit(Schools[i], $"2026-03-02 {6 + i:00}:00", $"2026-03-02 {6 + i:00}:09");
            (reply.Changed, reply.Visit!.Held, reply.Visit.Counts, reply.Duty!.State)
                .Should()
                .Be((true, false, Period.Parse("2026-03"), DutyState.Satisfied));
        }

        (await Row(Missed)).Should().Match<RowView>(row => row.Colour == Colour.Green && row.State == DutyState.Satisfied && row.Done == 1);

        // No visit in April: due soon seven, three and one day before the month ends, not a moment earlier.
        foreach (
            var (eve, day, left) in new[]
            {
                ("2026-04-23 23:59:59.999", "2026-04-24 00:00", 7),
                ("2026-04-27 23:59:59.999", "2026-04-28 00:00", 3),
                ("2026-04-29 23:59:59.999", "2026-04-30 00:00", 1),
            }
        )
        {
            await city.AdvanceTo(eve);
            (await Alerts(Missed)).Should().NotContain(alert => alert.Id == $"visit-due:{Missed}:2026-04:{left}");
            await city.AdvanceTo(day);
            var due = (await Alerts(Missed)).Single(alert => alert.Id == $"visit-due:{Missed}:2026-04:{left}");
            (due.Kind, due.EffectiveAt, due.Recipients.Single(), due.ResolvedAt)
                .Should()
                .Be(("visit-due", At(day), "inspector/督学-330521-01", null));
            (await Row(Missed))
                .Should()
                .Match<RowView>(row =>
                    row.State == DutyState.DueSoon && row.Colour == Colour.Amber && row.Reasons[0].Code == "COV-DUE-SOON"
                );
        }

        // 1 May, 00:00: one alert, red with its reason, and the ladder is not asked.
        await city.AdvanceTo("2026-04-30 23:59:59.999");
        (await Alerts(Missed)).Should().NotContain(alert => alert.Kind == "missed-visit");
        await city.AdvanceTo("2026-05-01 00:00");
        var missed = (await Alerts(Missed)).Single(alert => alert.Kind == "missed-visit");
        (missed.Id, missed.EffectiveAt, missed.ResolvedAt).Should().Be(($"missed-visit:{Missed}:2026-04", At("2026-05-01 00:00"), null));
        missed.Recipients.Should().BeEquivalentTo("inspector/督学-330521-01", "county/330521");
        var red = await Row(Missed);
        (red.Colour, red.Period, red.State, red.Recent[^2].State, red.Recent[^2].ChargedTo)
            .Should()
            .Be((Colour.Red, Period.Parse("2026-05"), DutyState.Pending, DutyState.Missed, "督学-330521-01"));
        red.Reasons[0].Should().BeEquivalentTo(new { Code = "COV-MISSED", Since = At("2026-05-01 00:00") });
        red.Reasons[0].Text.Zh.Should().Contain("漏访").And.Contain("督学-330521-01");
        red.Reasons[0].Text.En.Should().Contain("missed").And.Contain("督学-330521-01");
        red.Reasons[0].Clause.Zh.Should().Contain("方案一").And.Contain("L7");
        red.Reasons[0].Clause.En.Should().Contain("Plan 1").And.Contain("L7");
        red.Reasons[0].Evidence.Should().Equal($"missed-visit:{Missed}:2026-04");
        var told = await county.Get<List<HistoryView>>($"/api/v1/units/school/{Missed}/history?take=200");
        told.Select(entry => entry.Kind)
            .Should()
            .NotContain(kind => kind.Contains("ladder") || kind.Contains("rung"))
            .And.ContainSingle(kind => kind == "period-missed");
        var work = await inspector.Get<BoardsApi.WorklistView>("/api/v1/inspectors/%E7%9D%A3%E5%AD%A6-330521-01/worklist");
        work.Units.Should().Contain(unit => unit.Code == Missed).And.NotContain(unit => unit.Inspector != "督学-330521-01");
        work.Units[0].Colour.Should().Be(Colour.Red, "what was missed comes first");

        // A visit belongs to the month in which it started on site.
        await city.AdvanceTo("2026-05-01 02:00");
        (await Visit(LastInstant, "2026-04-30 23:59:59.999", "2026-05-01 00:30")).Visit!.Counts.Should().Be(Period.Parse("2026-04"));
        (await Visit(Missed, "2026-05-01 01:30:00", "2026-05-01 01:55")).Visit!.Counts.Should().Be(Period.Parse("2026-05"));
        (await Visit(LastInstant, "2026-05-01 00:30:00", "2026-05-01 00:45")).Visit!.Counts.Should().Be(Period.Parse("2026-05"));
        using var other = await Person.ByCookie(gateway, "inspector-330502-01");
        var stroke = await other.Command(
            "/api/v1/units/school/2133901746/visits",
            Moments.Visit("2026-05-01 00:00:00", "2026-05-01 00:30")
        );
        stroke.As<Reply>().Visit!.Counts.Should().Be(Period.Parse("2026-05"));

        // Uploaded late, within the grace: counts by itself, restated as late, the alert is resolved.
        await city.AdvanceTo("2026-05-07 23:59:59.999");
        var late = await Visit(WithinGrace, "2026-04-20 09:00", "2026-04-20 10:00");
        (late.Visit!.Held, late.Visit.Counts, late.Duty!.State).Should().Be((false, Period.Parse("2026-04"), DutyState.SatisfiedLate));
        (await Alerts(WithinGrace)).Single(alert => alert.Kind == "missed-visit").ResolvedAt.Should().NotBeNull();
        (await Row(WithinGrace)).Reasons.Should().Contain(reason => reason.Code == "COV-SATISFIED-LATE");

        // After the grace it waits for the county, which approves it.
        await city.AdvanceTo("2026-05-08 00:00");
        var held = await Visit(AfterGrace, "2026-04-20 11:00", "2026-04-20 12:00");
        (held.Visit!.Held, held.Duty!.State).Should().Be((true, DutyState.Missed));
        (await Row(AfterGrace)).Should().Match<RowView>(row => row.AwaitingApproval == 1 && row.Colour == Colour.Red);
        (await Alerts(AfterGrace)).Should().ContainSingle(alert => alert.Kind == "late-visit-waiting" && alert.ResolvedAt == null);
        (await inspector.Command($"/api/v1/units/school/{AfterGrace}/months/2026-04/approve-late", new { reason = "自批" })).ShouldRefuse(
            403,
            "role-not-allowed"
        );
        var approved = (
            await county.Command(
                $"/api/v1/units/school/{AfterGrace}/months/2026-04/approve-late",
                new { visitId = held.Visit.Id, reason = "手机故障,有到校签到" }
            )
        ).As<Reply>();
        approved.Changed.Should().BeTrue();
        (await county.Get<UnitDetail>($"/api/v1/units/school/{AfterGrace}"))
            .Should()
            .Match<UnitDetail>(unit =>
                unit.Held.IsEmpty
                && unit.Row.AwaitingApproval == 0
                && unit.Duties[unit.Duties.Length - 2].State == DutyState.SatisfiedLate
                && unit.Row.Colour == Colour.White
            );
        (await Alerts(AfterGrace))
            .Where(alert => alert.Kind is "missed-visit" or "late-visit-waiting")
            .Should()
            .HaveCount(2)
            .And.OnlyContain(alert => alert.ResolvedAt != null);

        // A missed month with a good reason and its document is excused, and not counted as visited.
        (
            await county.Command(
                $"/api/v1/units/school/{Excused}/months/2026-04/excuse",
                new { reason = "校园封控", document = "德教督〔2026〕8号" }
            )
        )
            .As<Reply>()
            .Changed.Should()
            .BeTrue();
        (await Row(Excused))
            .Should()
            .Match<RowView>(row =>
                row.Recent[row.Recent.Length - 2].State == DutyState.Excused && row.Reasons.Any(reason => reason.Code == "COV-EXCUSED")
            );
        var april = (await county.Get<BoardView>("/api/v1/counties/330521/board")).Tally.Coverage.Single(cell =>
            cell.Kind == UnitKind.School && cell.Period == Period.Parse("2026-04")
        );
        (april.SatisfiedLate, april.Excused, april.Satisfied).Should().Be((3, 1, 0));
        april.Coverage.Should().Be(decimal.Round(300m / april.Expected, 1, MidpointRounding.AwayFromZero));
    }
}
