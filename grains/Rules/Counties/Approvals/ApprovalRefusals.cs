namespace Supervision.Rules.Counties.Approvals;

public static class ApprovalRefusals
{
    /// <param name="rows">What would leave the system.</param>
    /// <param name="subject">What to ask for.</param>
    public static Refusal Required(int rows, string subject) =>
        new(
            RefusalCode.ApprovalRequired,
            "approval",
            new(
                $"清单有 {rows} 项，超过 {ApprovalRules.FreeRows} 项的导出须由本县另一人审批",
                $"the list has {rows} rows; an export of more than {ApprovalRules.FreeRows} needs another person's approval"
            ),
            new($"审批编号，申请内容为 {subject}", $"the number of an approval asked for {subject}")
        );

    public static Refusal Unknown(int no) =>
        new(RefusalCode.ApprovalUnknown, "approval", new($"没有第 {no} 号审批", $"there is no approval {no}"), null);

    public static Refusal Conflict(Approval entry, DateTimeOffset now, ApprovalState wanted)
    {
        var (state, needed) = (ApprovalWords.Of(entry.At(now)), ApprovalWords.Of(wanted));
        return new(
            RefusalCode.ApprovalStateConflict,
            "approval",
            new($"第 {entry.No} 号审批{state.Zh}", $"approval {entry.No} is in state: {state.En}"),
            needed
        );
    }

    /// <summary>Says nothing of what it was given for.</summary>
    public static Refusal OfAnother(Approval entry) =>
        new(
            RefusalCode.ApprovalOfAnother,
            "approval",
            new($"第 {entry.No} 号审批不是给您的这项操作的", $"approval {entry.No} was not given to you for this"),
            null
        );

    public static Refusal SubjectInvalid(string accepted) =>
        new(
            RefusalCode.ApprovalSubjectInvalid,
            "subject",
            new("申请内容不是可以导出的清单", "the subject is no list that can be exported"),
            new(accepted, accepted)
        );
}
