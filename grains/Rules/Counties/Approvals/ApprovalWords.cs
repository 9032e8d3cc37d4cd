namespace Supervision.Rules.Counties.Approvals;

/// <summary>What is asked of a second person, and how far it is, in words.</summary>
public static class ApprovalWords
{
    public static Text Of(ApprovalKind kind) =>
        kind switch
        {
            ApprovalKind.BulkExport => new("批量导出", "a bulk export"),
            ApprovalKind.SealedIdentity => new("拆封举报人身份", "opening a sealed identity"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    public static Text Of(ApprovalState state) =>
        state switch
        {
            ApprovalState.Asked => new("待审批", "waits for approval"),
            ApprovalState.Given => new("已同意", "approved"),
            ApprovalState.Refused => new("不同意", "refused"),
            ApprovalState.Used => new("已使用", "used"),
            ApprovalState.Expired => new("已过期", "expired"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
}
