namespace Supervision.Gateway.Rosters;

/// <summary>Files the import hands out: templates, and the rows that were not taken.</summary>
internal static class RosterFiles
{
    /// <summary>What Excel allows in a sheet's name.</summary>
    private const int LongestSheet = 31;

    private const double Wide = 24;

    public static byte[] Template(RosterTemplate template, bool csv, bool english)
    {
        var table = Table(template.Name, template.Headers, template.Rows);
        return csv
            ? SpreadsheetFile.Csv(table)
            : SpreadsheetFile.Xlsx([table, Table(english ? "guide" : "填写说明", template.GuideHeaders, template.Guide)]);
    }

    /// <summary>The rows in the columns they came in, with where they stood and why they were not taken; importing the file again ignores these two.</summary>
    public static byte[] Leftovers(IReadOnlyList<RosterLeftovers> tables, bool csv, bool english)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var sheets = tables
            .Select(table =>
                Table(
                    SheetName(table, english, names),
                    Unique([.. table.Headers, english ? "source_row" : "原文件行号", english ? "reason_not_taken" : "未导入原因"]),
                    [
                        .. table.Rows.Select(
                            ImmutableArray<string> (row) => [.. row.Cells, $"{row.Row}", english ? row.Reasons.En : row.Reasons.Zh]
                        ),
                    ]
                )
            )
            .ToList();
        return csv ? SpreadsheetFile.Csv(sheets[0]) : SpreadsheetFile.Xlsx(sheets);
    }

    private static SpreadsheetTable Table(string name, ImmutableArray<string> headings, ImmutableArray<ImmutableArray<string>> rows) =>
        new(name, headings, rows.Select(row => (IReadOnlyList<string>)row), [.. headings.Select(_ => Wide)]);

    private static string SheetName(RosterLeftovers table, bool english, HashSet<string> taken)
    {
        var name = string.Concat(
            (table.Sheet ?? RosterTemplate.NameOf(table.Kind, english)).Where(c => !"[]:*?/\\'".Contains(c, StringComparison.Ordinal))
        );
        if (name.Length == 0)
            name = RosterTemplate.NameOf(table.Kind, english);
        var free = Characters.Cut(name, LongestSheet / 2);
        for (var no = 2; !taken.Add(free); no++)
            free = $"{Characters.Cut(name, LongestSheet / 2)} {no}";
        return free;
    }

    /// <summary>A file may have columns without a name, or two of one name.</summary>
    private static ImmutableArray<string> Unique(ImmutableArray<string> headings)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. headings.Select(
                (heading, i) =>
                {
                    var free = heading.Length == 0 ? $"（{i + 1}）" : heading;
                    for (var no = 2; !taken.Add(SpreadsheetText.Safe(free)); no++)
                        free = $"{heading}（{no}）";
                    return free;
                }
            ),
        ];
    }
}
