using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Contracts;
using Supervision.TestKit;

namespace Supervision.Bench;

/// <summary>How long a walk over the whole journal takes, and in how much memory, for streams of a hundred 2 KB events.</summary>
internal static class VerifyBench
{
    private const int EventsOfAStream = 100;

    public static async Task<int> Run(int events)
    {
        using var cluster = PgCluster.Start(durable: false);
        var options = JournalOptions.Postgres(cluster.CreateDatabase());
        Migrations.Migrate(options);
        var secret = ClusterSecret.Create();
        StoreSeal.Claim(options, secret);
        await using (var services = new ServiceCollection().AddSingleton(secret).AddJournal(options).BuildServiceProvider())
        {
            var journal = services.GetRequiredService<IJournal>();
            await Parallel.ForEachAsync(
                Enumerable.Range(0, events / EventsOfAStream),
                new ParallelOptions { MaxDegreeOfParallelism = 128 },
                (stream, _) => Fill(journal, stream)
            );
        }

        var started = Stopwatch.GetTimestamp();
        var report = Verification.Run(options, new Seals(secret.Derive(Seals.Purpose)), new AuditSeals(secret.Derive(AuditSeals.Purpose)));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Counts["events"]:N0} events, {report.Counts.Values.Sum():N0} rows verified in {seconds:0.0} s, {report.Counts["events"] / seconds:N0} events/s; heap {GC.GetTotalMemory(forceFullCollection: false) >> 20} MiB"
            )
        );
        return report.IsIntact ? 0 : 1;
    }

    private static async ValueTask Fill(IJournal journal, int number)
    {
        var stream = string.Create(CultureInfo.InvariantCulture, $"school/v{number}");
        for (var version = 0; version < EventsOfAStream; version++)
        {
            await journal.Append(
                new Append(
                    version,
                    [new NewEvent("visit-accepted", Change.At, Change.At, "li", Change.Payload)],
                    new Head(stream, version + 1, "330106", "ins-1", Change.At, Change.Summary),
                    new Receipt(Guid.CreateVersion7(), Change.Fingerprint, Change.At, Change.Answer),
                    [],
                    []
                )
            );
        }
    }
}
