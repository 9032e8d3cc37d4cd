namespace Supervision.Actors;

/// <summary>The domain's present: the real one, or a sandbox's simulated one. Orleans' own timers run on real time either way.</summary>
public sealed class Clock(TimeProvider time)
{
    /// <summary>UTC, whole milliseconds, as the journal keeps instants.</summary>
    public DateTimeOffset Now => CivilTime.Keep(time.GetUtcNow());
}
