using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Supervision.Silo;

/// <summary>Compares the machine's clock with the store's at start, each minute, and at once when a jump was noticed; more often while it is in doubt.</summary>
public sealed partial class ClockWatch(ClockGuard guard, IStoreClock store, TimeProvider time, ILogger<ClockWatch> logger)
    : BackgroundService
{
    /// <summary><c>Supervision:ClockBound</c>: how far the clock may be off, e.g. <c>00:02:00</c>.</summary>
    public const string Setting = "Supervision:ClockBound";

    private static readonly TimeSpan Usually = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan InDoubt = TimeSpan.FromSeconds(5);

    private bool _told;

    /// <exception cref="InvalidOperationException">The setting is no time of at least a second.</exception>
    public static TimeSpan Bound(IConfiguration configuration)
    {
        if (configuration[Setting] is not { Length: > 0 } given)
            return ClockGuard.UsualBound;
        return
            TimeSpan.TryParse(given, System.Globalization.CultureInfo.InvariantCulture, out var bound) && bound >= TimeSpan.FromSeconds(1)
            ? bound
            : throw new InvalidOperationException($"{Setting} is '{given}'; it is a time of at least a second, such as 00:02:00.");
    }

    /// <summary>The first comparison comes before anything is served.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Compare(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
                await Task.WhenAny(Task.Delay(guard.Doubt is null ? Usually : InDoubt, time, pause.Token), guard.Suspected(pause.Token));
                await pause.CancelAsync();
                await Compare(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task Compare(CancellationToken cancellation)
    {
        try
        {
            var (database, newest) = await store.Read(time.GetUtcNow() + guard.Bound, cancellation);
            guard.Compare(database, newest);
        }
        catch (JournalUnavailableException)
        {
            return; // a store that is away decides nothing either; what was known of the clock stands
        }

        if (guard.Doubt is { } doubt && !_told)
            LogDoubted(doubt.Text.En);
        else if (_told && guard.Doubt is null)
            LogTrusted();
        _told = guard.Doubt is not null;
    }

    [LoggerMessage(LogLevel.Error, "{Why}")]
    private partial void LogDoubted(string why);

    [LoggerMessage(LogLevel.Warning, "The clock is right again; decisions are made as before.")]
    private partial void LogTrusted();
}
