using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Access;

/// <summary>An inspector who is recused from a unit has nothing to do with it any more, and neither it nor the unit learns who complained.</summary>
public sealed class RecusalTests(Springs springs)
{
    private const string Code = "2133901747";
    private const string School = $"/api/v1/units/school/{Code}";

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task Inspector_Recused_LosesTheUnit_AndIsRefusedThere_UntilItIsLifted(StoreUnderTest store)
    {
        const string school = "/api/v1/units/school/2133901749";
        var spring = await springs.On(store);
        var inspector = (await spring.County.Get<UnitDetail>(school)).Row.Inspector!;
        var why = new
        {
            inspector,
            reason = "配偶在该校任教",
            document = "吴督回避〔2026〕3号",
        };
        (await spring.Inspecting.Command($"{school}/recusals", why)).ShouldRefuse(403, "role-not-allowed");
        (
            await spring.County.Command(
                $"{school}/recusals",
                new
                {
                    inspector,
                    reason = "",
                    document = "x",
                }
            )
        ).ShouldRefuse(422, "field-required", "reason");

        (await spring.County.Command($"{school}/recusals", why)).As<Reply>().Changed.Should().BeTrue();

        var unit = await spring.County.Get<UnitDetail>(school);
        (unit.Row.Inspector, unit.Recusals.Single().Inspector, unit.Recusals.Single().Reason).Should().Be((null, inspector, why.reason));
        (await spring.Inspecting.Get<UnitDetail>(school)).Recusals.Should().BeEmpty("the reason may be a complaint");
        (await spring.County.Get($"{school}/history")).Body.Should().Contain("inspector-recused").And.Contain(why.reason);
        (await spring.Inspecting.Get($"{school}/history")).Body.Should().NotContainAny("inspector-recused", why.reason);
        var visit = new
        {
            inspector,
            startedAt = At("2026-04-10 10:00"),
            endedAt = At("2026-04-10 10:01"),
            methods = new[] { new { method = "SiteInspection", count = 1 } },
        };
        (await spring.County.Command($"{school}/visits", visit)).ShouldRefuse(409, "inspector-recused", "inspector");
        (
            await spring.County.Command(
                $"{school}/inspector",
                new
                {
                    inspector,
                    from = "2026-05-01",
                    deputy = false,
                }
            )
        ).ShouldRefuse(409, "inspector-recused", "inspector");
        (await spring.City.Import([Upload.Some("schools", row => row.StartsWith("2133901749", StringComparison.Ordinal))]))
            .Failed.Should()
            .BeLessThanOrEqualTo(1);
        (await spring.County.Get<UnitDetail>(school)).Row.Inspector.Should().BeNull("a roster does not lift a recusal");

        (await spring.County.Command($"{school}/recusals/lift", why with { reason = "配偶已调离" })).As<Reply>().Changed.Should().BeTrue();
        (
            await spring.County.Command(
                $"{school}/inspector",
                new
                {
                    inspector,
                    from = "2026-04-10",
                    deputy = false,
                }
            )
        ).As<Reply>().Changed.Should().BeTrue();
    }

