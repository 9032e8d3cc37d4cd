namespace Supervision.Rules.Counties;

internal static class DepartmentRules
{
    public static Decision<CountyEvent> Decide(CountyState state, SetDepartments command, Actor by, DateTimeOffset now)
    {
        var entries = command.Entries.IsDefault ? [] : command.Entries;
        foreach (var entry in entries)
            if (Refusals.TextProblem("departments", entry?.Name, 50) is { } problem)
                return Decision<CountyEvent>.Refuse(problem);
        ImmutableArray<Department> tidied = [.. entries.Select(entry => entry with { Name = entry.Name.Trim() })];
        if (tidied.Select(entry => entry.Name).Distinct().Count() < tidied.Length)
            return Refuse("部门名称重复", "a department is named twice", "每个部门只列一次", "each department once");
        if (tidied.Length > DepartmentList.Most)
            return Refuse("部门太多", "too many departments", $"不超过 {DepartmentList.Most} 个", $"{DepartmentList.Most} at most");
        if (tidied.Count(entry => entry.IsJoint) < DepartmentList.FewestJoint)
            return Refuse(
                "联合办理部门太少（方案一 L18：教育、市场管理、公安等）",
                "too few joint departments (Plan 1, L18)",
                $"至少 {DepartmentList.FewestJoint} 个联合办理部门",
                $"{DepartmentList.FewestJoint} joint departments at least"
            );
        return state.OfDepartments.Entries.SequenceEqual(tidied)
            ? Decision<CountyEvent>.Unchanged
            : new Decision<CountyEvent>.Accepted([new(new DepartmentsSet(tidied, by.Name), now, now)]);
    }

    private static Decision<CountyEvent>.Refused Refuse(string zh, string en, string acceptedZh, string acceptedEn) =>
        Decision<CountyEvent>.Refuse(new(RefusalCode.FieldInvalid, "departments", new(zh, en), new(acceptedZh, acceptedEn)));
}
