namespace Supervision.Gateway.Api.Units;

/// <summary>What an inspector's phone keeps for a day without signal; the server's time comes in the header <c>X-Server-Time</c>.</summary>
/// <param name="ClockSpeed">Seconds of the server's time in a real second: 1, or a sandbox's speed.</param>
/// <param name="TeachingDays">From today to the end of the next month.</param>
/// <param name="Units">The inspector's own, missed first, then due soonest; then those asked for besides.</param>
/// <param name="Departments">Whom a complex issue may be consulted with, in the county's order.</param>
public sealed record FieldView(
    InspectorProfile Inspector,
    bool Demonstration,
    double ClockSpeed,
    ImmutableArray<DateOnly> TeachingDays,
    IReadOnlyList<FieldUnit> Units,
    IReadOnlyList<string> Departments
);

/// <param name="Own">The inspector is responsible for it.</param>
/// <param name="Issues">Not closed yet: each needs a remark on the next visit (L78).</param>
/// <param name="Plans">This inspector's.</param>
public sealed record FieldUnit(bool Own, RowView Row, IReadOnlyList<IssueView> Issues, IReadOnlyList<VisitPlan> Plans)
{
    /// <param name="unit">One that may be seen in full: never for the unit's own eyes.</param>
    public static FieldUnit Of(UnitView unit, string inspector) =>
        new(
            unit.Summary.Inspector == inspector,
            RowView.Of(unit.Summary),
            [.. unit.Cases!.Issues.Select(issue => IssueView.Of(issue, ownEyes: false, complaints: false))],
            [.. unit.Cases.Plans.Where(plan => plan.Inspector == inspector).OrderBy(plan => plan.Day)]
        );
}

/// <summary>What visits are filled in with, the same for everybody.</summary>
/// <param name="Forms">Every version ever released: a draft keeps to the one it was begun with.</param>
public sealed record FieldCatalogue(ImmutableArray<Checklist> Forms, IReadOnlyList<CategoryView> Categories)
{
    /// <summary>With the forms in a county's words.</summary>
    public static FieldCatalogue In(Policy policy) => Present with { Forms = [.. Present.Forms.Select(form => form.In(policy))] };

    public static FieldCatalogue Present { get; } = new(Checklists.All, [.. Taxonomy.All.Select(CategoryView.Of)]);
}

/// <param name="Marks">"None", or names with commas: "Prohibited, Harm".</param>
/// <param name="Severities">Those a finding of it may have, mildest first.</param>
public sealed record CategoryView(
    string Code,
    UnitKind Kind,
    Text Name,
    Text Group,
    Severity Default,
    CategoryMarks Marks,
    IReadOnlyList<Severity> Severities
)
{
    public static CategoryView Of(IssueCategory category) =>
        new(
            category.Code,
            category.Kind,
            category.Name,
            Taxonomy.GroupName(category.Group),
            category.Default,
            category.Marks,
            [.. Enum.GetValues<Severity>().Where(severity => severity != Severity.None && category.Allows(severity))]
        );
}
