namespace Supervision.Rules.Roster;

/// <summary>Finds the row that a refusal is about, and the rows that are handed back.</summary>
internal static class RefusedRows
{
    /// <summary>Rows by the key of the actor they ask, and whether they assign.</summary>
    public static Dictionary<(string Actor, bool OfAssignment), RosterLine> Index(ImmutableArray<RosterTableView> views)
    {
        var lines = new Dictionary<(string, bool), RosterLine>();
        foreach (var line in views.SelectMany(view => view.Lines))
            switch (line.Record)
            {
                case UnitRow row:
                    lines[($"{UnitKeys.Prefix(row.Told.Kind)}/{row.Told.Code}", false)] = line;
                    break;
                case InspectorRow row:
                    lines[($"inspector/{row.Told.Code}", false)] = line;
                    break;
                case AssignmentRow row:
                    lines[($"{UnitKeys.Prefix(row.Kind)}/{row.Code}", true)] = line;
                    break;
                case CountyProfile county:
                    lines[($"county/{county.Code}", false)] = line;
                    break;
            }

        return lines;
    }

    public static void Reject(
        Dictionary<(string Actor, bool OfAssignment), RosterLine> lines,
        string actor,
        bool ofAssignment,
        Refusal refusal
    )
    {
        if (!lines.TryGetValue((actor, ofAssignment), out var line) && !lines.TryGetValue((actor, !ofAssignment), out line))
            return;
        line.Reject(RosterCode.RefusedByUnit, Column(line, refusal.Field), refusal.Message, refusal.Instead);
    }

    public static RosterLeftovers? Left(RosterTableView view)
    {
        if (view.Table is null)
            return null;
        var rows = view.Lines.Where(line => line is { IsSkipped: false } and ({ IsRejected: true } or { IsHeld: true })).ToList();
        if (rows.Count == 0)
            return null;
        // Columns that an earlier file of such rows brought are made anew.
        ImmutableArray<int> places =
        [
            .. Enumerable
                .Range(0, view.HeaderCells.Length)
                .Where(i => view.PlaceOf(RosterColumn.NotTaken) != i && view.PlaceOf(RosterColumn.SourceRow) != i),
        ];
        ImmutableArray<string> headers = [.. places.Select(i => CellCleaner.Clean(view.HeaderCells[i].Text, CellUse.Name).Text)];
        var whole = view.TableFindings.Where(finding => finding.Severity == FindingGrade.Rejected).ToList();
        return new(
            view.Kind,
            view.Sheet.File,
            view.Sheet.Sheet,
            headers,
            [
                .. rows.Select(line => new RosterLeftover(
                    line.Number,
                    [.. places.Select(i => i < line.Cells.Length ? line.Cells[i].Text : "")],
                    Reasons([.. line.Findings.Where(finding => finding.Severity is FindingGrade.Rejected or FindingGrade.Held), .. whole])
                )),
            ]
        );
    }

    private static Text Reasons(ImmutableArray<RosterFinding> findings) =>
        new(
            string.Join(
                "；",
                findings.Select(finding =>
                    Says(finding.ColumnName?.Zh ?? finding.Column, "：", finding.Message.Zh, finding.Accepted?.Zh, "（可接受：", "）")
                )
            ),
            string.Join(
                "; ",
                findings.Select(finding =>
                    Says(finding.ColumnName?.En ?? finding.Column, ": ", finding.Message.En, finding.Accepted?.En, " (accepted: ", ")")
                )
            )
        );

    private static string Says(string? column, string colon, string message, string? accepted, string open, string close) =>
        (column is null ? "" : column + colon) + message + (accepted is null ? "" : open + accepted + close);

    /// <summary>Actors name fields of theirs; a person is told the column.</summary>
    private static RosterColumn? Column(RosterLine line, string? field) =>
        (line.Record, field) switch
        {
            (AssignmentRow, "from") => RosterColumn.ValidFrom,
            (AssignmentRow, "to") => RosterColumn.ValidTo,
            (AssignmentRow, "inspector") => RosterColumn.InspectorCode,
            (InspectorRow, "to") => RosterColumn.ValidTo,
            (InspectorRow, "from") => RosterColumn.ValidFrom,
            (UnitRow, "status") => RosterColumn.Status,
            _ => line.View.Table?.Key,
        };
}
