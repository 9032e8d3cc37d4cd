namespace Supervision.Contracts.Access;

/// <summary>An actor refused a call before it was looked at: there was no valid seal, or its scope or role does not reach so far. Nothing happened.</summary>
[GenerateSerializer, Alias("access-denied")]
public sealed class AccessDeniedException : Exception
{
    public AccessDeniedException(Refusal refusal)
        : base(refusal.Message.En) => Refusal = refusal;

    public AccessDeniedException() { }

    public AccessDeniedException(string message)
        : base(message) { }

    public AccessDeniedException(string message, Exception inner)
        : base(message, inner) { }

    [Id(0)]
    public Refusal? Refusal { get; set; }
}

/// <summary>One denial, for whoever keeps a record of them.</summary>
/// <param name="Actor">Null when nobody, or an invented actor, asked.</param>
/// <param name="Place"><c>edge</c>, <c>hub</c> or <c>actor</c>: which of the checks it was.</param>
/// <param name="What">The endpoint as <c>GET /api/v1/counties/{code}/board</c>, the hub's method, or the actor's.</param>
/// <param name="Target">What it was about: the path asked for, a scope, an actor's key.</param>
public sealed record AccessDenial(Actor? Actor, string Place, string What, string Target, RefusalCode Code);

/// <summary>Where denials are told of; a record of them subscribes.</summary>
public sealed class AccessDenials
{
    /// <summary>Called on the denied call's own flow; must not block or throw.</summary>
    public event Action<AccessDenial>? Denied;

    public void Tell(AccessDenial denial) => Denied?.Invoke(denial);
}
