namespace Supervision.Rules.Roster.Rows;

using static RosterColumn;

/// <summary>Judges a row of the table of institutions by itself.</summary>
internal static class InstitutionRows
{
    private const int MostTrainees = 20_000;

    private static readonly Text Accepted = new(
        "18 位统一社会信用代码，或本县编号（如 PX-330502-0001）",
        "a credit code of 18 characters, or the county's own code such as PX-330502-0001"
    );

    public static void Judge(RosterLine line, RosterContext context)
    {
        var code = Code(line, InstitutionCode);
        var name = line.Name(InstitutionName);
        var category = Kind(line);
        var county = line.County(context);
        var (town, townName) = county is null ? (null, null) : line.Town(county, context);
        var status = line.ReadStatus();
        var trainees = line.Count(Trainees, MostTrainees);
        var position = county is null ? null : line.Position(county);
        if (line.IsRejected || code is null || name is null || category is null || county is null)
            return;

        var province = LocalCode.IsInstitution(code) ? LocalCode.CountyOf(code)[..2] : CreditCode.ProvinceOf(code);
        if (province != county.Province)
            line.Warn(
                RosterCode.CodeProvinceDiffers,
                InstitutionCode,
                new(
                    $"编号中的省级代码是{province}，与所在县（市、区）的{county.Province}不一致",
                    $"the code was issued in province {province}, the county lies in {county.Province}"
                ),
                new(
                    $"{county.Province}的编号，或编号所属省的县（市、区）",
                    $"a code of {county.Province}, or a county of the code's province"
                )
            );
        UnitRows.Become(
            line,
            new(UnitKind.Institution, code, name, county.Code, town, townName, category, status, trainees),
            position,
            context
        );
    }

    /// <summary>Reads an institution's code, also where an assignment names one.</summary>
    public static string? Code(RosterLine line, RosterColumn column)
    {
        if (line.Code(column) is not { } code)
            return null;
        var local = LocalCode.IsInstitution(code);
        if ((local || CreditCode.IsShaped(code)) && column == InstitutionCode)
            line.Key = code;
        if (local || CreditCode.IsValid(code))
            return code;
        line.Reject(RosterCode.InstitutionCodeInvalid, column, Fault(code), Accepted);
        return null;
    }

    private static Text Fault(string code)
    {
        if (CreditCode.IsShaped(code))
            return new(
                "统一社会信用代码的校验码不符，请核对是否抄错",
                "the check character of the credit code does not fit; one of its characters is wrong"
            );
        if (code.Length == CreditCode.Length && code.IndexOfAny(['I', 'O', 'S', 'V', 'Z']) >= 0)
            return new("统一社会信用代码中不会出现字母 I、O、S、V、Z", "the letters I, O, S, V and Z never occur in a credit code");
        return code.All(char.IsAsciiLetterOrDigit)
            ? new($"统一社会信用代码应为 18 位，现为 {code.Length} 位", $"a credit code has 18 characters, this has {code.Length}")
            : new("机构编号格式不对", "this is no institution's code");
    }

    /// <summary>培训类别 says what is taught; 类别代码 says only whether it is a school subject, and must not say otherwise.</summary>
    private static string? Kind(RosterLine line)
    {
        var (subtype, category) = (line.Word(Subtype, required: false), line.Word(Category, required: false));
        if (subtype is null && category is null)
            return line.Missing(line.View.PlaceOf(Subtype) is null ? Category : Subtype, required: true);
        if (category is null)
            return Known(line, Subtype, subtype!);
        if (RosterWords.IsSubject(category) is not { } subject)
        {
            var kind = Known(line, Category, category);
            if (kind is null || subtype is null)
                return kind;
            var taught = Known(line, Subtype, subtype);
            return taught == kind ? kind : Contradict(line, taught);
        }

        if (subtype is null && subject)
            return "subject";
        if (subtype is null || RosterWords.IsSubject(subtype) == false)
        {
            line.Warn(
                RosterCode.CategoryUnclear,
                Category,
                new("只知道是非学科类，按“其他”登记", "known only not to teach school subjects; registered as other"),
                RosterWords.InstitutionKinds
            );
            return "other";
        }

        var known = Known(line, Subtype, subtype);
        return known is null || (known == "subject") == subject ? known : Contradict(line, known);
    }

    private static string? Contradict(RosterLine line, string? kind)
    {
        if (kind is not null)
            line.Reject(
                RosterCode.WordsContradict,
                Subtype,
                new("“培训类别”与“类别代码”不一致", "subtype and category contradict each other"),
                RosterWords.InstitutionKinds
            );
        return null;
    }

    private static string? Known(RosterLine line, RosterColumn column, string word)
    {
        var kind = RosterWords.InstitutionKind(word);
        if (kind is null)
            line.Unknown(column, RosterWords.InstitutionKinds);
        return kind;
    }
}
