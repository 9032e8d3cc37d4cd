using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Supervision.Actors.Access;

/// <summary>
/// Stands before every actor: a call without a valid seal, from an actor whose scope or role does not reach so far, or with a command
/// in another's name is refused before the actor sees it. The system itself passes.
/// </summary>
public sealed partial class Gate(ActorSeal seal, IGrainFactory grains, AccessDenials denials, ILogger<Gate> logger)
    : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (!ActorSealing.IsOurs(context.Request.GetInterfaceType()))
            return context.Invoke();
        if (RequestContext.Get(SealedActor.Key) is not SealedActor claim || !seal.Holds(claim))
            throw Denied(context, null, Doors.NoSeal());
        if (claim.Actor.Role == ActorRole.System)
            return context.Invoke();
        if (context.Grain is EvidenceGrain)
            return OfEvidence(context, claim.Actor);
        return Doors.Objection(claim.Actor, context.Grain, context.Request, context.TargetId) is { } objection
            ? throw Denied(context, claim.Actor, objection)
            : context.Invoke();
    }

    /// <summary>Files are kept by the unit they are about, which knows its county.</summary>
    private async Task OfEvidence(IIncomingGrainCallContext context, Actor actor)
    {
        var unit = Doors.UnitOf(context.Request);
        var standing =
            unit is not null && Keys.IsUnit(unit)
                ? await grains.Unit(unit).Standing(actor.IsInspector ? actor.InspectorCode : null)
                : new(null, false);
        if (Doors.OfEvidence(actor, context.Request, standing) is { } objection)
            throw Denied(context, actor, objection);
        await context.Invoke();
    }

    private AccessDeniedException Denied(IIncomingGrainCallContext context, Actor? actor, Refusal refusal)
    {
        LogDenied(context.TargetId, context.MethodName, actor?.Role ?? ActorRole.None, refusal.Code);
        denials.Tell(
            new(actor, "actor", $"{context.InterfaceName}.{context.MethodName}", context.TargetId.Key.ToString() ?? "", refusal.Code)
        );
        return new(refusal);
    }

    [LoggerMessage(LogLevel.Warning, "{Grain} refused a call of {Method} by the role {Role}: {Code}.")]
    private partial void LogDenied(GrainId grain, string method, ActorRole role, RefusalCode code);
}
