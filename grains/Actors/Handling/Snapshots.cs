using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Storage;

namespace Supervision.Actors.Handling;

/// <summary>A folded state as of a version. Worth nothing by itself: it only shortens the replay.</summary>
[GenerateSerializer, Alias("unit-snapshot")]
public sealed class UnitSnapshot
{
    /// <summary>Raised whenever the fold changes its meaning; a snapshot of another schema is not read.</summary>
    public const int CurrentSchema = 3;

    [Id(0)]
    public int Schema { get; set; }

    [Id(1)]
    public long Version { get; set; }

    [Id(2)]
    public UnitState? State { get; set; }
}

/// <summary>
/// Snapshots in Orleans' ADO.NET grain storage. They are a cache: whatever goes wrong with one is logged and the journal is
/// replayed instead.
/// </summary>
public sealed partial class Snapshots(
    [FromKeyedServices(Snapshots.ProviderName)] IGrainStorage storage,
    IWriteTurnstile turnstile,
    ILogger<Snapshots> logger
)
{
    public const string ProviderName = "snapshots";

    /// <param name="name">A state name of its own for every grain class: the storage key has no grain type.</param>
    public async Task<IGrainState<UnitSnapshot>> Read(string name, GrainId grain)
    {
        var state = new GrainState<UnitSnapshot>(new UnitSnapshot());
        try
        {
            await storage.ReadStateAsync(name, grain, state);
            if (state.State is { Schema: UnitSnapshot.CurrentSchema })
                return state;
            if (state.RecordExists)
                LogOfAnotherShape(name, grain);
        }
        catch (Exception fault)
        {
            LogUnreadable(fault, name, grain);
        }

        state.State = new UnitSnapshot();
        return state;
    }

    public async Task Write(string name, GrainId grain, IGrainState<UnitSnapshot> state, UnitState folded, long version)
    {
        state.State = new UnitSnapshot
        {
            Schema = UnitSnapshot.CurrentSchema,
            Version = version,
            State = folded,
        };
        try
        {
            await turnstile.Pass(async () =>
            {
                await storage.WriteStateAsync(name, grain, state);
                return true;
            });
        }
        catch (Exception fault)
        {
            LogUnwritten(fault, name, grain);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Snapshot {Name} of {Grain} can't be read; the journal is replayed instead.")]
    private partial void LogUnreadable(Exception fault, string name, GrainId grain);

    [LoggerMessage(LogLevel.Warning, "Snapshot {Name} of {Grain} has a shape this version does not read; the journal is replayed instead.")]
    private partial void LogOfAnotherShape(string name, GrainId grain);

    [LoggerMessage(LogLevel.Warning, "Snapshot {Name} of {Grain} was not written; the next one will be.")]
    private partial void LogUnwritten(Exception fault, string name, GrainId grain);
}
