namespace Supervision.Rules.Units.Visits;

/// <summary>Refusals of filled checklists in words; each names the item. Fields are paths from the record that holds the member <c>checklist</c>.</summary>
internal static class ChecklistRefusals
{
    private const int Named = 3;

    /// <summary>Where an answer stands in the request.</summary>
    /// <param name="index">From 0, in the order sent.</param>
    public static string Place(int index, string? member = null) =>
        member is null ? $"checklist.answers[{index}]" : $"checklist.answers[{index}].{member}";

    /// <summary>Does not repeat the id that was sent: it may be anything.</summary>
    public static Refusal Unknown(UnitKind kind, DateOnly day)
    {
        var ids = TakenOn(kind, day);
        return new(
            RefusalCode.ChecklistUnknown,
            "checklist.id",
            new(
                $"没有这份检查表，或不适用于{Words.Of(kind).Zh}",
                $"there is no such checklist for a unit of this kind: {Words.Of(kind).En}"
            ),
            new(ids, ids)
        );
    }

    public static Refusal NotOfThatDay(Checklist list, DateOnly day)
    {
        var ids = TakenOn(list.Kind, day);
        return new(
            RefusalCode.ChecklistUnknown,
            "checklist.id",
            new(
                $"《{list.Title.Zh}》第 {list.Version} 版不适用于 {day:yyyy-MM-dd} 的督导",
                $"version {list.Version} of {list.Title.En} is not for visits of {day:yyyy-MM-dd}"
            ),
            new(ids, ids)
        );
    }

    private static string TakenOn(UnitKind kind, DateOnly day) =>
        string.Join(" | ", Checklists.All.Where(list => list.Kind == kind && list.IsTakenOn(day)).Select(list => list.Id));

    public static Refusal ItemUnknown(int index, int no, Checklist list) =>
        new(
            RefusalCode.ChecklistItemUnknown,
            Place(index, "item"),
            new($"《{list.Title.Zh}》没有第 {no} 项", $"the checklist {list.Id} has no item {no}"),
            new($"1–{list.Items.Length}", $"1–{list.Items.Length}")
        );

    public static Refusal ItemNotApplicable(int index, ChecklistItem item) =>
        new(
            RefusalCode.ChecklistItemUnknown,
            Place(index, "item"),
            new($"{Zh(item)}在当日不适用于该单位", $"{En(item)} does not apply to this unit on this day"),
            new("删去该项", "leave the item out")
        );

    public static Refusal ItemTwice(int index, ChecklistItem item) =>
        new(
            RefusalCode.ChecklistItemTwice,
            Place(index, "item"),
            new($"{Zh(item)}重复填写", $"{En(item)} is answered twice"),
            new("每项只填一次", "one answer an item")
        );

    public static Refusal ItemsMissing(ImmutableArray<ChecklistItem> items) =>
        new(
            RefusalCode.ChecklistItemMissing,
            "checklist.answers",
            new(
                $"还有 {items.Length} 项未填写：{string.Join("、", items.Take(Named).Select(Zh))}{(items.Length > Named ? "等" : "")}",
                $"{items.Length} unanswered: {string.Join(", ", items.Take(Named).Select(En))}{(items.Length > Named ? ", …" : "")}"
            ),
            new(string.Join("、", items.Select(item => item.No)), string.Join(", ", items.Select(item => item.No)))
        );

    public static Refusal AnswerInvalid(int index, ChecklistItem item) =>
        new(
            RefusalCode.ChecklistAnswerInvalid,
            Place(index, "answer"),
            item.Prohibited
                ? new($"{Zh(item)}为禁止性事项，只能选择“符合”或“不符合”", $"{En(item)} is a prohibition: it is kept or it is not")
                : new($"{Zh(item)}没有有效的检查结论", $"{En(item)} has no valid answer"),
            Names(
                Enum.GetValues<ItemAnswer>()
                    .Where(answer =>
                        answer is ItemAnswer.Conforms or ItemAnswer.DoesNotConform || (answer != ItemAnswer.None && !item.Prohibited)
                    )
            )
        );

    public static Refusal DispositionUncalled(int index, ChecklistItem item) =>
        new(
            RefusalCode.ChecklistAnswerInvalid,
            Place(index, "disposition"),
            new($"{Zh(item)}：只有“不符合”才填写处置方式", $"{En(item)}: only a finding of non-conformity has a disposition"),
            new("留空", "none")
        );

    public static Refusal OnlyRecorded(int index, ChecklistItem item) =>
        new(
            RefusalCode.ChecklistAnswerInvalid,
            Place(index, "disposition"),
            new($"{Zh(item)}不单独立为问题，只作记录", $"{En(item)} is never an issue on its own, it is only recorded"),
            Names([ItemDisposition.RecordOnly])
        );

    public static Refusal DispositionMissing(int index, ChecklistItem item) =>
        new(
            RefusalCode.DispositionMissing,
            Place(index, "disposition"),
            new($"{Zh(item)}不符合，须填写处置方式", $"{En(item)} does not conform: say what is done about it"),
            Names(
                item.Categories.IsEmpty
                    ? [ItemDisposition.RecordOnly]
                    : Enum.GetValues<ItemDisposition>().Where(disposition => disposition != ItemDisposition.None)
            )
        );

    public static Refusal NoteTooLong(int index, ChecklistItem item, int length) =>
        new(
            RefusalCode.FieldInvalid,
            Place(index, "note"),
            new($"{Zh(item)}的说明有 {length} 字", $"the note on {En(item)} has {length} characters"),
            new($"不超过 {ChecklistRules.MaxNoteLength} 字", $"{ChecklistRules.MaxNoteLength} at most")
        );

    public static Refusal NoteUnreadable(int index, ChecklistItem item) =>
        new(
            RefusalCode.FieldInvalid,
            Place(index, "note"),
            new($"{Zh(item)}的说明含有不可见的空字符", $"the note on {En(item)} has a zero character"),
            null
        );

    public static Refusal CountInvalid(int index, ChecklistItem item) =>
        new(
            RefusalCode.FieldInvalid,
            Place(index, "count"),
            new($"{Zh(item)}的数量超出范围", $"the count of {En(item)} is out of range"),
            new($"0–{ChecklistRules.MaxCount}", $"0–{ChecklistRules.MaxCount}")
        );

    public static Refusal EvidenceInvalid(int index, ChecklistItem item) =>
        new(
            RefusalCode.EvidenceHashInvalid,
            Place(index, "evidence"),
            new(
                $"{Zh(item)}的佐证材料校验码不正确，或超过 {ChecklistRules.MaxEvidence} 份",
                $"the evidence of {En(item)} is not named by its hash, or there is too much of it"
            ),
            new(
                $"64 位小写十六进制 SHA-256，至多 {ChecklistRules.MaxEvidence} 个",
                $"SHA-256 in 64 lower-case hex digits, {ChecklistRules.MaxEvidence} at most"
            )
        );

    private static string Zh(ChecklistItem item) => $"第 {item.No} 项“{item.Name.Zh}”";

    private static string En(ChecklistItem item) => $"item {item.No} ({item.Name.En})";

    /// <summary>As the JSON names them.</summary>
    private static Text Names<T>(IEnumerable<T> values)
        where T : struct, Enum
    {
        var names = string.Join(" | ", values.Select(value => Enum.GetName(value)));
        return new(names, names);
    }
}
