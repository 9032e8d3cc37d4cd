using System.Globalization;
using System.Text.Json.Serialization;

namespace Supervision.Rules.Policies.Parameters;

/// <summary>How a parameter's value is written; every value has one text, so that two are equal when their texts are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PolicyValueKind>))]
public enum PolicyValueKind
{
    None = 0,

    /// <summary>A whole number: <c>15</c>.</summary>
    Number = 1,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag = 2,

    /// <summary>One of the choices.</summary>
    Choice = 3,

    /// <summary>Whole numbers, each once, descending; may be none: <c>7, 3, 1</c>.</summary>
    Numbers = 4,

    /// <summary>Some of the choices, each once; may be none: <c>LR-01, LR-02</c>.</summary>
    Choices = 5,

    /// <summary>Two days of a year, both inclusive, the first not after the second: <c>05-10/05-20</c>.</summary>
    Window = 6,

    /// <summary>Free text; may be empty.</summary>
    Text = 7,
}

/// <summary>What a parameter accepts.</summary>
/// <param name="Minimum">Number, Numbers: least value of each. Window: first month. Null for the others.</param>
/// <param name="Maximum">Number, Numbers: greatest value of each. Window: last month. Text: most characters. Null for the others.</param>
/// <param name="Choices">Empty unless there are choices.</param>
public sealed record PolicyRange(PolicyValueKind Kind, int? Minimum, int? Maximum, ImmutableArray<string> Choices)
{
    public bool Accepts(string value) =>
        Kind switch
        {
            PolicyValueKind.Number => PolicyValue.Number(value) is { } number && Within(number),
            PolicyValueKind.Flag => PolicyValue.Flag(value) is not null,
            PolicyValueKind.Choice => Choices.Contains(value),
            PolicyValueKind.Numbers => PolicyValue.Numbers(value) is { } numbers
                && numbers.All(Within)
                && numbers.Zip(numbers.Skip(1)).All(pair => pair.First > pair.Second),
            PolicyValueKind.Choices => PolicyValue.Names(value) is var names
                && names.All(Choices.Contains)
                && names.Distinct().Count() == names.Length,
            PolicyValueKind.Window => PolicyValue.Window(value) is { } window && Within(window.From.Month) && Within(window.To.Month),
            _ => Characters.Fit(value, Maximum ?? 0) && !value.Any(char.IsControl),
        };

    /// <summary>In words, without the unit.</summary>
    public Text Say() =>
        Kind switch
        {
            PolicyValueKind.Number => Same($"{Minimum}–{Maximum}"),
            PolicyValueKind.Flag => Same("true | false"),
            PolicyValueKind.Choice => Same(string.Join(" | ", Choices)),
            PolicyValueKind.Numbers => new(
                $"{Minimum}–{Maximum} 的整数，由大到小，不重复，可不填",
                $"whole numbers {Minimum}–{Maximum}, descending, each once, or none"
            ),
            PolicyValueKind.Choices => new(
                $"{string.Join("、", Choices)} 中的若干项，不重复，可不选",
                $"any of {string.Join(", ", Choices)}, each once, or none"
            ),
            PolicyValueKind.Window => new(
                $"MM-dd/MM-dd，起止均在 {Minimum}–{Maximum} 月，起始不晚于截止",
                $"MM-dd/MM-dd, both in months {Minimum}–{Maximum}, the first not after the second"
            ),
            _ => new($"不超过 {Maximum} 字，不含控制字符", $"{Maximum} characters at most, no control characters"),
        };

    private bool Within(int number) => number >= Minimum && number <= Maximum;

    private static Text Same(string text) => new(text, text);
}

/// <summary>Reads and writes the texts of values. Reading gives null for anything that is no such value.</summary>
public static class PolicyValue
{
    private const string Separator = ", ";

    public static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Of(bool flag) => flag ? "true" : "false";

    public static string Of(IEnumerable<int> numbers) => string.Join(Separator, numbers.Select(Of));

    /// <summary>Names have no order of their own; they are written sorted.</summary>
    public static string Of(IEnumerable<string> names) => string.Join(Separator, names.Order(StringComparer.Ordinal));

    /// <summary>Null when a part of it is missing.</summary>
    public static string? Of(Window? window) => window is { From: { } from, To: { } to } ? $"{Of(from)}/{Of(to)}" : null;

    public static int? Number(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool? Flag(string text) =>
        text switch
        {
            "true" => true,
            "false" => false,
            _ => null,
        };

    public static ImmutableArray<int>? Numbers(string text)
    {
        var numbers = ImmutableArray.CreateBuilder<int>();
        foreach (var part in Names(text))
        {
            if (Number(part) is not { } number)
                return null;
            numbers.Add(number);
        }

        return numbers.ToImmutable();
    }

    public static ImmutableArray<string> Names(string text) => text.Length == 0 ? [] : [.. text.Split(',', StringSplitOptions.TrimEntries)];

    public static Window? Window(string text) =>
        text.Split('/') is [var from, var to]
        && DayOf(from) is { } first
        && DayOf(to) is { } last
        && (first.Month, first.Day).CompareTo((last.Month, last.Day)) <= 0
            ? new(first, last)
            : null;

    private static string Of(MonthDay day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month:D2}-{day.Day:D2}");

    /// <summary>29 February is a day: in other years it means the 28th.</summary>
    private static MonthDay? DayOf(string text) =>
        DateOnly.TryParseExact($"2000-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new(day.Month, day.Day)
            : null;
}
