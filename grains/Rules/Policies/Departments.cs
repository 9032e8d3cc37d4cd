namespace Supervision.Rules.Policies;

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
                return DepartmentRefusals.Unknown(field, name, jointOnly ? Joint : Entries.Select(entry => entry.Name));
        return null;
    }
}
