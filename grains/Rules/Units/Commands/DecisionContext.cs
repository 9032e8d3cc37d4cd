namespace Supervision.Rules.Units.Commands;

/// <summary>Who asks, in which operation, when, and by which rules it is judged.</summary>
/// <param name="OpId">Nobody can foresee it: it also seeds what the system draws, such as a look-back's day.</param>
/// <param name="Now">UTC, whole milliseconds; the instant the command is recorded.</param>
public sealed record DecisionContext(Actor Actor, Guid OpId, DateTimeOffset Now, Rulebook Rules)
{
    /// <summary>Schools the inspector of an assignment is responsible for besides this one, now or as planned; null when the assignment adds none, or nobody counted.</summary>
    public int? Schools { get; init; }

    public DateOnly Today => CivilTime.DateOf(Now);

    /// <summary>A fact that becomes true and known now.</summary>
    public Fact<UnitEvent> Fact(UnitEvent happened) => new(happened, Now, Now);
}
