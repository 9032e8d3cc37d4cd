using System.Text.Json.Serialization;

namespace Supervision.Rules.Units.State;

[JsonConverter(typeof(JsonStringEnumConverter<ItemAnswer>))]
public enum ItemAnswer
{
    None = 0,

    /// <summary>符合.</summary>
    Conforms = 1,

    /// <summary>基本符合; not for prohibited items.</summary>
    MostlyConforms = 2,

    /// <summary>不符合; says what was done about it.</summary>
    DoesNotConform = 3,

    /// <summary>不适用; not for prohibited items.</summary>
    NotApplicable = 4,
}

/// <summary>What the inspector does about a finding (5.3); the first four are the paths of the four severities (5.4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ItemDisposition>))]
public enum ItemDisposition
{
    None = 0,

    /// <summary>当场反馈整改.</summary>
    OnTheSpot = 1,

    /// <summary>下发整改通知书.</summary>
    Notice = 2,

    /// <summary>上报县级.</summary>
    ReportToCounty = 3,

    /// <summary>协商意见书.</summary>
    Consultation = 4,

    /// <summary>记录，不立问题.</summary>
    RecordOnly = 5,
}

/// <param name="Item">Number of the line, from 1.</param>
/// <param name="Disposition">With <see cref="ItemAnswer.DoesNotConform"/> and with nothing else.</param>
/// <param name="Note">At most 500 characters.</param>
/// <param name="Count">0–99,999: what was counted, such as the exercise books looked at.</param>
/// <param name="Evidence">SHA-256 of each photograph or file, 64 lower-case hex digits; at most 9.</param>
[GenerateSerializer, Immutable, Alias("checklist-answer")]
public sealed record ChecklistAnswer(
    int Item,
    ItemAnswer Answer,
    ItemDisposition? Disposition,
    string? Note,
    int? Count,
    ImmutableArray<string> Evidence
);

/// <param name="Id">The form and its version, as in <see cref="Checklist.Id"/>.</param>
/// <param name="Answers">In any order, one an item.</param>
[GenerateSerializer, Immutable, Alias("checklist-filled")]
public sealed record FilledChecklist(string Id, ImmutableArray<ChecklistAnswer> Answers)
{
    /// <summary>As it is kept: in the order of the form, lists that were left out made empty, empty notes dropped. For a form without objections.</summary>
    public FilledChecklist Tidied() =>
        this with
        {
            Answers = Answers.IsDefault ? [] : [.. Answers.OrderBy(answer => answer.Item).Select(Tidy)],
        };

    private static ChecklistAnswer Tidy(ChecklistAnswer answer) =>
        answer with
        {
            Note = string.IsNullOrWhiteSpace(answer.Note) ? null : answer.Note,
            Evidence = answer.Evidence.IsDefault ? [] : answer.Evidence,
        };
}
