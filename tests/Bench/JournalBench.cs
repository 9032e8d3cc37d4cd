using System.Globalization;
using Npgsql;
using Supervision.Contracts;
using Supervision.TestKit;

namespace Supervision.Bench;

/// <summary>
/// Measurement (a): durable changes per second through the journal, against the same change made per call. The rounds are
/// interleaved, so that a slow minute of the machine hits every contender; medians are printed.
/// </summary>
internal static class JournalBench
{
    public static readonly ClusterSecret Secret = ClusterSecret.Create();

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(0.7);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(2);

    public static async Task<int> Run(int rounds, int[] callerCounts)
    {
        using var cluster = PgCluster.Start(durable: true, connections: 2 * PgCluster.AsShipped);
        var options = JournalOptions.Postgres(cluster.CreateDatabase());
        Migrations.Migrate(options);
        StoreSeal.Claim(options, Secret);
        // As many connections as an application would have; more only queue up in front of two cores.
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(options.PostgresConnectionString) { MaxPoolSize = 64 }.ConnectionString
        );
        await Execute(
            source,
            "create table plain_states (id text primary key, version bigint not null, payload bytea not null) with (fillfactor = 50, toast_tuple_target = 8160)"
        );
        Console.WriteLine(await Machine.Describe(source));
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rounds} interleaved rounds of {Measured.TotalSeconds:0.#} s per cell after {WarmUp.TotalSeconds:0.#} s warm-up; medians"
            )
        );

        var samples = new Dictionary<(int Callers, string Contender), List<Sample>>();
        var run = 0;
        for (var round = 0; round < rounds; round++)
        {
            foreach (var callers in callerCounts)
            {
                Contender[] contenders =
                [
                    new JournalContender(options, ++run),
                    new TransactionContender(source, run),
                    new OneTripContender(source, run),
                    new UpsertContender(source, run),
                ];
                foreach (var contender in contenders)
                {
                    await using (contender)
                    {
                        var sample = await Load.Run(callers, WarmUp, Measured, contender.Change);
                        if (!samples.TryGetValue((callers, contender.Name), out var list))
                            samples[(callers, contender.Name)] = list = [];
                        list.Add(sample);
                    }
                }

                // Every cell starts on tables of about the same size.
                await Execute(source, "truncate journal_heads, journal_events, journal_receipts, plain_states");
                await Execute(source, "checkpoint");
            }
        }

        return Report(samples);
    }

    private static int Report(Dictionary<(int Callers, string Contender), List<Sample>> samples)
    {
        Console.WriteLine();
        Console.WriteLine("| callers | contender | changes/s | min–max | p50 µs | p99 µs | journal is |");
        Console.WriteLine("|---:|---|---:|---:|---:|---:|---:|");
        foreach (var callers in samples.Keys.Select(cell => cell.Callers).Distinct())
        {
            var journal = Sample.Median(samples[(callers, "journal")], sample => sample.Rate);
            foreach (var ((_, contender), list) in samples.Where(cell => cell.Key.Callers == callers))
            {
                var rate = Sample.Median(list, sample => sample.Rate);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {callers} | {contender} | {rate:N0} | {list.Min(s => s.Rate):N0}–{list.Max(s => s.Rate):N0} | {Sample.Median(list, s => s.P50):N0} | {Sample.Median(list, s => s.P99):N0} | {journal / rate:0.00} × |"
                    )
                );
            }
        }

        return Verdict(samples);
    }

    /// <summary>The exit code says whether the targets were met, so that a build can hold on to them.</summary>
    private static int Verdict(Dictionary<(int Callers, string Contender), List<Sample>> samples)
    {
        double Ratio(int callers, string other) =>
            Sample.Median(samples[(callers, "journal")], s => s.Rate) / Sample.Median(samples[(callers, other)], s => s.Rate);
        (int Callers, string Other, double Target)[] targets = [(64, "transaction", 4), (1, "transaction", 1), (64, "upsert", 2)];
        var missed = 0;
        Console.WriteLine();
        foreach (var (callers, other, target) in targets.Where(target => samples.ContainsKey((target.Callers, target.Other))))
        {
            var ratio = Ratio(callers, other);
            if (ratio < target)
                missed++;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(ratio >= target ? "met   " : "MISSED")} {callers} caller(s) against {other}: {ratio:0.00} × (target {target:0} ×)"
                )
            );
        }

        return missed == 0 ? 0 : 1;
    }

    private static async Task Execute(NpgsqlDataSource source, string text)
    {
        await using var command = source.CreateCommand(text);
        await command.ExecuteNonQueryAsync();
    }
}
