using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access;

/// <summary>The strictest installation: passwords by 等保, a second factor for whoever decides.</summary>
public sealed class StrictTests(StrictTests.Strict strict) : IClassFixture<StrictTests.Strict>
{
    private const string Session = "/api/v1/session";

    private TestGateway Gateway => strict.Gateway;

    [Fact]
    public async Task Decider_WithoutSecondFactor_EnrolsBeforeAnythingElse()
    {
        using var director = await Person.ByCookie(Gateway, "director-330502");
        (await director.Session())
            .Should()
            .Match<SessionView>(
                session => session.Duty == AccountDuty.EnrolSecondFactor && session.May.Count == 0,
                "first the duty, then the rest"
            );
        (await director.Get("/api/v1/counties/330502/decisions")).ShouldRefuse(403, "second-factor-missing");
        await using (var hub = director.Hub())
            await hub.Invoking(at => at.StartAsync()).Should().ThrowAsync<HttpRequestException>();
        (await director.Post("/api/v1/account/second-factor", new { code = "000000" })).ShouldRefuse(409, "second-factor-conflict");

        var offer = (await director.Post("/api/v1/account/second-factor/offer")).As<SecondFactor.Offer>();
        (await director.Post("/api/v1/account/second-factor", new { code = "12345" })).ShouldRefuse(422, "field-invalid", "code");
        var code = Totp.Code(offer.Key);
        var recovery = (await director.Post("/api/v1/account/second-factor", new { code }))
            .As<OwnAccountApi.RecoveryCodesView>()
            .RecoveryCodes;
        recovery.Should().HaveCount(10);
        (await director.Session()).Should().Match<SessionView>(session => session.Duty == null && session.May.Contains("DecideApproval"));
        (await director.Post("/api/v1/account/second-factor/offer")).ShouldRefuse(409, "second-factor-conflict");

        using var nobody = Person.Nobody(Gateway);
        (await nobody.Post(Session, SignIn())).ShouldRefuse(401, "second-factor-needed", "code");
        (await nobody.Post(Session, SignIn(code))).ShouldRefuse(401, "second-factor-needed", "code"); // used already
        (await nobody.Post(Session, SignIn(Totp.Code(offer.Key, 1)))).Status.Should().Be(200);
        (await nobody.Post($"{Session}/token", SignIn())).ShouldRefuse(401, "second-factor-needed", "code");
        (
            await nobody.Post(
                $"{Session}/token",
                new
                {
                    userName = "director-330502",
                    password = AccountSeeds.DemoPassword,
                    recoveryCode = recovery[0],
                }
            )
        ).Status.Should().Be(200);
        (
            await nobody.Post(
                $"{Session}/token",
                new
                {
                    userName = "director-330502",
                    password = AccountSeeds.DemoPassword,
                    recoveryCode = recovery[0],
                }
            )
        ).ShouldRefuse(401, "second-factor-needed", "code");
        (await director.Get<OwnAccountApi.OwnView>("/api/v1/account"))
            .SecondFactor.Should()
            .Be(new OwnAccountApi.SecondFactorView(true, true, 9));

        // What an authenticator or a code could be made from is not readable in the database.
        var stored = await Gateway.InAccounts(db => db.UserTokens.Select(token => token.Value).ToListAsync());
        stored
            .Should()
            .HaveCountGreaterThanOrEqualTo(2)
            .And.OnlyContain(value =>
                !value!.Contains(offer.Key.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal)
                && !value.Contains(recovery[1], StringComparison.Ordinal)
            );
        (await Gateway.InAccounts(db => db.DataProtectionKeys.Select(key => key.Xml!).ToListAsync()))
            .Should()
            .NotBeEmpty()
            .And.OnlyContain(xml => xml.Contains("<sealed") && !xml.Contains("masterKey"));

        static object SignIn(string? code = null) =>
            new
            {
                userName = "director-330502",
                password = AccountSeeds.DemoPassword,
                code,
            };
    }

