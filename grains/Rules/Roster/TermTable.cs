using System.Globalization;

namespace Supervision.Rules.Roster;

/// <summary>
/// Terms as a table, from a file: a header row with <c>类型</c>, <c>开始</c>, <c>结束</c> (or kind, first, last), then a row for each term (<c>学期</c>, term) and each break
/// within one (<c>假期</c>, break). Halves of school years the table does not name stay as they are.
/// </summary>
public static class TermTable
{
    private static readonly string[] Kinds = ["类型", "项目", "kind", "item"];
    private static readonly string[] Firsts = ["开始", "开始日期", "起始日期", "first", "start", "from"];
    private static readonly string[] Lasts = ["结束", "结束日期", "截止日期", "last", "end", "to"];
    private static readonly string[] TermWords = ["学期", "上课", "第一学期", "第二学期", "term"];
    private static readonly string[] BreakWords = ["假期", "秋假", "春假", "期中假", "break"];
    private static readonly string[] Shapes =
    [
        "yyyy-M-d",
        "yyyy/M/d",
        "yyyy.M.d",
        "yyyy年M月d日",
        "yyyy-M-d H:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss",
    ];

    /// <param name="own">The county's terms so far; null when it has none.</param>
    /// <returns>What they would be with the table; or everything that is wrong with it, by row.</returns>
    public static (Terms? Terms, ImmutableArray<Refusal> Problems) Read(IReadOnlyList<RosterSheet> sheets, Terms? own)
    {
        var problems = ImmutableArray.CreateBuilder<Refusal>();
        var (taught, breaks) = (new List<DateSpan>(), new List<DateSpan>());
        var found = false;
        foreach (var sheet in sheets)
        {
            var columns = default((int Kind, int First, int Last)?);
            foreach (var row in sheet.Rows)
            {
                var cells = row.Cells.Select(cell => CellCleaner.Clean(cell.Text, CellUse.Code).Text).ToList();
                if (cells.All(text => text.Length == 0))
                    continue;
                if (columns is null)
                {
                    columns = Header(cells);
                    found |= columns is not null;
                    continue;
                }

                var (kind, first, last) = columns.Value;
                var span = (Day(cells, first), Day(cells, last));
                if (span is not ({ } from, { } to))
                    problems.Add(
                        Problem(
                            row,
                            $"“{At(cells, span.Item1 is null ? first : last)}”不是日期",
                            $"'{At(cells, span.Item1 is null ? first : last)}' is no date",
                            new("2026-02-25、2026/2/25 或 2026年2月25日", "2026-02-25, 2026/2/25 or 2026年2月25日")
                        )
                    );
                else if (TermWords.Contains(At(cells, kind), StringComparer.OrdinalIgnoreCase))
                    taught.Add(new(from, to));
                else if (BreakWords.Contains(At(cells, kind), StringComparer.OrdinalIgnoreCase))
                    breaks.Add(new(from, to));
                else
                    problems.Add(
                        Problem(
                            row,
                            $"类型“{At(cells, kind)}”不在清单内",
                            $"'{At(cells, kind)}' is neither a term nor a break",
                            new("学期 或 假期", "term or break")
                        )
                    );
            }
        }

        if (!found)
            problems.Add(
                new(
                    RefusalCode.TermsInvalid,
                    "file",
                    new("没有找到表头：类型、开始、结束", "there is no header row: kind, first, last"),
                    new("类型,开始,结束", "kind,first,last")
                )
            );
        else if (taught.Count == 0 && problems.Count == 0)
            problems.Add(
                new(
                    RefusalCode.TermsInvalid,
                    "file",
                    new("表中没有学期", "the table has no term"),
                    new("至少一行“学期”", "at least one row of a term")
                )
            );
        if (problems.Count > 0)
            return (null, problems.ToImmutable());
        var terms = TermRules.Tidied(
            new(
                [.. (own?.Taught ?? []).Where(old => !taught.Any(added => SchoolCalendar.InSameHalf(old, added))), .. taught],
                [.. (own?.Breaks ?? []).Where(old => !taught.Any(added => SchoolCalendar.InSameHalf(old, added))), .. breaks]
            )
        );
        return TermRules.Problem(terms) is { } problem ? (null, [problem]) : (terms, []);
    }

    private static (int, int, int)? Header(List<string> cells)
    {
        var (kind, first, last) = (Find(Kinds), Find(Firsts), Find(Lasts));
        return kind >= 0 && first >= 0 && last >= 0 ? (kind, first, last) : null;

        int Find(string[] names) => cells.FindIndex(cell => names.Contains(cell, StringComparer.OrdinalIgnoreCase));
    }

    private static string At(List<string> cells, int index) => index < cells.Count ? cells[index] : "";

    private static DateOnly? Day(List<string> cells, int index) =>
        DateOnly.TryParseExact(At(cells, index), Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static Refusal Problem(RosterRow row, string zh, string en, Text accepted) =>
        new(RefusalCode.TermsInvalid, $"row {row.Number}", new($"第 {row.Number} 行：{zh}", $"row {row.Number}: {en}"), accepted);
}
