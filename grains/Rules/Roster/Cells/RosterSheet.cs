namespace Supervision.Rules.Roster.Cells;

public enum CellKind
{
    /// <summary>Everything from a text file, and text cells of a workbook.</summary>
    Text = 0,

    /// <summary>A number cell of a workbook, written plainly; from 16 digits on the last ones are not to be trusted.</summary>
    Number = 1,

    /// <summary>A date cell of a workbook, written <c>yyyy-MM-dd</c>.</summary>
    Date = 2,

    /// <summary>A cell in which the spreadsheet shows an error, written as it is shown (<c>#N/A</c>).</summary>
    Error = 3,

    /// <summary>A formula whose value was not saved with the file, written with an equals sign.</summary>
    Formula = 4,

    /// <summary>Part of cells merged across columns, of which only the first has a value; written as the range (<c>B2:D2</c>).</summary>
    Merged = 5,

    /// <summary>Part of cells merged down a column, with the value of the first.</summary>
    Repeated = 6,
}

/// <param name="Text">As the file has it; empty for an empty cell, never null.</param>
public readonly record struct RosterCell(string Text, CellKind Kind = CellKind.Text)
{
    public static readonly RosterCell Empty = new("");
}

/// <param name="Number">As a spreadsheet numbers it: the first row is 1, a cell with line breaks does not count twice.</param>
/// <param name="Cells">May be fewer or more than the headers.</param>
public sealed record RosterRow(int Number, ImmutableArray<RosterCell> Cells);

/// <summary>One table as it was found in a file, nothing interpreted yet.</summary>
/// <param name="File">Name only, without folders.</param>
/// <param name="Sheet">Name of the worksheet; null for a text file.</param>
/// <param name="Hidden">True when people opening the workbook would not see it.</param>
/// <param name="Rows">All rows in file order, headers and titles included; blank rows may be left out.</param>
public sealed record RosterSheet(string File, string? Sheet, bool Hidden, ImmutableArray<RosterRow> Rows)
{
    /// <summary>How many filled cells lie in columns beyond those that are read.</summary>
    public int CellsBeyond { get; init; }

    /// <summary>A table whose headers are in row 1; for tests and for rosters that come from elsewhere than a file.</summary>
    public static RosterSheet Of(string file, IReadOnlyList<string> headers, params IReadOnlyList<string>[] rows)
    {
        var all = ImmutableArray.CreateBuilder<RosterRow>(rows.Length + 1);
        all.Add(Row(1, headers));
        foreach (var row in rows)
            all.Add(Row(all.Count + 1, row));
        return new(file, null, false, all.MoveToImmutable());
    }

    private static RosterRow Row(int number, IReadOnlyList<string> cells) => new(number, [.. cells.Select(text => new RosterCell(text))]);
}
