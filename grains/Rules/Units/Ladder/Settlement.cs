namespace Supervision.Rules.Units.Ladder;

/// <summary>What ends by itself on the ladder once its matter is settled: proposals lapse, measures are discharged or superseded, the ladder is cleared (5.5).</summary>
public static class Settlement
{
    /// <summary>Rules whose cause no rectification takes away: what was done stays done.</summary>
    private static readonly ImmutableArray<string> Lasting = ["LR-07", "LR-13", "LR-14", "LR-17"];

    /// <summary>Every issue the measure is about is verified or closed, and a missing self-check was handed in.</summary>
    public static bool IsSettled(UnitState state, Measure measure)
    {
        foreach (var no in measure.Issues)
            if (state.Issue(no) is { IsVerified: false })
                return false;
        if (measure.Round is { } round)
            foreach (var duty in state.SelfChecks)
                if (duty.Round == round)
                    return false;
        return true;
    }

    /// <summary>The next thing that ends, or null. Asked again until nothing does.</summary>
    /// <param name="at">When the fact behind it became true.</param>
    public static UnitEvent? Next(UnitState state, DateTimeOffset at, Rulebook rules)
    {
        var ladder = state.Ladder;
        foreach (var measure in ladder.Measures)
        {
            if (measure.State == MeasureState.Proposed && Lapses(state, measure))
                return new MeasureLapsed(measure.No);
            if (measure.State == MeasureState.Superseded && IsDischarged(state, measure))
                return new MeasureDischarged(measure.No); // coming back it would go at once
            if (!measure.IsInForce)
                continue;
            if (Remedies.Exhausted(measure) is { } exhausted)
                return exhausted;
            if (IsDischarged(state, measure))
                return new MeasureDischarged(measure.No);
            if (Superior(ladder, measure) is { } higher)
                return new MeasureSuperseded(measure.No, higher.No);
        }

        if (ladder.Rung != Rung.None)
            return null;
        foreach (var memory in ladder.Memory)
            if (memory.Until is null)
                return new LadderCleared(CivilTime.DateOf(at).AddDays(rules.PolicyOn(CivilTime.DateOf(at)).OfLadder.MemoryDays));
        return null;
    }

    private static bool Lapses(UnitState state, Measure measure) =>
        (measure.Issues.Length > 0 || measure.Round is not null)
        && !Lasting.Contains(measure.Rule)
        && !measure.Aggravated
        && IsSettled(state, measure);

    private static bool IsDischarged(UnitState state, Measure measure) =>
        measure.Rung switch
        {
            Rung.Circular => IsSettled(state, measure),
            Rung.Interview => IsSettled(state, measure) && measure is { Held: true, Committed: not null },
            Rung.KeySupervision => measure.Delisted && measure.Issues.All(no => state.Issue(no) is null), // closed, so any look-back was passed
            Rung.Exposure => IsSettled(state, measure) && measure is { Published: true, Annotated: true },
            Rung.Accountability => measure is { Executed: true, Remedy: RemedyState.Exhausted },
            _ => false,
        };

    /// <summary>A measure in force on a higher rung that covers everything this one is about.</summary>
    private static Measure? Superior(LadderState ladder, Measure measure)
    {
        if (measure.Issues.IsEmpty && measure.Round is null)
            return null;
        foreach (var other in ladder.Measures)
            if (
                other.IsInForce
                && other.Rung > measure.Rung
                && (measure.Round is null || measure.Round == other.Round)
                && measure.Issues.All(other.Issues.Contains)
            )
                return other;
        return null;
    }
}
