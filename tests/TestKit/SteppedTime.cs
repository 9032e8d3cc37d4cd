namespace Supervision.TestKit;

/// <summary>A machine whose clock can be set to another time, while its monotonic clock goes on.</summary>
public sealed class SteppedTime(TimeProvider inner) : TimeProvider
{
    public TimeProvider Inner => inner;

    /// <summary>How far the clock is off.</summary>
    public TimeSpan Jump { get; set; }

    public override long TimestampFrequency => inner.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + Jump;

    public override long GetTimestamp() => inner.GetTimestamp();
}
