using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Supervision.Actors.Handling;

/// <summary>
/// An actor that is loaded from the journal when it is activated. Whoever calls while the store is away gets the same retryable
/// error as from a call; the filter that translates faults does not see activations.
/// </summary>
internal abstract partial class JournaledGrain : Grain
{
    public sealed override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Load(cancellationToken);
        }
        catch (JournalUnavailableException fault)
        {
            LogNotLoaded(ServiceProvider.GetRequiredService<ILogger<JournaledGrain>>(), fault, this.GetGrainId());
            throw Faults.Retryable();
        }
    }

    protected abstract Task Load(CancellationToken cancellationToken);

    [LoggerMessage(LogLevel.Error, "{Grain} could not be loaded from the journal; the next call tries again.")]
    private static partial void LogNotLoaded(ILogger logger, Exception fault, GrainId grain);
}
