using Microsoft.EntityFrameworkCore;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access;

/// <summary>Who manages whose account.</summary>
public sealed class AccountsTests(Springs springs)
{
    private const string Accounts = "/api/v1/accounts";

    public static TheoryData<StoreUnderTest> Stores => [StoreUnderTest.Sqlite, StoreUnderTest.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task List_PagedAndSearched_ByTheSecurityAdministrator(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        using var security = await Person.ByCookie(spring.Gateway, "security");
        var (names, after) = (new List<string>(), (string?)null);
        do
        {
            var page = await security.Get<AccountsApi.AccountsView>($"{Accounts}?take=7{(after is null ? "" : $"&after={after}")}");
            page.Accounts.Count.Should().BeLessThanOrEqualTo(7);
            names.AddRange(page.Accounts.Select(account => account.UserName));
            after = page.Next;
        } while (after is not null);

        var all = await spring.Gateway.InAccounts(db => db.Users.Select(account => account.UserName!).ToListAsync());
        names.Should().BeEquivalentTo(all).And.OnlyHaveUniqueItems();
        (await security.Get<AccountsApi.AccountsView>($"{Accounts}?search=director"))
            .Accounts.Should()
            .HaveCount(5)
            .And.OnlyContain(account => account.Role == ActorRole.CountyDirector);
        (await security.Get<AccountsApi.AccountsView>($"{Accounts}?role=City"))
            .Accounts.Should()
            .ContainSingle()
            .Which.UserName.Should()
            .Be("city");
        (await security.Get<AccountsApi.AccountsView>($"{Accounts}?area=330502&search={Uri.EscapeDataString("受理员")}"))
            .Accounts.Should()
            .ContainSingle()
            .Which.UserName.Should()
            .Be("intake-330502");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Clerk_OwnCountysInspectorsUnitsAndScreens_NothingElse(StoreUnderTest store)
    {
        var spring = await springs.On(store);
        (await spring.County.Get<AccountsApi.AccountsView>($"{Accounts}?take=200"))
            .Should()
            .Match<AccountsApi.AccountsView>(page =>
                page.Accounts.All(account => account.Area == "330502" && AccountRules.OfCounty.Contains(account.Role))
                && page.Accounts.Count >= 6
                && page.Roles.Count == 5
            );

        var made = (
            await spring.County.Post(Accounts, Draft("new-inspector-1", "Inspector", "330502", inspector: "督学-330502-02"))
        ).As<AccountsApi.NewPasswordView>();
        made.Account.Should().Match<AccountsApi.AccountView>(account => account.State == AccountState.Active && account.PasswordTemporary);
        (await spring.County.Post(Accounts, Draft("NEW-inspector-1", "Inspector", "330502", inspector: "督学-330502-02"))).ShouldRefuse(
            409,
            "account-name-taken",
            "userName"
        );
        using (var inspector = await Person.ByCookie(spring.Gateway, "new-inspector-1", made.Password))
        {
            (await inspector.Session()).Duty.Should().Be(AccountDuty.ChangePassword);
            (await inspector.Get("/api/v1/counties/330502/board")).ShouldRefuse(403, "password-change-needed");
            (await inspector.Post("/api/v1/account/password", new { current = made.Password, password = "short" })).ShouldRefuse(
                422,
                "password-too-weak",
                "password"
            );
            (await inspector.Post("/api/v1/account/password", new { current = made.Password, password = "quiet river under snow" }))
                .Status.Should()
                .Be(204);
            (await inspector.Get("/api/v1/counties/330502/board")).Status.Should().Be(200);
            (await spring.County.Post($"{Accounts}/{made.Account.Id}/disable"))
                .As<AccountsApi.AccountView>()
                .State.Should()
                .Be(AccountState.Disabled);
            (await inspector.Get("/api/v1/session")).ShouldRefuse(401, "session-revoked");
        }

        using var nobody = Person.Nobody(spring.Gateway);
        (await nobody.Post("/api/v1/session", new { userName = "new-inspector-1", password = "quiet river under snow" })).ShouldRefuse(
            401,
            "not-signed-in",
            "password"
        );
        (await spring.County.Post($"{Accounts}/{made.Account.Id}/enable"))
            .As<AccountsApi.AccountView>()
            .State.Should()
            .Be(AccountState.Active);
        var reset = (await spring.County.Post($"{Accounts}/{made.Account.Id}/password")).As<AccountsApi.NewPasswordView>();
        (await Person.ByToken(spring.Gateway, "new-inspector-1", reset.Password)).Dispose();

        (await spring.County.Post(Accounts, Draft("x-1", "CountyDirector", "330502"))).ShouldRefuse(403, "role-not-allowed");
        (await spring.County.Post(Accounts, Draft("x-1", "SecurityAdministrator", ""))).ShouldRefuse(403, "role-not-allowed");
        (await spring.County.Post(Accounts, Draft("x-1", "Inspector", "330521", inspector: "督学-330521-01"))).ShouldRefuse(
            403,
            "out-of-scope"
        );
        (await spring.County.Post(Accounts, Draft("x-1", "Inspector", "330502"))).ShouldRefuse(422, "field-required", "inspector");
        (await spring.County.Post(Accounts, Draft("x-1", "UnitUser", "330502", unit: "county/330502"))).ShouldRefuse(
            422,
            "field-invalid",
            "unit"
        );
        (
            await spring.County.Put(
                $"{Accounts}/{made.Account.Id}",
                new
                {
                    displayName = "甲",
                    role = "Inspector",
                    area = "330521",
                    inspector = "督学-330521-01",
                }
            )
        ).ShouldRefuse(403, "out-of-scope");
        foreach (var other in new[] { "director-330502", "inspector-330521-01", "security", "county-330502" })
        {
            var id = await SessionTests.IdOf(spring.Gateway, other);
            (await spring.County.Post($"{Accounts}/{id}/disable")).ShouldRefuse(404, "account-unknown");
            (await spring.County.Post($"{Accounts}/{id}/password")).ShouldRefuse(404, "account-unknown");
            (await spring.County.Get($"{Accounts}/{id}/sessions")).ShouldRefuse(404, "account-unknown");
        }
    }

    [Fact]
    public async Task OtherRoles_ManageNobody()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var id = await SessionTests.IdOf(spring.Gateway, "inspector-330502-01");
        foreach (var person in new[] { spring.Inspecting, spring.City, spring.Admin })
        {
            (await person.Get(Accounts)).ShouldRefuse(403, "role-not-allowed");
            (await person.Post(Accounts, Draft("x-2", "Inspector", "330502", inspector: "督学-330502-02"))).ShouldRefuse(
                403,
                "role-not-allowed"
            );
        }

        foreach (var person in new[] { spring.Inspecting, spring.City })
            (await person.Post($"{Accounts}/{id}/password")).ShouldRefuse(403, "role-not-allowed");
        (await spring.Admin.Post($"{Accounts}/{id}/password")).ShouldRefuse(404, "account-unknown");
    }

    [Fact]
    public async Task Administrators_AreThreePeople_AndConfirmedByAnother()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        using var security = await Person.ByCookie(spring.Gateway, "security");
        using var nobody = Person.Nobody(spring.Gateway);
        var own = await SessionTests.IdOf(spring.Gateway, "security");
        (
            await security.Put(
                $"{Accounts}/{own}",
                new
                {
                    displayName = "x",
                    role = "Administrator",
                    area = "",
                }
            )
        ).ShouldRefuse(403, "separation-of-duties");
        (await security.Post($"{Accounts}/{own}/password")).ShouldRefuse(403, "separation-of-duties");

        var made = (await security.Post(Accounts, Draft("audit-2", "AuditAdministrator", ""))).As<AccountsApi.NewPasswordView>();
        made.Account.State.Should().Be(AccountState.AwaitsConfirmation);
        var signIn = new { userName = "audit-2", password = made.Password };
        (await nobody.Post("/api/v1/session/token", signIn)).ShouldRefuse(401, "not-signed-in", "password");
        (await security.Post($"{Accounts}/{made.Account.Id}/confirm")).ShouldRefuse(403, "role-not-allowed");
        (await spring.Admin.Get<AccountsApi.AccountsView>($"{Accounts}/waiting"))
            .Accounts.Should()
            .Contain(account => account.UserName == "audit-2" && account.ConfirmAfter == "security");
        (await spring.Admin.Post($"{Accounts}/{made.Account.Id}/confirm"))
            .As<AccountsApi.AccountView>()
            .State.Should()
            .Be(AccountState.Active);
        (await nobody.Post("/api/v1/session/token", signIn)).Status.Should().Be(200);

        // Whoever resets a password knows it: with an administrator's, nothing is gained until another one agrees.
        var reset = (await security.Post($"{Accounts}/{made.Account.Id}/password")).As<AccountsApi.NewPasswordView>();
        (await nobody.Post("/api/v1/session/token", new { userName = "audit-2", password = reset.Password })).ShouldRefuse(
            401,
            "not-signed-in",
            "password"
        );
        (
            await security.Put(
                $"{Accounts}/{made.Account.Id}",
                new
                {
                    displayName = "x",
                    role = "CountyOffice",
                    area = "330502",
                }
            )
        ).ShouldRefuse(403, "separation-of-duties", "role");
        var clerk = await SessionTests.IdOf(spring.Gateway, "committee-330523");
        (
            await security.Put(
                $"{Accounts}/{clerk}",
                new
                {
                    displayName = "x",
                    role = "AuditAdministrator",
                    area = "",
                }
            )
        ).ShouldRefuse(403, "separation-of-duties", "role");
    }

    private static object Draft(string userName, string role, string area, string? inspector = null, string? unit = null) =>
        new
        {
            userName,
            displayName = "新账户",
            role,
            area,
            inspector,
            unit,
        };
}
