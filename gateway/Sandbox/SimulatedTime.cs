namespace Supervision.Gateway.Sandbox;

/// <summary>A clock that runs at a chosen multiple of real time, stands still, or is set forward; never back.</summary>
public sealed class SimulatedTime : TimeProvider
{
    public const int Fastest = 100_000;

    private readonly Lock _gate = new();
    private readonly TimeProvider _real;
    private DateTimeOffset _anchor;
    private long _since;
    private double _speed;

    /// <param name="real">Gives the pace.</param>
    public SimulatedTime(DateTimeOffset start, TimeProvider real) => (_anchor, _real, _since) = (start, real, real.GetTimestamp());

    /// <summary>Simulated seconds per real second, 0–<see cref="Fastest"/>; 0 stands still.</summary>
    public double Speed
    {
        get
        {
            lock (_gate)
                return _speed;
        }
        set
        {
            lock (_gate)
            {
                (_anchor, _since) = (Reading(), _real.GetTimestamp());
                _speed = Math.Clamp(value, 0, Fastest);
            }
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return Reading();
    }

    /// <summary>Moves forward to an instant; one that has passed already changes nothing.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        lock (_gate)
        {
            var reading = Reading();
            (_anchor, _since) = (instant > reading ? instant : reading, _real.GetTimestamp());
        }
    }

    private DateTimeOffset Reading() => _anchor + _real.GetElapsedTime(_since) * _speed;
}
