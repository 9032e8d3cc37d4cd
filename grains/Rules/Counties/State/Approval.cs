using System.Text.Json.Serialization;

namespace Supervision.Rules.Counties.State;

/// <summary>What takes two people: one who asks, and another of the county who approves.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ApprovalKind>))]
public enum ApprovalKind
{
    None = 0,

    /// <summary>批量导出: a list longer than <see cref="ApprovalRules.FreeRows"/>.</summary>
    BulkExport = 1,

    /// <summary>拆封举报人身份.</summary>
    SealedIdentity = 2,
}

[JsonConverter(typeof(JsonStringEnumConverter<ApprovalState>))]
public enum ApprovalState
{
    None = 0,
    Asked = 1,
    Given = 2,
    Refused = 3,
    Used = 4,

    /// <summary>Not decided, or not used, in time; never stored, for it follows from the clock.</summary>
    Expired = 5,
}

/// <summary>One request and what became of it.</summary>
/// <param name="No">1 and up within the county, never reused.</param>
/// <param name="Subject">Exactly what it is for, e.g. <c>issues.xlsx?severity=Serious</c>; good for nothing else.</param>
/// <param name="By">Account that asks, and alone may use it.</param>
/// <param name="Until">Last instant to decide it, or once given, to use it; exclusive.</param>
/// <param name="Remark">What the second person said; null before.</param>
[GenerateSerializer, Immutable, Alias("approval")]
public sealed record Approval(
    int No,
    ApprovalKind Kind,
    string Subject,
    string Reason,
    string By,
    DateTimeOffset AskedAt,
    ApprovalState State,
    DateTimeOffset Until,
    string? DecidedBy = null,
    string? Remark = null,
    DateTimeOffset? UsedAt = null
)
{
    public ApprovalState At(DateTimeOffset now) =>
        State is ApprovalState.Asked or ApprovalState.Given && now >= Until ? ApprovalState.Expired : State;
}

/// <param name="Entries">By number; those whose term ended over 90 days before the newest one was asked are forgotten, the journal keeps them.</param>
[GenerateSerializer, Immutable, Alias("approval-book")]
public sealed record ApprovalBook(ImmutableArray<Approval> Entries, int Last)
{
    public const int KeptDays = 90;

    public static readonly ApprovalBook Empty = new([], 0);

    public Approval? Find(int no) => Entries.FirstOrDefault(entry => entry.No == no);
}
