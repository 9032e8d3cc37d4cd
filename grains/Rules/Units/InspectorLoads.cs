using System.Text.Json.Serialization;

namespace Supervision.Rules.Units;

/// <summary>How many schools one inspector is responsible for, against inspector.softMax and inspector.hardMax (2.2: about five).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LoadGrade>))]
public enum LoadGrade
{
    None = 0,
    Within = 1,

    /// <summary>More than inspector.softMax: done, and said.</summary>
    AboveSoft = 2,

    /// <summary>More than inspector.hardMax: refused.</summary>
    AboveHard = 3,
}

/// <summary>
/// The one place where an inspector's load is judged: for a single assignment, for a roster's rows and for the county's sweep. What counts is being
/// responsible for a school, now or as planned; a deputy's days and institutions do not.
/// </summary>
public static class InspectorLoads
{
    public static LoadGrade GradeOf(int schools, OfficePolicy policy) =>
        schools > policy.InspectorHardMax ? LoadGrade.AboveHard
        : schools > policy.InspectorSoftMax ? LoadGrade.AboveSoft
        : LoadGrade.Within;

    /// <summary>Keys of the schools of each inspector who has any.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Of(IEnumerable<UnitSummary> rows)
    {
        var schools = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var row in rows)
        foreach (var inspector in InspectorsOf(row))
        {
            if (!schools.TryGetValue(inspector, out var theirs))
                schools[inspector] = theirs = new(StringComparer.Ordinal);
            theirs.Add(row.Unit);
        }

        return schools.ToDictionary(each => each.Key, IReadOnlySet<string> (each) => each.Value, StringComparer.Ordinal);
    }

    /// <summary>Who is responsible for the school, or is planned to be; nobody for an institution or a school closed for good.</summary>
    public static IEnumerable<string> InspectorsOf(UnitSummary row)
    {
        if (row is { Kind: not UnitKind.School } or { Status: UnitStatus.Closed })
            yield break;
        if (row.Inspector is { } responsible)
            yield return responsible;
        foreach (var planned in row.Planned ?? [])
            yield return planned;
    }

    /// <summary>Whether an assignment would put one more school on the inspector.</summary>
    /// <param name="state">Of the school; one that is not registered yet is nobody's.</param>
    public static bool Adds(UnitState state, Profile profile, string inspector) =>
        profile is { Kind: UnitKind.School, Status: not UnitStatus.Closed }
        && state.Responsible != inspector
        && !state.Assignments.Any(assignment => assignment.Inspector == inspector);

    /// <param name="others">Schools of the inspector besides this one; null when none is added.</param>
    internal static Refusal? Objection(Assignment assignment, int? others, DecisionContext context)
    {
        var policy = context.Rules.PolicyOn(context.Today).OfOffice;
        return others is { } schools && GradeOf(schools + 1, policy) == LoadGrade.AboveHard
            ? TooMany(assignment.Inspector, schools + 1, policy)
            : null;
    }

    public static Refusal TooMany(string inspector, int schools, OfficePolicy policy) =>
        new(
            RefusalCode.InspectorOverloaded,
            "inspector",
            new(
                $"督学 {inspector} 将负责 {schools} 所学校，超过上限 {policy.InspectorHardMax} 所",
                $"inspector {inspector} would be responsible for {schools} schools, more than {policy.InspectorHardMax}"
            ),
            new(
                $"负责学校少于 {policy.InspectorHardMax} 所的督学，或先将其负责的学校转交他人",
                $"an inspector with fewer than {policy.InspectorHardMax} schools, or one of whose schools is given to another first"
            )
        );

    /// <summary>Null while the inspector is within what the county wants.</summary>
    public static Text? Warning(string inspector, int schools, OfficePolicy policy) =>
        GradeOf(schools, policy) == LoadGrade.Within
            ? null
            : new(
                $"督学 {inspector} 负责 {schools} 所学校，超过建议的 {policy.InspectorSoftMax} 所（上限 {policy.InspectorHardMax} 所）",
                $"inspector {inspector} is responsible for {schools} schools, more than the {policy.InspectorSoftMax} wanted (at most {policy.InspectorHardMax})"
            );
}
