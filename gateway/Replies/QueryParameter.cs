using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Supervision.Gateway.Replies;

/// <summary>One value an endpoint takes from its address, and how it is read. What can't be read is never taken for something else.</summary>
/// <param name="Type">Text, a whole number, true or false, a UUID, a civil day, or a choice by its name.</param>
/// <param name="Repeats">May stand several times.</param>
/// <param name="Range">Of whole numbers; null for any.</param>
public sealed record QueryParameter(string Name, Type Type, bool Repeats = false, RangeAttribute? Range = null)
{
    private const int LongestSaid = 40;

    /// <summary>Whether values of the type can be read from an address.</summary>
    public static bool IsReadable(Type type) =>
        type == typeof(string)
        || type == typeof(int)
        || type == typeof(long)
        || type == typeof(bool)
        || type == typeof(Guid)
        || type == typeof(DateOnly)
        || type.IsEnum;

    /// <summary>Null when every value given can be taken.</summary>
    public Refusal? Objection(IReadOnlyList<string?> values)
    {
        if (values.Count > 1 && !Repeats)
            return Malformed(
                Name,
                new(
                    $"参数 {Name} 只能出现一次（参数名不分大小写）",
                    $"{Name} may be given once only; names of parameters are the same in upper and lower case"
                ),
                Accepted()
            );
        return values.Select(Objection).FirstOrDefault(objection => objection is not null);
    }

    /// <summary>What is taken, for somebody who reads it.</summary>
    public Text Accepted() =>
        Type switch
        {
            _ when Type.IsEnum => Same(string.Join(" | ", Names())),
            _ when Type == typeof(bool) => Same("true | false"),
            _ when Type == typeof(Guid) => new(
                "UUID，如 0199c1a2-0000-7000-8000-000000000001",
                "a UUID, e.g. 0199c1a2-0000-7000-8000-000000000001"
            ),
            _ when Type == typeof(DateOnly) => new("日期，如 2026-04-01", "a day, e.g. 2026-04-01"),
            _ when Type == typeof(string) => new(
                "非空文字；不需要时请去掉该参数",
                "a text that is not blank; leave the parameter out when it is not wanted"
            ),
            _ => Range is null ? new("整数", "a whole number") : Same($"{Range.Minimum}–{Range.Maximum}"),
        };

    internal static Refusal Malformed(string name, Text message, Text? accepted) =>
        new(RefusalCode.RequestMalformed, name, message, accepted);

    internal static string Said(string name) => name.Length <= LongestSaid ? name : name[..LongestSaid] + "…";

    private Refusal? Objection(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return Malformed(Name, new($"参数 {Name} 为空", $"{Name} is blank"), Accepted());
        if (Type.IsEnum && !Names().Contains(value, StringComparer.Ordinal))
            return new(RefusalCode.FieldInvalid, Name, new($"参数 {Name} 不在清单内", $"{Name} is none of those listed"), Accepted());
        if (
            Type == typeof(DateOnly)
            && !(
                DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                && day.Year is >= 2000 and <= 2199
            )
        )
            return new(RefusalCode.FieldInvalid, Name, new($"参数 {Name} 不是日期", $"{Name} is no day"), Accepted());
        if (Type == typeof(bool) && !bool.TryParse(value, out _))
            return Malformed(Name, new($"参数 {Name} 只有是和否", $"{Name} is true or false"), Accepted());
        if (Type == typeof(Guid) && !Guid.TryParse(value, out _))
            return Malformed(Name, new($"参数 {Name} 不是 UUID", $"{Name} is no UUID"), Accepted());
        if (Type != typeof(int) && Type != typeof(long))
            return null;
        if (
            !long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            || (Type == typeof(int) && number is < int.MinValue or > int.MaxValue)
        )
            return Malformed(Name, new($"参数 {Name} 不是整数，或过大", $"{Name} is no whole number, or too large"), Accepted());
        return Range is null || Range.IsValid((int)Math.Clamp(number, int.MinValue, int.MaxValue))
            ? null
            : new(RefusalCode.FieldInvalid, Name, new($"参数 {Name} 超出范围", $"{Name} is out of range"), Accepted());
    }

    /// <summary>The zero of a choice is none.</summary>
    private IEnumerable<string> Names() =>
        Enum.GetNames(Type).Where(name => Convert.ToInt64(Enum.Parse(Type, name), CultureInfo.InvariantCulture) != 0);

    private static Text Same(string text) => new(text, text);
}
