using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Contracts;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access.Matrix;

/// <summary>Every endpoint, and every board and unit of the hub, asked by everybody about what is theirs and what is not.</summary>
[Collection(CastCollection.Name)]
public sealed class MatrixTests(Cast cast)
{
    private const string SignOut = "DELETE /session";
    private static readonly string[] Denials = ["not-signed-in", "out-of-scope", "role-not-allowed"];

    [Fact]
    public void Endpoints_AllAndNoOthers_HaveTheirLine()
    {
        var (api, strange) = Routes.Of(cast.Gateway);
        api.Except(WhoMay.Table.Keys)
            .Should()
            .BeEmpty("each new endpoint needs its place in Access/Matrix/WhoMay.cs: who may use it, by the domain");
        WhoMay.Table.Keys.Except(api).Should().BeEmpty("these lines of Access/Matrix/WhoMay.cs are of no endpoint");
        strange
            .Should()
            .BeEmpty("a route outside /api/v1 is open to everybody: list it in Access/Matrix/Routes.cs if that is meant, else move it");
    }

    [Fact]
    public async Task Endpoints_AskedByEveryRoleOfEveryScope_AnswerWhomTheyMayAndNobodyElse()
    {
        var before = await cast.Versions();
        var (told, denials) = (0, 0);
        void Hear(AccessDenial denial) => Interlocked.Increment(ref told);
        cast.Gateway.Services.GetRequiredService<AccessDenials>().Denied += Hear;
        var wrong = new ConcurrentBag<string>();
        var cases = WhoMay
            .Table.Keys.SelectMany(endpoint =>
                Player.All.SelectMany(player => Targets(endpoint, player).Select(target => (endpoint, player, target)))
            )
            .ToList();
        cases.Count.Should().BeGreaterThan(3_000);

        // Signing out comes last, and under a session of its own.
        foreach (var round in cases.GroupBy(each => each.endpoint == SignOut).OrderBy(round => round.Key))
            await Parallel.ForEachAsync(
                round,
                new ParallelOptions { MaxDegreeOfParallelism = 6 },
                (each, _) => new(Ask(each.endpoint, each.player, each.target))
            );

        cast.Gateway.Services.GetRequiredService<AccessDenials>().Denied -= Hear;
        wrong.Order(StringComparer.Ordinal).Should().BeEmpty();
        told.Should().Be(denials, "every denial is told to whoever keeps a record");
        (await cast.Versions()).Should().Equal(before, "no denied request wrote anything");

        // What may be done is asked with nothing in it, what may not with a body that would do it.
        async Task Ask(string endpoint, Player player, string? target)
        {
            var expected =
                WhoMay.Table[endpoint].Contains(player.Name)
                && (target is null || player.Name == "anonymous" || InScope(endpoint, player, target));
            using var own = endpoint == SignOut && player.Account is { } name ? await Person.ByToken(cast.Gateway, name) : null;
            var answer = await (own ?? cast.People[player]).Send(Routes.Request(endpoint, target, telling: !expected));
            var denied = answer.Status is 401 or 403 && Denials.Contains(answer.Code);
            if (denied)
                Interlocked.Increment(ref denials);
            if (denied == expected || answer.Status >= 500)
                wrong.Add(
                    $"{player.Name}: {endpoint} of {target ?? "–"} answered {answer.Status} {answer.Code}, {(expected ? "though it may" : "though it may not")}"
                );
            else if (denied && (answer.Status == 401) != (player.Account is null))
                wrong.Add($"{player.Name}: {endpoint} of {target ?? "–"} was denied with {answer.Status}");
        }
    }

    /// <summary>What pages offer by a name of the session, and the endpoint that does it.</summary>
    private static readonly (string Act, string Endpoint)[] Offered =
    [
        ("ReadBoard", "GET /counties/{code}/board"),
        ("ReadUnit", "GET /units/{kind}/{code}"),
        ("ReadOffice", "GET /counties/{code}/decisions"),
        ("ReadAudit", "GET /audit"),
        ("AcknowledgeAlert", "POST /counties/{code}/alerts/{id}/acknowledge"),
        ("ManageChannels", "PUT /counties/{code}/channels/{channel}"),
        ("ImportRoster", "POST /rosters/import"),
        ("SetClock", "POST /sandbox/clock"),
        ("ManageAccounts", "POST /accounts"),
        ("ConfirmAccounts", "POST /accounts/{id}/confirm"),
        ("SeeWaitingAccounts", "GET /accounts/waiting"),
    ];

