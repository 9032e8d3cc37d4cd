using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access;

/// <summary>The answer of the first run is lost: the console lets the offices in that nobody has ever entered, and no others.</summary>
public sealed class FirstRunCodeTests
{
    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task FirstRun_AnswerLost_NewCodeLetsSecurityAndAuditIn_UntilTheyHaveBeen(StoreUnderTest store)
    {
        await using var gateway = await TestGateway.Start(store, Mode.Real, "--Supervision:SecondFactor", "Optional");
        using var nobody = Person.Nobody(gateway);
        var lost = (
            await nobody.Post(
                "/api/v1/setup/administrator",
                new
                {
                    code = gateway.Services.GetRequiredService<SetupCode>().Text,
                    userName = "主任",
                    password = "a long enough one",
                }
            )
        ).As<StartApi.AdministratorsView>();

        var (listed, list) = await Run(gateway, null);
        listed.Should().Be(0);
        list.Should().ContainAll("security", "audit", "主任");
        var (printed, text) = await Run(gateway, "security");
        printed.Should().Be(0, text);
        var password = text.Trim().Split(' ')[^1].Trim();
        (await nobody.Post("/api/v1/session", new { userName = "security", password = lost.HandOver[0].Password })).ShouldRefuse(
            401,
            "not-signed-in",
            "password"
        );
        using (var security = await Person.ByCookie(gateway, "security", password))
            (await security.Session()).Duty.Should().Be(AccountDuty.ChangePassword);

        var (again, refused) = await Run(gateway, "security");
        (again, refused)
            .Should()
            .Match<(int, string)>(said =>
                said.Item1 == 1 && said.Item2.Contains("已于") && said.Item2.Contains("another administrator resets it")
            );
        (await Run(gateway, "nobody")).Code.Should().Be(1);
        (await Run(gateway, null)).Text.Should().Contain("audit").And.NotContain("  security ");

        var trail = await gateway.Services.GetRequiredService<IAuditStore>().Find(new(Action: FirstRunCode.Action));
        trail
            .Select(entry => (entry.Entry.Chain, entry.Entry.Who, entry.Entry.Target, entry.Entry.Result))
            .Should()
            .Equal(
                (NewAuditEntry.SystemChain, "console", "account/security", AuditResult.Refused),
                (NewAuditEntry.SystemChain, "console", "account/security", AuditResult.Accepted)
            );
    }

    private static async Task<(int Code, string Text)> Run(TestGateway gateway, string? account)
    {
        using var output = new StringWriter();
        var settings = gateway.Services.GetRequiredService<GatewaySettings>();
        var code = await FirstRunCode.Run(WebApplication.CreateBuilder(), settings, gateway.Store, account, output);
        return (code, output.ToString());
    }
}
