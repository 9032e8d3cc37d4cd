namespace Supervision.Gateway.Tests.Hosting;

/// <summary>Waits for what happens in its own time, and says what did not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task Holds(Func<Task<bool>> condition, string what)
    {
        using var deadline = new CancellationTokenSource(Limit);
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (!await condition())
        {
            try
            {
                await beat.WaitForNextTickAsync(deadline.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Within {Limit.TotalSeconds} s it did not come true that {what}.");
            }
        }
    }
}