    [Fact]
    public async Task Session_OfEveryRole_NamesWhatItMayAndNothingElse()
    {
        var wrong = new List<string>();
        foreach (var player in Player.All.Where(player => player.Account is not null))
        {
            var session = await cast.People[player].Session();
            session
                .Deciders.Should()
                .Equal(ActorRole.CountyOffice, ActorRole.CountyDirector, ActorRole.CommitteeOffice, ActorRole.CommitteeDirector);
            wrong.AddRange(
                Offered
                    .Where(each => session.May.Contains(each.Act) != WhoMay.Table[each.Endpoint].Contains(player.Name))
                    .Select(each => $"{player.Name}: {each.Act}")
            );
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task Hub_WatchedByEveryRole_SendsBoardsAndUnitsOfTheirScopeOnly()
    {
        var wrong = new List<string>();
        foreach (var player in Player.All)
        {
            await using var hub = cast.People[player].Hub();
            if (player.Account is null)
            {
                await hub.Invoking(at => at.StartAsync()).Should().ThrowAsync<HttpRequestException>();
                continue;
            }

            await hub.StartAsync();
            foreach (
                var (scope, area) in new[]
                {
                    ("county/330521", "330521"),
                    ("county/320502", "320502"),
                    ("region/3305", "3305"),
                    ("region/3205", "3205"),
                    ("region/33", "33"),
                    ("region/CN", ""),
                }
            )
            {
                var expected = WhoMay.Watch.Contains(player.Name) && player.Covers(area);
                if (await Joins(hub, "Watch", scope) != expected)
                    wrong.Add($"{player.Name}: {scope}, {(expected ? "though it may" : "though it may not")}");
            }

            foreach (var unit in new[] { Player.OwnSchool, Player.OtherSchool, Player.Institution, Player.SchoolElsewhere })
            {
                var expected = WhoMay.WatchUnit.Contains(player.Name) && player.CoversUnit(unit);
                if (await Joins(hub, "WatchUnit", unit) != expected)
                    wrong.Add($"{player.Name}: {unit}, {(expected ? "though it may" : "though it may not")}");
            }
        }

        wrong.Should().BeEmpty();
    }

    [Fact]
    public async Task Hub_AWatchedUnitGoesToAnotherProvince_ItsWatchersAreToldOnceAndHearNoMore()
    {
        await using var watcher = await UnitWatcher.Connect(
            cast.People[Player.All.Single(player => player.Name == "office")],
            Player.OtherSchool
        );
        await Eventually.Holds(() => Task.FromResult(watcher.Hints.Count > 0), "it is told where the unit stands");
        try
        {
            await cast.Move(Player.OtherSchool, Player.Elsewhere);
            await Eventually.Holds(() => Task.FromResult(watcher.Hints[^1].Version is null), "it is told that the unit left");
            var told = watcher.Hints.Count;
            await cast.Move(Player.OtherSchool, Player.County);
            await cast.Move(Player.OtherSchool, Player.Elsewhere);
            watcher.Hints.Should().HaveCount(told);
        }
        finally
        {
            await cast.Move(Player.OtherSchool, Player.County);
        }
    }

    private static async Task<bool> Joins(HubConnection hub, string method, string scope)
    {
        try
        {
            await hub.InvokeAsync(method, scope, (long?)null);
            await hub.InvokeAsync("Unwatch", scope);
            return true;
        }
        catch (HubException refused) when (Denials.Any(code => refused.Message.Contains(code, StringComparison.Ordinal)))
        {
            return false;
        }
    }

    /// <summary>What stands in the path: the player's own, another's of the same county, one of another province; null where nothing does.</summary>
    private static string?[] Targets(string endpoint, Player player)
    {
        switch (endpoint.Split(' ')[1].Split('/')[1])
        {
            case "units":
                return [Player.OwnSchool, Player.OtherSchool, Player.Institution, Player.SchoolElsewhere];
            case "counties":
                return [Player.County, Player.Elsewhere];
            case "regions":
                return ["3305", "33", "3205", "CN"];
            case "inspectors":
                return [.. new[] { player.Inspector ?? "督学-330521-01", "督学-330521-01", "督学-330521-02", "督学-320502-01" }.Distinct()];
            default:
                return [null];
        }
    }

    private static bool InScope(string endpoint, Player player, string target) =>
        endpoint.Split(' ')[1].Split('/')[1] switch
        {
            "units" => player.CoversUnit(target),
            "inspectors" => player.CoversInspector(target),
            _ => player.Covers(target == "CN" ? "" : target),
        };
}
