namespace Supervision.Rules.Roster.Rows;

using static RosterColumn;

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
        if (code is not null)
            line.Key = $"{kind}/{code}";
        var county = line.County(context, required: false);
        var zone = line.Code(ZoneCode, required: false);
        var term = line.Term();
        if (line.IsRejected || inspector is null || code is null || term is not var (from, to))
            return;

        if (to < context.Today)
            line.Warn(
                RosterCode.TermOver,
                ValidTo,
                new("该项责任分配已经到期", "this assignment is over"),
                new($"{context.Today:yyyy-MM-dd} 或以后，或留空", $"{context.Today:yyyy-MM-dd} or later, or nothing")
            );
        line.Become(new AssignmentRow(kind, code, new(inspector, from, to), county?.Code, zone, !line.Has(ValidTo)));
    }

    /// <summary>Turns the row away unless unit and inspector exist and belong to one county.</summary>
    public static void Link(RosterLine line, AssignmentRow row, Roll roll, RosterContext context)
    {
        var unit = roll.Unit(row.Kind, row.Code) ?? context.Unit(row.Kind, row.Code);
        var inspector = roll.Inspector(row.Assignment.Inspector) ?? context.Inspector(row.Assignment.Inspector);
        if (unit is null)
            line.Reject(
                RosterCode.UnitUnknown,
                TargetCode,
                new(
                    "该单位尚未登记，本次名册中也没有可导入的记录",
                    "this unit is not registered, and this upload holds no row of it that could be taken"
                ),
                new("先导入该学校或机构，或在同一次上传中提供", "a unit that is registered, or is in the same upload")
            );
        if (inspector is null)
            line.Reject(
                RosterCode.InspectorUnknown,
                InspectorCode,
                new(
                    "该督学尚未登记，本次名册中也没有可导入的记录",
                    "this inspector is not registered, and this upload holds no row of them that could be taken"
                ),
                new("先导入该督学，或在同一次上传中提供", "an inspector who is registered, or is in the same upload")
            );
        if (unit is null || inspector is null)
            return;
        Place(line, row, unit, inspector, context);
        Times(line, row, inspector);
        if (row.Zone is not null && inspector.Zone is not null && row.Zone != inspector.Zone)
            line.Warn(
                RosterCode.ZoneDiffers,
                ZoneCode,
                new(
                    $"责任区与督学登记的{inspector.Zone}不一致，按督学登记为准",
                    $"the inspector is registered in zone {inspector.Zone}, which holds"
                ),
                new(inspector.Zone, inspector.Zone)
            );
    }

    /// <summary>Holds assignments to inspectors whose own rows wait: they were judged by what those rows say.</summary>
    public static void WaitFor(IReadOnlyList<RosterLine> lines)
    {
        var waiting = lines
            .Where(line => line.IsHeld)
            .Select(line => line.Record)
            .OfType<InspectorRow>()
            .Select(row => row.Told.Code)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var line in lines)
            if (line.IsAccepted && line.Record is AssignmentRow row && waiting.Contains(row.Assignment.Inspector))
                line.Hold(
                    InspectorCode,
                    new("该督学的行等待确认，确认后一并导入", "this inspector's own row waits for a confirmation, and this row with it"),
                    new("确认该督学的更改", "the inspector's change confirmed")
                );
    }

    private static void Place(RosterLine line, AssignmentRow row, Profile unit, InspectorProfile inspector, RosterContext context)
    {
        if (!context.Allows(unit.County))
            line.Reject(
                RosterCode.OutOfScope,
                TargetCode,
                new("该单位不在您负责的范围内", "this unit lies outside the area you are responsible for"),
                new(
                    "代码以" + string.Join("、", context.Scope) + "开头的县（市、区）的单位",
                    "units of counties whose code begins with " + string.Join(", ", context.Scope)
                )
            );
        if (inspector.County != unit.County)
            line.Reject(
                RosterCode.InspectorOfOtherCounty,
                InspectorCode,
                new(
                    $"该督学属于{inspector.County}，不能负责{unit.County}的单位",
                    $"the inspector belongs to {inspector.County} and cannot be responsible for a unit of {unit.County}"
                ),
                new($"{unit.County}的督学", $"an inspector of {unit.County}")
            );
        if (row.County is not null && row.County != unit.County)
            line.Reject(
                RosterCode.CodeCountyDiffers,
                CountyCode,
                new($"该单位登记在{unit.County}，与本行不一致", $"the unit is registered in {unit.County}"),
                new(unit.County, unit.County)
            );
        if (unit.Status == UnitStatus.Closed)
            line.Reject(
                RosterCode.UnitClosed,
                TargetCode,
                new("该单位已注销（撤销），不再分配督学", "this unit is closed for good; nobody is assigned to it"),
                new("状态为“正常”或“停办（停业）”的单位", "a unit that is active or suspended")
            );
    }

    /// <summary>An assignment lies within the appointment, as it does when it is made by hand; without a last day it lasts as long as the appointment.</summary>
    private static void Times(RosterLine line, AssignmentRow row, InspectorProfile inspector)
    {
        var assignment = row.Assignment;
        if (assignment.To is null && inspector.TermTo is { } last)
        {
            if (line.LeavesBlank(ValidTo))
                line.Say(
                    RosterCode.BlankRead,
                    ValidTo,
                    new(
                        $"“截止日期”为空：按督学聘期的最后一日{last:yyyy-MM-dd}登记",
                        $"no last day: registered until the appointment ends on {last:yyyy-MM-dd}"
                    ),
                    new($"{last:yyyy-MM-dd}", $"{last:yyyy-MM-dd}")
                );
            assignment = assignment with { To = last };
        }

        if (AppointmentRefusals.OutsideTerm(assignment, inspector) is { } outside)
        {
            var column = outside.Field == "from" ? ValidFrom : ValidTo;
            var end = inspector.TermTo is { } day ? $"{day:yyyy-MM-dd}" : "";
            line.Reject(
                RosterCode.AssignmentOutsideTerm,
                column,
                new("责任分配的日期超出督学聘期", "the assignment reaches beyond the inspector's appointment"),
                new(
                    $"{inspector.TermFrom:yyyy-MM-dd} 至 {(end.Length > 0 ? end : "长期")}之间的日期",
                    $"days from {inspector.TermFrom:yyyy-MM-dd} to {(end.Length > 0 ? end : "further notice")}"
                )
            );
        }
        else
        {
            line.Become(row with { Assignment = assignment });
        }
    }

    private static UnitKind Kind(RosterLine line)
    {
        if (line.Word(TargetKind, required: true) is not { } word)
            return UnitKind.None;
        var kind = RosterWords.TargetKind(word);
        if (kind == UnitKind.None)
            line.Unknown(TargetKind, RosterWords.TargetKinds);
        return kind;
    }
}
