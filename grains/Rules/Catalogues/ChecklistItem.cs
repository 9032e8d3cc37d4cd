using System.Text.Json.Serialization;

namespace Supervision.Rules.Catalogues;

[JsonConverter(typeof(JsonStringEnumConverter<ItemKind>))]
public enum ItemKind
{
    None = 0,

    /// <summary>Must be answered wherever it applies.</summary>
    Normal = 1,

    /// <summary>亮点: worth recording, never an issue on its own (L17, L31).</summary>
    Highlight = 2,

    /// <summary>Made from the issues open at the unit; each of them gets its own remark (L78).</summary>
    OpenIssues = 3,
}

/// <summary>A line of a checklist (5.14).</summary>
/// <param name="No">From 1, without gaps; answers refer to it.</param>
/// <param name="Categories">What an answer of 不符合 may open an issue in, the likeliest first; none when it opens no issue.</param>
/// <param name="Prohibited">
/// The item reads 无… and one of its categories is prohibited: it is kept or broken, nothing between, and never inapplicable.
/// An item worded as something to be achieved (证照齐全, 预收费不超期) may be met in part although its worst breach is prohibited.
/// </param>
/// <param name="Stages">The stages of schooling it applies to, <c>primary</c> or <c>junior</c>; none for all. A nine-year school has both.</param>
/// <param name="Months">1–12, the months it applies in; none for the whole year.</param>
/// <param name="Limit">The figures to measure by, where the rules give some.</param>
/// <param name="Source">As in <see cref="IssueCategory.Source"/>.</param>
public sealed record ChecklistItem(
    int No,
    Text Name,
    ImmutableArray<string> Categories,
    bool Prohibited,
    ItemKind Kind,
    ImmutableArray<string> Stages,
    ImmutableArray<int> Months,
    Text? Limit,
    string Source
)
{
    /// <param name="category">As in <see cref="Profile.Category"/>; one that is no stage meets only items for all.</param>
    /// <param name="day">Civil day of the visit.</param>
    public bool AppliesTo(string category, DateOnly day) =>
        (Months.IsEmpty || Months.Contains(day.Month))
        && (
            Stages.IsEmpty
            || Stages.Contains(category)
            || (category == "nine-year" && (Stages.Contains("primary") || Stages.Contains("junior")))
        );
}

/// <summary>A released form (P6-10, P6-11). It never changes; what changes is a new version.</summary>
/// <param name="Id"><c>school-1</c>: the kind and the version.</param>
/// <param name="From">First day of visits it is for; null from the beginning.</param>
/// <param name="Until">Last day of visits it is still taken for, inclusive: phones take a form along and hand it in later. Null without end.</param>
public sealed record Checklist(
    string Id,
    UnitKind Kind,
    int Version,
    Text Title,
    ImmutableArray<ChecklistItem> Items,
    DateOnly? From = null,
    DateOnly? Until = null
)
{
    /// <param name="day">Civil day the visit started on.</param>
    public bool IsTakenOn(DateOnly day) => !(day < From) && !(day > Until);

    private const string PaidOnPlatform = "T-FEE-05";

    /// <summary>The form in a county's words: the platform where courses are bought and paid is called by its name (L40, L74).</summary>
    /// <param name="policy">One without a platform's name leaves the form as it is.</param>
    public Checklist In(Policy policy) =>
        policy.OfOffice.PlatformName is { Length: > 0 } platform
            ? this with
            {
                Items =
                [
                    .. Items.Select(item =>
                        item.Categories.Contains(PaidOnPlatform)
                            ? item with
                            {
                                Name = new(
                                    $"通过“{platform}”平台完成购课、付费",
                                    $"courses are bought and paid through the platform {platform}"
                                ),
                            }
                            : item
                    ),
                ],
            }
            : this;

    /// <returns>Null when the form has no such line.</returns>
    public ChecklistItem? Find(int no) => no >= 1 && no <= Items.Length ? Items[no - 1] : null;

    /// <inheritdoc cref="ChecklistItem.AppliesTo"/>
    /// <returns>In the order of the form.</returns>
    public ImmutableArray<ChecklistItem> ApplicableTo(string category, DateOnly day) =>
        [.. Items.Where(item => item.AppliesTo(category, day))];
}