    /// <summary>Reading ends with the recusal, on every way and at once; what he hands in afterwards, dated before, waits; visits since the interest began are listed.</summary>
    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task Recusal_EndsReadingAtOnce_WhatArrivesAfterItWaits_AndVisitsSinceAreListed(StoreUnderTest store)
    {
        const string code = "2133901748",
            unit = $"school/{code}",
            path = $"/api/v1/units/{unit}";
        var spring = await springs.On(store);
        var inspector = Spring.Inspector;
        var earlier = (await spring.Inspecting.Command($"{path}/visits", Visit("2026-04-01 09:00", "2026-04-01 09:30"))).As<Reply>();
        (
            await spring.County.Command(
                $"{path}/issues",
                new
                {
                    origin = "Referral",
                    category = "S-HW-04",
                    description = "交办",
                    document = "交办单",
                }
            )
        ).As<Reply>();
        var photo = (byte[])[0xFF, 0xD8, 0xFF, 0xE0, .. "JFIF recusal"u8];
        var hash = (string?)(await spring.Inspecting.Raw($"{path}/evidence", photo, null, "image/jpeg")).Node["hash"];
        string[] ways =
        [
            path,
            $"{path}/history",
            $"{path}?asOf=2026-04-01T12:00:00%2B08:00",
            $"{path}/evidence/{hash}",
            $"{path}/evidence/{hash}/meta",
        ];
        string[] lists =
        [
            "/api/v1/counties/330502/board",
            "/api/v1/counties/330502/board?asOf=2026-04-09T12:00:00%2B08:00",
            "/api/v1/counties/330502/alerts?take=500",
            "/api/v1/counties/330502/issues?take=1000",
            $"/api/v1/inspectors/{Spring.InspectorPath}/worklist",
            $"/api/v1/inspectors/{Spring.InspectorPath}/field?also={unit}",
        ];
        foreach (var way in ways.Concat(lists))
            (await spring.Inspecting.Get(way)).Status.Should().Be(200, way);
        await using var watcher = await Watcher.Connect(spring.Inspecting);
        var board = await watcher.Watch("county/330502");
        await using var page = await UnitWatcher.Connect(spring.Inspecting, unit);
        await Eventually.Holds(() => Task.FromResult(board.Row(unit) is not null && page.Hints.Count > 0), "both lines tell of the unit");

        var preview = await spring.County.Command(
            $"{path}/recusals?preview=true",
            new
            {
                inspector,
                reason = "配偶在该校任教",
                document = "吴督回避〔2026〕4号",
                since = "2026-04-01",
            }
        );
        preview.Body.Should().Contain("列入复核", "the county sees beforehand which visits it will look at");
        (
            await spring.County.Command(
                $"{path}/recusals",
                new
                {
                    inspector,
                    reason = "配偶在该校任教",
                    document = "吴督回避〔2026〕4号",
                    since = "2026-04-11",
                }
            )
        ).ShouldRefuse(422, "field-invalid", "since");
        (
            await spring.County.Command(
                $"{path}/recusals",
                new
                {
                    inspector,
                    reason = "配偶在该校任教",
                    document = "吴督回避〔2026〕4号",
                    since = "2026-04-01",
                }
            )
        ).As<Reply>();

        foreach (var way in ways)
            (await spring.Inspecting.Get(way)).ShouldRefuse(403, "out-of-scope");
        var name = (await spring.County.Get<UnitDetail>(path)).Row.Name;
        foreach (var list in lists)
            (await spring.Inspecting.Get(list)).Body.Should().NotContainAny([code, name], list);
        await Eventually.Holds(
            () => Task.FromResult(board.Row(unit) is null && page.Hints[^1].Version is null),
            "open lines tell nothing of it any more"
        );
        await using (var hub = spring.Inspecting.Hub())
        {
            await hub.StartAsync();
            (await hub.Invoking(at => at.InvokeAsync("WatchUnit", unit, (long?)null)).Should().ThrowAsync<HubException>())
                .Which.Message.Should()
                .Contain("out-of-scope");
        }

        var late = (await spring.Inspecting.Command($"{path}/visits", Visit("2026-04-08 14:00", "2026-04-08 14:30"))).As<Reply>();
        (late.Visit!.Held, late.Duty).Should().Be((true, null), "it waits, and its answer tells nothing of the unit");
        var shown = await spring.County.Get<UnitDetail>(path);
        shown.Recusals.Single().From.Should().Be(new DateOnly(2026, 4, 1));
        shown
            .Cases.Flagged.Select(visit => (visit.Id, visit.Stands))
            .Should()
            .BeEquivalentTo([(earlier.Visit!.Id, true), (late.Visit.Id, false)]);
        (shown.Row.State, shown.Row.Cases.Waiting.Count(waiting => waiting.Kind == WaitingKind.ConfirmFlagged))
            .Should()
            .Be((DutyState.Satisfied, 2), "nothing is voided silently");
        (await spring.County.Command($"{path}/visits/{earlier.Visit.Id}/void", new { reason = "回避期间" })).As<Reply>();
        (await spring.County.Command($"{path}/visits/{late.Visit.Id}/void", new { reason = "回避期间" })).As<Reply>();
        shown = await spring.County.Get<UnitDetail>(path);
        (shown.Row.State is DutyState.Satisfied, shown.Cases.Flagged.Count).Should().Be((false, 0));
    }

