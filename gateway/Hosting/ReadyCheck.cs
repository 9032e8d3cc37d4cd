using Microsoft.Extensions.Diagnostics.HealthChecks;
using Supervision.Actors;

namespace Supervision.Gateway.Hosting;

/// <summary>Ready when the clock is trusted and an actor answers, which takes the journal with it.</summary>
public sealed class ReadyCheck(IClusterClient cluster, IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (services.GetService<ClockGuard>()?.Doubt is { } doubt) return HealthCheckResult.Unhealthy($"{doubt.Text.En}\n{doubt.Text.Zh}");
        using var system = Acting.AsSystem();
        try
        {
            await cluster.GetGrain<IDirectoryGrain>(0).Fact("mode").WaitAsync(TimeSpan.FromSeconds(5), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault)
        {
            return HealthCheckResult.Unhealthy("The actors do not answer.", fault);
        }
    }
}
