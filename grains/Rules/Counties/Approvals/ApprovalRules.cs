namespace Supervision.Rules.Counties.Approvals;

/// <summary>Dual approval: who asks never approves, whoever approves ranks high enough, and what was approved is done once.</summary>
public static class ApprovalRules
{
    /// <summary>Rows of a list that leave the system without a second person.</summary>
    public const int FreeRows = 500;

    private const int MaxText = 500;

    /// <summary>How long a request waits for its decision.</summary>
    public static readonly TimeSpan DecideWithin = TimeSpan.FromHours(24);

    /// <summary>How long an approval waits to be used.</summary>
    public static readonly TimeSpan UseWithin = TimeSpan.FromHours(24);

    internal static ApprovalBook Evolve(ApprovalBook book, Fact<CountyEvent> fact) =>
        fact.Event switch
        {
            ApprovalAsked e => new(
                book.Entries.RemoveAll(entry => entry.Until.AddDays(ApprovalBook.KeptDays) < fact.EffectiveAt)
                    .Add(new(e.No, e.Kind, e.Subject, e.Reason, e.By, fact.EffectiveAt, ApprovalState.Asked, e.Until)),
                e.No
            ),
            ApprovalGiven e => Changed(
                book,
                e.No,
                entry => entry with { State = ApprovalState.Given, DecidedBy = e.By, Remark = e.Remark, Until = e.Until }
            ),
            ApprovalRefused e => Changed(
                book,
                e.No,
                entry => entry with { State = ApprovalState.Refused, DecidedBy = e.By, Remark = e.Reason }
            ),
            ApprovalUsed e => Changed(book, e.No, entry => entry with { State = ApprovalState.Used, UsedAt = fact.EffectiveAt }),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.Event.GetType().Name, "An event without a fold."),
        };

    internal static Decision<CountyEvent> Decide(ApprovalBook book, CountyCommand command, Actor actor, DateTimeOffset now) =>
        command switch
        {
            AskApproval c => !Enum.IsDefined(c.Kind) || c.Kind == ApprovalKind.None
                ? Refuse(
                    Refusals.Invalid(
                        "kind",
                        "审批类型不在清单内",
                        "unknown kind of approval",
                        string.Join(" | ", Enum.GetNames<ApprovalKind>().Skip(1))
                    )
                )
            : (Refusals.TextProblem("subject", c.Subject, MaxText) ?? Refusals.TextProblem("reason", c.Reason, MaxText)) is { } refusal
                ? Refuse(refusal)
            : One(new ApprovalAsked(book.Last + 1, c.Kind, c.Subject, c.Reason, actor.Name, now + DecideWithin), now),
            ApproveRequest c => Objection(book, c.Request, actor, now)
                ?? (
                    Refusals.TextProblem("remark", c.Remark, MaxText) is { } refusal
                        ? Refuse(refusal)
                        : One(new ApprovalGiven(c.Request, actor.Name, c.Remark, now + UseWithin), now)
                ),
            RejectRequest c => Objection(book, c.Request, actor, now)
                ?? (
                    Refusals.TextProblem("reason", c.Reason, MaxText) is { } refusal
                        ? Refuse(refusal)
                        : One(new ApprovalRefused(c.Request, actor.Name, c.Reason), now)
                ),
            UseApproval c => book.Find(c.Request) is not { } entry ? Refuse(ApprovalRefusals.Unknown(c.Request))
            : entry.By != actor.Name || entry.Kind != c.Kind || entry.Subject != c.Subject ? Refuse(ApprovalRefusals.OfAnother(entry))
            : entry.At(now) != ApprovalState.Given ? Refuse(ApprovalRefusals.Conflict(entry, now, ApprovalState.Given))
            : One(new ApprovalUsed(c.Request, actor.Name), now),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command without a rule."),
        };

    private static Decision<CountyEvent>? Objection(ApprovalBook book, int no, Actor actor, DateTimeOffset now) =>
        book.Find(no) is not { } entry ? Refuse(ApprovalRefusals.Unknown(no))
        : entry.Kind == ApprovalKind.SealedIdentity && Reach.OfRole(actor, May.ApproveIdentity) is { } refusal ? Refuse(refusal)
        : entry.By == actor.Name ? Refuse(Refusals.ApproverIsAsker())
        : entry.At(now) != ApprovalState.Asked ? Refuse(ApprovalRefusals.Conflict(entry, now, ApprovalState.Asked))
        : null;

    private static ApprovalBook Changed(ApprovalBook book, int no, Func<Approval, Approval> change) =>
        book with
        {
            Entries = [.. book.Entries.Select(entry => entry.No == no ? change(entry) : entry)],
        };

    private static Decision<CountyEvent> Refuse(Refusal refusal) => Decision<CountyEvent>.Refuse(refusal);

    private static Decision<CountyEvent> One(CountyEvent happened, DateTimeOffset now) =>
        new Decision<CountyEvent>.Accepted([new(happened, now, now)]);
}
