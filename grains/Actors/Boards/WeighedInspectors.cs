namespace Supervision.Actors.Boards;

/// <summary>Which inspectors this activation has had weighed, and at what. Forgotten with the activation: weighing again changes nothing.</summary>
internal sealed class WeighedInspectors
{
    private readonly Dictionary<string, LoadGrade> _told = new(StringComparer.Ordinal);

    /// <param name="alerts">Open ones: who is on record as having too many schools is asked again, also when no school is left.</param>
    public IReadOnlyList<(string Inspector, LoadGrade Grade)> Untold(
        IEnumerable<UnitSummary> rows,
        ImmutableArray<AlertView> alerts,
        OfficePolicy policy
    )
    {
        var grades = rows.Where(row => row.Inspector is not null && InspectorLoads.InspectorsOf(row).Any())
            .CountBy(row => row.Inspector!)
            .ToDictionary(each => each.Key, each => InspectorLoads.GradeOf(each.Value, policy), StringComparer.Ordinal);
        var onRecord = alerts.Where(alert => alert.Kind == AlertNames.SchoolsOverloaded).Select(alert => Keys.Code(alert.Unit));
        return
        [
            .. grades
                .Keys.Concat(_told.Keys)
                .Concat(onRecord)
                .Distinct(StringComparer.Ordinal)
                .Select(inspector => (inspector, grades.GetValueOrDefault(inspector, LoadGrade.Within)))
                .Where(each =>
                    _told.TryGetValue(each.inspector, out var told)
                        ? told != each.Item2
                        : each.Item2 != LoadGrade.Within || onRecord.Contains(each.inspector)
                ),
        ];
    }

    public void Told(string inspector, LoadGrade grade) => _told[inspector] = grade;
}
