using System.Globalization;
using Microsoft.AspNetCore.Mvc;

namespace Supervision.Gateway.Lists;

/// <summary>Which issues a list is about, as the query says it. Every condition given must hold.</summary>
public sealed class IssueListParameters
{
    public const int LongestPage = 1_000;

    /// <summary>Repeatable: any of them.</summary>
    [FromQuery(Name = "state")]
    public string[]? State { get; init; }

    [FromQuery(Name = "severity")]
    public string? Severity { get; init; }

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
    public string? OverdueOn { get; init; }

    /// <summary>Only issues whose next term is before this day.</summary>
    [FromQuery(Name = "dueBefore")]
    public string? DueBefore { get; init; }

    /// <summary><c>next</c> of the page before.</summary>
    [FromQuery(Name = "after")]
    public string? After { get; init; }

    /// <summary>1–1000; 100 unless given.</summary>
    [FromQuery(Name = "take")]
    public int? Take { get; init; }

    /// <param name="area">Leading digits of county codes.</param>
    /// <returns>The filter is null besides a refusal.</returns>
    internal (IssueFilter? Filter, Refusal? Refusal) Read(string area)
    {
        var states = ImmutableArray.CreateBuilder<IssueState>();
        foreach (var name in State ?? [])
        {
            if (Choice<IssueState>(name) is not { } state) return (null, NotListed<IssueState>("state"));
            states.Add(state);
        }

        if (Severity is not null && Choice<Severity>(Severity) is null) return (null, NotListed<Severity>("severity"));
        if (!Characters.Fit(Category, 20)) return (null, Refusals.Invalid("category", "类别前缀超过 20 字", "the prefix has more than 20 characters", "≤ 20"));
        if (Unit is not null && !(Unit.Split('/') is [var kind, var code] && Keys.TryKind(kind, out _) && Keys.IsCode(code)))
            return (null, Refusals.Invalid("unit", "单位写法不符", "a unit is written with its kind and code", "school/2133901746"));
        if (Inspector is not null && !Keys.IsCode(Inspector)) return (null, Refusals.Invalid("inspector", "督学证书编号不符", "no certificate code"));
        if (Day("overdueOn", OverdueOn, out var overdue) is { } first) return (null, first);
        if (Day("dueBefore", DueBefore, out var before) is { } second) return (null, second);
        if (Take is < 1 or > LongestPage) return (null, Refusals.Invalid("take", "每页条数超出范围", "the page is too long, or empty", $"1–{LongestPage}"));
        IssueCursor? after = null;
        if (After is not null && (after = PageCursor.Issue(After)) is null) return (null, PageCursor.Invalid());
        var due = overdue is null ? before : before is null || overdue < before ? overdue : before;
        return (new(area, states.ToImmutable(), Choice<Severity>(Severity) ?? Rules.Severity.None, string.IsNullOrEmpty(Category) ? null : Category, Unit, Inspector,
            Open == true || overdue is not null, due, after, Take ?? 100), null);
    }

    /// <summary>In words, as an official list says what it is a list of.</summary>
    internal string Describe()
    {
        var parts = new List<string>();
        if (State is { Length: > 0 }) parts.Add("状态：" + string.Join('、', State.Select(name => CaseWords.Of(Choice<IssueState>(name)!.Value).Zh).Distinct()));
        if (Choice<Severity>(Severity) is { } severity) parts.Add("等级：" + CaseWords.Of(severity).Zh);
        if (!string.IsNullOrEmpty(Category)) parts.Add($"类别：{(Taxonomy.Find(Category) is { } category ? category.Name.Zh : Category + " 类")}");
        if (Unit is not null) parts.Add("单位：" + Keys.Code(Unit));
        if (Inspector is not null) parts.Add("责任督学：" + Inspector);
        if (Open == true) parts.Add("未办结");
        if (OverdueOn is not null) parts.Add($"{OverdueOn} 已逾期");
        if (DueBefore is not null) parts.Add($"期限早于 {DueBefore}");
        return parts.Count == 0 ? "全部问题" : string.Join("；", parts);
    }

    /// <summary>By name, never by number; null when it is none, or <c>None</c>.</summary>
    internal static T? Choice<T>(string? name)
        where T : struct, Enum =>
        name is { Length: > 0 } && char.IsAsciiLetter(name[0]) && !name.Contains(',', StringComparison.Ordinal) && Enum.TryParse<T>(name, ignoreCase: true, out var choice) && !choice.Equals(default(T)) ? choice : null;

    internal static Refusal NotListed<T>(string field)
        where T : struct, Enum => Refusals.Invalid(field, $"{field} 不在清单内", $"unknown {field}", string.Join(" | ", Enum.GetNames<T>().Skip(1)));

    private static Refusal? Day(string field, string? text, out DateOnly? day)
    {
        day = null;
        if (text is null) return null;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) || read.Year is < 2000 or > 2199)
            return Refusals.Invalid(field, $"{field} 不是日期", $"{field} is no day", "yyyy-MM-dd");
        day = read;
        return null;
    }
}
