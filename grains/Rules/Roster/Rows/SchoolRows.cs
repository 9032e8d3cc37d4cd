namespace Supervision.Rules.Roster.Rows;

using static RosterColumn;

/// <summary>Judges a row of the table of schools by itself.</summary>
internal static class SchoolRows
{
    /// <summary>No school has more pupils; the largest in the country has fewer than half.</summary>
    private const int MostStudents = 20_000;

    private static readonly Text Accepted = new(
        "10 位学校标识码；教学点为“所属学校标识码#两位序号”",
        "ten digits; a teaching point is its parent's ten digits, # and two digits"
    );

    public static void Judge(RosterLine line, RosterContext context)
    {
        var code = Code(line, SchoolNumber, context.Divisions);
        var name = line.Name(SchoolName);
        var category = Category(line);
        var county = line.County(context);
        var (town, townName) = county is null ? (null, null) : line.Town(county, context);
        var status = line.ReadStatus();
        var students = Students(line);
        var position = county is null ? null : line.Position(county);
        if (line.IsRejected || code is null || name is null || category is null || county is null)
            return;

        if (SchoolCode.ProvinceOf(code) != county.Province)
            line.Warn(
                RosterCode.CodeProvinceDiffers,
                SchoolNumber,
                new(
                    $"标识码中的省级代码是{SchoolCode.ProvinceOf(code)}，与所在县（市、区）的{county.Province}不一致",
                    $"the code was issued in province {SchoolCode.ProvinceOf(code)}, the county lies in {county.Province}"
                ),
                new(
                    $"第三、四位为{county.Province}的标识码，或代码所属省的县（市、区）",
                    $"a code with {county.Province} as its third and fourth digit, or a county of the code's province"
                )
            );
        if (!SchoolCode.Suits(code, category))
            line.Warn(
                RosterCode.CodeKindDiffers,
                SchoolNumber,
                new("标识码前两位所表示的学校类别与办学类型不一致", "the first two digits of the code are those of another kind of school"),
                RosterWords.SchoolKinds
            );
        UnitRows.Become(
            line,
            new(UnitKind.School, code, name, county.Code, town, townName, category, status, students)
            {
                Central = CentralSchoolRows.Read(line, code, context.Divisions),
            },
            position,
            context
        );
    }

    /// <summary>Reads a 学校标识码, also where an assignment names one; sets nothing on the line but what it says.</summary>
    public static string? Code(RosterLine line, RosterColumn column, Divisions divisions)
    {
        if (line.Code(column) is not { } code)
            return null;
        if (!SchoolCode.IsShaped(code))
        {
            line.Reject(RosterCode.SchoolCodeInvalid, column, new("学校标识码应为 10 位数字", "a school's code has ten digits"), Accepted);
            return null;
        }

        if (column == SchoolNumber)
            line.Key = code;
        if (!SchoolCode.HasCategory(code))
            line.Reject(
                RosterCode.SchoolCodeInvalid,
                column,
                new($"学校标识码前两位“{code[..2]}”不是学校类别代码", $"{code[..2]} is no category of schools"),
                new("11、21、31、34、37、51 之一开头", "one of 11, 21, 31, 34, 37, 51 in front")
            );
        else if (divisions.FindProvince(SchoolCode.ProvinceOf(code)) is null)
            line.Reject(
                RosterCode.SchoolCodeInvalid,
                column,
                new(
                    $"学校标识码第三、四位“{SchoolCode.ProvinceOf(code)}”不是省级代码",
                    $"{SchoolCode.ProvinceOf(code)}, the third and fourth digit, is no province"
                ),
                Accepted
            );
        else
            return code;
        return null;
    }

    private static string? Category(RosterLine line)
    {
        var (inChinese, inEnglish) = (line.Word(KindCn, required: false), line.Word(KindEn, required: false));
        if (inChinese is null && inEnglish is null)
            return line.Missing(line.View.PlaceOf(KindCn) is null ? KindEn : KindCn, required: true);
        var (first, second) = (Known(line, KindCn, inChinese), Known(line, KindEn, inEnglish));
        if (first is not null && second is not null && first != second)
            line.Reject(
                RosterCode.WordsContradict,
                KindCn,
                new("“办学类型”与“类型代码”不一致", "kind_cn and kind contradict each other"),
                RosterWords.SchoolKinds
            );
        return first ?? second;
    }

    private static string? Known(RosterLine line, RosterColumn column, string? word)
    {
        if (word is null)
            return null;
        var kind = RosterWords.SchoolKind(word);
        if (kind is null)
            line.Unknown(column, RosterWords.SchoolKinds);
        return kind;
    }

    private static int? Students(RosterLine line)
    {
        var (all, primary, junior) = (
            line.Count(RosterColumn.Students, MostStudents),
            line.Count(PrimaryStudents, MostStudents),
            line.Count(JuniorStudents, MostStudents)
        );
        var (boys, girls) = (line.Count(MaleStudents, MostStudents), line.Count(FemaleStudents, MostStudents));
        if (all is null && line.LeavesBlank(RosterColumn.Students))
            TotalEmpty(line, (primary, junior), (boys, girls));
        if (all is not null && boys is not null && girls is not null && all != boys + girls)
            line.Warn(
                RosterCode.StudentsDiffer,
                RosterColumn.Students,
                new(
                    $"在校生数{all}不等于男生{boys}与女生{girls}之和，按在校生数登记",
                    $"{all} students are not {boys} boys and {girls} girls together; the number of students holds"
                ),
                new($"{boys + girls}", $"{boys + girls}")
            );
        if (all is not null && primary is not null && junior is not null && all != primary + junior)
            line.Warn(
                RosterCode.StudentsDiffer,
                RosterColumn.Students,
                new(
                    $"在校生数{all}不等于小学段{primary}与初中段{junior}之和，按在校生数登记",
                    $"{all} students are not {primary} and {junior} together; the number of students holds"
                ),
                new($"{primary + junior}", $"{primary + junior}")
            );
        return all;
    }

    /// <summary>The whole is left empty although its parts are there: said, not reckoned.</summary>
    private static void TotalEmpty(RosterLine line, params ReadOnlySpan<(int? One, int? Other)> parts)
    {
        foreach (var (one, other) in parts)
        {
            if (one is null && other is null)
                continue;
            var sum = (one ?? 0) + (other ?? 0);
            line.Warn(
                RosterCode.TotalEmpty,
                RosterColumn.Students,
                new($"“在校生数”为空，而分项合计为{sum}", $"the number of students is empty, though its parts are {sum} together"),
                new($"{sum}", $"{sum}")
            );
            return;
        }
    }
}
