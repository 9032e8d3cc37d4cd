using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Supervision.Gateway.Lists;

/// <summary>Which issues are meant, as the query says it. Every condition given must hold.</summary>
public class IssueFilterParameters
{
    /// <summary>Repeatable: any of them.</summary>
    [FromQuery(Name = "state")]
    public IssueState[]? State { get; init; }

    [FromQuery(Name = "severity")]
    public Severity? Severity { get; init; }

    /// <summary>Leading characters of the category, e.g. <c>S-HW</c>.</summary>
    [FromQuery(Name = "category")]
    public string? Category { get; init; }

    /// <summary>E.g. <c>school/2133901746</c>.</summary>
    [FromQuery(Name = "unit")]
    public string? Unit { get; init; }

    /// <summary>Certificate code of the unit's responsible inspector.</summary>
    [FromQuery(Name = "inspector")]
    public string? Inspector { get; init; }

    /// <summary>True: only issues not closed.</summary>
    [FromQuery(Name = "open")]
    public bool? Open { get; init; }

    /// <summary>Only issues not closed whose next term is over on this day: it was the day before, or earlier.</summary>
    [FromQuery(Name = "overdueOn")]
    public DateOnly? OverdueOn { get; init; }

    /// <summary>Only issues whose next term is before this day.</summary>
    [FromQuery(Name = "dueBefore")]
    public DateOnly? DueBefore { get; init; }

    /// <summary>Names as the parameters are written in the list's address.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(IssueFilterParameters)
            .GetProperties()
            .SelectMany(property => property.GetCustomAttributes(typeof(FromQueryAttribute), false))
            .Select(query => ((FromQueryAttribute)query).Name!),
    ];

    /// <param name="area">Leading digits of county codes.</param>
    /// <returns>The filter is null besides a refusal.</returns>
    internal (IssueFilter? Filter, Refusal? Refusal) Read(string area)
    {
        if (!Characters.Fit(Category, 20))
            return (null, Refusals.Invalid("category", "类别前缀超过 20 字", "the prefix has more than 20 characters", "≤ 20"));
        if (Unit is not null && !(Unit.Split('/') is [var kind, var code] && Keys.TryKind(kind, out _) && Keys.IsCode(code)))
            return (null, Refusals.Invalid("unit", "单位写法不符", "a unit is written with its kind and code", "school/2133901746"));
        if (Inspector is not null && !Keys.IsCode(Inspector))
            return (null, Refusals.Invalid("inspector", "督学证书编号不符", "no certificate code"));
        if (Open == false && OverdueOn is not null)
            return (null, Refusals.Invalid("open", "逾期的问题都未办结", "what is overdue is not closed", "true"));
        var due =
            OverdueOn is null ? DueBefore
            : DueBefore is null || OverdueOn < DueBefore ? OverdueOn
            : DueBefore;
        return (
            new(
                area,
                [.. State ?? []],
                Severity ?? Rules.Policies.Severity.None,
                Category,
                Unit,
                Inspector,
                Open == true || OverdueOn is not null,
                due,
                null,
                100
            ),
            null
        );
    }

    /// <summary>In words, as an official list says what it is a list of.</summary>
    internal string Describe()
    {
        var parts = new List<string>();
        if (State is { Length: > 0 })
            parts.Add("状态：" + string.Join('、', State.Select(state => CaseWords.Of(state).Zh).Distinct()));
        if (Severity is { } severity)
            parts.Add("等级：" + CaseWords.Of(severity).Zh);
        if (Category is not null)
            parts.Add($"类别：{(Taxonomy.Find(Category) is { } category ? category.Name.Zh : Category + " 类")}");
        if (Unit is not null)
            parts.Add("单位：" + Keys.Code(Unit));
        if (Inspector is not null)
            parts.Add("责任督学：" + Inspector);
        if (Open == true)
            parts.Add("未办结");
        if (OverdueOn is { } overdue)
            parts.Add($"{Day(overdue)} 已逾期");
        if (DueBefore is { } before)
            parts.Add($"期限早于 {Day(before)}");
        return parts.Count == 0 ? "全部问题" : string.Join("；", parts);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Which issues, and which page of them.</summary>
public sealed class IssueListParameters : IssueFilterParameters
{
    public const int LongestPage = 1_000;

    /// <summary><c>next</c> of the page before.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; init; }

    /// <summary>1–1000; 100 unless given.</summary>
    [FromQuery(Name = "take"), Range(1, LongestPage)]
    public int? Take { get; init; }

    /// <param name="area">Leading digits of county codes.</param>
    /// <returns>The filter is null besides a refusal.</returns>
    internal (IssueFilter? Filter, Refusal? Refusal) ReadPage(string area)
    {
        var (filter, refusal) = Read(area);
        if (filter is null)
            return (null, refusal);
        IssueCursor? after = null;
        if (After is not null && (after = PageCursor.Issue(After)) is null)
            return (null, PageCursor.Invalid());
        return (filter with { After = after, Take = Take ?? 100 }, null);
    }
}
