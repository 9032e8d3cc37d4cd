using System.Diagnostics;
using Supervision.Faults.Rig;

namespace Supervision.Faults;

/// <summary>kill -9 of the whole installation, over and over, at moments nobody chose, while visits flow.</summary>
public sealed class EmbeddedKillTests : FaultTest
{
    private const string County = "330521";
    private const int Callers = 12;
    private static readonly DateTimeOffset MidMarch = new(2026, 3, 20, 12, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(StoreUnderTest.Sqlite, 8)]
    [InlineData(StoreUnderTest.Postgres, 4)]
    public async Task Embedded_KilledAtRandomMoments_KeepsEveryVisitOnce(StoreUnderTest store, int rounds)
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var installation = store == StoreUnderTest.Postgres ? OnPostgres() : OnSqlite();
        var api = installation.Api;
        var running = await installation.StartSandbox();
        await api.SignIn("province");
        await api.ImportRoster();
        await api.AdvanceClock(MidMarch);
        await api.SignIn($"county-{County}");
        var load = await VisitLoad.On(api, MidMarch, County);
        var (unanswered, committed, slowest) = (0, 0, TimeSpan.Zero);

        for (var round = 0; round < rounds; round++)
        {
            using var until = new CancellationTokenSource();
            var clock = await api.Clock();
            var flow = load.Flow(Callers, until.Token);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(30, 700)), TimeProvider.System);
            await running.Kill();
            await until.CancelAsync();
            await flow;

            var unknown = load.Sent.Where(visit => visit.Settled is null).ToList();
            var since = Stopwatch.GetTimestamp();
            running = await installation.StartSandbox();
            slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, Stopwatch.GetElapsedTime(since).Ticks));
            var known = (await installation.Journal.Receipts()).Select(receipt => receipt.OpId).ToHashSet();
            (unanswered, committed) = (unanswered + unknown.Count, committed + unknown.Count(visit => known.Contains(visit.Key)));
            (await api.Clock()).Should().BeOnOrAfter(clock);

            var answered = load.Sent.Where(visit => visit.Settled is not null).TakeLast(60).ToList();
            await load.RepeatUnanswered();
            await load.RepeatAnswered(answered.Concat(unknown));
        }

        Console.WriteLine(
            $"{store}, seed {seed}: {load.Sent.Count} visits, {rounds} kills, {unanswered} left unanswered of which {committed} had been committed; slowest start {slowest.TotalSeconds:F1} s"
        );
        await Proofs.EveryVisitExistsOnce(installation.Journal, load);
        await load.RepeatAnswered(load.Sent);
        await Proofs.EveryVisitExistsOnce(installation.Journal, load);
        await Proofs.StreamsAreWhole(installation.Journal);
        await Proofs.EveryAnswerIsOnRecord(installation, load);
        await Proofs.BoardIsTheJournal(installation.Journal, api, County);
    }
}
