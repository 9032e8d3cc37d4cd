namespace Supervision.Rules.Kernel;

/// <summary>An event with its two times (5.1.6).</summary>
/// <param name="EffectiveAt">When it became true.</param>
/// <param name="RecordedAt">When the system came to know.</param>
public sealed record Fact<TEvent>(TEvent Event, DateTimeOffset EffectiveAt, DateTimeOffset RecordedAt);

/// <summary>What follows from a command: new facts and an answer, or a refusal and nothing else.</summary>
public abstract record Decision<TEvent>
{
    private Decision() { }

    /// <summary>Accepted, and nothing follows.</summary>
    public static Accepted Unchanged { get; } = new([]);

    public static Refused Refuse(Refusal refusal) => new(refusal);

    /// <param name="Facts">None when the command asks for what already is.</param>
    public sealed record Accepted(ImmutableArray<Fact<TEvent>> Facts) : Decision<TEvent>;

    public sealed record Refused(Refusal Refusal) : Decision<TEvent>;
}
