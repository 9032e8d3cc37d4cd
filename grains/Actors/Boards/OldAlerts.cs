namespace Supervision.Actors.Boards;

/// <summary>
/// Closes, once for a county, what older versions left open for ever: alerts that were seen and asked for no more, those whose unit's state no longer calls for them,
/// and those of units that belong to another county now.
/// </summary>
internal sealed class OldAlerts(IJournal journal, IGrainFactory grains, string county)
{
    private const int Page = 500;
    private const int AtOnce = 64;

    private bool _done;

    private string Done => $"alerts-closed:{county}";

    /// <param name="rows">Of the county's units, as the journal has them, and advanced.</param>
    /// <returns>Whether any were closed.</returns>
    public async Task<bool> Close(IReadOnlyDictionary<string, UnitSummary> rows, DateTimeOffset now)
    {
        _done = _done || await journal.Fact(Done) is not null;
        if (_done)
            return false;
        var open = await Open();
        var ends = new List<ResolvedAlert>();
        foreach (var alert in open.Where(alert => alert.AcknowledgedAt is not null && AlertKinds.IsSeenOnly(alert.Kind)))
            End(alert, AlertEnding.Acknowledged);
        var units = open.Where(alert => UnitLookup.Kinds.Any(kind => alert.Stream.StartsWith(kind + "/", StringComparison.Ordinal)))
            .GroupBy(alert => alert.Stream)
            .ToList();
        foreach (var alert in units.Where(unit => !rows.ContainsKey(unit.Key)).SelectMany(unit => unit))
            End(alert, AlertEnding.Moved);
        foreach (var batch in units.Where(unit => rows.ContainsKey(unit.Key)).Chunk(AtOnce))
        foreach (
            var (unit, standing) in await Task.WhenAll(batch.Select(async unit => (unit, await grains.Unit(unit.Key).StandingAlerts())))
        )
        foreach (var alert in unit.Where(alert => !standing.Contains(StandingAlert.Matter(alert.Id))))
            End(alert, EndingOf(alert, rows[unit.Key]));
        foreach (var part in ends.DistinctBy(end => end.Id).Chunk(Page))
            await journal.EndAlerts(county, part, now);
        await journal.SetFactOnce(Done, "1");
        _done = true;
        return ends.Count > 0;

        void End(StoredAlert alert, AlertEnding ending) => ends.Add(StoredAlerts.Store(new AlertEnd(alert.Id, ending)));
    }

    private static AlertEnding EndingOf(StoredAlert alert, UnitSummary row) =>
        row.Status == UnitStatus.Closed ? AlertEnding.Closed
        : alert.Kind == AlertNames.MissedVisit && row.LastVisitAt >= alert.EffectiveAt ? AlertEnding.VisitedSince
        : row.Status == UnitStatus.Suspended && alert.Kind is AlertNames.VisitDue or AlertNames.NoInspector ? AlertEnding.Suspended
        : AlertEnding.Superseded;

    private async Task<List<StoredAlert>> Open()
    {
        var open = new List<StoredAlert>();
        for (var before = long.MaxValue; ; )
        {
            var page = await journal.Alerts(new(county, Page, before, OpenOnly: true));
            open.AddRange(page);
            if (page.Count < Page)
                return open;
            before = page[^1].Sequence;
        }
    }
}
