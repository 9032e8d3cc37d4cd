using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.Configuration;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Edges;

/// <summary>A sandbox with limits so small that a test reaches them, behind a proxy whose word is taken.</summary>
public sealed class SmallLimits : IAsyncLifetime
{
    public TestGateway Gateway { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Gateway = await TestGateway.Start(
            StoreUnderTest.Sqlite,
            Mode.Sandbox,
            "--Supervision:Proxies",
            "127.0.0.1",
            "--Supervision:Limits:SignInsPerAccount",
            "3",
            "--Supervision:Limits:SignInsPerAddress",
            "8",
            "--Supervision:Limits:ReadsPerUser",
            "5",
            "--Supervision:Limits:CommandsPerUser",
            "4",
            "--Supervision:Limits:ExportsPerUser",
            "2",
            "--Supervision:Limits:UploadsPerUser",
            "2",
            "--Supervision:Limits:HubConnectionsPerUser",
            "1",
            "--Supervision:Limits:HubCallsPerConnection",
            "6",
            "--Supervision:Limits:BoardsPerConnection",
            "2"
        );

    public async ValueTask DisposeAsync() => await Gateway.DisposeAsync();
}

public sealed class RateLimitTests(SmallLimits small) : IClassFixture<SmallLimits>, IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = small.Gateway.Address };

    [Fact]
    public async Task SignIn_TooOftenUnderOneName_RefusedFromEveryAddress_AlikeForNamesNobodyHas()
    {
        foreach (var (name, written) in new[] { ("county-330503", " COUNTY-330503 "), ("nobody-at-all", "Nobody-At-All") })
        {
            var last = await TooMany(3, 422, i => SignIn(i < 3 ? name : written, $"10.1.0.{i}"));
            (await SignIn("somebody-else", $"10.1.0.{last}")).Status.Should().Be(422);
        }
    }

    [Fact]
    public async Task SignIn_TooOftenFromOneAddress_RefusedThere_AndNotNextDoor()
    {
        await TooMany(8, 422, i => SignIn($"guess-{i}", "10.2.0.1"));
        (await SignIn("next-door", "10.2.0.2")).Status.Should().Be(422);
        await TooMany(0, 422, i => SignIn($"behind-{i}", "9.9.9.9, 10.2.0.1"), most: 7); // what the client itself put before the proxy's word counts for nothing
    }

    [Fact]
    public async Task SignIn_TooOftenFromOneIpv6Network_Refused()
    {
        await TooMany(8, 422, i => SignIn($"six-{i}", i < 8 ? $"2001:db8:7:1::{i}" : "2001:db8:7:1:ffff::1"));
        (await SignIn("six-next-door", "2001:db8:7:2::1")).Status.Should().Be(422);
    }

    [Fact]
    public async Task Kinds_HaveLimitsOfTheirOwn_AndUsersToo()
    {
        using var director = await Person.ByToken(small.Gateway, "director-330521");
        using var other = await Person.ByToken(small.Gateway, "director-330522");
        await TooMany(5, 200, _ => director.Get("/api/v1/session"));
        (await other.Get("/api/v1/session")).Status.Should().Be(200, "another user is not concerned");

        await TooMany(2, 404, _ => director.Get("/api/v1/counties/330521/issues.xlsx")); // there is no such county yet
        await TooMany(2, 404, _ => director.Raw("/api/v1/units/school/2133901815/evidence", [1], null, "image/png"));
        await TooMany(4, 404, _ => director.Command("/api/v1/units/school/2133901815/opinion-flag", new { on = true, source = "x" }));
    }

    [Fact]
    public async Task Hub_MoreConnectionsThanOneMayHave_Refused_UntilOneIsClosed()
    {
        using var office = await Person.ByToken(small.Gateway, "county-330522");
        await using var first = await Connected(office);
        await using var second = office.Hub();
        await second.Invoking(hub => hub.StartAsync()).Should().ThrowAsync<Exception>();
        await first.DisposeAsync();
        await Eventually.Holds(
            async () =>
            {
                await using var third = office.Hub();
                try
                {
                    await third.StartAsync();
                    return true;
                }
                catch (Exception fault)
                    when (fault is HttpRequestException or System.Net.WebSockets.WebSocketException or AggregateException)
                {
                    return false;
                }
            },
            "the place of the closed connection is free"
        );
    }

    [Fact]
    public async Task Hub_MoreBoardsOrCallsThanAConnectionMayHave_Refused()
    {
        using var province = await Person.ByToken(small.Gateway, "city");
        await using var hub = await Connected(province);
        await hub.InvokeAsync("Watch", "county/330502", (long?)null);
        await hub.InvokeAsync("Watch", "county/330503", (long?)null);
        (await hub.Invoking(at => at.InvokeAsync("Watch", "county/330521", (long?)null)).Should().ThrowAsync<HubException>())
            .Which.Message.Should()
            .Contain("too-many-boards: ");
        await hub.InvokeAsync("Unwatch", "county/330502");
        await hub.InvokeAsync("Watch", "county/330521", (long?)null);
        await hub.InvokeAsync("Watch", "county/330521", (long?)null);
        (
            await hub.Invoking(async at =>
                {
                    for (var i = 0; i < 24; i++)
                        await at.InvokeAsync("Unwatch", "county/330521"); // some calls come back while slow ones are made
                })
                .Should()
                .ThrowAsync<HubException>()
        ).Which.Message.Should().Contain("too-many-requests: ");
    }

    [Fact]
    public async Task BehindTls_CookiesAreSecure_AndTheBrowserIsToldToStayThere()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session")
        {
            Content = JsonContent.Create(new { userName = "province", password = AccountSeeds.DemoPassword }),
        };
        request.Headers.Add("X-Forwarded-For", "10.3.0.1");
        request.Headers.Add("X-Forwarded-Proto", "https");
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = small.Gateway.Address };
        using var answer = await http.SendAsync(request);
        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Headers.GetValues("Strict-Transport-Security").Should().Equal("max-age=31536000");
        answer
            .Headers.GetValues("Set-Cookie")
            .Should()
            .HaveCountGreaterThanOrEqualTo(2)
            .And.OnlyContain(cookie =>
                cookie.Contains("; secure") && cookie.Contains("; httponly") && cookie.Contains("; samesite=strict")
            );
    }

    [Theory]
    [InlineData("ReadsPerUsr", "5")]
    [InlineData("ReadsPerUser", "0")]
    [InlineData("ReadsPerUser", "many")]
    public void Configuration_NameOrValueUnknown_RefusesToStart(string name, string value) =>
        (
            (Action)(
                () =>
                    EdgeLimits.From(
                        new ConfigurationBuilder().AddInMemoryCollection([new($"Supervision:Limits:{name}", value)]).Build(),
                        sandbox: false
                    )
            )
        )
            .Should()
            .Throw<InvalidOperationException>()
            .Which.ToString()
            .Should()
            .Contain(name);

    [Fact]
    public void Defaults_AreEnoughForAnOfficeOfHundredsBehindOneAddress()
    {
        var limits = EdgeLimits.From(new ConfigurationBuilder().Build(), sandbox: false);
        limits.SignInsPerAddress.Should().BeGreaterThanOrEqualTo(100, "300 clerks come at half past eight");
        limits.ReadsPerAddress.Should().BeGreaterThanOrEqualTo(300 * 60);
        limits.CommandsPerAddress.Should().BeGreaterThanOrEqualTo(300 * 10);
        limits.HubConnectionsPerAddress.Should().BeGreaterThanOrEqualTo(300 * 5);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<HubConnection> Connected(Person person)
    {
        var hub = person.Hub();
        await hub.StartAsync();
        return hub;
    }

    private async Task<Answer> SignIn(string name, string from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/session/token")
        {
            Content = JsonContent.Create(new { userName = name, password = "wrong" }),
        };
        request.Headers.Add("X-Forwarded-For", from);
        var answer = await Answer.Of(await _http.SendAsync(request));
        return answer.Status == (int)HttpStatusCode.Unauthorized ? answer with { Status = 422 } : answer;
    }

    /// <summary>Calls until it is too much. Some are given back while slow calls are made, so a few more than the limit may pass, but not many.</summary>
    /// <returns>How many passed.</returns>
    private static async Task<int> TooMany(int limit, int status, Func<int, Task<Answer>> call, int? most = null)
    {
        for (var passed = 0; passed <= (most ?? 4 * limit); passed++)
        {
            var answer = await call(passed);
            if (answer.Status == status)
                continue;
            passed.Should().BeGreaterThanOrEqualTo(limit);
            ShouldBeTooMany(answer);
            return passed;
        }

        throw new InvalidOperationException("There is no limit.");
    }

    private static void ShouldBeTooMany(Answer answer)
    {
        (answer.Status, answer.Code).Should().Be((429, "too-many-requests"), answer.Body);
        answer.Headers.RetryAfter!.Delta!.Value.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        ((bool)answer.Node["retryable"]!).Should().BeTrue("it was not looked at: the same again, later");
    }
}
