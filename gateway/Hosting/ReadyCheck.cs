using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Supervision.Gateway.Hosting;

/// <summary>Ready when an actor answers, which takes the journal with it.</summary>
public sealed class ReadyCheck(IClusterClient cluster) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
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
