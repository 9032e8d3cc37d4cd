namespace Supervision.Rules.Units.Issues;

/// <summary>What may still be asked about an issue as it stands, for pages that offer no more than that.</summary>
public static class IssueOffers
{
    /// <summary>
    /// The most days the unit may ask to have its deadline extended by (issue.ext.days). Null when it may not ask: the issue is not being
    /// rectified, an answer is still owed, all extensions were granted (issue.ext.times), or the last day has come.
    /// </summary>
    /// <param name="today">Civil day, Asia/Shanghai.</param>
    public static int? MostExtensionDays(Issue issue, DateOnly today, Rulebook rules)
    {
        var policy = rules.PolicyVersion(issue.PolicyVersion).OfIssues;
        var isRectified = issue is { State: IssueState.Notified or IssueState.Rectifying or IssueState.Returned, AskedDays: null };
        var isInTime = !(today >= issue.Deadlines.Of(DeadlineKind.Rectify)?.Due);
        return isRectified && isInTime && issue.Extensions < policy.Extensions ? policy.ExtensionDays : null;
    }
}
