using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Supervision.Actors.Counties;

/// <summary>
/// When a silo starts, every county is woken in the background: what fell due while nothing ran is decided now and not at the
/// next reminder. Waking twice does no harm, so silos that start together need not agree.
/// </summary>
public sealed partial class WakeCounties(IGrainFactory grains, ILogger<WakeCounties> logger) : IStartupTask
{
    private const int AtOnce = 8;

    public Task Execute(CancellationToken cancellationToken)
    {
        // Not awaited: a silo serves at once, also when thousands of counties have something due.
        _ = WakeAll(cancellationToken);
        return Task.CompletedTask;
    }

    private async Task WakeAll(CancellationToken cancellationToken)
    {
        using var system = Acting.AsSystem();
        try
        {
            var counties = await grains.GetGrain<IDirectoryGrain>(0).Counties("");
            foreach (var batch in counties.Chunk(AtOnce))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.WhenAll(batch.Select(county => Wake(county.Code)));
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotWoken(fault);
        }
    }

    private async Task Wake(string county)
    {
        try
        {
            await grains.GetGrain<ICountyGrain>(Keys.County(county)).Wake();
        }
        catch (Exception fault)
        {
            LogAsleep(fault, county);
        }
    }

    [LoggerMessage(LogLevel.Warning, "County {County} could not be woken at start; its reminder will.")]
    private partial void LogAsleep(Exception fault, string county);

    [LoggerMessage(LogLevel.Warning, "Not every county could be woken at start; their reminders will.")]
    private partial void LogNotWoken(Exception fault);
}
