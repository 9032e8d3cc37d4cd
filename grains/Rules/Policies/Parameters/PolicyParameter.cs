namespace Supervision.Rules.Policies.Parameters;

/// <summary>One of a policy's values under the key it is known by, with everything there is to say of it.</summary>
/// <param name="Key">As the records' comments name it, e.g. <c>issue.rectifyD.general</c>.</param>
/// <param name="Source">Lines and decisions it rests on, e.g. <c>L7 D-03</c>; null when neither the source nor a decision names it.</param>
/// <param name="read">Null when the policy lacks the value, as one that came from outside may.</param>
/// <param name="write">Called with an accepted text and a policy that lacks nothing.</param>
public sealed class PolicyParameter(
    string key,
    PolicyRange range,
    Text unit,
    Text meaning,
    string? source,
    Func<Policy, string?> read,
    Func<Policy, string, Policy> write
)
{
    public string Key { get; } = key;

    public PolicyRange Range { get; } = range;

    public Text Unit { get; } = unit;

    public Text Meaning { get; } = meaning;

    public string? Source { get; } = source;

    public Text Group => PolicyCatalogue.GroupOf(Key);

    public string Default { get; } = read(Policy.Default)!;

    public string? Read(Policy policy) => read(policy);

    /// <summary>The policy with the value instead of its own; or why the value is refused, and the policy as it was.</summary>
    public (Policy Policy, Refusal? Refusal) Write(Policy policy, string value) =>
        Range.Accepts(value) ? (write(policy, value), null) : (policy, PolicyRefusals.ValueInvalid(this, value));

    /// <summary>Null when the policy has the value and its range accepts it.</summary>
    public Refusal? Objection(Policy policy) =>
        Read(policy) is { } value && Range.Accepts(value) ? null : PolicyRefusals.ValueInvalid(this, Read(policy));
}

