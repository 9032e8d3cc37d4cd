namespace Supervision.Gateway.Sandbox;

/// <summary>
/// Drives a sandbox: as simulated time passes it lets simulated inspectors work and has the counties decide what falls due.
/// Advancing by hand returns when everything due by then has been decided and is on the boards.
/// </summary>
public sealed partial class SandboxClock(
    SimulatedTime time,
    SimulatedInspectors inspectors,
    IClusterClient cluster,
    GatewaySettings settings,
    TimeProvider real,
    ILogger<SandboxClock> logger
) : BackgroundService
{
    /// <summary>One simulated day every six seconds: a month in three minutes.</summary>
    public const double DemoSpeed = 14_400;

    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ClockFile _file = new(settings.DataFolder);
    private DateTimeOffset _handled = time.GetUtcNow();
    private DateTimeOffset _written;
    private int _beats;

    public DateTimeOffset Now => CivilTime.Keep(time.GetUtcNow());

    public double Speed => time.Speed;

    public bool Inspectors { get; set; } = settings.Demo;

    /// <summary>0 pauses. The boards are brought to the present: hours that a fast clock crosses in a second would look old to a slow one.</summary>
    public async Task SetSpeed(double speed, CancellationToken cancellation)
    {
        using var system = Acting.AsSystem();
        await _turn.WaitAsync(cancellation);
        try
        {
            Remember(time.GetUtcNow(), speed);
            time.Speed = speed;
            await Settle(cancellation);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The way is walked day by day while inspectors are simulated, at once otherwise; what is decided is the same.</summary>
    public async Task AdvanceTo(DateTimeOffset target, CancellationToken cancellation)
    {
        using var system = Acting.AsSystem();
        await _turn.WaitAsync(cancellation);
        var speed = time.Speed;
        try
        {
            time.Speed = 0;
            Remember(target, 0);
            while (Inspectors && CivilTime.EndOf(CivilTime.DateOf(time.GetUtcNow())) < target)
                await Step(CivilTime.EndOf(CivilTime.DateOf(time.GetUtcNow())), cancellation);
            await Step(target, cancellation);
        }
        finally
        {
            Remember(time.GetUtcNow(), speed);
            time.Speed = speed;
            _turn.Release();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var system = Acting.AsSystem();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(Beat, real, stoppingToken);
                await _turn.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            try
            {
                if (time.Speed > 0)
                    await Tick(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                LogBeatFailed(fault);
            }
            finally
            {
                _turn.Release();
            }
        }
    }

    private async Task Tick(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (_written < now + Beat * 8 * time.Speed)
            Remember(now, time.Speed);
        var midnight = CivilTime.DateOf(now) != CivilTime.DateOf(_handled);
        if (Inspectors)
            await inspectors.Work(_handled, now, cancellation);
        _handled = now;
        // Boards are brought up to date once a second too: at this pace a minute of the real clock is days.
        if (midnight || ++_beats % 4 == 0)
            await Settle(cancellation);
    }

    private async Task Step(DateTimeOffset target, CancellationToken cancellation)
    {
        if (Inspectors)
            await inspectors.Work(_handled, target, cancellation, before: at => time.MoveTo(at));
        time.MoveTo(target);
        _handled = time.GetUtcNow();
        await Settle(cancellation);
    }

    /// <summary>Counties first, then what is above them, each level from the answers of the one below.</summary>
    private async Task Settle(CancellationToken cancellation)
    {
        var counties = await cluster.GetGrain<IDirectoryGrain>(0).Counties("");
        await Parallel.ForEachAsync(
            counties,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation },
            async (county, _) => await cluster.GetGrain<ICountyGrain>(Keys.County(county.Code)).Wake()
        );
        foreach (
            var level in new[]
            {
                counties.Select(county => county.City),
                counties.Select(county => county.Province),
                counties.IsEmpty ? [] : ["CN"],
            }
        )
            await Task.WhenAll(level.Distinct().Select(code => cluster.GetGrain<IRegionGrain>(Keys.Region(code)).Refresh()));
    }

    /// <summary>Writes an instant the clock will not pass for another ten seconds at the given speed.</summary>
    private void Remember(DateTimeOffset from, double speed)
    {
        _written = from + TimeSpan.FromSeconds(10) * speed;
        _file.Write(_written);
    }

    [LoggerMessage(LogLevel.Warning, "A beat of the sandbox failed; the next one catches up.")]
    private partial void LogBeatFailed(Exception fault);
}
