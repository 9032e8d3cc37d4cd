namespace Supervision.Rules.Units.Status;

/// <summary>A unit's board row, and the totals of rows.</summary>
public static class Summaries
{
    public const int RecentPeriods = 12;

    public static UnitSummary Of(UnitState state, long version, Rulebook rules)
    {
        var profile = state.Profile!;
        var duty = state.Current!;
        var coverage = CoverageRule.Of(state, rules);
        return new(
            $"{UnitKeys.Prefix(profile.Kind)}/{profile.Code}",
            version,
            profile.Kind,
            profile.Code,
            profile.Name,
            profile.County,
            profile.Town,
            profile.TownName,
            profile.Category,
            profile.Status,
            profile.Students,
            state.Responsible,
            coverage.Colour,
            duty.Period,
            duty.State,
            duty.Required,
            duty.Counted.Length,
            [
                .. state
                    .Duties.Skip(Math.Max(0, state.Duties.Length - RecentPeriods))
                    .Select(kept => new DutyMark(kept.Period, kept.State, kept.ChargedTo)),
            ],
            state.LastVisitAt,
            state.Visits.Count(mark => mark.AwaitsApproval),
            coverage.Reasons,
            Deadlines.NextAt(state, rules),
            CaseSummaries.Summarise(state, rules),
            state.LastPresence
        )
        {
            Planned = Planned(state),
            Central = profile.Central,
            SeenVersion = state.SeenVersion,
            Longitude = profile.Longitude,
            Latitude = profile.Latitude,
            VoidPapers = state.VoidPapers.IsEmpty ? null : state.VoidPapers,
            Recused = state.Recusals.IsEmpty ? default : [.. state.Recusals.Select(recusal => recusal.Inspector)],
        };
    }

    /// <summary>
    /// Totals of rows: for each kind the newest period any row has and the one before. Closed units count as rows and
    /// colours, not in coverage; a row that was not there in the earlier period is not counted in it.
    /// </summary>
    public static BoardTally Tally(IEnumerable<UnitSummary> rows, int openAlerts)
    {
        int schools = 0,
            institutions = 0,
            unassigned = 0,
            awaiting = 0;
        var all = rows as IReadOnlyCollection<UnitSummary> ?? [.. rows];
        var colours = new int[6];
        var cells = new Dictionary<(UnitKind Kind, Period Period), int[]>();
        foreach (var row in all)
        {
            colours[(int)row.Colour]++;
            if (row.Kind == UnitKind.School)
                schools++;
            else
                institutions++;
            if (row.Inspector is null && row.Status == UnitStatus.Active)
                unassigned++;
            awaiting += row.AwaitingApproval;
            if (row.Status == UnitStatus.Closed)
                continue;
            for (var i = Math.Max(0, row.Recent.Length - 2); i < row.Recent.Length; i++)
            {
                // Counted in place: a county's thousands of rows are added up at every push.
                if (!cells.TryGetValue((row.Kind, row.Recent[i].Period), out var states))
                    cells[(row.Kind, row.Recent[i].Period)] = states = new int[8];
                states[(int)row.Recent[i].State]++;
            }
        }

        return new(
            schools,
            institutions,
            colours[(int)Colour.Green],
            colours[(int)Colour.Amber],
            colours[(int)Colour.Red],
            colours[(int)Colour.Grey],
            colours[(int)Colour.White],
            unassigned,
            awaiting,
            openAlerts,
            Newest(cells.Select(cell => CoverageTally.Of(cell.Key.Kind, cell.Key.Period, cell.Value))),
            CaseSummaries.Tally(all)
        );
    }

    /// <summary>Sum of children: numerators and denominators are added, percentages follow (5.10, invariant 13).</summary>
    public static BoardTally Sum(IEnumerable<BoardTally> children)
    {
        var sum = BoardTally.Empty;
        var cells = new Dictionary<(UnitKind, Period), CoverageTally>();
        foreach (var child in children)
        {
            sum = new(
                sum.Schools + child.Schools,
                sum.Institutions + child.Institutions,
                sum.Green + child.Green,
                sum.Amber + child.Amber,
                sum.Red + child.Red,
                sum.Grey + child.Grey,
                sum.White + child.White,
                sum.Unassigned + child.Unassigned,
                sum.AwaitingApproval + child.AwaitingApproval,
                sum.OpenAlerts + child.OpenAlerts,
                [],
                sum.Cases.Plus(child.Cases)
            );
            foreach (var tally in child.Coverage)
                cells[(tally.Kind, tally.Period)] = cells.TryGetValue((tally.Kind, tally.Period), out var known)
                    ? known.Plus(tally)
                    : tally;
        }

        return sum with
        {
            Coverage = Newest(cells.Values),
        };
    }

    private static ImmutableArray<string>? Planned(UnitState state)
    {
        ImmutableArray<string>? planned = null;
        foreach (var assignment in state.Assignments)
            if (assignment.Inspector != state.Responsible && !(planned?.Contains(assignment.Inspector) ?? false))
                planned = (planned ?? []).Add(assignment.Inspector);
        return planned;
    }

    private static ImmutableArray<CoverageTally> Newest(IEnumerable<CoverageTally> cells) =>
        [
            .. cells
                .GroupBy(cell => cell.Kind)
                .OrderBy(kind => kind.Key)
                .SelectMany(kind => kind.OrderByDescending(cell => cell.Period).Take(2)),
        ];
}
