using System.Globalization;

namespace Supervision.TestKit;

/// <summary>A machine that others use as well: what takes its time there takes longer for no fault of the program's.</summary>
public static class Crowd
{
    /// <summary>How many wait for each processor, at least 1.</summary>
    public static double Factor =>
        Math.Max(
            1,
            double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) / Environment.ProcessorCount
        );
}
