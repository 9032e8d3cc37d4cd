namespace Supervision.Contracts.Clocks;

/// <summary>The domain's present: the real one, or a sandbox's simulated one. Orleans' own timers run on real time either way.</summary>
/// <param name="guard">Compares the real clock with its witnesses; null for a simulated one, which is ahead by design.</param>
public sealed class Clock(TimeProvider time, ClockGuard? guard = null)
{
    /// <summary>UTC, whole milliseconds, as the journal keeps instants: for whatever is decided or recorded.</summary>
    /// <exception cref="ClockDoubtedException">The clock is in doubt: nothing may be decided by it.</exception>
    public DateTimeOffset Now => guard is null ? Reading : CivilTime.Keep(guard.Demand());

    /// <summary>What the clock shows, right or not: for what is only shown.</summary>
    public DateTimeOffset Reading => CivilTime.Keep(time.GetUtcNow());

    /// <summary>The present, also while the only doubt is that facts were recorded after it: annulling them is what ends that doubt.</summary>
    /// <exception cref="ClockDoubtedException">Something else speaks against the clock.</exception>
    public DateTimeOffset ToAnnul() => guard?.Doubt is null or { Witness: ClockWitness.Journal } ? Reading : Now;

    /// <summary>False while nothing may be decided.</summary>
    public bool IsTrusted => guard?.Doubt is null;
}
