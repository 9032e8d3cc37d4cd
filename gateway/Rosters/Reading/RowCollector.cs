using System.Collections.Immutable;

namespace Supervision.Gateway.Rosters.Reading;

/// <summary>Gathers rows; blank ones at the end, which workbooks have by the thousand, are dropped.</summary>
/// <param name="already">Rows of earlier tables of the same file, which count towards the limit.</param>
internal sealed class RowCollector(int already = 0)
{
    private readonly ImmutableArray<RosterRow>.Builder rows = ImmutableArray.CreateBuilder<RosterRow>();
    private readonly List<RosterRow> blank = [];

    /// <exception cref="RosterRefusedException">More than <see cref="RosterLimits.MostRows"/>.</exception>
    public void Add(int number, ImmutableArray<RosterCell> cells)
    {
        var row = new RosterRow(number, cells);
        if (cells.All(cell => CellCleaner.IsBlank(cell.Text)))
        {
            if (blank.Count <= RosterLimits.MostRows)
                blank.Add(row);
            return;
        }

        if (already + rows.Count + blank.Count + 1 > RosterLimits.MostRows)
            throw RosterRefusedException.TooManyRows();
        rows.AddRange(blank);
        blank.Clear();
        rows.Add(row);
    }

    public ImmutableArray<RosterRow> ToRows() => rows.ToImmutable();
}
