using System.Globalization;

namespace Supervision.Contracts.Clocks;

/// <summary>
/// Finds out that the machine's clock is wrong before anything is decided by it. Between two comparisons with the store it is held against the
/// time that went by on the monotonic clock, so that a jump is caught by whoever asks for the present next.
/// </summary>
/// <param name="bound">How far the clock may be off.</param>
public sealed class ClockGuard(TimeProvider time, TimeSpan bound) : IDisposable
{
    public static readonly TimeSpan UsualBound = TimeSpan.FromMinutes(2);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _suspected = new(0, 1);
    private (DateTimeOffset Shown, long Stamp, double? Uptime) _anchor = Reading(time);
    private ClockDoubt? _doubt;

    public TimeSpan Bound => bound;

    /// <summary>Null while the clock is trusted.</summary>
    public ClockDoubt? Doubt
    {
        get
        {
            lock (_gate)
                return Look(time.GetUtcNow());
        }
    }

    public void Dispose() => _suspected.Dispose();

    /// <summary>Completes when a jump was noticed, so that the store is asked at once and not in a minute.</summary>
    public Task Suspected(CancellationToken cancellation) => _suspected.WaitAsync(cancellation);

    /// <summary>The present, UTC.</summary>
    /// <exception cref="ClockDoubtedException">It can't be trusted.</exception>
    public DateTimeOffset Demand()
    {
        lock (_gate)
        {
            var shown = time.GetUtcNow();
            return Look(shown) is { } doubt ? throw new ClockDoubtedException(doubt) : shown;
        }
    }

    /// <summary>Holds the clock against what the store says now.</summary>
    /// <param name="database">The database's own clock; null where there is none.</param>
    /// <param name="newest">The newest fact recorded after the present, as far as none annulled it; null when there is none.</param>
    public void Compare(DateTimeOffset? database, DateTimeOffset? newest)
    {
        lock (_gate)
        {
            var now = Reading(time);
            _doubt =
                database is { } given && (given - now.Shown).Duration() > bound ? new(ClockWitness.Database, now.Shown, given)
                : newest > now.Shown + bound ? new(ClockWitness.Journal, now.Shown, newest.Value)
                : database is null && Jumped(now) is { } expected ? new(ClockWitness.Elapsed, now.Shown, expected)
                : null;
            if (_doubt is null)
                _anchor = now;
        }
    }

    private ClockDoubt? Look(DateTimeOffset shown)
    {
        if (_doubt is null && (shown - Expected()).Duration() > bound && Jumped(Reading(time)) is { } expected)
        {
            _doubt = new(ClockWitness.Elapsed, shown, expected);
            if (_suspected.CurrentCount == 0)
                _suspected.Release();
        }

        return _doubt;
    }

    private DateTimeOffset Expected() => _anchor.Shown + time.GetElapsedTime(_anchor.Stamp);

    /// <summary>What the clock should show; null when it does. A machine that slept is no reason for doubt: its uptime went on.</summary>
    private DateTimeOffset? Jumped((DateTimeOffset Shown, long Stamp, double? Uptime) now)
    {
        var expected = Expected();
        if ((now.Shown - expected).Duration() <= bound)
            return null;
        return now.Uptime - _anchor.Uptime is { } seconds && (now.Shown - _anchor.Shown - TimeSpan.FromSeconds(seconds)).Duration() <= bound
            ? null
            : expected;
    }

    private static (DateTimeOffset Shown, long Stamp, double? Uptime) Reading(TimeProvider time) =>
        (time.GetUtcNow(), time.GetTimestamp(), time == TimeProvider.System ? Uptime() : null);

    /// <summary>Seconds since the machine was started, sleep included; null where nobody tells.</summary>
    private static double? Uptime()
    {
        if (OperatingSystem.IsWindows())
            return Environment.TickCount64 / 1000.0;
        try
        {
            return double.Parse(File.ReadAllText("/proc/uptime").Split(' ')[0], CultureInfo.InvariantCulture);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or FormatException)
        {
            return null;
        }
    }
}
