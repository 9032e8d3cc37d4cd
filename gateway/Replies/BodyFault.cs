using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace Supervision.Gateway.Replies;

/// <summary>Why a body could not be read, as a refusal: which member, and what would be read. Nothing of what the program is made of.</summary>
internal static partial class BodyFault
{
    public static Refusal Empty() => Malformed(null, new("请求内容为空", "the body is empty"), new("一个 JSON 对象", "a JSON object"));

    public static Refusal NotJson() =>
        Malformed("Content-Type", new("请求内容须为 JSON", "the body is sent as JSON"), new("application/json", "application/json"));

    public static Refusal TooLarge(int most) =>
        Malformed(null, new("请求内容过大", $"the body is larger than {most} bytes"), new($"不超过 {most} 字节", $"{most} bytes at most"));

    /// <param name="body">What the body was read as.</param>
    public static Refusal Of(JsonException fault, Type body, JsonSerializerOptions options)
    {
        var path = fault.Path is { Length: > 2 } at ? at[2..] : "";
        var said = fault.Message;
        if (Missing().Match(said) is { Success: true } missing)
            return Refusals.Required(Join(path, missing.Groups["name"].Value));
        if (Never().Match(said) is { Success: true } never)
            return Refusals.Required(Under(path, never.Groups["name"].Value));
        if (said.Contains("doesn't allow null values", StringComparison.Ordinal))
            return Refusals.Required(path);
        if (Unmapped().Match(said) is { Success: true } unmapped)
            return Unknown(Under(path, unmapped.Groups["name"].Value), body, options);
        if (Twice().Match(said) is { Success: true } twice)
            return Repeated(Under(path, twice.Groups["name"].Value));
        if (path.Length == 0)
            return Malformed(
                null,
                new("请求内容不是有效的 JSON 对象", "the body is not the JSON object that is taken here"),
                new("一个 JSON 对象", "a JSON object")
            );
        var type = Walk(path, body, options);
        if (
            type is not null
            && type.IsValueType
            && Nullable.GetUnderlyingType(type) is null
            && IsNull(said + fault.InnerException?.Message)
        )
            return Refusals.Required(path);
        // A converter of ours says what it takes; what the reader itself says names types of this program.
        var own = said.Contains(" Path: ", StringComparison.Ordinal) ? null : said;
        return Malformed(
            path,
            new($"{path} 类型不符或不在清单内", own ?? $"{path} has another type, or is none of those listed"),
            type is null ? null : Wanted(type)
        );
    }

    private static Refusal Unknown(string path, Type body, JsonSerializerOptions options)
    {
        var dot = path.LastIndexOf('.');
        var members =
            Walk(dot < 0 ? "" : path[..dot], body, options) is { } parent && Info(parent, options) is { Kind: JsonTypeInfoKind.Object } info
                ? info
                    .Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null)
                    .Select(property => property.Name)
                    .ToList()
                : [];
        return Malformed(
            path,
            new($"不接受 {QueryParameter.Said(path)}", $"{QueryParameter.Said(path)} is not taken here"),
            members.Count == 0
                ? new("不带内容的对象 {}", "an object without members, {}")
                : new(string.Join("、", members), string.Join(", ", members))
        );
    }

    private static Refusal Repeated(string path) =>
        Malformed(
            path,
            new($"{path} 出现了两次（不分大小写）", $"{path} stands twice; names are the same in upper and lower case"),
            new("每项一次", "each member once")
        );

    private static Text? Wanted(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) switch
        {
            { IsEnum: true } choice => Same(string.Join(" | ", ChoiceNames.Of(choice))),
            var flag when flag == typeof(bool) => Same("true | false"),
            var whole when whole == typeof(int) || whole == typeof(long) => new("整数", "a whole number"),
            var number when number == typeof(double) || number == typeof(decimal) => new("数字", "a number"),
            var day when day == typeof(DateOnly) => new("日期，如 2026-04-01", "a day, e.g. 2026-04-01"),
            var instant when instant == typeof(DateTimeOffset) => new(
                "带时区的时间，如 2026-03-02T10:00:00+08:00（2000–2199 年）",
                "an instant with its offset, e.g. 2026-03-02T10:00:00+08:00, of the years 2000–2199"
            ),
            var id when id == typeof(Guid) => new(
                "UUID，如 0199c1a2-0000-7000-8000-000000000001",
                "a UUID, e.g. 0199c1a2-0000-7000-8000-000000000001"
            ),
            var text when text == typeof(string) => new("文字", "a text"),
            _ => null,
        };

    /// <summary>The type of what stands at a path such as <c>methods[0].count</c>; null when there is no such place.</summary>
    private static Type? Walk(string path, Type body, JsonSerializerOptions options)
    {
        Type? at = body;
        foreach (var step in Steps().Matches(path).Select(step => step.Value))
        {
            if (at is null || Info(at, options) is not { } info)
                return null;
            at =
                step[0] == '['
                    ? info.ElementType
                    : info
                        .Properties.FirstOrDefault(property => property.Name.Equals(step, StringComparison.OrdinalIgnoreCase))
                        ?.PropertyType;
        }

        return at;
    }

    private static JsonTypeInfo? Info(Type type, JsonSerializerOptions options) =>
        options.TryGetTypeInfo(Nullable.GetUnderlyingType(type) ?? type, out var info) ? info : null;

    private static bool IsNull(string said) =>
        said.Contains("'Null' as a", StringComparison.OrdinalIgnoreCase) || said.Contains("from null", StringComparison.OrdinalIgnoreCase);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>The reader's path may or may not end with the member it could not place.</summary>
    private static string Under(string path, string name) =>
        path.Equals(name, StringComparison.OrdinalIgnoreCase) || path.EndsWith("." + name, StringComparison.OrdinalIgnoreCase)
            ? path
            : Join(path, name);

    private static Refusal Malformed(string? field, Text message, Text? accepted) =>
        new(RefusalCode.RequestMalformed, field, message, accepted);

    private static Text Same(string text) => new(text, text);

    [GeneratedRegex("missing required properties including: '(?<name>[^']+)'")]
    private static partial Regex Missing();

    [GeneratedRegex("The member '(?<name>[^']+)' doesn't allow null values")]
    private static partial Regex Never();

    [GeneratedRegex("The JSON property '(?<name>.+)' could not be mapped")]
    private static partial Regex Unmapped();

    [GeneratedRegex("Duplicate property '(?<name>.+)' encountered")]
    private static partial Regex Twice();

    [GeneratedRegex(@"\[\d+\]|[^.\[\]]+")]
    private static partial Regex Steps();
}
