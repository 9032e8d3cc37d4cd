namespace Supervision.Rules.Roster;

/// <summary>Judges headers, and rows that hold nothing to take.</summary>
internal static class SheetRules
{
    /// <summary>Places the columns, says which are strange, and turns the table away when one that is needed is missing or there twice.</summary>
    /// <param name="alone">True when no table of the same file was recognised, so that the sender will miss this one.</param>
    public static void Open(RosterTableView view, bool alone)
    {
        if (view.Sheet.Hidden)
            view.Say(
                FindingGrade.Warning,
                RosterCode.SheetHidden,
                null,
                (string?)null,
                new("该工作表在表格中处于隐藏状态，已一并读取", "this worksheet is hidden in the workbook; it was read all the same"),
                new("不需要的工作表请先删除", "worksheets that are not needed removed first")
            );
        if (view.Table is not { } table)
        {
            NotRecognised(view, alone);
            return;
        }

        Titles(view);
        Place(view, table);
        var missing = table.Required.Where(choice => choice.All(column => view.PlaceOf(column) is null)).ToList();
        foreach (var choice in missing)
            view.Say(
                FindingGrade.Rejected,
                RosterCode.ColumnMissing,
                null,
                choice[0],
                new(
                    $"缺少必需的列“{choice[0].Zh}”，整张表未导入",
                    $"the required column {choice[0].Name} is missing; nothing of this table was taken"
                ),
                new(
                    "列名可写作：" + string.Join("、", choice.Select(column => column.Zh)),
                    "column named " + string.Join(" or ", choice.Select(column => column.Name))
                )
            );
        if (view.Sheet.CellsBeyond > 0)
            view.Say(
                FindingGrade.Warning,
                RosterCode.ColumnsBeyond,
                null,
                (string?)null,
                new(
                    $"列数过多：后面的列中有{view.Sheet.CellsBeyond}个有内容的单元格未读取",
                    $"too many columns: {view.Sheet.CellsBeyond} filled cells of the last ones were not read"
                ),
                new("删去多余的列，或把内容移到前面的列", "the surplus columns removed, or their content moved to the first columns")
            );
        var refused = view.Findings.Any(finding => finding.Severity == FindingGrade.Rejected);
        SkipRows(view, table);
        if (!refused)
            return;
        foreach (var line in view.Lines.Where(line => !line.IsSkipped))
            line.RejectSilently();
    }

    private static void NotRecognised(RosterTableView view, bool alone)
    {
        var blank = view.Lines.All(IsBlank);
        if (blank)
            view.Say(
                FindingGrade.Skipped,
                RosterCode.SheetEmpty,
                null,
                (string?)null,
                new("表中没有内容，已跳过", "there is nothing in this table; skipped")
            );
        else
            view.Say(
                alone ? FindingGrade.Rejected : FindingGrade.Skipped,
                RosterCode.SheetNotRecognised,
                null,
                (string?)null,
                new("看不出这是哪一种名册，未读取", "its headers are those of no roster; it was not read"),
                new(
                    "表头含“学校标识码”“机构编号”“督学编号”“对象编号”或“县级行政区划代码”等列",
                    "headers such as school_code, institution_code, inspector_code, target_code or county_code"
                )
            );
        foreach (var line in view.Lines)
            if (alone && !blank && !IsBlank(line))
                line.RejectSilently();
            else
                line.SkipSilently();
    }

    private static void Titles(RosterTableView view)
    {
        for (var i = 0; i < view.HeaderIndex; i++)
            if (!view.Sheet.Rows[i].Cells.All(cell => CellCleaner.IsBlank(cell.Text)))
                view.Say(
                    FindingGrade.Skipped,
                    RosterCode.TitleRow,
                    view.Sheet.Rows[i].Number,
                    (string?)null,
                    new("表头上方的标题行，已跳过", "a title above the headers; skipped")
                );
    }

    private static void Place(RosterTableView view, RosterTable table)
    {
        for (var i = 0; i < view.HeaderCells.Length; i++)
        {
            var written = CellCleaner.Clean(view.HeaderCells[i].Text, CellUse.Name).Text;
            if (table.Find(Headers.Fold(written)) is { } column)
            {
                if (!view.TryPlace(column, i) && table.IsStored(column))
                    view.Say(
                        FindingGrade.Rejected,
                        RosterCode.ColumnRepeated,
                        null,
                        column,
                        new(
                            $"“{column.Zh}”列出现了不止一次，无法判断以哪一列为准，整张表未导入",
                            $"there is more than one column {column.Name}; which of them holds cannot be told, so nothing of this table was taken"
                        ),
                        new("只保留一列", "a single one of them")
                    );
            }
            else if (written.Length > 0 || HasContent(view, i))
                view.Say(
                    FindingGrade.Warning,
                    RosterCode.ColumnUnknown,
                    null,
                    written.Length > 0 ? RosterFinding.Shown(written) : null,
                    written.Length > 0
                        ? new(
                            $"不认识的列“{RosterFinding.Shown(written)}”，未读取",
                            $"unknown column {RosterFinding.Shown(written)}; not read"
                        )
                        : new($"第{i + 1}列没有列名，未读取", $"column {i + 1} has no header; not read"),
                    new(
                        "可读取的列：" + string.Join("、", table.Read.Select(known => known.Zh)),
                        "columns that are read: " + string.Join(", ", table.Read.Select(known => known.Name))
                    )
                );
        }
    }

    private static void SkipRows(RosterTableView view, RosterTable table)
    {
        var headers = view.HeaderCells.Select(cell => Headers.Fold(cell.Text)).ToList();
        var blank = 0;
        foreach (var line in view.Lines)
        {
            if (IsBlank(line))
            {
                line.SkipSilently();
                blank++;
            }
            else if (RowWords.IsExample(line))
                line.Skip(RosterCode.ExampleRow, new("模板中的示例或说明行，已跳过", "an example or explanation of the template; skipped"));
            else if (Repeats(line, headers))
                line.Skip(RosterCode.HeaderRow, new("重复的表头行，已跳过", "the headers again; skipped"));
            else if (RowWords.IsTotal(line, table))
                line.Skip(RosterCode.TotalRow, new("合计行，已跳过", "a row of totals; skipped"));
            else if (RowWords.IsNote(line, table))
                line.Skip(RosterCode.NoteRow, new("说明或落款行，已跳过", "a note or signature below the table; skipped"));
        }

        if (blank > 0)
            view.Say(
                FindingGrade.Skipped,
                RosterCode.BlankRows,
                null,
                (string?)null,
                new($"空白行{blank}行，已跳过", $"blank rows: {blank}; skipped")
            );
    }

    private static bool IsBlank(RosterLine line) => line.Cells.All(cell => CellCleaner.IsBlank(cell.Text));

    private static bool HasContent(RosterTableView view, int place) =>
        view.Lines.Any(line => place < line.Cells.Length && !CellCleaner.IsBlank(line.Cells[place].Text));

    private static bool Repeats(RosterLine line, List<string> headers) =>
        line.Cells.Take(headers.Count).Select(cell => Headers.Fold(cell.Text)).SequenceEqual(headers);
}
