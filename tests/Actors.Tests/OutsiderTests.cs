using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Supervision.Actors.Tests;

/// <summary>A client of the cluster that found its address and its database, but not its secret.</summary>
public sealed class OutsiderTests() : ActorSuite(StoreUnderTest.Postgres)
{
    [Fact]
    public async Task Client_WithoutTheSecret_CanInventNoActor()
    {
        await RegisterAll();
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = "Test" });
        builder.UseOrleansClient(client =>
        {
            client.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = ("test", "test"));
            client.UseAdoNetClustering(options =>
                (options.Invariant, options.ConnectionString) = ("Npgsql", Silo.Store.Options.PostgresConnectionString!)
            );
        });
        using var outside = builder.Build();
        await outside.StartAsync();
        var county = outside.Services.GetRequiredService<IClusterClient>().GetGrain<ICountyGrain>(CountyKey);

        await Refused(() => county.Board());
        foreach (var secret in new[] { ClusterSecret.Create(), new ClusterSecret(new byte[ClusterSecret.LeastBytes]) })
        {
            RequestContext.Set(SealedActor.Key, new ActorSeal(secret, TimeProvider.System).Of(Actor.System));
            await Refused(() => county.Board());
            await Refused(() => county.Wake());
        }

        RequestContext.Set(SealedActor.Key, "system");
        await Refused(() => county.Board());
        RequestContext.Set(SealedActor.Key, Silo.Services.GetRequiredService<ActorSeal>().Of(Actor.System));
        (await county.Board()).Should().NotBeNull("with the secret it is one of ours");
        await outside.StopAsync();
    }

    private static async Task Refused(Func<Task> call) =>
        (await call.Should().ThrowAsync<AccessDeniedException>()).Which.Refusal!.Code.Should().Be(RefusalCode.NotSignedIn);
}
