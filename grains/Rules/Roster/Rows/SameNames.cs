namespace Supervision.Rules.Roster.Rows;

/// <summary>Warns of units of one county that have one name under different codes: most likely one unit was entered twice.</summary>
internal static class SameNames
{
    /// <summary>Named in a message; further ones follow from them.</summary>
    private const int MostNamed = 3;

    public static void Judge(IReadOnlyList<RosterLine> accepted, RosterContext context)
    {
        var rows = accepted.Where(line => line.Record is UnitRow).Select(line => (Line: line, ((UnitRow)line.Record!).Told)).ToList();
        var told = rows.Select(row => (row.Told.Kind, row.Told.Code)).ToHashSet();
        foreach (var group in rows.GroupBy(row => (row.Told.Kind, row.Told.County, Name: Plain(row.Told.Name))))
        {
            // A registered unit that is in this upload goes by the name it has there.
            var registered = context
                .Namesakes(group.Key.Kind, group.Key.County, group.Key.Name)
                .Where(code => !told.Contains((group.Key.Kind, code)));
            var codes = group
                .Select(row => row.Told.Code)
                .Concat(registered)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .ToList();
            if (codes.Count < 2)
                continue;
            foreach (var (line, profile) in group)
            {
                var others = codes.Where(code => code != profile.Code).ToList();
                var (zh, en) = (
                    string.Join("、", others.Take(MostNamed)) + (others.Count > MostNamed ? "等" : ""),
                    string.Join(", ", others.Take(MostNamed)) + (others.Count > MostNamed ? ", …" : "")
                );
                line.Warn(
                    RosterCode.SameNameTwice,
                    profile.Kind == UnitKind.School ? RosterColumn.SchoolName : RosterColumn.InstitutionName,
                    new(
                        $"同县已有同名单位，代码为{zh}；如是同一单位，请只保留一个代码",
                        $"the county has a unit of this name under the code {en}; if it is the same unit, one of the codes is wrong"
                    ),
                    new("同一单位只用一个代码；确是两个单位则名称应有区别", "one code for one unit; names that differ where there are two")
                );
            }
        }
    }

    /// <summary>The name without blanks and width, as two names are compared.</summary>
    public static string Plain(string name) => CellCleaner.Clean(name, CellUse.Code).Text.ToUpperInvariant();
}
