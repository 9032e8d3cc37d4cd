using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access;

/// <summary>Signing in with a province's identity server, code and PKCE, against a real provider.</summary>
public sealed class SsoTests
{
    private const string Way = "/api/v1/session/sso";

    [Fact]
    public async Task Sso_LinksTheAccountAnAdministratorNamed_AndNobodyElse()
    {
        await using var server = await IdentityServer.Start();
        await using var gateway = await TestGateway.Start(
            StoreUnderTest.Sqlite,
            Mode.Sandbox,
            "--Supervision:SecondFactor",
            "Required",
            "--Supervision:Oidc:Authority",
            server.Address,
            "--Supervision:Oidc:ClientId",
            IdentityServer.Client,
            "--Supervision:Oidc:ClientSecret",
            IdentityServer.Secret,
            "--Supervision:Oidc:AreaClaim",
            "division",
            "--Supervision:Oidc:Name",
            "浙政钉"
        );
        using var security = await Person.ByCookie(gateway, "security");
        await security.Enrol();
        await Name("county-330521", "CountyOffice", "zhang.san");
        await Name("director-330521", "CountyDirector", "li.si");

        server.Person = [("sub", "1001"), ("preferred_username", "nobody.here"), ("division", "330521")];
        using var stranger = Person.Nobody(gateway);
        (await stranger.Get<SessionApi.MethodsView>("/api/v1/session/methods")).Sso.Should().Be("浙政钉");
        (await stranger.FollowToAPage(Way)).Should().Be("/sign-in?sso=unknown");
        (await stranger.Get("/api/v1/session")).ShouldRefuse(401, "not-signed-in");
        server.SawPkce.Should().BeTrue();

        server.Person = [("sub", "1002"), ("preferred_username", "zhang.san"), ("division", "330521")];
        using var clerk = Person.Nobody(gateway);
        (await clerk.FollowToAPage($"{Way}?next=%2Fcounty%2F330521%3Fkind%3Dschool")).Should().Be("/county/330521?kind=school");
        (await clerk.Session()).User.Should().Be("county-330521");

        // The person is known by the server's own number from now on, whatever they are called there.
        server.Person = [("sub", "1002"), ("preferred_username", "zhang.san-2"), ("division", "330521")];
        using var renamed = Person.Nobody(gateway);
        (await renamed.FollowToAPage($"{Way}?next=%2F%2Felsewhere.example")).Should().Be("/", "only paths of this site are followed");
        (await renamed.Session()).User.Should().Be("county-330521");
        server.Person = [("sub", "1003"), ("preferred_username", "zhang.san"), ("division", "330521")];
        using var successor = Person.Nobody(gateway);
        (await successor.FollowToAPage(Way))
            .Should()
            .Be("/sign-in?sso=unknown", "a name that passed on there does not pass on the account");
        server.Person = [("sub", "1002"), ("preferred_username", "zhang.san"), ("division", "330522")];
        using var moved = Person.Nobody(gateway);
        (await moved.FollowToAPage(Way)).Should().Be("/sign-in?sso=refused");

        server.Person = [("sub", "1004"), ("preferred_username", "li.si"), ("division", "330521"), ("amr", "pwd")];
        using var director = Person.Nobody(gateway);
        (await director.FollowToAPage(Way)).Should().Be("/sign-in?sso=second-factor", "deciders need one");
        server.Person = [.. server.Person[..3], ("amr", "mfa")];
        (await director.FollowToAPage(Way)).Should().Be("/");
        (await director.Session()).User.Should().Be("director-330521");

        async Task Name(string account, string role, string external) => (
                await security.Put(
                    $"/api/v1/accounts/{await SessionTests.IdOf(gateway, account)}",
                    new
                    {
                        displayName = account,
                        role,
                        area = "330521",
                        externalName = external,
                    }
                )
            ).As<AccountsApi.AccountView>().ExternalName.Should().Be(external);
    }
}
