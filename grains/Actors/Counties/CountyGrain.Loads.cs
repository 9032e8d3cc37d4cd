using Microsoft.Extensions.Logging;

namespace Supervision.Actors.Counties;

/// <summary>What a county looks after for its inspectors: how many schools each has, and schools that came into somebody's area.</summary>
internal sealed partial class CountyGrain
{
    /// <summary>Inspectors whose number of schools passed a limit of the county, either way, record it themselves.</summary>
    private async Task WeighInspectors()
    {
        var policy = County.Rulebook(_county.State).PolicyOn(CivilTime.DateOf(clock.Now)).OfOffice;
        foreach (var (inspector, grade) in _loads.Untold(_board.Rows.Values, _alerts.Newest, policy))
        {
            try
            {
                await GrainFactory.GetGrain<IInspectorGrain>(Keys.Inspector(inspector)).Weighed();
                _loads.Told(inspector, grade);
                _alerts.IsStale = true;
            }
            catch (Exception fault)
            {
                LogNotWeighed(fault, inspector);
            }
        }
    }

    /// <summary>A school without anybody that lies in an area somebody is responsible for becomes that inspector's (P1-24). What is refused is tried again when the school changes.</summary>
    private async Task AssignJoiners()
    {
        var today = CivilTime.DateOf(clock.Now);
        if (_county.State.Areas.IsEmpty)
            return;
        foreach (
            var row in _board
                .Rows.Values.Where(row => row is { Kind: UnitKind.School, Status: UnitStatus.Active, Inspector: null, Planned: null })
                .ToList()
        )
        {
            if (Zones.For(_county.State, row, today) is not { } area || !_offered.Add((row.Unit, row.Version, area.Inspector)))
                continue;
            try
            {
                await GrainFactory
                    .Unit(row.Unit)
                    .Execute(Submission<UnitCommand>.Upsert(Actor.System, new AssignInspector(new(area.Inspector, today, area.To))));
            }
            catch (Exception fault)
            {
                _offered.Remove((row.Unit, row.Version, area.Inspector));
                LogNotAssigned(fault, row.Unit, area.Area);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "{Inspector}'s number of schools could not be weighed; it is tried again within a minute.")]
    private partial void LogNotWeighed(Exception fault, string inspector);

    [LoggerMessage(LogLevel.Error, "{Unit}, which lies in {Area}, could not be assigned; it is tried again within a minute.")]
    private partial void LogNotAssigned(Exception fault, string unit, string area);
}
