namespace Supervision.Rules.Units.Visits;

/// <summary>What a filled checklist must look like (5.14).</summary>
public static class ChecklistRules
{
    public const int MaxNoteLength = 500;
    public const int MaxCount = 99_999;
    public const int MaxEvidence = 9;

    /// <summary>
    /// Every normal item that applies must be answered; highlights and open issues may be left out. Answers are judged in the
    /// order they come, gaps last.
    /// </summary>
    /// <param name="kind">Of the unit the form is about.</param>
    /// <param name="category">As in <see cref="Profile.Category"/>.</param>
    /// <param name="day">Civil day the visit started on.</param>
    /// <returns>The first thing wrong, or null.</returns>
    public static Refusal? Objection(FilledChecklist filled, UnitKind kind, string category, DateOnly day)
    {
        if (Checklists.Find(filled.Id) is not { } list || list.Kind != kind)
            return ChecklistRefusals.Unknown(kind, day);
        if (!list.IsTakenOn(day))
            return ChecklistRefusals.NotOfThatDay(list, day);
        var answers = filled.Answers.IsDefault ? [] : filled.Answers;
        var answered = new HashSet<int>();
        for (var index = 0; index < answers.Length; index++)
        {
            if (answers[index] is not { } answer)
                return Refusals.Required(ChecklistRefusals.Place(index));
            if (list.Find(answer.Item) is not { } item)
                return ChecklistRefusals.ItemUnknown(index, answer.Item, list);
            if (!item.AppliesTo(category, day))
                return ChecklistRefusals.ItemNotApplicable(index, item);
            if (!answered.Add(item.No))
                return ChecklistRefusals.ItemTwice(index, item);
            if (Objection(index, item, answer) is { } refusal)
                return refusal;
        }

        var missing = list.ApplicableTo(category, day)
            .Where(item => item.Kind == ItemKind.Normal && !answered.Contains(item.No))
            .ToImmutableArray();
        return missing.IsEmpty ? null : ChecklistRefusals.ItemsMissing(missing);
    }

    private static Refusal? Objection(int index, ChecklistItem item, ChecklistAnswer answer) =>
        AnswerObjection(index, item, answer.Answer)
        ?? DispositionObjection(index, item, answer)
        ?? NoteObjection(index, item, answer.Note)
        ?? (answer.Count is < 0 or > MaxCount ? ChecklistRefusals.CountInvalid(index, item) : null)
        ?? EvidenceObjection(index, item, answer.Evidence);

    private static Refusal? AnswerObjection(int index, ChecklistItem item, ItemAnswer answer) =>
        answer switch
        {
            ItemAnswer.Conforms or ItemAnswer.DoesNotConform => null,
            ItemAnswer.MostlyConforms or ItemAnswer.NotApplicable when !item.Prohibited => null,
            _ => ChecklistRefusals.AnswerInvalid(index, item),
        };

    /// <summary>
    /// An item without a category can open no issue, so a finding there is only recorded: encouraged items are never an issue (L31),
    /// and open issues have their own remarks (L78).
    /// </summary>
    private static Refusal? DispositionObjection(int index, ChecklistItem item, ChecklistAnswer answer)
    {
        if (answer.Answer != ItemAnswer.DoesNotConform)
            return answer.Disposition is null ? null : ChecklistRefusals.DispositionUncalled(index, item);
        if (answer.Disposition is not { } disposition || disposition == ItemDisposition.None || !Enum.IsDefined(disposition))
            return ChecklistRefusals.DispositionMissing(index, item);
        return item.Categories.IsEmpty && disposition != ItemDisposition.RecordOnly ? ChecklistRefusals.OnlyRecorded(index, item) : null;
    }

    private static Refusal? NoteObjection(int index, ChecklistItem item, string? note) =>
        note is null ? null
        : !Characters.Fit(note, MaxNoteLength) ? ChecklistRefusals.NoteTooLong(index, item, Characters.Count(note))
        : note.Contains('\0', StringComparison.Ordinal) ? ChecklistRefusals.NoteUnreadable(index, item)
        : null;

    private static Refusal? EvidenceObjection(int index, ChecklistItem item, ImmutableArray<string> evidence) =>
        evidence.IsDefaultOrEmpty || (evidence.Length <= MaxEvidence && evidence.All(EvidenceHash.IsValid))
            ? null
            : ChecklistRefusals.EvidenceInvalid(index, item);
}
