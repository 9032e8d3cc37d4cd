using System.Globalization;

namespace Supervision.Rules.Policies.Parameters;

/// <summary>Refusals of policies in words; the field is the parameter's key where there is one.</summary>
public static class PolicyRefusals
{
    private const int MaxShown = 60;

    public static Refusal ParameterUnknown(string key) =>
        new(
            RefusalCode.PolicyParameterUnknown,
            Shown(key),
            new($"没有名为 {Shown(key)} 的参数", $"there is no parameter {Shown(key)}"),
            new("参数目录中的名称", "a key of the catalogue")
        );

    /// <param name="value">Null when there is none.</param>
    public static Refusal ValueInvalid(PolicyParameter parameter, string? value)
    {
        var accepted = Accepted(parameter);
        return new(
            RefusalCode.PolicyValueInvalid,
            parameter.Key,
            value is null
                ? new($"缺少 {parameter.Key} 的值", $"{parameter.Key} has no value")
                : new($"{parameter.Key} 不能为“{Shown(value)}”", $"{parameter.Key} can't be '{Shown(value)}'"),
            accepted
        );
    }

    /// <param name="demand">How the first has to stand to the other.</param>
    public static Refusal ValuesConflict(string key, string other, Text demand, string otherValue) =>
        new(
            RefusalCode.PolicyValuesConflict,
            key,
            new($"{key} 与 {other} 矛盾", $"{key} contradicts {other}"),
            new($"{demand.Zh} {other}（{otherValue}）", $"{demand.En} {other}, {otherValue}")
        );

    public static Refusal EffectiveTooEarly(DateOnly earliest) =>
        new(
            RefusalCode.PolicyEffectiveTooEarly,
            "effectiveFrom",
            new(
                "生效日期须晚于设定之日，且不早于已启用版本的生效日期",
                "a policy takes effect on a later day than it is set, and not before one activated already"
            ),
            new($"{Day(earliest)} 或以后", $"{Day(earliest)} or later")
        );

    public static Refusal EffectiveTooFar(DateOnly latest) =>
        new(
            RefusalCode.PolicyEffectiveTooFar,
            "effectiveFrom",
            new("生效日期太远", "that day is too far ahead"),
            new($"不晚于 {Day(latest)}", $"{Day(latest)} at the latest")
        );

    public static Refusal PresetUnknown(string name) =>
        new(
            RefusalCode.PolicyPresetUnknown,
            "preset",
            new($"没有名为 {Shown(name)} 的预设方案", $"there is no preset {Shown(name)}"),
            Same(string.Join(" | ", PolicyPresets.All.Select(preset => preset.Name)))
        );

    public static Refusal Superseded(int newest) =>
        new(
            RefusalCode.PolicySuperseded,
            null,
            new($"期间已启用第 {newest} 版，请在其基础上重新确认", $"version {newest} was activated meanwhile; confirm again on top of it"),
            null
        );

    /// <summary>A range with its unit.</summary>
    public static Text Accepted(PolicyParameter parameter)
    {
        var range = parameter.Range.Say();
        return parameter.Range.Kind is PolicyValueKind.Number or PolicyValueKind.Numbers
            ? new($"{range.Zh}（{parameter.Unit.Zh}）", $"{range.En} ({parameter.Unit.En})")
            : range;
    }

    private static string Shown(string text) => Characters.Fit(text, MaxShown) ? text : Characters.Cut(text, MaxShown) + "…";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Text Same(string text) => new(text, text);
}
