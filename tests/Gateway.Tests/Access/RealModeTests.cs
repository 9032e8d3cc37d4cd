using Microsoft.Extensions.DependencyInjection;
using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Access;

/// <summary>A real installation from its first minute, and the wall between it and sandboxes.</summary>
public sealed class RealModeTests
{
    private const string Password = "a long enough one";

    public static TheoryData<StoreUnderTest> Stores => [StoreUnderTest.Sqlite, StoreUnderTest.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task FirstRun_AdministratorThenDemonstration_AndNeverASandbox(StoreUnderTest store)
    {
        await using var gateway = await TestGateway.Start(store, Mode.Real);
        var code = gateway.Services.GetRequiredService<SetupCode>().Text;
        using var nobody = Person.Nobody(gateway);
        (await nobody.Get<StartApi.StartView>("/api/v1/start"))
            .Should()
            .Be(new StartApi.StartView(Empty: true, Sandbox: false, Demonstration: false, NeedsAdministrator: true));

        (
            await nobody.Post(
                "/api/v1/setup/administrator",
                new
                {
                    code = "WRONGCODE2",
                    userName = "主任",
                    password = Password,
                }
            )
        ).ShouldRefuse(422, "field-invalid", "code");
        (
            await nobody.Post(
                "/api/v1/setup/administrator",
                new
                {
                    code,
                    userName = "主任",
                    password = "short",
                }
            )
        ).ShouldRefuse(422, "password-too-weak", "password");
        (
            await nobody.Post(
                "/api/v1/setup/administrator",
                new
                {
                    code,
                    userName = " ",
                    password = Password,
                }
            )
        ).ShouldRefuse(422, "field-required", "userName");
        var made = (
            await nobody.Post(
                "/api/v1/setup/administrator",
                new
                {
                    code,
                    userName = "主任",
                    password = Password,
                }
            )
        ).As<StartApi.AdministratorsView>();
        made.HandOver.Select(other => (other.UserName, other.Role))
            .Should()
            .Equal(("security", ActorRole.SecurityAdministrator), ("audit", ActorRole.AuditAdministrator));
        (
            await nobody.Post(
                "/api/v1/setup/administrator",
                new
                {
                    code,
                    userName = "另一",
                    password = Password,
                }
            )
        ).ShouldRefuse(409, "store-not-empty");
        (await nobody.Get<StartApi.StartView>("/api/v1/start")).NeedsAdministrator.Should().BeFalse();
        (await nobody.Post("/api/v1/session", new { userName = "county-330521", password = AccountSeeds.DemoPassword })).ShouldRefuse(
            401,
            "not-signed-in",
            "password"
        );

        using var security = await Person.ByCookie(gateway, "security", made.HandOver[0].Password);
        (await security.Session()).Duty.Should().Be(AccountDuty.ChangePassword);

        using var administrator = await Person.ByCookie(gateway, "主任", Password);
        (await administrator.Session()).Duty.Should().Be(AccountDuty.EnrolSecondFactor);
        (await administrator.Post("/api/v1/setup/demonstration")).ShouldRefuse(403, "second-factor-missing");
        var key = await administrator.Enrol();
        (await administrator.Get("/api/v1/sandbox/clock")).ShouldRefuse(404, "sandbox-only");
        (await administrator.Post("/api/v1/sandbox/clock", new { advanceTo = At("2099-01-01 00:00") })).ShouldRefuse(404, "sandbox-only");
        (await administrator.Get("/api/v1/regions/3305/board")).ShouldRefuse(404, "region-unknown", "code");
        (await administrator.Get("/api/v1/regions/CN/board")).ShouldRefuse(404, "region-unknown", "code");

        (await administrator.Post("/api/v1/setup/demonstration"))
            .As<ImportReport>()
            .Should()
            .Match<ImportReport>(report => report.Registered == 395 && report.Failed == 0);
        (await nobody.Get<StartApi.StartView>("/api/v1/start"))
            .Should()
            .Be(new StartApi.StartView(false, false, Demonstration: true, false));
        var county = await administrator.Get<BoardView>("/api/v1/counties/330521/board");
        (county.Demonstration, county.Sandbox).Should().Be((true, false));
        await Eventually.Holds(
            async () =>
                await administrator.Get<BoardView>("/api/v1/regions/3305/board")
                    is { Name: "湖州市", Children.Length: 5, Tally.Schools: 241 },
            "the city that was asked for too early is whole"
        );
        (await administrator.Post("/api/v1/setup/demonstration")).ShouldRefuse(409, "store-not-empty");

        await gateway.Close();
        (await gateway.Invoking(closed => closed.Open(Mode.Sandbox)).Should().ThrowAsync<InvalidOperationException>())
            .Which.Message.Should()
            .Contain("made in mode 'Real'")
            .And.Contain("can't be opened as 'Sandbox'");
        await gateway.Open(Mode.Real);
        using var again = await Person.ByCookie(gateway, "主任", Password, Totp.Code(key, steps: 1));
        (await again.Get<BoardView>("/api/v1/counties/330521/board")).Demonstration.Should().BeTrue("it stays marked");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Sandbox_Restarted_ClockGoesOnAndRealModeIsRefused(StoreUnderTest store)
    {
        await using var gateway = await TestGateway.Start(store);
        DateTimeOffset running;
        using (var city = await Person.ByCookie(gateway, "city"))
        {
            (await city.Get<SandboxApi.ClockView>("/api/v1/sandbox/clock"))
                .Should()
                .Be(new SandboxApi.ClockView(At("2026-03-01 00:00"), 0, Paused: true, Inspectors: false));
            (await city.AdvanceTo("2026-03-05 12:00")).Now.Should().Be(At("2026-03-05 12:00"));
            await gateway.Restart();
        }

        using (var city = await Person.ByCookie(gateway, "city"))
        {
            (await city.Get<SandboxApi.ClockView>("/api/v1/sandbox/clock")).Now.Should().Be(At("2026-03-05 12:00"));
            (await city.Post("/api/v1/sandbox/clock", new { speed = 10_000 })).As<SandboxApi.ClockView>().Paused.Should().BeFalse();
            await Eventually.Holds(
                async () => (await city.Get<SandboxApi.ClockView>("/api/v1/sandbox/clock")).Now > At("2026-03-05 12:10"),
                "the clock runs"
            );
            running = (await city.Get<SandboxApi.ClockView>("/api/v1/sandbox/clock")).Now;
            await gateway.Restart();
        }

        using (var city = await Person.ByCookie(gateway, "city"))
        {
            var resumed = await city.Get<SandboxApi.ClockView>("/api/v1/sandbox/clock");
            (resumed.Now >= running, resumed.Paused).Should().Be((true, true));
        }

        await gateway.Close();
        (await gateway.Invoking(closed => closed.Open(Mode.Real)).Should().ThrowAsync<InvalidOperationException>())
            .Which.Message.Should()
            .Contain("made in mode 'Sandbox'")
            .And.Contain("can't be opened as 'Real'");
    }
}
