using System.Diagnostics;

namespace Supervision.Faults.Rig;

/// <summary>Waiting for what another process will do: asks again until it is so, and says what was missing when time is up.</summary>
internal static class Eventually
{
    /// <summary>Longer where others use the machine as well.</summary>
    public static TimeSpan Usually => TimeSpan.FromSeconds(60) * Crowd.Factor;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    /// <summary>The first answer that is not null; faults on the way count as none.</summary>
    public static async Task<T> Get<T>(string what, Func<Task<T?>> ask, TimeSpan? within = null)
        where T : class
    {
        var since = Stopwatch.GetTimestamp();
        Exception? last = null;
        while (Stopwatch.GetElapsedTime(since) < (within ?? Usually))
        {
            try
            {
                if (await ask() is { } answer)
                    return answer;
            }
            catch (Exception fault)
                when (fault is not Xunit.Sdk.IAssertionException || Stopwatch.GetElapsedTime(since) < (within ?? Usually))
            {
                last = fault;
            }

            await Task.Delay(Between, TimeProvider.System);
        }

        throw new TimeoutException($"Not within {(within ?? Usually).TotalSeconds} s: {what}. {last?.Message}", last);
    }

    public static Task True(string what, Func<Task<bool>> ask, TimeSpan? within = null) =>
        Get<string>(what, async () => await ask() ? what : null, within);

    /// <summary>Repeats assertions until they hold.</summary>
    public static Task Holds(string what, Func<Task> assert, TimeSpan? within = null) =>
        Get<string>(
            what,
            async () =>
            {
                await assert();
                return what;
            },
            within
        );
}
