using System.Diagnostics;
using System.Net;
using Supervision.Faults.Rig;

namespace Supervision.Faults;

/// <summary>The database goes away under load and comes back; the programs stay.</summary>
public sealed class PostgresOutageTests : FaultTest
{
    private const string County = "330521";
    private static readonly DateTimeOffset MidMarch = new(2026, 3, 20, 12, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public async Task Postgres_StoppedUnderLoad_IsARetryable503_AndNothingIsLostOrDoubled()
    {
        var cluster = PgCluster.Start(durable: true);
        Assert.SkipUnless(cluster.CanBeStopped, "The PostgreSQL of SUPERVISION_TEST_PG is not ours to stop.");
        var installation = Owning(cluster);
        var api = installation.Api;
        await installation.StartSandbox();
        await api.SignIn("province");
        await api.ImportRoster();
        await api.AdvanceClock(MidMarch);
        await api.SignIn($"county-{County}");
        var load = await VisitLoad.On(api, MidMarch, County);
        await using var watcher = await Watcher.Start(api, $"county/{County}");
        var reads = new List<(string Path, Answer Answer)>();

        for (var round = 0; round < 3; round++)
        {
            using var until = new CancellationTokenSource();
            var before = load.Sent.Count(visit => visit.Settled is not null);
            var flow = load.Flow(12, until.Token);
            await Eventually.True("visits flow", () => Task.FromResult(load.Sent.Count(visit => visit.Settled is not null) > before + 200));
            cluster.StopImmediately();
            string[] paths =
            [
                "/api/v1/units/school/2133901815",
                $"/api/v1/counties/{County}/board",
                $"/api/v1/counties/{County}/alerts",
                "/api/v1/start",
            ];
            foreach (var path in paths)
                reads.Add((path, await api.Get(path)));
            reads.Add(("sign in", await api.Post("/api/v1/session/token", new { userName = "province", password = Api.Password })));
            await Eventually.True("the gateway says it is not ready", async () => !await api.IsReady());
            cluster.StartAgain();
            var since = Stopwatch.GetTimestamp();
            var after = load.Sent.Count(visit => visit.Settled is not null);
            await Eventually.True(
                "visits are acknowledged again",
                () => Task.FromResult(load.Sent.Count(visit => visit.Settled is not null) > after)
            );
            var served = Stopwatch.GetElapsedTime(since);
            await Eventually.True("the gateway is ready again", api.IsReady);
            await until.CancelAsync();
            await flow;
            Console.WriteLine(
                $"PostgreSQL back: first visit acknowledged after {served.TotalSeconds:F1} s, ready after {Stopwatch.GetElapsedTime(since).TotalSeconds:F1} s, {load.Unanswered} visits to repeat, no acknowledgement for {load.LongestSilence.TotalSeconds:F1} s at most"
            );
            await load.RepeatUnanswered();
        }

        reads
            .Where(read => read.Answer.Status != HttpStatusCode.OK && !read.Answer.IsRetryableOrFalse())
            .Select(read => $"{read.Path}: {read.Answer}")
            .Should()
            .BeEmpty("an outage is a retryable 503, never a 500");
        await Proofs.EveryVisitExistsOnce(installation.Journal, load);
        await load.RepeatAnswered(load.Sent.Take(500));
        await Proofs.StreamsAreWhole(installation.Journal);
        await Proofs.EveryAnswerIsOnRecord(installation, load);
        await Proofs.BoardIsTheJournal(installation.Journal, api, County, TimeSpan.FromSeconds(75)); // a lost report is found by the minute's reconciliation
        await Proofs.WatcherIsTheJournal(installation.Journal, watcher, County);
    }
}
