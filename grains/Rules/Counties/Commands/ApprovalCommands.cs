namespace Supervision.Rules.Counties.Commands;

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
