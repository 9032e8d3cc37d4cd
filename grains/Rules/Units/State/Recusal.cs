using static Supervision.Rules.Units.Issues.IssueDecisions;

namespace Supervision.Rules.Units.State;

/// <summary>An inspector who has nothing to do with a unit until it is lifted: a relative works there, the inspector taught there, a complaint is about both (回避, 教督〔2016〕2号).</summary>
/// <param name="Since">When it was recorded, true time; from then on he reads and does nothing there.</param>
[GenerateSerializer, Immutable, Alias("recusal")]
public sealed record Recusal(string Inspector, string Reason, string Document, DateTimeOffset Since)
{
    /// <summary>First day of the interest, when it began before the recusal was recorded; null when it began that day.</summary>
    [Id(0)]
    public DateOnly? From { get; init; }

    /// <summary>When it was lifted; null while it stands.</summary>
    [Id(1)]
    public DateTimeOffset? LiftedAt { get; init; }
}
