namespace Supervision.Rules.Roster;

/// <summary>Finds rows of one upload that are about the same thing, across all its tables and files.</summary>
internal static class Duplicates
{
    /// <summary>Named in a message; further ones follow from them.</summary>
    private const int MostNamed = 3;

    public static void Judge(IEnumerable<RosterLine> lines)
    {
        foreach (var group in lines.Where(line => !line.IsSkipped && line.Key is not null).GroupBy(line => (line.View.Kind, line.Key)))
        {
            var same = group.ToList();
            if (same.Count == 1 || same.All(line => line.Record is null))
                continue;
            if (same.All(line => Equals(line.Record, same[0].Record)))
                Skip(same);
            else
                Reject(same);
        }
    }

    private static void Skip(List<RosterLine> same)
    {
        foreach (var line in same.Skip(1))
            line.Skip(
                RosterCode.DuplicateIdentical,
                new($"与{Place(same[0], line)}内容相同，已跳过", $"the same as {PlaceEn(same[0], line)}; skipped")
            );
    }

    private static void Reject(List<RosterLine> same)
    {
        var turnedAway = same.Where(line => line.Record is not null).ToList();
        foreach (var line in turnedAway)
        {
            var others = same.Where(other => other != line).Take(MostNamed).ToList();
            line.Reject(
                RosterCode.DuplicateDiffers,
                line.View.Table?.Key,
                new(
                    $"与{string.Join("、", others.Select(other => Place(other, line)))}{(same.Count - 1 > MostNamed ? "等" : "")}编号相同而内容不同，无法判断以哪一行为准",
                    $"the same code as {string.Join(", ", others.Select(other => PlaceEn(other, line)))} with other contents; which of them holds cannot be told"
                ),
                Either(line, others)
            );
        }
    }

    /// <summary>What each of the rows would be taken as, in the columns in which they differ.</summary>
    private static Text Either(RosterLine line, List<RosterLine> others)
    {
        var all = others.Prepend(line).ToList();
        var columns = line
            .View.StoredColumns.Where(column => all.Select(each => Plain(each, column)).Distinct().Skip(1).Any())
            .Take(MostNamed)
            .ToList();
        return columns.Count == 0
            ? new("同一编号只保留一行", "one row for each code")
            : new(
                "只保留其中一行："
                    + string.Join(
                        "；或",
                        all.Select(each =>
                            $"{(each == line ? "本行" : Place(each, line))}（{string.Join("，", columns.Select(column => $"{column.Zh}：{Shown(each, column, "空")}"))}）"
                        )
                    ),
                "one of them only: "
                    + string.Join(
                        "; or ",
                        all.Select(each =>
                            $"{(each == line ? "this row" : PlaceEn(each, line))} ({string.Join(", ", columns.Select(column => $"{column.Name}: {Shown(each, column, "nothing")}"))})"
                        )
                    )
            );
    }

    private static string Plain(RosterLine line, RosterColumn column) => CellCleaner.Clean(line.Cell(column).Text, CellUse.Code).Text;

    private static string Shown(RosterLine line, RosterColumn column, string nothing) =>
        CellCleaner.IsBlank(line.Cell(column).Text)
            ? nothing
            : RosterFinding.Shown(CellCleaner.Clean(line.Cell(column).Text, CellUse.Name).Text)!;

    private static string Place(RosterLine line, RosterLine from) =>
        line.View == from.View
            ? $"第{line.Number}行"
            : $"{line.View.Sheet.File}{(line.View.Sheet.Sheet is { } sheet ? $"“{sheet}”表" : "")}第{line.Number}行";

    private static string PlaceEn(RosterLine line, RosterLine from) =>
        line.View == from.View
            ? $"row {line.Number}"
            : $"{line.View.Sheet.File}{(line.View.Sheet.Sheet is { } sheet ? $" [{sheet}]" : "")} row {line.Number}";
}
