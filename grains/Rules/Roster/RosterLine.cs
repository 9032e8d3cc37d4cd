namespace Supervision.Rules;

/// <summary>A row on its way through the judgement: what was said of it, and what it turned out to mean.</summary>
internal sealed class RosterLine(RosterTableView view, RosterRow row)
{
    private readonly List<RosterFinding> findings = [];

    public RosterTableView View => view;

    public int Number => row.Number;

    public ImmutableArray<RosterCell> Cells => row.Cells;

    public IReadOnlyList<RosterFinding> Findings => findings;

    public bool IsSkipped { get; private set; }

    public bool IsRejected { get; private set; }

    public bool IsAccepted => !IsSkipped && !IsRejected;

    /// <summary>What makes a row the same row elsewhere in the upload; null while the code is unreadable.</summary>
    public string? Key { get; set; }

    /// <summary>What an accepted row asks for: a profile, or an <see cref="AssignmentRow"/>; null once rejected.</summary>
    public object? Record { get; private set; }

    public RosterCell Cell(RosterColumn column) =>
        view.PlaceOf(column) is { } place && place < row.Cells.Length ? row.Cells[place] : RosterCell.Empty;

    public void Become(object record)
    {
        if (!IsRejected) Record = record;
    }

    public void Reject(RosterCode code, RosterColumn? column, Text message, Text? accepted = null)
    {
        IsRejected = true;
        Record = null;
        Add(FindingGrade.Rejected, code, column, message, accepted);
    }

    public void Warn(RosterCode code, RosterColumn? column, Text message, Text? accepted = null) =>
        Add(FindingGrade.Warning, code, column, message, accepted);

    public void Say(RosterCode code, RosterColumn? column, Text message, Text? accepted = null) =>
        Add(FindingGrade.Normalised, code, column, message, accepted);

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
