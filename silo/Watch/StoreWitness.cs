using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Runtime.Services;
using Orleans.Services;

namespace Supervision.Silo.Watch;

/// <summary>One in each silo: says to the others whether the store answers this one.</summary>
[Alias("store-witness")]
public interface IStoreWitness : IGrainService
{
    [Alias("reaches")]
    Task<bool> Reaches();
}

public sealed class StoreWitness(GrainId id, Orleans.Runtime.Silo silo, ILoggerFactory loggers, StoreWatch watch)
    : GrainService(id, silo, loggers),
        IStoreWitness
{
    public Task<bool> Reaches() => Task.FromResult(watch.Reaches);
}

/// <summary>Asks another silo's witness.</summary>
public sealed class StoreWitnessClient(IServiceProvider services) : GrainServiceClient<IStoreWitness>(services)
{
    public Task<bool> Reaches(SiloAddress silo) => GetGrainService(silo).Reaches();
}
