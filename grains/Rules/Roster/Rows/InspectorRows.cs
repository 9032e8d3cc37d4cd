namespace Supervision.Rules.Roster.Rows;

using static RosterColumn;

/// <summary>Judges a row of the table of inspectors, and of the table of counties, by itself.</summary>
internal static class InspectorRows
{
    private static readonly Text Accepted = new("形如 督学-330502-01 的督学编号", "a code such as 督学-330502-01");

    public static void Judge(RosterLine line, RosterContext context)
    {
        var code = Code(line);
        line.Key = code;
        var county = line.County(context);
        var employment = Employed(line);
        var zone = line.Code(ZoneCode, required: false);
        var term = line.Term();
        if (line.IsRejected || code is null || county is null || term is not var (from, to))
            return;

        if (LocalCode.CountyOf(code) != county.Code)
            line.Warn(
                RosterCode.CodeCountyDiffers,
                InspectorCode,
                new(
                    $"督学编号中的县级代码是{LocalCode.CountyOf(code)}，与所在的{county.Code}不一致",
                    $"the code was issued in county {LocalCode.CountyOf(code)}, the inspector works in {county.Code}"
                ),
                new(
                    $"含{county.Code}的督学编号，或县级代码{LocalCode.CountyOf(code)}",
                    $"a code with {county.Code}, or the county {LocalCode.CountyOf(code)}"
                )
            );
        if (to < context.Today)
            line.Warn(
                RosterCode.TermOver,
                ValidTo,
                new("聘期已经结束", "the appointment is over"),
                new($"{context.Today:yyyy-MM-dd} 或以后，或留空", $"{context.Today:yyyy-MM-dd} or later, or nothing")
            );
        var row = new InspectorRow(
            new(code, county.Code, zone, employment, from, to),
            (line.Has(ZoneCode) ? 0 : InspectorFields.Zone) | (line.Has(ValidTo) ? 0 : InspectorFields.LastDay)
        );
        line.Become(row);
        var known = context.Inspector(code);
        Blanks.Inspector(line, known, InspectorProfiles.Merge(known, row.Told, row.Untold));
    }

    public static void JudgeCounty(RosterLine line, RosterContext context)
    {
        if (line.County(context) is not { } county)
            return;
        line.Key = county.Code;
        line.Become(county.ToProfile());
    }

    public static string? Code(RosterLine line)
    {
        if (line.Code(InspectorCode) is not { } code)
            return null;
        if (LocalCode.IsInspector(code))
            return code;
        line.Reject(RosterCode.InspectorCodeInvalid, InspectorCode, new("督学编号格式不对", "this is no inspector's code"), Accepted);
        return null;
    }

    private static Employment Employed(RosterLine line)
    {
        if (line.Word(EmploymentWord, required: true) is not { } word)
            return Supervision.Rules.Inspectors.Employment.None;
        var employment = RosterWords.Employment(word);
        if (employment == Supervision.Rules.Inspectors.Employment.None)
            line.Unknown(EmploymentWord, RosterWords.Employments);
        return employment;
    }
}
