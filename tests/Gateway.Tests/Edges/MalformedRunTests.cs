using Supervision.Gateway.Tests.Hosting;
using Supervision.TestKit.Malformed;

namespace Supervision.Gateway.Tests.Edges;

/// <summary>The small sister of <c>tests/Bench -- malformed</c>: another seed each day, printed.</summary>
public sealed class MalformedRunTests(ITestOutputHelper output)
{
    private const int Requests = 3_000;

    [Fact]
    public async Task MalformedRequests_ByTheThousand_NeverAFaultNorAChangeNobodyWasToldOf()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using (var city = await Person.ByToken(gateway, "city"))
        {
            (await city.Import(Upload.Huzhou)).Failed.Should().Be(0);
            await city.AdvanceTo("2026-04-10 10:00");
        }

        using (var county = await Person.ByToken(gateway, "county-330502"))
        {
            foreach (var school in new[] { "2133901763", "2133901764" })
                (
                    await county.Command(
                        $"/api/v1/units/school/{school}/issues",
                        new
                        {
                            origin = "Complaint",
                            category = "S-HW-04",
                            description = "作业公示不全",
                            document = "交办单〔2026〕3号",
                        }
                    )
                ).Status.Should().Be(200);
        }

        var figures = await new MalformedRun(gateway.Address, gateway.Folder, AccountSeeds.DemoPassword).Send(
            Requests,
            seed: DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).DayNumber
        );

        foreach (var line in figures.Lines())
            output.WriteLine(line);
        figures.Faults.Should().BeEmpty($"seed {figures.Seed}");
        figures.Statuses.Keys.Should().Contain([200, 400, 401, 403, 404, 409, 422], "they reach everything from the socket to the rules");
    }
}
