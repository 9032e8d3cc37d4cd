namespace Supervision.Contracts.Access;

/// <summary>
/// For whom this flow of control calls actors: the person whose request is handled, or the system itself where a program does its
/// own work. It flows into everything awaited and started from here; nobody is the default, and nobody is answered.
/// </summary>
public sealed class Acting
{
    private static readonly AsyncLocal<Acting?> Ambient = new();

    private Acting(Actor actor) => Actor = actor;

    internal static Acting System { get; } = new(Actor.System);

    public static Actor? Current => Ambient.Value?.Actor;

    internal static Acting? Now => Ambient.Value;

    internal Actor Actor { get; }

    /// <summary>Kept beside the actor, so that a request with many calls is sealed once.</summary>
    internal SealedActor? Seal { get; set; }

    /// <param name="actor">Null for nobody.</param>
    /// <returns>Ends it when disposed; whoever acted before acts again.</returns>
    public static Scope As(Actor? actor)
    {
        var before = Ambient.Value;
        Ambient.Value =
            actor is null ? null
            : ReferenceEquals(actor, Actor.System) ? System
            : new(actor);
        return new(before);
    }

    public static Scope AsSystem() => As(Actor.System);

    public readonly record struct Scope : IDisposable
    {
        private readonly Acting? _before;

        internal Scope(Acting? before) => _before = before;

        public void Dispose() => Ambient.Value = _before;
    }
}
