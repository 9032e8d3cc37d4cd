namespace Supervision.Gateway.Live;

/// <summary>
/// Tells a watcher when one unit changed. It follows the board of the unit's county, which others may watch already, and lets nothing of it
/// through but the unit's own version: what the unit became, the watcher reads as itself.
/// </summary>
public sealed partial class UnitPump(
    Boards boards,
    IClusterClient cluster,
    Presentation presentation,
    TimeProvider time,
    ILogger<UnitPump> logger
)
{
    /// <summary>The day is looked at this often, while nothing changes.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);

    /// <summary>A unit that is not yet on its county's board is on its way to it; after this long it is asked again whose it is.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    /// <param name="seen">The version the watcher has; null when it has none.</param>
    public async Task Run(IBoardClient client, Actor actor, string unit, long? seen, CancellationToken stop)
    {
        DateOnly? day = null;
        while (true)
        {
            try
            {
                var (county, barrier) = await cluster.ReadingOfUnit(unit, actor);
                if (county is null || barrier is not null || Reach.OfUnit(actor, May.ReadUnit, unit, county) is not null)
                    break;
                (seen, day) = await Follow(client, actor, Keys.County(county), unit, seen, day, stop);
            }
            catch (Exception fault) when (!stop.IsCancellationRequested)
            {
                // The page says that it is live: a silo that leaves, or a store that is away, must not end that behind its back.
                LogAway(fault, unit);
                await Task.Delay(Look, time, stop);
            }
        }

        await client.Unit(new(unit, null, presentation.Now)); // it went where the watcher may not follow
    }

    [LoggerMessage(LogLevel.Warning, "{Unit} could not be followed; it is tried again in seconds.")]
    private partial void LogAway(Exception fault, string unit);

    /// <summary>Until the unit leaves the county, or its watcher may read it no more.</summary>
    private async Task<(long? Seen, DateOnly? Day)> Follow(
        IBoardClient client,
        Actor actor,
        string county,
        string unit,
        long? seen,
        DateOnly? day,
        CancellationToken stop
    )
    {
        var replica = boards.Join(county);
        try
        {
            var (since, wasHere) = (time.GetTimestamp(), false);
            while (true)
            {
                var at = replica.Version;
                var version = replica.VersionOf(unit, asSeen: actor.Role == ActorRole.UnitUser); // what the unit itself may not see moves nothing for it
                if (version is null && (wasHere || time.GetElapsedTime(since) > Settling))
                    return (seen, day);
                wasHere |= version is not null;
                var now = presentation.Now;
                if (version is not null && (version != seen || CivilTime.DateOf(now) != day))
                {
                    // That it changed is news of the unit already: a recusal ends even that.
                    if (actor.IsInspector && (await cluster.ReadingOfUnit(unit, actor)).Objection is not null)
                        return (seen, day);
                    await client.Unit(new(unit, version, now));
                    (seen, day) = (version, CivilTime.DateOf(now));
                }

                await Moved(replica, at, stop);
            }
        }
        finally
        {
            boards.Leave(county);
        }
    }

    private async Task Moved(BoardReplica replica, long at, CancellationToken stop)
    {
        try
        {
            await replica.Beyond(at).WaitAsync(Look, time, stop);
        }
        catch (TimeoutException)
        {
            // Nothing moved; the day may have.
        }
    }
}
