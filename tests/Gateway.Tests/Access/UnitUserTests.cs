using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Access;

/// <summary>What a school's or institution's own user may see and do, what it never learns of, and what commands bring when they are tried out.</summary>
public sealed class UnitUserTests(Springs springs)
{
    private const string Own = "/api/v1/units/school/2133901747";
    private const string Other = "/api/v1/units/school/2133901746";

    [Fact]
    public async Task UnitUser_BeyondItsUnit_Forbidden()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var user = await Person.ByToken(spring.Gateway, "unit-2133901747");
        (await user.Get<SessionView>("/api/v1/session"))
            .Should()
            .BeEquivalentTo(
                new
                {
                    Role = ActorRole.UnitUser,
                    Unit = "school/2133901747",
                    Home = "/unit/school/2133901747",
                    Scopes = new[] { "school/2133901747" },
                }
            );
        (await user.Get<UnitDetail>(Own)).Row.Code.Should().Be("2133901747");

        foreach (
            var path in new[]
            {
                Other,
                $"{Other}/history",
                "/api/v1/counties/330502/board",
                "/api/v1/counties/330502/alerts",
                "/api/v1/counties/330502/decisions",
                "/api/v1/counties/330502/policies",
                "/api/v1/regions/3305/board",
                $"/api/v1/inspectors/{Spring.InspectorPath}/worklist",
            }
        )
            (await user.Get(path)).ShouldRefuse(403, "out-of-scope");
        (await user.Command($"{Other}/issues", SelfFound())).ShouldRefuse(403, "out-of-scope");
        (await user.Command($"{Other}/issues?preview=true", SelfFound())).ShouldRefuse(403, "out-of-scope");
        (await user.Command($"{Own}/issues/1/verification", new { remark = "x" })).ShouldRefuse(403, "role-not-allowed");
        (await user.Command($"{Own}/plans", new { inspector = Spring.Inspector, day = "2026-05-06" })).ShouldRefuse(
            403,
            "role-not-allowed"
        );
        (
            await user.Command("/api/v1/counties/330502/policies/activate", new { preset = "plan-6", effectiveFrom = "2026-05-01" })
        ).ShouldRefuse(403, "out-of-scope");
        (await user.Send(Upload.Request(Upload.Huzhou, dryRun: true))).ShouldRefuse(403, "role-not-allowed");
        (await user.Post("/api/v1/sandbox/clock", new { advanceTo = At("2026-04-10 10:00") })).ShouldRefuse(403, "role-not-allowed");
        await using var hub = user.Hub();
        await hub.StartAsync();
        (await hub.Invoking(at => at.InvokeAsync("Watch", "county/330502", (long?)null)).Should().ThrowAsync<HubException>())
            .Which.Message.Should()
            .Contain("out-of-scope");
    }

    [Fact]
    public async Task History_OwnEyes_NothingOfPlansDoubtsComplaintsAndTheDrawnDay()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var user = await Person.ByToken(spring.Gateway, "unit-2133901747");
        using var director = await Person.ByToken(spring.Gateway, "director-330502");
        (
            await spring.County.Command(
                $"{Own}/plans",
                new
                {
                    inspector = Spring.Inspector,
                    day = "2026-05-06",
                    kind = "Covert",
                    unannounced = true,
                }
            )
        ).As<Reply>();
        (
            await spring.County.Command(
                $"{Own}/complaint-count",
                new
                {
                    id = "330502-2026-1",
                    receivedAt = At("2026-04-09 10:00"),
                    group = "S-HW",
                    person = "甲",
                    outcome = "Open",
                    document = "登记表",
                    evidence = new[] { await spring.County.Scan(Own) },
                }
            )
        ).As<Reply>();
        await director.Approve(Own);
        (
            await spring.County.Command(
                $"{Own}/visits",
                new
                {
                    inspector = Spring.Inspector,
                    startedAt = At("2026-03-31 09:00"),
                    endedAt = At("2026-03-31 10:00"),
                    methods = new[] { new { method = "Briefing", count = 1 } },
                    presence = new
                    {
                        latitude = 30.8,
                        longitude = 120.1,
                        accuracyMetres = 8,
                        mocked = true,
                    },
                }
            )
        ).As<Reply>().Visit!.Held.Should().BeTrue();
        (await user.Command($"{Own}/issues", SelfFound("S-EX-02"))).As<Reply>().Changed.Should().BeTrue();
        var no = (await user.Get<UnitDetail>(Own)).Cases.Issues.Single().No;
        (await user.Command($"{Own}/issues/{no}/rectification", new { text = "已整改" })).As<Reply>();
        (await director.Command($"{Own}/issues/{no}/verification", new { remark = "属实" })).As<Reply>();

        var whole = (await spring.County.Get($"{Own}/history?take=200")).Body;
        whole.Should().ContainAll("visit-planned", "visit-flagged", "complaint-counted", "LookBackDay");
        using var intake = await Person.ByToken(spring.Gateway, "intake-330502");
        (await intake.Get($"{Own}/history?take=200")).Body.Should().Contain("complaint-counted");
        foreach (var other in new[] { spring.Inspecting, spring.City })
            (await other.Get($"{Own}/history?take=200"))
                .Body.Should()
                .Contain("issue-verified")
                .And.NotContainAny("complaint-counted", "330502-2026-1", "甲");
        var seen = (await user.Get($"{Own}/history?take=200")).Body;
        seen.Should().Contain("issue-verified").And.NotContainAny("visit-planned", "visit-flagged", "complaint-counted", "LookBackDay");
        (await user.Get<List<HistoryOnly>>($"{Own}/history?take=3")).Should().HaveCount(3, "what is hidden takes no place");
        var own = await user.Get(Own);
        own.Body.Should().NotContain("LookBackDay");
        own.As<UnitDetail>()
            .Should()
            .Match<UnitDetail>(unit =>
                unit.Cases.Plans.IsEmpty
                && unit.Cases.Flagged.Count == 0
                && unit.Cases.Waiting.IsEmpty
                && unit.Row.Cases.Waiting.IsEmpty
                && unit.Row.NextDueAt == null
            );

        var queue = await spring.County.Get<List<DecisionView>>("/api/v1/counties/330502/decisions?kind=ConfirmFlagged");
        queue
            .Should()
            .Contain(entry => entry.Unit == "school/2133901747" && entry.Owner == ActorRole.CountyOffice && entry.AgeDays == 10)
            .And.OnlyContain(entry => entry.Kind == WaitingKind.ConfirmFlagged);
        (await spring.County.Get<List<DecisionView>>("/api/v1/counties/330502/decisions?owner=Inspector")).Should().BeEmpty();
        var all = await director.Get<List<DecisionView>>("/api/v1/counties/330502/decisions");
        all.Should()
            .BeEquivalentTo(
                all.OrderByDescending(entry => entry.Overdue)
                    .ThenBy(entry => entry.DueOn ?? DateOnly.MaxValue)
                    .ThenBy(entry => entry.Since),
                order => order.WithStrictOrdering()
            );
    }

    [Fact]
    public async Task Preview_AnyCommand_SaysWhatFollowsAndChangesNothing()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        const string school = "/api/v1/units/school/2133901759";
        var before = (await spring.County.Get(school)).Body;
        var body = Encoding.UTF8.GetBytes(
            JsonSerializer.Serialize(
                new
                {
                    origin = "Platform",
                    category = "S-HW-04",
                    description = "布置家长作业",
                    document = "平台预警单",
                },
                Answer.Json
            )
        );

        var preview = (await spring.County.Raw($"{school}/issues?preview=true", body, null)).As<PreviewView>();

        preview.Events.Select(happened => happened.Kind).Should().StartWith(["issue-opened", "issue-notified"]);
        preview.Documents.Should().ContainSingle(paper => paper.Kind == DocumentKind.RectificationNotice && paper.Name.Zh == "整改通知书");
        preview.Deadlines.Should().Contain(deadline => deadline.Kind == DeadlineKind.Rectify);
        (preview.Before!.Compliance, preview.After!.Compliance, preview.After.OpenIssues).Should().Be((Colour.Green, Colour.Amber, 1));
        (await spring.County.Get(school)).Body.Should().Be(before);
        (await spring.County.Raw($"{school}/issues?preview=perhaps", body, null)).ShouldRefuse(400, "request-malformed", "preview");
        (
            await spring.County.Raw("/api/v1/counties/330502/policies/activate?preview=true", "{}"u8.ToArray(), Guid.NewGuid().ToString())
        ).ShouldRefuse(400, "request-malformed", "preview");
    }

    private static object SelfFound(string category = "S-HW-04") =>
        new
        {
            origin = "SelfCheck",
            category,
            description = "自查发现",
        };

    private sealed record HistoryOnly(long Version);
}
