using System.Globalization;

namespace Supervision.Rules.Kernel;

/// <summary>Every refusal in words. One method a code, so that a code has one text.</summary>
public static class Refusals
{
    public static Refusal KeyMissing() =>
        new(
            RefusalCode.IdempotencyKeyMissing,
            "Idempotency-Key",
            new("缺少操作编号", "the operation id is missing"),
            new("UUID，重发时不变", "a UUID, the same one when sent again")
        );

    public static Refusal KeyReused() =>
        new(
            RefusalCode.IdempotencyKeyReused,
            "Idempotency-Key",
            new("该操作编号已用于内容不同的请求", "this operation id was used for another request"),
            new("为新操作生成新的 UUID", "a new UUID for a new operation")
        );

    public static Refusal Required(string field) =>
        new(
            RefusalCode.FieldRequired,
            field,
            new($"缺少必填项：{FieldWords.Of(field).Zh}", $"{FieldWords.Of(field).En} is required"),
            null
        );

    public static Refusal Invalid(string field, string zh, string en, string? accepted = null) =>
        new(RefusalCode.FieldInvalid, field, new(zh, en), accepted is null ? null : new(accepted, accepted));

    /// <summary>Null when the text has 1 to <paramref name="max"/> characters besides white space, none of them a zero character.</summary>
    public static Refusal? TextProblem(string field, string? text, int max) =>
        string.IsNullOrWhiteSpace(text) ? Required(field)
        : !Characters.Fit(text, max)
            ? Invalid(
                field,
                $"{FieldWords.Of(field).Zh}超过 {max} 字",
                $"{FieldWords.Of(field).En} has more than {max} characters",
                $"≤ {max}"
            )
        : text.Contains('\0', StringComparison.Ordinal)
            ? Invalid(field, $"{FieldWords.Of(field).Zh}含有不可见的空字符", $"{FieldWords.Of(field).En} has a zero character")
        : null;

    public static Refusal AlertUnknown() =>
        new(RefusalCode.AlertUnknown, "id", new("本县没有这条提醒", "the county has no such alert"), null);

    public static string Civil(DateTimeOffset instant) =>
        instant.ToOffset(CivilTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static Refusal ApproverIsAsker() =>
        new(
            RefusalCode.ApproverIsAsker,
            null,
            new("申请人不能审批自己的申请", "whoever asks may not approve"),
            new("本县另一人", "another person of the county")
        );
}
