using System.Diagnostics;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access;

/// <summary>Sessions live in the database: what ends there has ended everywhere.</summary>
public sealed class SessionTests(Springs springs)
{
    public static TheoryData<StoreUnderTest> Stores => [StoreUnderTest.Sqlite, StoreUnderTest.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Session_IdleOrTooOld_Expired(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        using var idle = await Person.ByCookie(spring.Gateway, "province");
        using var used = await Person.ByCookie(spring.Gateway, "province");
        using var old = await Person.ByCookie(spring.Gateway, "province");
        await Age(spring.Gateway, idle, lastUsed: TimeSpan.FromMinutes(31));
        await Age(spring.Gateway, used, lastUsed: TimeSpan.FromMinutes(29));
        await Age(spring.Gateway, old, ended: TimeSpan.FromSeconds(1));

        (await idle.Get("/api/v1/regions/33/board")).ShouldRefuse(401, "session-expired");
        (await old.Get("/api/v1/regions/33/board")).ShouldRefuse(401, "session-expired");
        (await used.Get("/api/v1/regions/33/board")).Status.Should().Be(200);
        var now = TimeProvider.System.GetUtcNow();
        (await Row(spring.Gateway, used)).LastUsedAt.Should().BeCloseTo(now, TimeSpan.FromSeconds(30), "using it is what keeps it");
        (await Row(spring.Gateway, used)).EndsAt.Should().BeCloseTo(now.AddHours(12), TimeSpan.FromMinutes(2));
    }

    /// <summary>A board left open refreshes itself and opens a broken line again; the desk it stands on is empty all the same.</summary>
    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Session_OfAPageNobodySitsAt_StaysIdle(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        using var person = await Person.ByCookie(spring.Gateway, "province");
        var id = (await Row(spring.Gateway, person)).Id;
        await Age(spring.Gateway, person, lastUsed: TimeSpan.FromMinutes(20));
        using var unattended = new HttpRequestMessage(HttpMethod.Get, "/api/v1/regions/33/board");
        unattended.Headers.Add(SessionHandler.UnattendedHeader, "1");
        using var line = new HttpRequestMessage(HttpMethod.Post, "/hubs/board/negotiate?negotiateVersion=1");
        line.Headers.Add("Origin", spring.Gateway.Address.GetLeftPart(UriPartial.Authority));

        (await person.Send(unattended)).Status.Should().Be(200);
        (await person.Send(line)).Status.Should().Be(200);
        (await LastUsed()).Should().BeBefore(TimeProvider.System.GetUtcNow().AddMinutes(-19));

        (await person.Get("/api/v1/regions/33/board")).Status.Should().Be(200);
        (await LastUsed()).Should().BeAfter(TimeProvider.System.GetUtcNow().AddMinutes(-1));

        Task<DateTimeOffset> LastUsed() =>
            spring.Gateway.InAccounts(db =>
                db.Sessions.AsNoTracking().Where(session => session.Id == id).Select(session => session.LastUsedAt).SingleAsync()
            );
    }

    [Fact]
    public async Task Command_UnderAnExpiredSession_ConsumesNothing_AndIsDoneOnceAfterSigningInAgain()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        const string school = "/api/v1/units/school/2133901785";
        var issue = new
        {
            origin = "Platform",
            category = "S-HW-04",
            description = "布置家长作业",
            document = "平台预警单",
        };
        var key = Guid.CreateVersion7();
        using var phone = await Person.ByToken(spring.Gateway, "county-330502");
        await Age(spring.Gateway, phone, ended: TimeSpan.FromSeconds(1));
        var before = (await spring.County.Get<UnitDetail>(school)).Cases.Issues.Count;

        (await phone.Command($"{school}/issues", issue, key)).ShouldRefuse(401, "session-expired");
        (await phone.Post("/api/v1/session/refresh", new { refreshToken = phone.RefreshToken })).ShouldRefuse(401, "session-expired");
        (await spring.County.Get<UnitDetail>(school)).Cases.Issues.Should().HaveCount(before);

        phone.Take(
            (await phone.Post("/api/v1/session/token", new { userName = "county-330502", password = AccountSeeds.DemoPassword })).Node
        );
        var first = await phone.Command($"{school}/issues", issue, key);
        first.As<Reply>().Changed.Should().BeTrue();
        (await phone.Command($"{school}/issues", issue, key)).Body.Should().Be(first.Body);
        (await spring.County.Get<UnitDetail>(school)).Cases.Issues.Should().HaveCount(before + 1);
    }

    [Fact]
    public async Task Phone_Refreshed_GoesOnUntilItsSessionEnds()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var phone = await Person.ByToken(spring.Gateway, "inspector-330502-01");
        var first = phone.Token;

        phone.Take((await phone.Post("/api/v1/session/refresh", new { refreshToken = phone.RefreshToken })).Node);

