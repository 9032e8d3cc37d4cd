using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Api;

/// <summary>What was true then, and what was known then.</summary>
public sealed class PastTests
{
    private const string Visited = "/api/v1/units/school/2133901746";
    private const string Named = "/api/v1/units/school/2133901747";
    private const string April25 = "2026-04-25T10:00:00%2B08:00";
    private const string MonthsEnd = "2026-05-01T00:10%2B08:00";
    private const string May9 = "2026-05-09T02:00:00Z";

    [Fact]
    public async Task Past_LateUploadAndWithdrawnIssue_ShowsWhatWasKnown()
    {
        await using var spring = await Spring.Begin(StoreUnderTest.Sqlite);
        await Do(spring, new OpenIssue(IssueOrigin.Platform, "S-HW-03", Severity.General, "作业量过大", IssueTags.None, null, [], "线索"));
        await spring.City.AdvanceTo("2026-04-25 10:00");
        await spring.City.AdvanceTo("2026-05-02 10:00");
        (await spring.Inspecting.Command($"{Visited}/visits", Visit("2026-04-20 09:00", "2026-04-20 10:00"))).Status.Should().Be(200);
        await Do(spring, new WithdrawIssue(1, "认定有误", "复核意见"));
        await spring.City.AdvanceTo("2026-05-09 10:00");

        new[] { "Pending", "DueSoon" }.Should().Contain(await State(spring, $"{Visited}?asOf={April25}&known={April25}"));
        (await State(spring, $"{Visited}?known={April25}"))
            .Should()
            .Be(await State(spring, $"{Visited}?asOf={April25}&known={April25}"), "asOf follows known");
        (await State(spring, $"{Visited}?asOf={April25}&known={May9}")).Should().Be("SatisfiedLate");
        (await State(spring, $"{Visited}?asOf={April25}")).Should().Be("SatisfiedLate", "known is now");
        (await Issues(spring, $"{Named}?asOf={April25}&known={April25}")).Should().Be(1);
        (await Issues(spring, $"{Named}?asOf={April25}")).Should().Be(1);
        (await Issues(spring, $"{Named}?known={May9}")).Should().Be(0);

        var (before, after) = (await Coverage(spring, MonthsEnd), await Coverage(spring, May9));
        (after.SatisfiedLate - before.SatisfiedLate, before.Missed - after.Missed).Should().Be((1, 1));
        await SeriesAreAsKnown(spring);
        (await Kinds(spring, $"{Visited}/history?known={April25}")).Should().NotContain("visit-accepted");
        (await Kinds(spring, $"{Visited}/history?asOf={April25}")).Should().Contain("visit-accepted");
        (await Kinds(spring, $"{Visited}/history?take=1")).Should().ContainSingle();
        await Refuses(spring);
    }

    private static readonly Actor Itself = new("校办", ActorRole.UnitUser, "330502", null, "school/2133901747");

    [Fact]
    public void History_ForTheUnitItself_WithoutPlansAndLookBackDays()
    {
        var verified = new IssueVerified(
            1,
            "x",
            null,
            "好",
            [],
            [new(DeadlineKind.LookBackDay, new(2026, 5, 6)), new(DeadlineKind.LookBack, new(2026, 5, 20))]
        );
        JsonSerializer
            .Serialize(HistoryView.Of(Entry("issue-verified", verified), Itself)!.Data)
            .Should()
            .Contain("LookBack\"")
            .And.NotContain("LookBackDay");
        HistoryView
            .Of(
                Entry(
                    "visit-planned",
                    new VisitPlanned(new(Guid.NewGuid(), "x", new(2026, 5, 6), VisitSlot.Morning, VisitKind.Regular, true), "x")
                ),
                Itself
            )
            .Should()
            .BeNull();
        HistoryView
            .Of(Entry("deadline-passed", new DeadlinePassed(CaseKind.Issue, 1, DeadlineKind.LookBackDay, new(2026, 5, 6))), Itself)
            .Should()
            .BeNull();

        static HistoryEntry Entry(string kind, UnitEvent happened) => new(1, kind, default, default, "x", null, RulesJson.Write(happened));
    }

