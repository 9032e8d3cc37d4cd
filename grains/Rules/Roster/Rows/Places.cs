namespace Supervision.Rules.Roster.Rows;

using static RosterColumn;

/// <summary>Judges the county and town of a row.</summary>
internal static class Places
{
    private static readonly Text SixDigits = new("现行的 6 位县级行政区划代码", "a county code of six digits that is in use");

    /// <returns>Null, and said, unless the code is that of a county in use in which the sender may write.</returns>
    public static CountyDivision? County(this RosterLine line, RosterContext context, bool required = true)
    {
        if (line.Code(CountyCode, required) is not { } code)
            return null;
        var divisions = context.Divisions;
        if (divisions.FindCounty(code) is not { } county)
        {
            NotInUse(line, code, divisions);
            return null;
        }

        if (!context.Allows(code))
        {
            line.Reject(
                RosterCode.OutOfScope,
                CountyCode,
                new($"{code} {county.Name}不在您负责的范围内", $"{code} {county.Name} lies outside the area you are responsible for"),
                new(
                    "代码以" + string.Join("、", context.Scope) + "开头的县（市、区）",
                    "counties whose code begins with " + string.Join(", ", context.Scope)
                )
            );
            return null;
        }

        if (!NameAgrees(line, county, divisions))
            return null;
        if (county.StatisticalZone)
            line.Warn(
                RosterCode.CountyStatisticalZone,
                CountyCode,
                new(
                    $"{code} {county.Name}是统计用区划，不是法定的县级行政区",
                    $"{code} {county.Name} is an area for statistics, not a county in law"
                ),
                SixDigits
            );
        return county;
    }

    /// <summary>The town's code and name. The name of a known code is the list's; without a code it is the row's.</summary>
    public static (string? Code, string? Name) Town(this RosterLine line, CountyDivision county, RosterContext context)
    {
        var code = TownOf(line);
        var name = line.Name(TownName, required: false);
        var divisions = context.Divisions;
        if (code is null)
        {
            if (
                name is not null
                && divisions.KnowsTownsOf(county.Province)
                && divisions.TownsOf(county.Code).All(town => town.Name != name)
            )
                line.Warn(
                    RosterCode.TownUnknown,
                    TownName,
                    new($"{county.Name}的区划代码库中没有“{name}”", $"no town of {county.Name} is listed under the name {name}"),
                    RosterColumns.Accepted(TownCode)
                );
            // A file without codes may tell a town by its name alone.
            var named =
                line.Has(TownCode) || name is null ? [] : divisions.TownsOf(county.Code).Where(town => town.Name == name).Take(2).ToList();
            return (named is [var only] ? only.Code : null, name);
        }

        if (!code.StartsWith(county.Code, StringComparison.Ordinal))
        {
            var other = divisions.FindTown(code);
            line.Reject(
                RosterCode.TownOfOtherCounty,
                TownCode,
                new(
                    $"乡镇（街道）{code}{other?.Name}不属于{county.Code} {county.Name}",
                    $"the town {code} does not lie in {county.Code} {county.Name}"
                ),
                new($"以{county.Code}开头的乡级代码，或留空", $"a town code that begins with {county.Code}, or nothing")
            );
            return (null, null);
        }

        if (!divisions.KnowsTownsOf(county.Province))
            return (code, name);
        if (divisions.FindTown(code) is not { } town)
        {
            line.Warn(
                RosterCode.TownUnknown,
                TownCode,
                new($"区划代码库中没有{code}", $"{code} is not in the list of towns"),
                RosterColumns.Accepted(TownCode)
            );
            return (code, name);
        }

        if (name is not null && name != town.Name)
            line.Warn(
                RosterCode.TownNameDiffers,
                TownName,
                new($"{code}在区划代码库中是“{town.Name}”，按代码登记", $"{code} is listed as {town.Name}; the code holds"),
                new(town.Name, town.Name)
            );
        return (code, town.Name);
    }

    private static string? TownOf(RosterLine line)
    {
        if (line.Code(TownCode, required: false) is not { } code)
            return null;
        if (code.All(char.IsAsciiDigit))
        {
            if (code.Length == 9)
                return code;
            if (code.Length == 12 && code.EndsWith("000", StringComparison.Ordinal))
            {
                line.Changed(TownCode, CellChange.TrailingZeros, code[..9]);
                return code[..9];
            }
        }

        line.Reject(
            RosterCode.TownInvalid,
            TownCode,
            new("乡级代码应为 9 位数字", "a town code has nine digits"),
            new("9 位数字，或留空", "nine digits, or nothing")
        );
        return null;
    }

    private static void NotInUse(RosterLine line, string code, Divisions divisions)
    {
        if (divisions.FindAbolished(code) is { } old)
        {
            var successors = old.Successors.Select(successor => $"{successor} {divisions.FindCounty(successor)!.Name}").ToList();
            line.Reject(
                RosterCode.CountyAbolished,
                CountyCode,
                new(
                    $"{code} {old.Name}已于{old.Until}年撤销，请按现在所在地填写现行代码",
                    $"{code} {old.Name} was abolished in {old.Until}; enter today's code of the place"
                ),
                new(string.Join(" 或 ", successors), string.Join(" or ", successors))
            );
        }
        else if (
            code.Length == 6
            && code.EndsWith("00", StringComparison.Ordinal)
            && (divisions.FindCity(code[..4]) ?? (code[2..4] == "00" ? divisions.FindProvince(code[..2]) : null)) is { } above
        )
            line.Reject(
                RosterCode.CountyUnknown,
                CountyCode,
                new($"{code}是{above}的代码，请填到县（市、区）", $"{code} is {above}, which is not a county"),
                SixDigits
            );
        else
            line.Reject(
                RosterCode.CountyUnknown,
                CountyCode,
                new($"没有代码为{code}的县（市、区）", $"there is no county {code}"),
                SixDigits
            );
    }

    /// <summary>A different spelling is only mentioned; the name of another county says that one of the two is wrong.</summary>
    private static bool NameAgrees(RosterLine line, CountyDivision county, Divisions divisions)
    {
        if (line.View.Kind == RosterKind.Assignments || line.Name(CountyName, required: false) is not { } name || name == county.Name)
            return true;
        if (
            divisions.CountiesNamed(county.Province, name).Select(other => other.Code).FirstOrDefault(other => other != county.Code) is
            { } namesake
        )
        {
            line.Reject(
                RosterCode.CountyNameContradicts,
                CountyName,
                new(
                    $"代码{county.Code}是{county.Name}，名称“{name}”是{namesake}，两者矛盾",
                    $"the code {county.Code} is {county.Name}, the name {name} is {namesake}"
                ),
                new($"{county.Code} {county.Name} 或 {namesake} {name}", $"{county.Code} {county.Name} or {namesake} {name}")
            );
            return false;
        }

        if (!name.EndsWith(county.Name, StringComparison.Ordinal))
            line.Warn(
                RosterCode.CountyNameDiffers,
                CountyName,
                new($"{county.Code}的名称是“{county.Name}”，按代码登记", $"{county.Code} is {county.Name}; the code holds"),
                new(county.Name, county.Name)
            );
        return true;
    }
}
