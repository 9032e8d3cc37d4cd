using Microsoft.Extensions.Hosting;

namespace Supervision.Silo;

/// <summary>What a store is for; written into it at first use, and never changed.</summary>
public enum StoreMode
{
    Real = 1,

    /// <summary>Facts in it were made by a simulated clock.</summary>
    Sandbox = 2,
}

/// <summary>Refuses to start on a store of the other mode, before anything is served: a sandbox can't be switched on over real data, nor the reverse.</summary>
internal sealed class StoreClaim(IJournal journal, StoreMode mode, StoreSettings store) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var standing = await journal.SetFactOnce("mode", mode.ToString(), cancellationToken);
        if (standing == mode.ToString())
            return;
        var where = store.IsClustered ? "the database Supervision__Postgres names" : store.DataFolder;
        throw new InvalidOperationException(
            $"The data in {where} was made in mode '{standing}'; it can't be opened as '{mode}'. Choose another data folder (Supervision__Data) or database."
        );
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
