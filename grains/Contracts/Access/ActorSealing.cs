using Orleans.Runtime;

namespace Supervision.Contracts.Access;

/// <summary>
/// Puts the sealed actor beside every call to an actor of this system: an actor itself always calls as the system, everything else as
/// whoever <see cref="Acting"/> says. What stood there before is replaced: a person's seal never travels on to a second call.
/// </summary>
public sealed class ActorSealing(ActorSeal seal) : IOutgoingGrainCallFilter
{
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (!IsOurs(context.Request.GetInterfaceType()))
            return context.Invoke();
        var acting = context.SourceContext is null ? Acting.Now : Acting.System;
        if (acting is null)
            RequestContext.Remove(SealedActor.Key);
        else
            RequestContext.Set(SealedActor.Key, seal.Of(acting));
        return context.Invoke();
    }

    /// <summary>Whether calls of the interface are guarded: all of this system's, except what is told to observers.</summary>
    public static bool IsOurs(Type contract) => contract.Assembly == typeof(Keys).Assembly && contract != typeof(IBoardObserver);
}
