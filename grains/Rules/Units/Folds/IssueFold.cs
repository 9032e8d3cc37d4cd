namespace Supervision.Rules.Units.Folds;

/// <summary>What facts do to a unit's issues. An issue that is closed leaves the state; its story is in the journal.</summary>
internal static class IssueFold
{
    /// <summary>Null for events that are not of issues.</summary>
    public static UnitState? Evolve(UnitState state, Fact<UnitEvent> fact) =>
        fact.Event switch
        {
            IssueOpened e => state with
            {
                LastIssue = Math.Max(state.LastIssue, e.No),
                Issues = state.Issues.Add(
                    new(
                        e.No,
                        e.Category,
                        e.Severity,
                        e.Origin,
                        IssueState.Found,
                        e.PolicyVersion,
                        e.Description,
                        e.FoundAt,
                        e.FoundBy,
                        fact.EffectiveAt,
                        [],
                        e.Tags,
                        Department: e.Department,
                        FoundOn: e.FoundOn
                    )
                ),
            },
            IssueConfirmed => state,
            IssueNotified e => state.With(
                e.No,
                issue =>
                    issue with
                    {
                        State = e.Acknowledged ? IssueState.Rectifying : IssueState.Notified,
                        Since = fact.EffectiveAt,
                        Deadlines = e.Deadlines,
                    }
            ),
            IssueAcknowledged e => state.With(
                e.No,
                issue =>
                    issue with
                    {
                        State = IssueState.Rectifying,
                        Since = fact.EffectiveAt,
                        Deadlines = issue.Deadlines.Without(DeadlineKind.Acknowledge, DeadlineKind.Silence),
                    }
            ),
            IssueContained e => state.With(e.No, issue => issue with { Deadlines = issue.Deadlines.Without(DeadlineKind.Contain) }),
            IssueReported e => state.With(
                e.No,
                issue =>
                    issue with
                    {
                        State = IssueState.Reported,
                        Since = fact.EffectiveAt,
                        ReportedBy = e.By,
                        AskedDays = null,
                        Deadlines = Rested(issue).With(e.Deadlines),
                    }
            ),
            IssueFiled e => state.With(
                e.No,
                issue =>
                    issue with
                    {
                        State = IssueState.Filed,
                        Since = fact.EffectiveAt,
                        Deadlines = issue.Deadlines.Without(DeadlineKind.File),
                    }
            ),
            IssueVerified e => state.With(
                e.No,
                issue =>
                    issue with
                    {
                        State = IssueState.Verified,
                        Since = fact.EffectiveAt,
                        VerifiedBy = e.By,
                        VerifierCode = e.ByCode,
                        Deadlines = e.Deadlines,
                    }
            ),
            IssueReturned e => state.With(
                e.No,
                issue =>
                    issue with
                    {
                        State = IssueState.Returned,
                        Since = fact.EffectiveAt,
                        Reworks = issue.Reworks + 1,
                        Deadlines = e.Deadlines,
                    }
            ),
            ExtensionRequested e => state.With(e.No, issue => issue with { AskedDays = e.Days, Asks = issue.Asks + 1 }),
            ExtensionGranted e => state.With(
                e.No,
                issue => issue with { AskedDays = null, Extensions = issue.Extensions + 1, Deadlines = issue.Deadlines.With(e.Deadlines) }
            ),
            ExtensionRefused e => state.With(e.No, issue => issue with { AskedDays = null }),
            LookBackPassed => state,
            IssueRecurred e => state.With(
                e.No,
                issue =>
                    issue with
                    {
                        State = IssueState.Rectifying,
                        Since = fact.EffectiveAt,
                        Cycle = issue.Cycle + 1,
                        Deadlines = e.Deadlines,
                    }
            ),
            IssueArchived e => Closed(state, e.No),
            IssueTransferred e => Closed(state, e.No),
            IssueWithdrawn e => Closed(state, e.No),
            ReferralSent e => state with
            {
                LastReferral = Math.Max(state.LastReferral, e.Referral),
                Referrals = state.Referrals.Add(new(e.Referral, e.No, e.Department, e.Deadlines)),
            },
            ReferralAnswered e => state with { Referrals = state.Referrals.RemoveAll(referral => referral.No == e.Referral) },
            HarmMarked e => state.With(e.No, issue => issue with { Harm = e.Mark }),
            MajorConfirmed e => state.With(e.No, issue => issue with { MajorConfirmedBy = e.Department }),
            _ => null,
        };

    /// <summary>What stops when the unit reports: with the rectification an interim report is pointless.</summary>
    private static ImmutableArray<Deadline> Rested(Issue issue) =>
        issue.Deadlines.Without(DeadlineKind.Acknowledge, DeadlineKind.Silence, DeadlineKind.Rectify, DeadlineKind.Contain);

    private static UnitState Closed(UnitState state, int no) => state with { Issues = state.Issues.RemoveAll(issue => issue.No == no) };
}
