using System.Text.Json.Serialization;

namespace Supervision.Rules.Catalogues;

/// <summary>What is known of every issue of a category, whoever finds it (5.13).</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<CategoryMarks>))]
public enum CategoryMarks
{
    None = 0,

    /// <summary>严禁: forbidden outright, once is too often.</summary>
    Prohibited = 1,

    /// <summary>侵害群众或学生利益 (L12, L22).</summary>
    Harm = 2,

    /// <summary>重大违规违法 (L18, L79); for an institution it may lead to public exposure.</summary>
    Major = 4,
}

/// <summary>A row of the issue taxonomy (5.13).</summary>
/// <param name="Code"><c>S-HW-04</c> for schools, <c>T-FEE-01</c> for institutions; never reused.</param>
/// <param name="Group">The code without its number, <c>S-HW</c>: complaints and relapses are counted by it.</param>
/// <param name="Default">What an issue starts with; whoever opens it may say otherwise.</param>
/// <param name="Source">Lines of the work plans and short names of documents, joined by <c>+</c>; Data/NOTICE.md explains the names.</param>
public sealed record IssueCategory(
    string Code,
    UnitKind Kind,
    string Group,
    Text Name,
    Severity Default,
    CategoryMarks Marks,
    string Source
)
{
    /// <summary>
    /// Whether whoever finds an issue may give it this severity. What is prohibited is never less than its default; falsification
    /// and obstruction are confirmed by the county whatever the inspector thinks of them, because the ladder begins from there.
    /// </summary>
    public bool Allows(Severity severity) =>
        Taxonomy.IsFalsification(Code) || Taxonomy.IsObstruction(Code)
            ? severity == Severity.Serious
            : !Marks.HasFlag(CategoryMarks.Prohibited) || severity >= Default;
}