    /// <summary>A late upload restates April for whoever asks what is known by now, and for nobody who asks what was known then.</summary>
    private static async Task SeriesAreAsKnown(Spring spring)
    {
        foreach (var (person, area) in new[] { (spring.County, "counties/330502"), (spring.City, "regions/3305") })
        {
            var (then, since, live) = (
                await April(person, $"{area}/series?known={MonthsEnd}"),
                await April(person, $"{area}/series?known={May9}"),
                await April(person, $"{area}/series")
            );
            (since.Visited - then.Visited, then.Missed - since.Missed).Should().Be((1, 1), area);
            (since.Visited, since.Missed, since.InTime).Should().Be((live.Visited, live.Missed, live.InTime), area);
            (await April(person, $"{area}/series?asOf={MonthsEnd}&known={May9}&months=2")).Visited.Should().Be(since.Visited, area);
            (await person.Get($"/api/v1/{area}/series?known=2026-01-01T00:00:00Z")).ShouldRefuse(404, "not-known-then", "asOf");
            (await person.Get($"/api/v1/{area}/series?known=yesterday")).ShouldRefuse(422, "instant-invalid", "known");

            var past = (await person.Get<BoardView>($"/api/v1/{area}/board?known={May9}"))
                .Tally.Coverage.Where(tally => tally.Kind == UnitKind.School)
                .Select(tally => $"{tally.Period}");
            past.Should().Equal(["2026-05", "2026-04", "2026-03"], "a board's past holds every month there was, newest first");
        }

        var (part, whole) = (
            await spring.County.Get<BoardView>($"/api/v1/counties/330502/board?asOf={MonthsEnd}"),
            await spring.City.Get<BoardView>($"/api/v1/regions/3305/board?asOf={MonthsEnd}")
        );
        JsonSerializer
            .Serialize(whole.Children.Single(child => child.Code == "330502").Tally)
            .Should()
            .Be(JsonSerializer.Serialize(part.Tally));
        whole.Children.Should().HaveCount(5);
    }

    private static async Task<SeriesApi.SeriesPoint> April(Person person, string path) =>
        (await person.Get<SeriesApi.SeriesView>($"/api/v1/{path}")).Schools.Single(point => point.Period == Period.Parse("2026-04"));

    private static async Task Refuses(Spring spring)
    {
        (await spring.County.Get($"{Visited}?asOf={May9}&known={April25}")).ShouldRefuse(422, "as-of-after-known", "asOf");
        (await spring.County.Get($"{Visited}?known=2026-06-01T00:00:00Z")).ShouldRefuse(422, "instant-in-future", "known");
        (await spring.County.Get($"{Visited}?asOf=2026-06-01T00:00:00Z")).ShouldRefuse(422, "instant-in-future", "asOf");
        foreach (var path in new[] { Visited, $"{Visited}/history", "/api/v1/counties/330502/board" })
        foreach (var wrong in new[] { "2026-04-25T10:00:00", "2026-04-25", "yesterday", "1999-01-01T00:00:00Z" })
            (await spring.County.Get($"{path}?asOf={wrong}")).ShouldRefuse(422, "instant-invalid", "asOf");
        (await spring.County.Get($"{Visited}?known=2026-01-01T00:00:00Z")).ShouldRefuse(404, "not-known-then", "asOf");
        (await spring.County.Get($"/api/v1/counties/330521/board?known={April25}")).ShouldRefuse(403, "out-of-scope");
        (await State(spring, $"{Visited}?known=2026-04-25T10:00:00+08:00"))
            .Should()
            .NotBeNull("a plus sign that was not encoded is understood");
    }

    private static async Task Do(Spring spring, UnitCommand command)
    {
        using var system = Acting.AsSystem();
        (
            await spring
                .Gateway.Services.GetRequiredService<IClusterClient>()
                .Unit("school/2133901747")
                .Execute(new(Guid.NewGuid(), new byte[] { 1 }, new("office", ActorRole.CountyOffice, "330502", null), command))
        )
            .Refusal.Should()
            .BeNull();
    }

    private static async Task<string?> State(Spring spring, string path)
    {
        var answer = await spring.County.Get(path);
        answer.Status.Should().Be(200, answer.Body);
        return (string?)answer.Node["row"]!["state"];
    }

    private static async Task<int> Issues(Spring spring, string path) =>
        (await spring.County.Get(path)).Node["cases"]!["issues"]!.AsArray().Count;

    private static async Task<List<string>> Kinds(Spring spring, string path) =>
        [.. (await spring.County.Get<List<HistoryView>>(path)).Select(entry => entry.Kind)];

    private static async Task<CoverageTally> Coverage(Spring spring, string known) =>
        (await spring.County.Get<BoardView>($"/api/v1/counties/330502/board?asOf={MonthsEnd}&known={known}")).Tally.Coverage.Single(tally =>
            tally.Kind == UnitKind.School && tally.Period == Period.Parse("2026-04")
        );
}
