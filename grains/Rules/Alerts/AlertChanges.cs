namespace Supervision.Rules.Alerts;

/// <summary>What one commit does to alerts.</summary>
/// <param name="Raised">Also what the commit itself ended again, when a deadline raised it before: noticed in time it would have been an alert.</param>
/// <param name="Ended">With why; an id stands here twice when it is written in two ways.</param>
public sealed record AlertChanges(ImmutableArray<Alert> Raised, ImmutableArray<AlertEnd> Ended)
{
    public static readonly AlertChanges None = new([], []);
}
