using System.Collections.Frozen;

namespace Supervision.Rules.Catalogues;

/// <summary>Every kind of issue the work plans and the law know (5.13). The list ships with the product; codes are only ever added.</summary>
public static class Taxonomy
{
    private static readonly FrozenDictionary<string, Text> Groups = DataFile
        .ReadRows("taxonomy-groups.csv")
        .ToFrozenDictionary(row => row[0], row => new Text(row[1], row[2]), StringComparer.Ordinal);

    /// <summary>Schools first, in the order of the codes' publication.</summary>
    public static ImmutableArray<IssueCategory> All { get; } = [.. DataFile.ReadRows("taxonomy.csv").Select(ToCategory)];

    private static readonly FrozenDictionary<string, IssueCategory> ByCode = All.ToFrozenDictionary(
        category => category.Code,
        StringComparer.Ordinal
    );

    /// <returns>Null for no code and for one that is not in the list; codes are upper case.</returns>
    public static IssueCategory? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    /// <param name="group">As in <see cref="IssueCategory.Group"/>.</param>
    /// <exception cref="ArgumentException">No category has this group.</exception>
    public static Text GroupName(string group) =>
        Groups.GetValueOrDefault(group) ?? throw new ArgumentException($"No category group '{group}'.", nameof(group));

    /// <summary>弄虚作假 (L54).</summary>
    public static bool IsFalsification(string? code) => code is "S-AD-02" or "T-AD-02";

    /// <summary>不作为、慢作为 (L18, L79).</summary>
    public static bool IsInaction(string? code) => code is "S-AD-03" or "T-AD-03";

    /// <summary>整改不力 (L54).</summary>
    public static bool IsPoorRectification(string? code) => code is "S-AD-06" or "T-AD-06";

    /// <summary>阻挠督导、打击报复 (教育督导问责办法).</summary>
    public static bool IsObstruction(string? code) => code is "S-AD-07" or "T-AD-07";

    /// <summary>自查未按时报送 (L19, L77).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a kind of unit.</exception>
    public static IssueCategory SelfCheckLate(UnitKind kind) =>
        kind switch
        {
            UnitKind.School => ByCode["S-AD-01"],
            UnitKind.Institution => ByCode["T-AD-01"],
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    private static IssueCategory ToCategory(string[] row) =>
        new(
            row[0],
            row[0][0] == 'S' ? UnitKind.School : UnitKind.Institution,
            row[0][..row[0].LastIndexOf('-')],
            new(row[1], row[2]),
            Enum.Parse<Severity>(row[3], ignoreCase: true),
            row[4]
                .Split('+', StringSplitOptions.RemoveEmptyEntries)
                .Aggregate(CategoryMarks.None, (marks, mark) => marks | Enum.Parse<CategoryMarks>(mark, ignoreCase: true)),
            row[5]
        );
}
