using Microsoft.Extensions.DependencyInjection;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Access;

/// <summary>The operator's way to annul what a wrong clock brought about: beside running silos, or over an embedded store whose program is stopped.</summary>
public sealed class AnnulClockTests
{
    private static readonly string[] Window =
    [
        "annul-clock",
        "--from",
        "2026-01-01T00:00:00+08:00",
        "--to",
        "2026-01-01T00:01:10+08:00",
        "--reason",
        "时钟超前",
        "--document",
        "维护记录 1 号",
    ];

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task AnnulClock_WindowInWhichNothingFell_LooksAtEverything_ChangesNothingButTheRecord(StoreUnderTest store)
    {
        await using var gateway = await TestGateway.Start(store, Mode.Real, "--Supervision:SecondFactor", "Optional");
        using (var nobody = Person.Nobody(gateway))
            (
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
        using (var administrator = await Person.ByCookie(gateway, "主任", "a long enough one"))
            (await administrator.Post("/api/v1/setup/demonstration")).As<ImportReport>().Failed.Should().Be(0);
        if (store == StoreUnderTest.Sqlite)
            await gateway.Close();

        var (shown, text) = await Run(gateway, [.. Window, "--dry-run"]);
        shown.Should().Be(0, text);
        text.Should().Contain("单位 / units: 0 / ").And.NotContain("units: 0 / 0").And.Contain("Only shown");
        (await Run(gateway, Window)).Code.Should().Be(0);
        (await Run(gateway, Window)).Text.Should().Contain("Annulled");

        if (store == StoreUnderTest.Sqlite)
            await gateway.Open(Mode.Real);
        var trail = await gateway.Services.GetRequiredService<IAuditStore>().Find(new(Action: AnnulClock.Action));
        trail.Should().HaveCount(2).And.OnlyContain(entry => entry.Entry.Who == "console");
    }

    [Theory]
    [InlineData("--from", "2026-01-01", "--to", "2026-01-02")]
    [InlineData("--from", "2026-01-02T00:00:00+08:00", "--to", "2026-01-01T00:00:00+08:00", "--reason", "x", "--document", "y")]
    [InlineData("--from", "2026-01-01T00:00:00+08:00", "--to", "2026-01-02T00:00:00+08:00", "--document", "y")]
    [InlineData("--from", "2026-01-01T00:00:00+08:00", "--to", "2026-01-02T00:00:00+08:00", "--reason", "x")]
    public async Task AnnulClock_WithoutWindowReasonOrDocument_SaysWhatIsMissing(params string[] given)
    {
        using var output = new StringWriter();
        (
            await AnnulClock.Run(
                ["annul-clock", .. given],
                new(false, false, false, "/nowhere", null),
                new(null, "/nowhere", "127.0.0.1", 0, 0, "", ""),
                output
            )
        )
            .Should()
            .Be(1);
        output.ToString().Should().NotBeNullOrWhiteSpace();
    }

    private static async Task<(int Code, string Text)> Run(TestGateway gateway, string[] args)
    {
        using var output = new StringWriter();
        var code = await AnnulClock.Run(
            args,
            gateway.Settings,
            gateway.Store with
            {
                ClusterId = "supervision",
                ServiceId = "supervision",
            },
            output
        );
        return (code, output.ToString());
    }
}
