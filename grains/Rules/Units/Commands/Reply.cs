namespace Supervision.Rules.Units.Commands;

/// <param name="Held">True when the visit waits for the county's approval.</param>
/// <param name="Counts">The period it counts for, or null.</param>
[GenerateSerializer, Immutable, Alias("visit-outcome")]
public sealed record VisitOutcome(Guid Id, bool Held, Period? Counts, NotCountedReason? NotCounted)
{
    /// <summary>What became of the visit among the facts of one command; null when there is none.</summary>
    public static VisitOutcome? Of(ImmutableArray<Fact<UnitEvent>> facts)
    {
        foreach (var fact in facts)
            switch (fact.Event)
            {
                case VisitAccepted e:
                    return new(e.Visit.Id, false, e.Counts, e.NotCounted);
                case VisitHeld e:
                    return new(e.Visit.Id, true, e.Period, null);
                case VisitFlagged e:
                    return new(e.Visit.Id, true, null, null);
            }
        return null;
    }
}

/// <summary>The answer to an accepted command; kept with the commit and given again to a repeat.</summary>
/// <param name="Subject">Actor key, e.g. <c>school/2133901746</c>.</param>
/// <param name="Version">Version of the subject after the command.</param>
/// <param name="Changed">False when the command asked for what already was.</param>
/// <param name="Duty">The duty the command was about, or the current one.</param>
[GenerateSerializer, Immutable, Alias("reply")]
public sealed record Reply(string Subject, long Version, bool Changed, VisitOutcome? Visit, Duty? Duty)
{
    /// <summary>Done, but worth knowing: a limit that warns was passed, a code was wrong. Null when there is nothing to say.</summary>
    [Id(0)]
    public ImmutableArray<Text>? Warnings { get; init; }
}

/// <summary>Exactly one of the two is set.</summary>
[GenerateSerializer, Immutable, Alias("outcome")]
public sealed record Outcome(Reply? Reply, Refusal? Refusal);