    [Fact]
    public async Task SecondFactor_ResetByTheSecurityAdministrator_IsSetUpAnew()
    {
        using var security = await Person.ByCookie(Gateway, "security");
        await security.Enrol();
        using var office = await Person.ByCookie(Gateway, "committee-office-330502");
        await office.Enrol();
        var id = await SessionTests.IdOf(Gateway, "committee-office-330502");

        (await security.Post($"/api/v1/accounts/{id}/second-factor/reset")).As<AccountsApi.AccountView>().SecondFactor.Should().BeFalse();

        (await office.Get(Session)).ShouldRefuse(401, "session-revoked");
        using var again = await Person.ByCookie(Gateway, "committee-office-330502");
        (await again.Session()).Duty.Should().Be(AccountDuty.EnrolSecondFactor);
    }

    [Fact]
    public async Task Password_WrongFiveTimes_LockedWithTheSameAnswer_UntilUnlocked()
    {
        using var nobody = Person.Nobody(Gateway);
        var answers = new List<string>();
        for (var attempt = 0; attempt < 5; attempt++)
            answers.Add((await nobody.Post(Session, new { userName = "intake-330521", password = "wrong" })).Body);
        answers.Add((await nobody.Post(Session, new { userName = "intake-330521", password = AccountSeeds.DemoPassword })).Body);
        answers.Add((await nobody.Post(Session, new { userName = "nobody-at-all", password = "wrong" })).Body);
        answers.Distinct().Should().ContainSingle().Which.Should().Contain("not-signed-in");

        using var clerk = await Person.ByCookie(Gateway, "county-330521");
        var id = await SessionTests.IdOf(Gateway, "intake-330521");
        (await clerk.Post($"/api/v1/accounts/{id}/enable")).ShouldRefuse(404, "account-unknown");
        await Gateway.InAccounts(db =>
            db.Users.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LockoutEnd, (DateTimeOffset?)null))
        );
        (await Person.ByCookie(Gateway, "intake-330521")).Dispose();
    }

    [Fact]
    public async Task Password_OlderThanNinetyDays_IsChangedFirst_AndNotToAFormerOne()
    {
        var id = await SessionTests.IdOf(Gateway, "county-330523");
        var longAgo = TimeProvider.System.GetUtcNow().AddDays(-91);
        await Gateway.InAccounts(db =>
            db.Users.Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.PasswordChangedAt, longAgo))
        );
        using var clerk = await Person.ByCookie(Gateway, "county-330523");
        using var elsewhere = await Person.ByToken(Gateway, "county-330523");
        (await clerk.Session()).Duty.Should().Be(AccountDuty.ChangePassword);
        (await clerk.Get("/api/v1/counties/330523/alerts")).ShouldRefuse(403, "password-change-needed");

        var current = AccountSeeds.DemoPassword;
        (await Change("not-it", "Kv7#tunnel-0")).ShouldRefuse(422, "field-invalid", "current");
        (await Change(current, "alllowercaseletters")).ShouldRefuse(422, "password-too-weak", "password");
        (await Change(current, current)).ShouldRefuse(422, "password-too-weak", "password");
        string[] taken = ["Kv7#tunnel-0", "Lw8#bridge-1", "Mx9#harbour-2", "Ny0#lantern-3", "Oz1#meadow-4"];
        foreach (var next in taken)
        {
            (await Change(current, next)).Status.Should().Be(204);
            current = next;
        }

        (await Change(current, taken[0])).ShouldRefuse(422, "password-too-weak", "password");
        (await elsewhere.Get(Session)).ShouldRefuse(401, "session-revoked");
        (await clerk.Session()).Duty.Should().BeNull("the session that changed it goes on");
        (await clerk.Get("/api/v1/counties/330523/alerts")).Status.Should().NotBe(403);

        Task<Answer> Change(string from, string to) => clerk.Post("/api/v1/account/password", new { current = from, password = to });
    }

    public sealed class Strict : IAsyncLifetime
    {
        public TestGateway Gateway { get; private set; } = null!;

        public async ValueTask InitializeAsync() =>
            Gateway = await TestGateway.Start(
                StoreUnderTest.Sqlite,
                Mode.Sandbox,
                "--Supervision:Passwords",
                "MLPS",
                "--Supervision:SecondFactor",
                "Required"
            );

        public async ValueTask DisposeAsync() => await Gateway.DisposeAsync();
    }
}