/// <summary>Makes parameters of one of the records a policy consists of.</summary>
/// <param name="get">Null when the policy lacks the record.</param>
internal sealed class PolicySection<T>(Func<Policy, T?> get, Func<Policy, T, Policy> set)
    where T : class
{
    public PolicyParameter Number(
        string key,
        int minimum,
        int maximum,
        Text unit,
        Func<T, int?> read,
        Func<T, int, T> write,
        string zh,
        string en,
        string? source = null
    ) =>
        Make(
            key,
            new(PolicyValueKind.Number, minimum, maximum, []),
            unit,
            new(zh, en),
            source,
            section => read(section) is { } number ? PolicyValue.Of(number) : null,
            (section, value) => write(section, PolicyValue.Number(value)!.Value)
        );

    public PolicyParameter Flag(string key, Func<T, bool> read, Func<T, bool, T> write, string zh, string en, string? source = null) =>
        Make(
            key,
            new(PolicyValueKind.Flag, null, null, []),
            PolicyUnits.Switch,
            new(zh, en),
            source,
            section => PolicyValue.Of(read(section)),
            (section, value) => write(section, PolicyValue.Flag(value)!.Value)
        );

    public PolicyParameter Choice<TChoice>(
        string key,
        Func<T, TChoice> read,
        Func<T, TChoice, T> write,
        string zh,
        string en,
        string? source = null
    )
        where TChoice : struct, Enum =>
        Make(
            key,
            new(PolicyValueKind.Choice, null, null, [.. Enum.GetNames<TChoice>().Skip(1)]),
            PolicyUnits.Choice,
            new(zh, en),
            source,
            section => read(section).ToString(),
            (section, value) => write(section, Enum.Parse<TChoice>(value))
        );

    public PolicyParameter Numbers(
        string key,
        int minimum,
        int maximum,
        Text unit,
        Func<T, ImmutableArray<int>> read,
        Func<T, ImmutableArray<int>, T> write,
        string zh,
        string en,
        string? source = null
    ) =>
        Make(
            key,
            new(PolicyValueKind.Numbers, minimum, maximum, []),
            unit,
            new(zh, en),
            source,
            section => read(section) is { IsDefault: false } numbers ? PolicyValue.Of(numbers) : null,
            (section, value) => write(section, PolicyValue.Numbers(value)!.Value)
        );

    public PolicyParameter Rules(
        string key,
        ImmutableArray<string> choices,
        Func<T, ImmutableArray<string>> read,
        Func<T, ImmutableArray<string>, T> write,
        string zh,
        string en,
        string? source = null
    ) =>
        Make(
            key,
            new(PolicyValueKind.Choices, null, null, choices),
            PolicyUnits.Rules,
            new(zh, en),
            source,
            section => read(section) is { IsDefault: false } names ? PolicyValue.Of(names.Select(name => name ?? "?")) : null,
            (section, value) => write(section, [.. PolicyValue.Names(value).Order(StringComparer.Ordinal)])
        );

    public PolicyParameter Window(
        string key,
        int firstMonth,
        int lastMonth,
        Func<T, Window?> read,
        Func<T, Window, T> write,
        string zh,
        string en,
        string? source = null
    ) =>
        Make(
            key,
            new(PolicyValueKind.Window, firstMonth, lastMonth, []),
            PolicyUnits.Window,
            new(zh, en),
            source,
            section => PolicyValue.Of(read(section)),
            (section, value) => write(section, PolicyValue.Window(value)!)
        );

    public PolicyParameter Text(
        string key,
        int most,
        Func<T, string?> read,
        Func<T, string, T> write,
        string zh,
        string en,
        string? source = null
    ) => Make(key, new(PolicyValueKind.Text, null, most, []), PolicyUnits.Characters, new(zh, en), source, read, write);

    /// <summary>The same value for each severity, <c>….minor</c> to <c>….complex</c>.</summary>
    public IEnumerable<PolicyParameter> BySeverity(
        string key,
        int minimum,
        int maximum,
        Text unit,
        Func<T, BySeverity?> read,
        Func<T, BySeverity, T> write,
        string zh,
        string en,
        string? source = null
    )
    {
        yield return One("minor", "小问题", "minor issues", all => all.Minor, (all, value) => all with { Minor = value });
        yield return One("general", "一般问题", "general issues", all => all.General, (all, value) => all with { General = value });
        yield return One("serious", "严重问题", "serious issues", all => all.Serious, (all, value) => all with { Serious = value });
        yield return One("complex", "复杂问题", "complex issues", all => all.Complex, (all, value) => all with { Complex = value });

        PolicyParameter One(
            string severity,
            string severityZh,
            string severityEn,
            Func<BySeverity, int> of,
            Func<BySeverity, int, BySeverity> with
        ) =>
            Number(
                $"{key}.{severity}",
                minimum,
                maximum,
                unit,
                section => read(section) is { } all ? of(all) : null,
                (section, value) => write(section, with(read(section)!, value)),
                $"{severityZh}：{zh}",
                $"{severityEn}: {en}",
                source
            );
    }

    private PolicyParameter Make(
        string key,
        PolicyRange range,
        Text unit,
        Text meaning,
        string? source,
        Func<T, string?> read,
        Func<T, string, T> write
    ) =>
        new(
            key,
            range,
            unit,
            meaning,
            source,
            policy => get(policy) is { } section ? read(section) : null,
            (policy, value) => set(policy, write(get(policy)!, value))
        );
}

/// <summary>What values are counted in.</summary>
internal static class PolicyUnits
{
    public static readonly Text Times = new("次", "times");
    public static readonly Text Days = new("天", "calendar days");
    public static readonly Text WorkingDays = new("工作日", "working days");
    public static readonly Text TeachingDays = new("教学日", "teaching days");
    public static readonly Text Months = new("个月", "months");
    public static readonly Text Percent = new("%", "%");
    public static readonly Text Persons = new("人", "persons");
    public static readonly Text Schools = new("所", "schools");
    public static readonly Text Cases = new("件", "cases");
    public static readonly Text Speed = new("km/h", "km/h");
    public static readonly Text Seconds = new("秒", "seconds");
    public static readonly Text Switch = new("是否", "yes or no");
    public static readonly Text Choice = new("选项", "choice");
    public static readonly Text Rules = new("规则编号", "rule numbers");
    public static readonly Text Window = new("月-日", "month-day");
    public static readonly Text Characters = new("文字", "text");
}
