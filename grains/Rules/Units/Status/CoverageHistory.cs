namespace Supervision.Rules.Units.Status;

/// <summary>
/// Coverage month by month. A closed month is a fact that only late visits, approvals and excuses restate; so a unit closed since
/// still counts in the months it owed. A unit that moved takes its months with it to its new county.
/// </summary>
public static class CoverageHistory
{
    /// <summary>As many months as rows remember, the current one included.</summary>
    public const int LongestMonths = Summaries.RecentPeriods;

    /// <summary>Schools by month, then institutions by the quarters that touch these months; each oldest first and without gaps.</summary>
    /// <param name="months">1–12, the current one included.</param>
    public static ImmutableArray<CoverageTally> Of(IEnumerable<UnitSummary> rows, DateTimeOffset now, int months)
    {
        var cells = Periods(now, months).ToDictionary(cell => cell, _ => new int[8]);
        foreach (var row in rows)
        foreach (var mark in row.Recent)
            if (cells.TryGetValue((row.Kind, mark.Period), out var states) && !(row.Status == UnitStatus.Closed && IsOpen(mark)))
                states[(int)mark.State]++;
        return [.. Periods(now, months).Select(cell => CoverageTally.Of(cell.Kind, cell.Period, cells[cell]))];
    }

    /// <summary>Numerators and denominators of the parts added, never percentages averaged (5.10).</summary>
    public static ImmutableArray<CoverageTally> Sum(IEnumerable<ImmutableArray<CoverageTally>> parts, DateTimeOffset now, int months)
    {
        var sums = Periods(now, months).ToDictionary(cell => cell, cell => CoverageTally.Empty(cell.Kind, cell.Period));
        foreach (var tally in parts.SelectMany(part => part))
            if (sums.TryGetValue((tally.Kind, tally.Period), out var sum))
                sums[(tally.Kind, tally.Period)] = sum.Plus(tally);
        return [.. Periods(now, months).Select(cell => sums[cell])];
    }

    /// <summary>Every period any unit had, of each kind the newest first.</summary>
    public static ImmutableArray<CoverageTally> All(IEnumerable<(UnitKind Kind, bool Closed, ImmutableArray<DutyMark> Marks)> units)
    {
        var cells = new Dictionary<(UnitKind Kind, Period Period), int[]>();
        foreach (var (kind, closed, marks) in units)
        foreach (var mark in marks)
        {
            if (closed && IsOpen(mark))
                continue;
            if (!cells.TryGetValue((kind, mark.Period), out var states))
                cells[(kind, mark.Period)] = states = new int[8];
            states[(int)mark.State]++;
        }

        return Newest(cells.Select(cell => CoverageTally.Of(cell.Key.Kind, cell.Key.Period, cell.Value)));
    }

    /// <summary>Numerators and denominators of whatever periods the parts have, of each kind the newest first.</summary>
    public static ImmutableArray<CoverageTally> Add(IEnumerable<ImmutableArray<CoverageTally>> parts) =>
        Newest(
            parts
                .SelectMany(part => part)
                .GroupBy(tally => (tally.Kind, tally.Period))
                .Select(same => same.Aggregate((sum, tally) => sum.Plus(tally)))
        );

    /// <summary>A board's own two periods of each kind, and behind them every earlier one.</summary>
    public static ImmutableArray<CoverageTally> Behind(ImmutableArray<CoverageTally> board, ImmutableArray<CoverageTally> all) =>
        Newest([.. board, .. all.Where(tally => !board.Any(own => own.Kind == tally.Kind && own.Period <= tally.Period))]);

    private static ImmutableArray<CoverageTally> Newest(IEnumerable<CoverageTally> tallies) =>
        [.. tallies.OrderBy(tally => tally.Kind).ThenByDescending(tally => tally.Period)];

    /// <summary>What a unit left open when it was closed for good is owed no more.</summary>
    private static bool IsOpen(DutyMark mark) => mark.State is DutyState.Pending or DutyState.DueSoon;

    private static IEnumerable<(UnitKind Kind, Period Period)> Periods(DateTimeOffset now, int months)
    {
        var today = CivilTime.DateOf(now);
        var last = Period.MonthOf(today);
        var first = Period.MonthOf(last.FirstDay.AddMonths(1 - months));
        for (var month = first; month <= last; month = month.Next)
            yield return (UnitKind.School, month);
        for (var quarter = Period.QuarterOf(first.FirstDay); quarter <= Period.QuarterOf(today); quarter = quarter.Next)
            yield return (UnitKind.Institution, quarter);
    }
}
