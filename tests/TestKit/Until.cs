using System.Diagnostics;

namespace Supervision.TestKit;

/// <summary>Waits for what can be observed, never for time to pass.</summary>
public static class Until
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Asks again and again until the answer fits, and gives it.</summary>
    /// <exception cref="TimeoutException">No fitting answer within 20 seconds; carries the last one.</exception>
    public static async Task<T> Is<T>(Func<Task<T>> ask, Func<T, bool> fits)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (fits(answer))
                return answer;
            if (Stopwatch.GetElapsedTime(since) > Deadline)
                throw new TimeoutException($"Nothing fitting after {Deadline}; last answer: {answer}");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
