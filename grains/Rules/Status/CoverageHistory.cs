namespace Supervision.Rules;

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
                if (cells.TryGetValue((row.Kind, mark.Period), out var states) && !(row.Status == UnitStatus.Closed && IsOpen(mark))) states[(int)mark.State]++;
        return [.. Periods(now, months).Select(cell => CoverageTally.Of(cell.Kind, cell.Period, cells[cell]))];
    }

    /// <summary>Numerators and denominators of the parts added, never percentages averaged (5.10).</summary>
    public static ImmutableArray<CoverageTally> Sum(IEnumerable<ImmutableArray<CoverageTally>> parts, DateTimeOffset now, int months)
    {
        var sums = Periods(now, months).ToDictionary(cell => cell, cell => CoverageTally.Empty(cell.Kind, cell.Period));
        foreach (var tally in parts.SelectMany(part => part))
            if (sums.TryGetValue((tally.Kind, tally.Period), out var sum)) sums[(tally.Kind, tally.Period)] = sum.Plus(tally);
        return [.. Periods(now, months).Select(cell => sums[cell])];
    }

    /// <summary>What a unit left open when it was closed for good is owed no more.</summary>
    private static bool IsOpen(DutyMark mark) => mark.State is DutyState.Pending or DutyState.DueSoon;

    private static IEnumerable<(UnitKind Kind, Period Period)> Periods(DateTimeOffset now, int months)
    {
        var today = CivilTime.DateOf(now);
        var last = Period.MonthOf(today);
        var first = Period.MonthOf(last.FirstDay.AddMonths(1 - months));
        for (var month = first; month <= last; month = month.Next) yield return (UnitKind.School, month);
        for (var quarter = Period.QuarterOf(first.FirstDay); quarter <= Period.QuarterOf(today); quarter = quarter.Next) yield return (UnitKind.Institution, quarter);
    }
}
