namespace Supervision.Rules.Roster;

/// <summary>Tells rows of totals and notes from rows that are about something. A row with a readable code is never one of them.</summary>
internal static class RowWords
{
    private static readonly ImmutableArray<string> Totals =
    [
        "合计",
        "总计",
        "小计",
        "共计",
        "总和",
        "总数",
        "本页合计",
        "累计",
        "total",
        "subtotal",
        "grandtotal",
        "sum",
    ];

    private static readonly ImmutableArray<string> Notes =
    [
        "注",
        "备注",
        "说明",
        "填表",
        "制表",
        "审核",
        "填报",
        "联系",
        "单位负责人",
        "单位(盖章)",
        "单位盖章",
        "负责人",
        "日期",
        "note",
        "remark",
    ];

    private static readonly ImmutableArray<string> Examples = ["示例,", "填写说明,", "example,", "explanation,"];

    /// <summary>The first filled cell, or that of the code, says 合计; or nothing but numbers of people is filled.</summary>
    public static bool IsTotal(RosterLine line, RosterTable table)
    {
        var filled = Filled(line);
        if (IsTotalWord(filled[0]) || IsTotalWord(Plain(line.Cell(table.Key).Text)))
            return !HasCode(line, table);
        return line.View.Kind is RosterKind.Schools or RosterKind.Institutions
            && new[] { table.Key, RosterColumn.CountyCode, RosterColumn.TownCode }.All(column => Plain(line.Cell(column).Text).Length == 0)
            && filled.All(text => text.All(c => char.IsAsciiDigit(c) || c is ',' or '.'));
    }

    /// <summary>At most two cells are filled, none of them the code, and the first begins like a note.</summary>
    public static bool IsNote(RosterLine line, RosterTable table)
    {
        if (HasCode(line, table))
            return false;
        var filled = Filled(line);
        return filled.Count <= 2
            && Notes.Any(word =>
                filled[0].StartsWith(word + ":", StringComparison.Ordinal)
                || filled[0] == word
                || (
                    word.Length > 1
                    && filled[0].StartsWith(word, StringComparison.Ordinal)
                    && filled[0].Contains(':', StringComparison.Ordinal)
                )
            );
    }

    /// <summary>The remark says that the row belongs to the template.</summary>
    public static bool IsExample(RosterLine line) =>
        Plain(line.Cell(RosterColumn.Remark).Text) is var remark && Examples.Any(word => remark.StartsWith(word, StringComparison.Ordinal));

    private static bool IsTotalWord(string text) => Totals.Contains(text.Split(':', '(')[0]);

    private static bool HasCode(RosterLine line, RosterTable table) => Plain(line.Cell(table.Key).Text).Count(char.IsAsciiDigit) >= 6;

    private static List<string> Filled(RosterLine line) => [.. line.Cells.Select(cell => Plain(cell.Text)).Where(text => text.Length > 0)];

    private static string Plain(string text) => CellCleaner.Clean(text, CellUse.Code).Text.ToLowerInvariant();
}
