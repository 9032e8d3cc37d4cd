namespace Supervision.Rules.Policies;

/// <summary>Refusals about the departments a county works with, in words.</summary>
public static class DepartmentRefusals
{
    public static Refusal Unknown(string field, string? name, IEnumerable<string> accepted)
    {
        var names = string.Join("、", accepted);
        return new(
            RefusalCode.DepartmentUnknown,
            field,
            new($"“{name}”不在本县的部门清单内", $"“{name}” is not on the county's list of departments"),
            new(names, names)
        );
    }
}
