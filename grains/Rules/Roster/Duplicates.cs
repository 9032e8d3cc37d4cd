namespace Supervision.Rules;

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
            if (same.Count == 1 || same.All(line => line.Record is null)) continue;
            if (same.All(line => Equals(line.Record, same[0].Record))) Skip(same);
            else Reject(same);
        }
    }

    private static void Skip(List<RosterLine> same)
    {
        foreach (var line in same.Skip(1))
            line.Skip(RosterCode.DuplicateIdentical, new($"与{Place(same[0], line)}内容相同，已跳过", $"the same as {PlaceEn(same[0], line)}; skipped"));
    }

    private static void Reject(List<RosterLine> same)
    {
        var turnedAway = same.Where(line => line.Record is not null).ToList();
        foreach (var line in turnedAway)
        {
            var others = same.Where(other => other != line).Take(MostNamed).ToList();
            line.Reject(RosterCode.DuplicateDiffers, line.View.Table?.Key,
                new(
                    $"与{string.Join("、", others.Select(other => Place(other, line)))}{(same.Count - 1 > MostNamed ? "等" : "")}编号相同而内容不同，无法判断以哪一行为准",
                    $"the same code as {string.Join(", ", others.Select(other => PlaceEn(other, line)))} with other contents; which of them holds cannot be told"),
                new("同一编号只保留一行", "one row for each code"));
        }
    }

    private static string Place(RosterLine line, RosterLine from) => line.View == from.View
        ? $"第{line.Number}行"
        : $"{line.View.Sheet.File}{(line.View.Sheet.Sheet is { } sheet ? $"“{sheet}”表" : "")}第{line.Number}行";

    private static string PlaceEn(RosterLine line, RosterLine from) => line.View == from.View
        ? $"row {line.Number}"
        : $"{line.View.Sheet.File}{(line.View.Sheet.Sheet is { } sheet ? $" [{sheet}]" : "")} row {line.Number}";
}
