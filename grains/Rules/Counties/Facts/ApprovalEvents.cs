namespace Supervision.Rules.Counties.Facts;

/// <param name="Until">Last instant to decide it, exclusive.</param>
public sealed record ApprovalAsked(int No, ApprovalKind Kind, string Subject, string Reason, string By, DateTimeOffset Until) : CountyEvent;

/// <param name="Until">Last instant to use it, exclusive.</param>
public sealed record ApprovalGiven(int No, string By, string Remark, DateTimeOffset Until) : CountyEvent;

public sealed record ApprovalRefused(int No, string By, string Reason) : CountyEvent;

public sealed record ApprovalUsed(int No, string By) : CountyEvent;
