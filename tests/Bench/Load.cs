using System.Diagnostics;

namespace Supervision.Bench;

/// <param name="Rate">Completed calls per second.</param>
/// <param name="P50">Microseconds.</param>
/// <param name="P99">Microseconds.</param>
internal readonly record struct Sample(double Rate, double P50, double P99)
{
    public static double Median(IReadOnlyList<Sample> samples, Func<Sample, double> value)
    {
        var sorted = samples.Select(value).Order().ToArray();
        return sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;
    }
}

/// <summary>Closed-loop load: each caller starts its next call when the last one has answered.</summary>
internal static class Load
{
    /// <param name="call">Caller number and the number of its call; numbers go on over warm-up and measurement.</param>
    public static async Task<Sample> Run(int callers, TimeSpan warmUp, TimeSpan measured, Func<int, long, Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        var from = start + (long)(warmUp.TotalSeconds * Stopwatch.Frequency);
        var until = from + (long)(measured.TotalSeconds * Stopwatch.Frequency);
        var latencies = await Task.WhenAll(
            Enumerable.Range(0, callers).Select(caller => Task.Run(() => Repeat(caller, from, until, call)))
        );
        var all = latencies.SelectMany(ticks => ticks).ToArray();
        Array.Sort(all);
        return new Sample(all.Length / measured.TotalSeconds, Microseconds(all, 0.50), Microseconds(all, 0.99));
    }

    private static async Task<List<long>> Repeat(int caller, long from, long until, Func<int, long, Task> call)
    {
        var latencies = new List<long>(100_000);
        for (long number = 0; ; number++)
        {
            var before = Stopwatch.GetTimestamp();
            await call(caller, number);
            var after = Stopwatch.GetTimestamp();
            if (after >= until)
                return latencies;
            if (before >= from)
                latencies.Add(after - before);
        }
    }

    private static double Microseconds(long[] sorted, double share) =>
        sorted.Length == 0 ? double.NaN : sorted[(int)(share * (sorted.Length - 1))] * 1e6 / Stopwatch.Frequency;
}
