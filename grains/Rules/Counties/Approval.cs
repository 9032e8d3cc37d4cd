using System.Text.Json.Serialization;

namespace Supervision.Rules;

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

/// <param name="Until">Last instant to decide it, exclusive.</param>
public sealed record ApprovalAsked(int No, ApprovalKind Kind, string Subject, string Reason, string By, DateTimeOffset Until) : CountyEvent;

/// <param name="Until">Last instant to use it, exclusive.</param>
public sealed record ApprovalGiven(int No, string By, string Remark, DateTimeOffset Until) : CountyEvent;

public sealed record ApprovalRefused(int No, string By, string Reason) : CountyEvent;

public sealed record ApprovalUsed(int No, string By) : CountyEvent;

/// <param name="Subject">1–500 characters.</param>
/// <param name="Reason">1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("ask-approval")]
public sealed record AskApproval(ApprovalKind Kind, string Subject, string Reason) : CountyCommand;

/// <param name="Remark">1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("approve-request")]
public sealed record ApproveRequest(int Request, string Remark) : CountyCommand;

/// <param name="Reason">1–500 characters.</param>
[GenerateSerializer, Immutable, Alias("reject-request")]
public sealed record RejectRequest(int Request, string Reason) : CountyCommand;

/// <summary>Uses an approval up; accepted once, for the one who asked, and for exactly what was asked.</summary>
[GenerateSerializer, Immutable, Alias("use-approval")]
public sealed record UseApproval(int Request, ApprovalKind Kind, string Subject) : CountyCommand;