    /// <summary>Everything either of them may read, by the program's own list of endpoints, and everything a board they watch is sent.</summary>
    [Fact]
    public async Task UnitUnderComplaint_AndItsRecusedInspector_LearnNothingOfAComplainant()
    {
        string[] secrets = ["complainant-9f3ab1", "330502-2026-777", "intake-330502", "complaint-counted"];
        await using var spring = await Spring.Begin(StoreUnderTest.Sqlite);
        using var user = await Person.ByToken(spring.Gateway, $"unit-{Code}");
        using var intake = await Person.ByToken(spring.Gateway, "intake-330502");
        using var director = await Person.ByToken(spring.Gateway, "director-330502");
        var inspector = (await spring.County.Get<UnitDetail>(School)).Row.Inspector!;
        await using var watcher = await Watcher.Connect(spring.Inspecting);
        var board = await watcher.Watch("county/330502");
        (
            await spring.County.Command(
                $"{School}/recusals",
                new
                {
                    inspector,
                    reason = "被举报牵涉 complainant-9f3ab1",
                    document = "330502-2026-777",
                }
            )
        ).As<Reply>();
        for (var i = 0; i < 5; i++)
        {
            (
                await intake.Command(
                    $"{School}/complaint-count",
                    new
                    {
                        document = "登记表",
                        evidence = new[] { await spring.County.Scan(School) },
                        id = i == 0 ? secrets[1] : $"{secrets[1]}-{i}",
                        receivedAt = At($"2026-04-0{i + 1} 10:00"),
                        group = "S-HW",
                        person = $"{secrets[0]}-{i}",
                        outcome = i == 4 ? "Substantiated" : "Open",
                    }
                )
            ).As<Reply>();
            await director.Approve(School);
        }

        var version = (await spring.County.Get<UnitDetail>(School)).Row.Version;
        await Eventually.Holds(
            async () =>
                (await spring.County.Get<BoardView>("/api/v1/counties/330502/board")).Units.Any(row =>
                    row.Code == Code && row.Version >= version
                ) && board.Row($"school/{Code}") is null,
            "the board has what the complaints brought, but not for him"
        );
        (await spring.County.Get($"{School}/history?take=200"))
            .Body.Should()
            .Contain("measure-proposed")
            .And.Contain(secrets[1], "five complaints propose an interview, and rest it on them");

        var (endpoints, read) = (
            Matrix.Routes.Of(spring.Gateway).OfApi.Where(endpoint => endpoint.StartsWith("GET ", StringComparison.Ordinal)).ToList(),
            0
        );
        foreach (var person in new[] { user, spring.Inspecting })
        foreach (var endpoint in endpoints)
        foreach (
            var code in new[] { $"school/{Code}", "330502", inspector }.Where(code =>
                endpoint.Contains("/units/", StringComparison.Ordinal) == code.Contains('/', StringComparison.Ordinal)
            )
        )
        {
            using var request = Matrix.Routes.Request(endpoint, code, telling: false);
            var answer = await person.Send(request);
            if (answer.Status == 200)
                read++;
            answer.Body.Should().NotContainAny(secrets, $"{endpoint} of {code}");
        }

        read.Should().BeGreaterThan(12, "most of what they may read was read");
        JsonSerializer.Serialize(board).Should().NotContainAny(secrets);
    }
}
