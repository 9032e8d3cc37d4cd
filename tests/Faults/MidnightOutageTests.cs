using System.Globalization;
using Supervision.Faults.Rig;

namespace Supervision.Faults;

/// <summary>April ends while nothing runs. What fell due is decided once, as of midnight, by whoever comes first afterwards.</summary>
public sealed class MidnightOutageTests : FaultTest
{
    private const string County = "330521";
    private static readonly DateTimeOffset LastEvening = new(2026, 4, 30, 22, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset Midnight = new(2026, 5, 1, 0, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset NextMorning = new(2026, 5, 1, 9, 0, 0, TimeSpan.FromHours(8));

    [Theory]
    [InlineData(StoreUnderTest.Sqlite)]
    [InlineData(StoreUnderTest.Postgres)]
    public async Task Month_EndsDuringAnOutage_ClosesOnceAsOfMidnight(StoreUnderTest store)
    {
        var installation = store == StoreUnderTest.Postgres ? OnPostgres() : OnSqlite();
        var running = await Start(installation);
        await running.Kill();
        // The night passes: a sandbox's clock is where its file says, as a real one is where the world is.
        await File.WriteAllTextAsync(
            Path.Combine(installation.Folder, "clock.txt"),
            NextMorning.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture)
        );
        running = await installation.StartSandbox();

        // Nobody asks for anything: starting is enough.
        await Eventually.Holds("April is closed", () => AprilIsClosedOnce(installation, detected: NextMorning));
        await running.Kill();
        running = await installation.StartSandbox();
        await installation.Api.AdvanceClock(NextMorning.AddHours(1));
        await AprilIsClosedOnce(installation, detected: NextMorning);
        await Proofs.BoardIsTheJournal(installation.Journal, installation.Api, County);
        await Proofs.StreamsAreWhole(installation.Journal);
    }

    [Fact]
    public async Task Month_ProcessKilledWhileClosingIt_ClosesOnce()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        var installation = OnSqlite();
        var running = await Start(installation);
        for (var kills = 0; kills < 3; kills++)
        {
            var advancing = installation.Api.Post("/api/v1/sandbox/clock", new { advanceTo = NextMorning });
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(10, 150)), TimeProvider.System);
            await running.Kill();
            await advancing.ContinueWith(_ => { }, TaskScheduler.Default); // mostly without an answer; after a kill not much may be left to do
            running = await installation.StartSandbox();
        }

        if (await installation.Api.Clock() < NextMorning)
            await installation.Api.AdvanceClock(NextMorning);
        await Eventually.Holds($"April is closed (seed {seed})", () => AprilIsClosedOnce(installation, detected: null));
        await Proofs.BoardIsTheJournal(installation.Journal, installation.Api, County);
        await Proofs.StreamsAreWhole(installation.Journal);
    }

    private static async Task<Running> Start(Installation installation)
    {
        var running = await installation.StartSandbox();
        await installation.Api.SignIn("province");
        await installation.Api.ImportRoster();
        await installation.Api.AdvanceClock(LastEvening);
        return running;
    }

    /// <summary>Every school without a visit missed April exactly once, with one alert; quarters go on.</summary>
    private static async Task AprilIsClosedOnce(Installation installation, DateTimeOffset? detected)
    {
        var schools = (await installation.Journal.Heads())
            .Where(head => head.Stream.StartsWith("school/", StringComparison.Ordinal))
            .Select(head => head.Stream)
            .ToList();
        var missed = (await installation.Journal.Events())
            .Where(row => row.Kind == "period-missed" && row.EffectiveAt == Midnight)
            .ToList();
        missed.Select(row => row.Stream).Should().BeEquivalentTo(schools, "nobody was visited");
        var alerts = (await installation.Journal.Alerts())
            .Where(alert => alert.Id.EndsWith(":2026-04", StringComparison.Ordinal) && alert.Kind == "missed-visit")
            .ToList();
        alerts
            .Select(alert => alert.Id)
            .Should()
            .BeEquivalentTo(schools.Select(school => $"missed-visit:{school["school/".Length..]}:2026-04"));
        alerts.Should().OnlyContain(alert => alert.EffectiveAt == Midnight && alert.DetectedAt >= alert.EffectiveAt);
        if (detected is { } at)
            missed
                .Select(row => row.RecordedAt)
                .Concat(alerts.Select(alert => alert.DetectedAt))
                .Should()
                .OnlyContain(instant => instant == at);
    }
}
