namespace Supervision.Rules.Roster.Rows;

using static RosterColumn;

/// <summary>Reads which central school a school belongs to, and judges it against the upload and what is registered.</summary>
internal static class CentralSchoolRows
{
    private static readonly Text Accepted = new(
        "本县一所学校的 10 位标识码，该校自己没有中心学校",
        "ten digits of a school of the county that has no central school itself"
    );

    /// <summary>
    /// A teaching point's own code says it; what the column says must be the same. Null where the table has no such column: then what is registered stays.
    /// </summary>
    public static string? Read(RosterLine line, string code, Divisions divisions)
    {
        var own = CentralSchools.Of(UnitKind.School, code);
        if (line.View.PlaceOf(CentralCode) is null)
            return own;
        if (line.SaysNothing(CentralCode, required: false))
            return own;
        if (SchoolRows.Code(line, CentralCode, divisions) is not { } central)
            return null;
        if (SchoolCode.IsTeachingPoint(central) || central == code || (own is not null && own != central))
        {
            line.Reject(
                RosterCode.CentralInvalid,
                CentralCode,
                new($"{central} 不能是 {code} 的中心学校", $"{central} can't be the central school of {code}"),
                own is null ? Accepted : new(own, own)
            );
            return null;
        }

        return central;
    }

    /// <summary>The central school exists, is of the same county, and is nobody's point; so there are neither chains nor circles.</summary>
    public static void Link(IReadOnlyList<RosterLine> lines, Roll roll, RosterContext context)
    {
        foreach (var line in lines)
        {
            if (
                !line.IsAccepted
                || line.Record is not UnitRow row
                || roll.Unit(row.Told.Kind, row.Told.Code) is not { Central: { } central } school
            )
                continue;
            if ((roll.Unit(UnitKind.School, central) ?? context.Unit(UnitKind.School, central)) is not { } parent)
                line.Reject(
                    RosterCode.CentralUnknown,
                    Column(line),
                    new($"没有登记中心学校 {central}", $"the central school {central} is not registered"),
                    Accepted
                );
            else if (parent.County != school.County)
                line.Reject(
                    RosterCode.CentralOfOtherCounty,
                    Column(line),
                    new($"中心学校 {parent.Name} 属于 {parent.County}", $"the central school {parent.Name} is of {parent.County}"),
                    Accepted
                );
            else if (parent.Central is not null)
                line.Reject(
                    RosterCode.CentralIsAPoint,
                    Column(line),
                    new(
                        $"{parent.Name} 自己属于中心学校 {parent.Central}",
                        $"{parent.Name} itself belongs to the central school {parent.Central}"
                    ),
                    Accepted
                );
            else if (
                context
                    .PointsOf(school.Code)
                    .FirstOrDefault(point => (roll.Unit(UnitKind.School, point.Code) ?? point).Central == school.Code) is
                { } own
            )
                line.Reject(
                    RosterCode.CentralIsAPoint,
                    Column(line),
                    new($"{school.Name} 自己是 {own.Name} 的中心学校", $"{school.Name} itself is the central school of {own.Name}"),
                    Accepted
                );
        }
    }

    private static RosterColumn Column(RosterLine line) => line.View.PlaceOf(CentralCode) is null ? SchoolNumber : CentralCode;
}
