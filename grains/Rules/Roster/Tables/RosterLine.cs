namespace Supervision.Rules.Roster.Tables;

/// <summary>A row on its way through the judgement: what was said of it, and what it turned out to mean.</summary>
internal sealed class RosterLine(RosterTableView view, RosterRow row)
{
    private readonly List<RosterFinding> findings = [];
    private readonly HashSet<RosterColumn> unreadable = [];

    public RosterTableView View => view;

    public int Number => row.Number;

    public ImmutableArray<RosterCell> Cells => row.Cells;

    public IReadOnlyList<RosterFinding> Findings => findings;

    public bool IsSkipped { get; private set; }

    public bool IsRejected { get; private set; }

    /// <summary>The row is right, and waits for a confirmation.</summary>
    public bool IsHeld { get; private set; }

    public bool IsAccepted => !IsSkipped && !IsRejected && !IsHeld;

    /// <summary>What makes a row the same row elsewhere in the upload; null while the code is unreadable.</summary>
    public string? Key { get; set; }

    /// <summary>What an accepted row asks for: a <see cref="UnitRow"/>, <see cref="InspectorRow"/>, <see cref="AssignmentRow"/> or county; null once rejected.</summary>
    public object? Record { get; private set; }

    public RosterCell Cell(RosterColumn column) =>
        view.PlaceOf(column) is { } place && place < row.Cells.Length ? row.Cells[place] : RosterCell.Empty;

    /// <summary>True when the file has the column: only then does the row say anything about it.</summary>
    public bool Has(RosterColumn column) => view.PlaceOf(column) is not null;

    /// <summary>True when the file has the column and the row leaves it empty.</summary>
    public bool LeavesBlank(RosterColumn column) => Has(column) && CellCleaner.IsBlank(Cell(column).Text);

    /// <summary>True when the cell holds something that can't be read, which has been said.</summary>
    public bool IsUnreadable(RosterColumn column) => unreadable.Contains(column);

    public void Become(object record)
    {
        if (!IsRejected)
            Record = record;
    }

    public void RejectUnreadable(RosterColumn column, Text message, Text accepted)
    {
        unreadable.Add(column);
        Reject(RosterCode.CellUnreadable, column, message, accepted);
    }

    public void Reject(RosterCode code, RosterColumn? column, Text message, Text accepted)
    {
        IsRejected = true;
        Record = null;
        Add(FindingGrade.Rejected, code, column, message, accepted);
    }

    public void Warn(RosterCode code, RosterColumn? column, Text message, Text accepted) =>
        Add(FindingGrade.Warning, code, column, message, accepted);

    public void Say(RosterCode code, RosterColumn? column, Text message, Text? accepted = null) =>
        Add(FindingGrade.Normalised, code, column, message, accepted);

    public void Hold(RosterColumn column, Text message, Text accepted)
    {
        IsHeld = true;
        Add(FindingGrade.Held, RosterCode.WaitsForConfirmation, column, message, accepted);
    }

    public void Skip(RosterCode code, Text message)
    {
        IsSkipped = true;
        Add(FindingGrade.Skipped, code, null, message, null);
    }

    /// <summary>Blank rows are counted, not listed one by one.</summary>
    public void SkipSilently() => IsSkipped = true;

    /// <summary>The whole table is turned away, which is said once, not for every row.</summary>
    public void RejectSilently() => IsRejected = true;

    private void Add(FindingGrade severity, RosterCode code, RosterColumn? column, Text message, Text? accepted) =>
        findings.Add(view.Finding(severity, Number, column, column is null ? null : Cell(column).Text, code, message, accepted));
}
