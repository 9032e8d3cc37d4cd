using System.Diagnostics;
using System.Globalization;

namespace Supervision.Bench;

internal static class Stopwatches
{
    /// <summary>The runtime compiles what is called often again, once a tenth of a second has passed without new methods.</summary>
    private static readonly TimeSpan Compiling = TimeSpan.FromSeconds(1);

    /// <summary>Prints a row: median nanoseconds and bytes allocated of one call.</summary>
    /// <returns>The median, nanoseconds.</returns>
    public static double Measure(string step, int rounds, int calls, Func<object> call)
    {
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Compiling; )
            call();
        var (times, bytes) = (new double[rounds], 0L);
        for (var round = 0; round < rounds; round++)
        {
            var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());
            for (var i = 0; i < calls; i++)
                call();
            times[round] = Stopwatch.GetElapsedTime(start).TotalNanoseconds / calls;
            bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / calls;
        }

        Array.Sort(times);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {step} | {times[rounds / 2]:N0} | {bytes:N0} |"));
        return times[rounds / 2];
    }
}
