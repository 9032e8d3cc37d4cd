namespace Supervision.Rules.Units;

/// <summary>An issue as a county's list shows it; the row is replaced with every change, and keeps the last state of a closed one.</summary>
/// <param name="Unit">Actor key.</param>
/// <param name="ClosedAt">True time; null while it is open.</param>
[GenerateSerializer, Immutable, Alias("issue-record")]
public sealed record IssueRecord(
    string Unit,
    UnitKind Kind,
    string UnitName,
    string? TownName,
    string? Inspector,
    Issue Issue,
    DateTimeOffset? ClosedAt
)
{
    /// <summary>Rows of the issues that facts touched, as they stand after them.</summary>
    public static IEnumerable<IssueRecord> Changed(UnitState before, IReadOnlyList<Fact<UnitEvent>> facts, UnitState after)
    {
        var profile = after.Profile!;
        var unit = $"{UnitKeys.Prefix(profile.Kind)}/{profile.Code}";
        foreach (var issue in after.Issues)
            if (!Equals(before.Issue(issue.No), issue))
                yield return Of(issue, null);
        var state = before;
        foreach (var fact in facts)
        {
            var (no, closed) = fact.Event switch
            {
                IssueArchived e => (e.No, IssueState.Archived),
                IssueTransferred e => (e.No, IssueState.Transferred),
                IssueWithdrawn e => (e.No, IssueState.Withdrawn),
                _ => (0, IssueState.None),
            };
            if (no > 0 && state.Issue(no) is { } last)
                yield return Of(last with { State = closed, Since = fact.EffectiveAt, Deadlines = [] }, fact.EffectiveAt);
            state = Units.Unit.Evolve(state, fact);
        }

        IssueRecord Of(Issue issue, DateTimeOffset? closedAt) =>
            new(unit, profile.Kind, profile.Name, profile.TownName, after.Responsible, issue, closedAt);
    }

    /// <summary>The last day of what has to be done next, passed or not; null when nothing runs.</summary>
    public static DateOnly? DueOn(Issue issue)
    {
        DateOnly? due = null;
        foreach (var deadline in issue.Deadlines)
            if (
                deadline.Kind is not (DeadlineKind.LookBackDay or DeadlineKind.LookBackOpens or DeadlineKind.Silence or DeadlineKind.File)
                && !(due <= deadline.Due)
            )
                due = deadline.Due;
        return due;
    }
}
