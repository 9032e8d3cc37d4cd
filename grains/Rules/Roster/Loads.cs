namespace Supervision.Rules.Roster;

/// <summary>
/// What the upload's assignments put on an inspector, with the schools the inspector has already, and on a zone. Rows beyond inspector.hardMax are turned away in the order
/// of the file, exactly as assigning them one by one would be; an inspector beyond inspector.softMax is warned of.
/// </summary>
internal static class Loads
{
    public static void Judge(
        IReadOnlyList<RosterTableView> views,
        IReadOnlyList<RosterLine> accepted,
        Func<string, InspectorProfile?> inspectorOf,
        RosterContext context
    )
    {
        var schools = accepted.Where(line => line.Record is AssignmentRow { Kind: UnitKind.School }).ToList();
        if (schools.Count == 0)
            return;
        var view = views.First(candidate => candidate.Kind == RosterKind.Assignments);
        var given = schools.ToDictionary(line => Key(Row(line)), line => Row(line).Assignment.Inspector, StringComparer.Ordinal);
        foreach (
            var group in schools
                .GroupBy(line => Row(line).Assignment.Inspector, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            var inspector = group.Key;
            var policy = context.OfficeOf(inspectorOf(inspector)?.County ?? "");
            // What the upload gives to others leaves the inspector with it.
            var theirs = context
                .SchoolsOf(inspector)
                .Where(school => !given.TryGetValue(school, out var other) || other == inspector)
                .ToHashSet(StringComparer.Ordinal);
            foreach (var line in group)
            {
                var key = Key(Row(line));
                if (!theirs.Contains(key) && InspectorLoads.GradeOf(theirs.Count + 1, policy) == LoadGrade.AboveHard)
                {
                    var refusal = InspectorLoads.TooMany(inspector, theirs.Count + 1, policy);
                    line.Reject(RosterCode.InspectorOverloaded, RosterColumn.InspectorCode, refusal.Message, refusal.Accepted!);
                }
                else
                    theirs.Add(key);
            }

            if (InspectorLoads.Warning(inspector, theirs.Count, policy) is { } warning)
                view.Say(
                    FindingGrade.Warning,
                    RosterCode.InspectorOverloaded,
                    null,
                    RosterColumn.InspectorCode,
                    warning,
                    new($"不超过 {policy.InspectorSoftMax} 所", $"at most {policy.InspectorSoftMax}")
                );
        }

        foreach (
            var zone in schools
                .Where(line => line.IsAccepted)
                .Select(line => Zone(Row(line), inspectorOf))
                .OfType<(string Name, string County)>()
                .CountBy(zone => zone)
                .OrderBy(zone => zone.Key.Name, StringComparer.Ordinal)
        )
            if (context.OfficeOf(zone.Key.County).ZoneMaxSchools is var most && zone.Value > most)
                view.Say(
                    FindingGrade.Warning,
                    RosterCode.ZoneOverloaded,
                    null,
                    RosterColumn.ZoneCode,
                    new(
                        $"责任区{zone.Key.Name}共有{zone.Value}所学校，超过上限{most}所",
                        $"zone {zone.Key.Name} has {zone.Value} schools, more than {most}"
                    ),
                    new($"不超过 {most} 所", $"at most {most}")
                );
    }

    private static string Key(AssignmentRow row) => $"{UnitKeys.Prefix(row.Kind)}/{row.Code}";

    private static AssignmentRow Row(RosterLine line) => (AssignmentRow)line.Record!;

    private static (string Name, string County)? Zone(AssignmentRow row, Func<string, InspectorProfile?> inspectorOf)
    {
        var inspector = inspectorOf(row.Assignment.Inspector);
        if ((inspector?.Zone ?? row.Zone) is not { } zone)
            return null;
        var county = inspector?.County ?? "";
        return (county.Length == 0 || zone.Contains(county, StringComparison.Ordinal) ? zone : $"{county} {zone}", county);
    }
}
