namespace Supervision.Rules;

using static RosterColumn;

/// <param name="County">What the row says of the place; null when it says nothing.</param>
/// <param name="Zone">What the row says of the zone; null when it says nothing.</param>
internal sealed record AssignmentRow(UnitKind Kind, string Code, Assignment Assignment, string? County, string? Zone);

/// <summary>Judges a row of the table of assignments: by itself, then against the units and inspectors that are known.</summary>
internal static class AssignmentRows
{
    public static void Judge(RosterLine line, RosterContext context)
    {
        var inspector = InspectorRows.Code(line);
        var kind = Kind(line);
        var code = kind switch
        {
            UnitKind.School => SchoolRows.Code(line, TargetCode, context.Divisions),
            UnitKind.Institution => InstitutionRows.Code(line, TargetCode),
            _ => null,
        };
        if (code is not null) line.Key = $"{kind}/{code}";
        var county = line.County(context, required: false);
        var zone = line.Code(ZoneCode, required: false);
        var term = line.Term();
        if (line.IsRejected || inspector is null || code is null || term is not var (from, to)) return;

        if (to < context.Today)
            line.Warn(RosterCode.TermOver, ValidTo, new("该项责任分配已经到期", "this assignment is over"));
        line.Become(new AssignmentRow(kind, code, new(inspector, from, to), county?.Code, zone));
    }

    /// <summary>Turns the row away unless unit and inspector exist and belong to one county.</summary>
    public static void Link(RosterLine line, AssignmentRow row, Roll roll, RosterContext context)
    {
        var unit = roll.Unit(row.Kind, row.Code) ?? context.Unit(row.Kind, row.Code);
        var inspector = roll.Inspector(row.Assignment.Inspector) ?? context.Inspector(row.Assignment.Inspector);
        if (unit is null)
            line.Reject(RosterCode.UnitUnknown, TargetCode,
                new("该单位尚未登记，本次名册中也没有可导入的记录", "this unit is not registered, and this upload holds no row of it that could be taken"),
                new("先导入该学校或机构，或在同一次上传中提供", "a unit that is registered, or is in the same upload"));
        if (inspector is null)
            line.Reject(RosterCode.InspectorUnknown, InspectorCode,
                new("该督学尚未登记，本次名册中也没有可导入的记录", "this inspector is not registered, and this upload holds no row of them that could be taken"),
                new("先导入该督学，或在同一次上传中提供", "an inspector who is registered, or is in the same upload"));
        if (unit is null || inspector is null) return;
        Place(line, row, unit, inspector, context);
        Times(line, row.Assignment, inspector);
        if (row.Zone is not null && inspector.Zone is not null && row.Zone != inspector.Zone)
            line.Warn(RosterCode.ZoneDiffers, ZoneCode,
                new($"责任区与督学登记的{inspector.Zone}不一致，按督学登记为准",
                    $"the inspector is registered in zone {inspector.Zone}, which holds"), new(inspector.Zone, inspector.Zone));
    }

    private static void Place(RosterLine line, AssignmentRow row, Profile unit, InspectorProfile inspector, RosterContext context)
    {
        if (!context.Allows(unit.County))
            line.Reject(RosterCode.OutOfScope, TargetCode, new("该单位不在您负责的范围内", "this unit lies outside the area you are responsible for"));
        if (inspector.County != unit.County)
            line.Reject(RosterCode.InspectorOfOtherCounty, InspectorCode,
                new($"该督学属于{inspector.County}，不能负责{unit.County}的单位",
                    $"the inspector belongs to {inspector.County} and cannot be responsible for a unit of {unit.County}"),
                new($"{unit.County}的督学", $"an inspector of {unit.County}"));
        if (row.County is not null && row.County != unit.County)
            line.Reject(RosterCode.CodeCountyDiffers, CountyCode,
                new($"该单位登记在{unit.County}，与本行不一致", $"the unit is registered in {unit.County}"), new(unit.County, unit.County));
        if (unit.Status == UnitStatus.Closed)
            line.Reject(RosterCode.UnitClosed, TargetCode, new("该单位已注销(撤销),不再分配督学", "this unit is closed for good; nobody is assigned to it"));
    }

    private static void Times(RosterLine line, Assignment assignment, InspectorProfile inspector)
    {
        var outside = assignment.From < inspector.TermFrom
            || (inspector.TermTo is { } last && (assignment.From > last || assignment.To is null || assignment.To > last));
        if (!outside) return;
        var (first, to) = ($"{inspector.TermFrom:yyyy-MM-dd}", $"{inspector.TermTo:yyyy-MM-dd}");
        line.Warn(RosterCode.AssignmentOutsideTerm, ValidFrom,
            new($"责任分配的日期超出督学聘期({first} 至 {(to.Length > 0 ? to : "长期")})",
                $"the assignment reaches beyond the inspector's appointment ({first} to {(to.Length > 0 ? to : "further notice")})"));
    }

    private static UnitKind Kind(RosterLine line)
    {
        if (line.Word(TargetKind, required: true) is not { } word) return UnitKind.None;
        var kind = RosterWords.TargetKind(word);
        if (kind == UnitKind.None) line.Unknown(TargetKind, RosterWords.TargetKinds);
        return kind;
    }
}
