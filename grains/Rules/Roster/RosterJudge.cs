namespace Supervision.Rules.Roster;

/// <summary>Judges an upload as a whole. Pure: the same tables and context give an equal plan, and nothing is changed anywhere.</summary>
public static class RosterJudge
{
    /// <param name="sheets">All tables of one upload, from any number of files.</param>
    public static RosterPlan Judge(IReadOnlyList<RosterSheet> sheets, RosterContext context)
    {
        var views = Open(sheets);
        var lines = views.SelectMany(view => view.Lines).Where(line => line.IsAccepted).ToList();
        foreach (var line in lines)
            JudgeAlone(line, context);
        Duplicates.Judge(lines);
        CentralSchoolRows.Link(lines, new Roll(Accepted(), context), context);
        var all = new Roll(Accepted(), context);
        foreach (var line in Accepted())
            if (line.Record is AssignmentRow row)
                AssignmentRows.Link(line, row, all, context);
        var changes = MassChanges.Hold(Accepted(), context);
        AssignmentRows.WaitFor(lines);
        Loads.Judge(views, Accepted(), code => all.Inspector(code) ?? context.Inspector(code), context);
        var accepted = Accepted();
        SameNames.Judge(accepted, context);
        return Plan(views, accepted, new Roll(accepted, context), changes, context);

        List<RosterLine> Accepted() => [.. lines.Where(line => line.IsAccepted)];
    }

    /// <summary>What assignments refer to and the upload does not hold itself; look these up before judging.</summary>
    public static RosterReferences References(IReadOnlyList<RosterSheet> sheets)
    {
        var everything = RosterContext.Empty(DateOnly.MinValue);
        var lines = Open(sheets).SelectMany(view => view.Lines).Where(line => line.IsAccepted).ToList();
        foreach (var line in lines)
            JudgeAlone(line, everything);
        var assignments = lines.Select(line => line.Record).OfType<AssignmentRow>().ToList();
        return new(
            [.. assignments.Select(row => (row.Kind, row.Code)).Distinct().Order()],
            [.. assignments.Select(row => row.Assignment.Inspector).Distinct().Order(StringComparer.Ordinal)]
        );
    }

    /// <summary>How surely the sheet has the headers of a known table; 0 when of none. Of several readings of one file the highest is right.</summary>
    public static int Recognise(RosterSheet sheet) =>
        Headers.Find(sheet) is { } found
            ? found.Table.Score([.. sheet.Rows[found.Index].Cells.Select(cell => Headers.Fold(cell.Text)).Where(text => text.Length > 0)])
            : 0;

    private static List<RosterTableView> Open(IReadOnlyList<RosterSheet> sheets)
    {
        var views = sheets.Select(sheet => new RosterTableView(sheet)).ToList();
        var filesWithTables = views.Where(view => view.Table is not null).Select(view => view.Sheet.File).ToHashSet(StringComparer.Ordinal);
        foreach (var view in views)
            SheetRules.Open(view, alone: !filesWithTables.Contains(view.Sheet.File));
        return views;
    }

    private static void JudgeAlone(RosterLine line, RosterContext context)
    {
        Unreadable.Judge(line);
        switch (line.View.Kind)
        {
            case RosterKind.Counties:
                InspectorRows.JudgeCounty(line, context);
                break;
            case RosterKind.Schools:
                SchoolRows.Judge(line, context);
                break;
            case RosterKind.Institutions:
                InstitutionRows.Judge(line, context);
                break;
            case RosterKind.Inspectors:
                InspectorRows.Judge(line, context);
                break;
            case RosterKind.Assignments:
                AssignmentRows.Judge(line, context);
                break;
        }
    }

    private static RosterPlan Plan(
        List<RosterTableView> views,
        List<RosterLine> accepted,
        Roll roll,
        ImmutableArray<MassChange> changes,
        RosterContext context
    )
    {
        var assignments = accepted.Select(line => line.Record).OfType<AssignmentRow>().ToDictionary(row => (row.Kind, row.Code));
        var counties = accepted
            .Select(line => line.Record)
            .OfType<CountyProfile>()
            .Select(county => county.Code)
            .Concat(roll.Units.Select(unit => unit.Told.County))
            .Concat(roll.Inspectors.Select(inspector => inspector.Told.County))
            .Concat(assignments.Keys.Select(key => (roll.Unit(key.Kind, key.Code) ?? context.Unit(key.Kind, key.Code))!.County))
            .Distinct()
            .Select(context.Divisions.FindCounty)
            .OfType<CountyDivision>();
        return new(
            [.. counties.OrderBy(county => county.Code, StringComparer.Ordinal).Select(county => county.ToProfile())],
            [
                .. roll
                    .Inspectors.OrderBy(row => row.Told.Code, StringComparer.Ordinal)
                    .Select(row => new AppointInspector(row.Told) { Untold = row.Untold }),
            ],
            [.. roll.Units.OrderBy(row => row.Told.Kind).ThenBy(row => row.Told.Code, StringComparer.Ordinal).Select(Registered)],
            [
                .. assignments
                    .Values.Where(row => roll.Unit(row.Kind, row.Code) is null)
                    .OrderBy(row => row.Kind)
                    .ThenBy(row => row.Code, StringComparer.Ordinal)
                    .Select(row => new UnitAssignment(row.Kind, row.Code, row.Assignment) { KeepLastDay = row.LastDayUntold }),
            ],
            [.. views.SelectMany(view => view.Findings)],
            [.. views.Select(view => view.Count())]
        )
        {
            Changes = changes,
            Views = [.. views],
        };

        RegisterUnit Registered(UnitRow row)
        {
            var assigned = assignments.GetValueOrDefault((row.Told.Kind, row.Told.Code));
            return new(row.Told, assigned?.Assignment) { Untold = row.Untold, KeepLastDay = assigned?.LastDayUntold ?? false };
        }
    }
}
