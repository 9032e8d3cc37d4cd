namespace Supervision.Rules.Roster.Tables;

/// <summary>A sheet with its headers understood; or not, then <see cref="Table"/> is null and its rows are turned away.</summary>
internal sealed class RosterTableView
{
    private readonly Dictionary<RosterColumn, int> places = [];
    private readonly List<RosterFinding> findings = [];

    public RosterTableView(RosterSheet sheet)
    {
        Sheet = sheet;
        if (Headers.Find(sheet) is { } found)
        {
            Table = found.Table;
            HeaderIndex = found.Index;
        }

        Lines = [.. sheet.Rows.Skip(HeaderIndex + 1).Select(row => new RosterLine(this, row))];
    }

    public RosterSheet Sheet { get; }

    public RosterTable? Table { get; }

    /// <summary>-1 when there are no headers.</summary>
    public int HeaderIndex { get; } = -1;

    public RosterKind Kind => Table?.Kind ?? RosterKind.None;

    public ImmutableArray<RosterLine> Lines { get; }

    /// <summary>About the whole table.</summary>
    public IReadOnlyList<RosterFinding> TableFindings => findings;

    /// <summary>About the whole table first, then by row.</summary>
    public IEnumerable<RosterFinding> Findings => findings.Concat(Lines.SelectMany(line => line.Findings));

    public ImmutableArray<RosterCell> HeaderCells => Sheet.Rows[HeaderIndex].Cells;

    /// <summary>Columns of this file that are read.</summary>
    public IEnumerable<RosterColumn> StoredColumns => Table is { } table ? places.Keys.Where(table.IsStored) : [];

    public int? PlaceOf(RosterColumn column) => places.TryGetValue(column, out var place) ? place : null;

    public bool TryPlace(RosterColumn column, int place) => places.TryAdd(column, place);

    public void Say(FindingGrade severity, RosterCode code, int? row, RosterColumn column, Text message, Text? accepted = null) =>
        findings.Add(new(severity, Sheet.File, Sheet.Sheet, row, column.Zh, null, code, message, accepted) { ColumnName = column.Title });

    public void Say(FindingGrade severity, RosterCode code, int? row, string? column, Text message, Text? accepted = null) =>
        findings.Add(new(severity, Sheet.File, Sheet.Sheet, row, column, null, code, message, accepted));

    public RosterFinding Finding(
        FindingGrade severity,
        int row,
        RosterColumn? column,
        string? value,
        RosterCode code,
        Text message,
        Text? accepted
    ) =>
        new(
            severity,
            Sheet.File,
            Sheet.Sheet,
            row,
            column is null ? null : NameOf(column),
            RosterFinding.Shown(value),
            code,
            message,
            accepted
        )
        {
            ColumnName = column?.Title,
        };

    public SheetCount Count()
    {
        var taken = Lines.Where(line => line.IsAccepted).ToList();
        return new(
            Sheet.File,
            Sheet.Sheet,
            Kind,
            Lines.Length,
            taken.Count,
            taken.Count(line => line.Findings.Any(finding => finding.Severity == FindingGrade.Warning)),
            taken.Count(line => line.Findings.Any(finding => finding.Severity == FindingGrade.Normalised)),
            Lines.Count(line => line.IsRejected && !line.IsSkipped),
            Lines.Count(line => line.IsSkipped)
        )
        {
            Held = Lines.Count(line => line is { IsHeld: true, IsRejected: false, IsSkipped: false }),
        };
    }

    private string NameOf(RosterColumn column)
    {
        var written = PlaceOf(column) is { } place ? CellCleaner.Clean(HeaderCells[place].Text, CellUse.Name).Text : "";
        return written.Length == 0 ? column.Zh : written;
    }
}