        phone.Token.Should().NotBe(first);
        (await phone.Session()).User.Should().Be("inspector-330502-01");
        (await phone.Post("/api/v1/session/refresh", new { refreshToken = "rubbish" })).ShouldRefuse(401, "not-signed-in");
        (await phone.Delete("/api/v1/session")).Status.Should().Be(204);
        (await phone.Get("/api/v1/session")).ShouldRefuse(401, "session-revoked");
        (await phone.Post("/api/v1/session/refresh", new { refreshToken = phone.RefreshToken })).ShouldRefuse(401, "session-revoked");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Session_EndedByTheSecurityAdministrator_ClosesItsBoardWithinFiveSeconds(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        using var security = await Person.ByCookie(spring.Gateway, "security");
        using var watching = await Person.ByCookie(spring.Gateway, "intake-330502");
        using var other = await Person.ByCookie(spring.Gateway, "intake-330502");
        await using var hub = watching.Hub();
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Closed += _ => Task.FromResult(closed.TrySetResult());
        await hub.StartAsync();
        await hub.InvokeAsync("Watch", "county/330502", (long?)null);
        var account = await IdOf(spring.Gateway, "intake-330502");
        (await security.Get<List<OwnAccountApi.SessionLine>>($"/api/v1/accounts/{account}/sessions"))
            .Count(line => line.Kind == SessionKind.Site)
            .Should()
            .BeGreaterThanOrEqualTo(2);

        var since = Stopwatch.GetTimestamp();
        (await security.Delete($"/api/v1/accounts/{account}/sessions")).Status.Should().Be(204);

        (await watching.Get("/api/v1/session")).ShouldRefuse(401, "session-revoked");
        (await other.Get("/api/v1/session")).ShouldRefuse(401, "session-revoked");
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Stopwatch.GetElapsedTime(since).Should().BeLessThan(TimeSpan.FromSeconds(5) * Crowd.Factor);
        await hub.Invoking(at => at.StartAsync()).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task Board_OpenWhenTheSessionExpires_Closed()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var watching = await Person.ByCookie(spring.Gateway, "city");
        using var staying = await Person.ByCookie(spring.Gateway, "city");
        await using var hub = watching.Hub();
        await using var kept = staying.Hub();
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        hub.Closed += _ => Task.FromResult(closed.TrySetResult());
        await hub.StartAsync();
        await kept.StartAsync();

        await Age(spring.Gateway, watching, lastUsed: TimeSpan.FromMinutes(31));

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));
        kept.State.Should().Be(HubConnectionState.Connected);
    }

    [Fact]
    public async Task Account_GivenAnotherScope_IsOutAtOnce_AndANewNameShowsAtOnce()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var security = await Person.ByCookie(spring.Gateway, "security");
        using var moved = await Person.ByToken(spring.Gateway, "intake-330523");
        var account = await IdOf(spring.Gateway, "intake-330523");
        (
            await security.Put(
                $"/api/v1/accounts/{account}",
                new
                {
                    displayName = "受理员甲",
                    role = "IntakeDesk",
                    area = "330523",
                }
            )
        ).As<AccountsApi.AccountView>().DisplayName.Should().Be("受理员甲");
        (await moved.Session()).DisplayName.Should().Be("受理员甲");

        // Changed behind the program's back: nothing of it is taken from the ticket.
        await spring.Gateway.InAccounts(db =>
            db.Users.Where(one => one.Id == account).ExecuteUpdateAsync(set => set.SetProperty(one => one.Area, "330522"))
        );
        (await moved.Session()).Scopes.Should().Equal("county/330522");

        (
            await security.Put(
                $"/api/v1/accounts/{account}",
                new
                {
                    displayName = "受理员甲",
                    role = "IntakeDesk",
                    area = "330523",
                }
            )
        ).As<AccountsApi.AccountView>();
        (await moved.Get("/api/v1/session")).ShouldRefuse(401, "session-revoked");
        (await Person.ByToken(spring.Gateway, "intake-330523")).Dispose();
    }

    [Fact]
    public async Task Sessions_OfOneself_ListedAndEndedEverywhereElse()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var here = await Person.ByCookie(spring.Gateway, "intake-330522");
        using var phone = await Person.ByToken(spring.Gateway, "intake-330522");
        using var third = await Person.ByCookie(spring.Gateway, "intake-330522");

        var lines = await here.Get<List<OwnAccountApi.SessionLine>>("/api/v1/account/sessions");
        lines.Should().HaveCount(3).And.ContainSingle(line => line.Current).And.ContainSingle(line => line.Kind == SessionKind.Phone);
        var ofPhone = lines.Single(line => line.Kind == SessionKind.Phone);
        (await here.Delete($"/api/v1/account/sessions/{ofPhone.Id}")).Status.Should().Be(204);
        (await phone.Get("/api/v1/session")).ShouldRefuse(401, "session-revoked");
        (await spring.County.Delete($"/api/v1/account/sessions/{lines[0].Id}")).ShouldRefuse(404, "account-unknown");
        (await here.Delete("/api/v1/account/sessions")).Status.Should().Be(204);
        (await third.Get("/api/v1/session")).ShouldRefuse(401, "session-revoked");
        (await here.Session()).User.Should().Be("intake-330522");
    }

    internal static Task<string> IdOf(TestGateway gateway, string name) =>
        gateway.InAccounts(db => db.Users.Where(one => one.UserName == name).Select(one => one.Id).SingleAsync());

    private static async Task<Session> Row(TestGateway gateway, Person person)
    {
        var current = (await person.Get<List<OwnAccountApi.SessionLine>>("/api/v1/account/sessions")).Single(line => line.Current).Id;
        return await gateway.InAccounts(db => db.Sessions.AsNoTracking().SingleAsync(session => session.Id == current));
    }

    /// <summary>Puts the person's session into the past: that long unused, or ended that long ago.</summary>
    private static async Task Age(TestGateway gateway, Person person, TimeSpan? lastUsed = null, TimeSpan? ended = null)
    {
        var (row, now) = (await Row(gateway, person), TimeProvider.System.GetUtcNow());
        var (used, ends) = (lastUsed is { } ago ? now - ago : row.LastUsedAt, ended is { } since ? now - since : row.EndsAt);
        await gateway.InAccounts(db =>
            db.Sessions.Where(session => session.Id == row.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(session => session.LastUsedAt, used).SetProperty(session => session.EndsAt, ends)
                )
        );
    }
}
