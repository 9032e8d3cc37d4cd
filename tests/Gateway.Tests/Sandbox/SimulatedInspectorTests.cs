using Supervision.Gateway.Tests.Hosting;
using static Supervision.Gateway.Tests.Hosting.Moments;

namespace Supervision.Gateway.Tests.Sandbox;

public sealed class SimulatedInspectorTests
{
    private static readonly string[] Schools = ["2133901815", "2133901816", "2133901817", "2133901818", "2133901819", "2133901820"];

    [Fact]
    public async Task SimulatedInspector_AtASchoolWithAnOpenIssue_VisitsAllTheSameAndSaysWhatItSaw()
    {
        await using var gateway = await TestGateway.Start(StoreUnderTest.Sqlite);
        using var city = await Person.ByCookie(gateway, "city");
        using var clerk = await Person.ByToken(gateway, "county-330521");
        (await city.Import(Upload.Huzhou)).Failed.Should().Be(0);
        await city.AdvanceTo("2026-03-31 12:00");
        foreach (var school in Schools)
            (
                await clerk.Command(
                    $"/api/v1/units/school/{school}/issues",
                    new
                    {
                        origin = "Platform",
                        category = "S-HW-04",
                        description = "平台线索",
                        document = "平台〔2026〕1号",
                    }
                )
            ).As<Reply>();

        (
            await city.Post("/api/v1/sandbox/clock", new { inspectors = true, advanceTo = At("2026-04-30 23:00") })
        ).As<SandboxApi.ClockView>();

        var visited = 0;
        foreach (var school in Schools)
        {
            var history = await clerk.Get<List<HistoryView>>($"/api/v1/units/school/{school}/history?take=200");
            var visits = history.Where(entry => entry.Kind is "visit-accepted").ToList();
            visits.Should().OnlyContain(entry => (int)entry.Data!["visit"]!["content"]!["remarks"]![0]!["issue"]! == 1);
            visited += visits.Count;
        }

        visited.Should().BeGreaterThan(Schools.Length / 2, "most schools are visited in time");
    }
}
