using Microsoft.Extensions.Logging;

namespace Supervision.Actors.Handling;

/// <summary>
/// Turns a store's fault into the one retryable error callers know, and ends the activation it happened in: its memory is
/// suspect, the next call starts from the journal. Driver exceptions never cross the wire.
/// </summary>
public sealed partial class Faults(ILogger<Faults> logger) : IIncomingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        try
        {
            await context.Invoke();
        }
        catch (JournalUnavailableException fault)
        {
            LogFault(fault, context.TargetId, context.MethodName);
            // Without the exception: calls that wait here would be rejected with it, instead of moving on to the next activation.
            context.TargetContext.Deactivate(new(DeactivationReasonCode.ApplicationError, "The journal did not answer."));
            throw Retryable();
        }
        catch (JournalRejectedException fault)
        {
            LogRejected(fault, context.TargetId, context.MethodName);
            throw Defect(fault);
        }
    }

    /// <summary>What the store refuses for its content is a defect of ours: the rules should have refused it first. Repeating is useless.</summary>
    private static InvalidOperationException Defect(JournalRejectedException fault) =>
        new("The journal refused what was decided: " + fault.Message);

    internal static RetryableFaultException Retryable() =>
        new("The store did not answer; whether this was done is unknown. Repeat it with the same operation id.");

    [LoggerMessage(LogLevel.Error, "The journal failed {Grain} in {Method}; its activation ends.")]
    private partial void LogFault(Exception fault, GrainId grain, string method);

    [LoggerMessage(LogLevel.Error, "The journal refused what {Grain} decided in {Method}.")]
    private partial void LogRejected(Exception fault, GrainId grain, string method);
}
