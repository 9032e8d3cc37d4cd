namespace Supervision.Rules;

/// <summary>Counts what the upload's assignments put on an inspector and on a zone. Assignments made earlier are not counted.</summary>
internal static class Loads
{
    /// <summary>The ministry's ratio is about one inspector to five schools; more than this cannot be visited every month.</summary>
    public const int MostSchoolsOfInspector = 8;

    /// <summary>A responsibility zone has at most this many schools (挂牌督导办法).</summary>
    public const int MostSchoolsOfZone = 20;

    public static void Judge(IReadOnlyList<RosterTableView> views, IReadOnlyList<RosterLine> accepted, Func<string, InspectorProfile?> inspectorOf)
    {
        var schools = accepted.Where(line => line.Record is AssignmentRow { Kind: UnitKind.School }).ToList();
        if (schools.Count == 0) return;
        var view = views.First(candidate => candidate.Kind == RosterKind.Assignments);
        foreach (var (inspector, count) in Over(schools.Select(line => Row(line).Assignment.Inspector), MostSchoolsOfInspector))
            view.Say(FindingGrade.Warning, RosterCode.InspectorOverloaded, null, RosterColumn.InspectorCode.Zh,
                new($"{inspector}负责{count}所学校，超过上限{MostSchoolsOfInspector}所",
                    $"{inspector} is responsible for {count} schools, more than {MostSchoolsOfInspector}"),
                new($"不超过 {MostSchoolsOfInspector} 所", $"at most {MostSchoolsOfInspector}"));
        foreach (var (zone, count) in Over(schools.Select(line => Zone(Row(line), inspectorOf)).OfType<string>(), MostSchoolsOfZone))
            view.Say(FindingGrade.Warning, RosterCode.ZoneOverloaded, null, RosterColumn.ZoneCode.Zh,
                new($"责任区{zone}共有{count}所学校，超过上限{MostSchoolsOfZone}所", $"zone {zone} has {count} schools, more than {MostSchoolsOfZone}"),
                new($"不超过 {MostSchoolsOfZone} 所", $"at most {MostSchoolsOfZone}"));
    }

    private static AssignmentRow Row(RosterLine line) => (AssignmentRow)line.Record!;

    private static string? Zone(AssignmentRow row, Func<string, InspectorProfile?> inspectorOf)
    {
        var inspector = inspectorOf(row.Assignment.Inspector);
        var zone = inspector?.Zone ?? row.Zone;
        return zone is null || zone.Contains(inspector!.County, StringComparison.Ordinal) ? zone : $"{inspector.County} {zone}";
    }

    private static IEnumerable<(string Name, int Count)> Over(IEnumerable<string> names, int most) =>
        names.CountBy(name => name)
            .Where(entry => entry.Value > most)
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .Select(entry => (entry.Key, entry.Value));
}
