using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.Configuration;
using Orleans.Dashboard;

namespace Supervision.Gateway.Hosting;

/// <summary>Where the actors are: in this process by default, or in silos of their own that this gateway is a client of.</summary>
public static class ActorsSetup
{
    /// <param name="door">Of the same store; it is opened when everything else about the start is known to be right.</param>
    public static void AddActors(this IHostApplicationBuilder builder, GatewaySettings settings, StoreSettings store, StoreDoor door)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        if (settings.IsClient)
        {
            builder.Services.AddSingleton(door.Secret).AddSingleton<ActorSeal>().AddStoreClock(store);
            builder.AddClockGuard(); // the silos decide by their own; sessions, audit entries and files are dated by this one
            builder.UseOrleansClient(client =>
            {
                client.AddOutgoingGrainCallFilter<ActorSealing>();
                client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (store.ClusterId, store.ServiceId));
                client.Services.AddSingleton(_ => store.Membership());
                client.UseAdoNetClustering(options =>
                    options.Configure<MembershipSource>(
                        (clustering, source) => (clustering.Invariant, clustering.DataSource) = ("Npgsql", source.Source)
                    )
                );
                client.Configure<ClientMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(8));
                client.Configure<Orleans.Configuration.GatewayOptions>(options =>
                    options.GatewayListRefreshPeriod = TimeSpan.FromSeconds(5)
                );
                if (store.Dashboard)
                    client.AddDashboard(options => options.HideTrace = true);
                client.UseConnectionRetryFilter(
                    async (_, cancellation) =>
                    {
                        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System, cancellation);
                        return true;
                    }
                );
            });
            return;
        }

        if (settings.Sandbox)
        {
            var simulated = new SimulatedTime(
                new ClockFile(settings.DataFolder).Read() ?? GatewaySettings.SandboxStart,
                TimeProvider.System
            );
            builder.Services.AddSingleton(simulated).AddSingleton(new Clock(simulated));
        }

        builder.AddSupervisionSilo(store, door, settings.Mode);
    }
}
