namespace Supervision.Rules;

/// <summary>Who a case may be handed to or consulted with.</summary>
/// <param name="Name">As it stands on papers, 1–50 characters.</param>
/// <param name="IsJoint">Another authority that handles cases jointly (联合办理部门, L18); false is a section (股室) of the education office itself.</param>
[GenerateSerializer, Immutable, Alias("department")]
public sealed record Department(string Name, bool IsJoint);

/// <summary>The departments a county works with; referrals and consultations choose from this list and nothing else (P1-36).</summary>
[GenerateSerializer, Immutable, Alias("department-list")]
public sealed record DepartmentList(ImmutableArray<Department> Entries)
{
    /// <summary>Plan 1 names education, market supervision and police, “等部门力量”: three at least (L18).</summary>
    public const int FewestJoint = 3;

    public const int Most = 60;

    /// <summary>What holds until a county sets its own.</summary>
    public static readonly DepartmentList Default = new([
        .. new[]
        {
            "教育局",
            "市场监管局",
            "公安局",
            "纪委监委",
            "民政局",
            "文化和旅游局",
            "体育局",
            "科技局",
            "人力资源和社会保障局",
            "卫生健康局",
            "消防救援大队",
            "综合行政执法局",
            "网信办",
        }.Select(name => new Department(name, true)),
        .. new[] { "基教科", "职成科", "计财科", "人事科", "安全科", "督导科" }.Select(name => new Department(name, false)),
    ]);

    public Department? Find(string? name) => Entries.FirstOrDefault(entry => entry.Name == name?.Trim());

    public IEnumerable<string> Joint => Entries.Where(entry => entry.IsJoint).Select(entry => entry.Name);

    /// <summary>Null when every name is on the list.</summary>
    /// <param name="jointOnly">Sections of the office itself do not do.</param>
    public Refusal? Objection(string field, IEnumerable<string?> names, bool jointOnly)
    {
        foreach (var name in names)
            if (Find(name) is not { } found || (jointOnly && !found.IsJoint))
                return CaseRefusals.DepartmentUnknown(field, name, jointOnly ? Joint : Entries.Select(entry => entry.Name));
        return null;
    }
}

/// <summary>Sets the county's list in place of the one before. What was handed over stays with whom it was handed to.</summary>
[GenerateSerializer, Immutable, Alias("set-departments")]
public sealed record SetDepartments(ImmutableArray<Department> Entries) : CountyCommand;

public sealed record DepartmentsSet(ImmutableArray<Department> Entries, string By) : CountyEvent;

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
