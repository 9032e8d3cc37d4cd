namespace Supervision.Rules.Units.Alerts;

/// <summary>
/// Alerts of issues and measures. An alert stands exactly as long as what it is about: a proposal nobody decided, a clock that
/// ran out, a visit nobody confirmed.
/// </summary>
internal static class CaseAlerts
{
    public static void Collect(UnitState state, Profile profile, ref List<StandingAlert>? found)
    {
        foreach (var issue in state.Issues)
        {
            if (issue.State == IssueState.Found)
                Serious(state, profile, issue, ref found);
            if (issue.AskedDays is { } days)
                Asked(state, profile, issue, days, ref found);
            foreach (var clock in issue.Deadlines)
                Clock(state, profile, CaseKind.Issue, issue.No, clock, ref found);
        }

        foreach (var measure in state.Ladder.Measures)
            OfMeasure(state, profile, measure, ref found);
        foreach (var entry in state.Entries)
            OfEntry(state, profile, entry, ref found);
        foreach (var visit in state.Flagged)
            Flagged(state, profile, visit, ref found);
        foreach (var doubt in state.Doubts)
            if (doubt.Taken is { } taken)
                Doubted(state, profile, doubt, taken, ref found);
        foreach (var duty in state.SelfChecks)
        foreach (var clock in duty.Deadlines)
            Clock(state, profile, CaseKind.SelfCheck, duty.No, clock, ref found);
        foreach (var referral in state.Referrals)
        foreach (var clock in referral.Deadlines)
            Clock(state, profile, CaseKind.Referral, referral.No, clock, ref found);
    }

    /// <summary>Why an alert stands no longer.</summary>
    public static AlertEnding EndingOf(StandingAlert gone, UnitEvent happened) =>
        happened switch
        {
            IssueConfirmed or FlaggedVisitConfirmed => AlertEnding.Confirmed,
            IssueNotified => gone.Kind == AlertNames.SeriousFound ? AlertEnding.Confirmed : AlertEnding.NotNeeded,
            IssueWithdrawn => AlertEnding.Withdrawn,
            IssueTransferred => AlertEnding.Transferred,
            ExtensionRequested => AlertEnding.Superseded,
            ExtensionGranted => gone.Kind == AlertNames.ExtensionAsked ? AlertEnding.Decided : AlertEnding.Extended,
            ExtensionRefused => AlertEnding.Decided,
            IssueReported => gone.Kind == AlertNames.ExtensionAsked || gone.Clock == DeadlineKind.Contain
                ? AlertEnding.NotNeeded
                : AlertEnding.Done,
            IssueVerified or IssueReturned => gone.Clock == DeadlineKind.File ? AlertEnding.NotNeeded : AlertEnding.Done, // verified before it was filed
            DelistingAccepted => gone.Clock == DeadlineKind.Progress ? AlertEnding.NotNeeded : AlertEnding.Done,
            EntryApproved or EntryRejected => AlertEnding.Decided,
            MeasureDecided or MeasureRejected => gone.Kind is AlertNames.DecisionWaiting or AlertNames.DecisionOverdue
                ? AlertEnding.Decided
                : AlertEnding.NotNeeded,
            MeasureLapsed => gone.Kind is AlertNames.DecisionWaiting or AlertNames.DecisionOverdue
                ? AlertEnding.Lapsed
                : AlertEnding.NotNeeded,
            MeasureDischarged or MeasureSuperseded or MeasureRevoked => gone.Kind == AlertNames.MeasureServed
                ? AlertEnding.Discharged
                : AlertEnding.NotNeeded,
            PeriodExtended => AlertEnding.Extended,
            DeadlinePassed => AlertEnding.Superseded,
            _ => AlertEnding.Done,
        };

    private static void Serious(UnitState state, Profile profile, Issue issue, ref List<StandingAlert>? found) =>
        AlertRules.Add(
            ref found,
            AlertRules.Id(Matter(AlertNames.SeriousFound, profile, "issue", issue.No), issue.Since, state.Turns?.Moved),
            AlertNames.SeriousFound,
            issue.Since,
            () =>
                (
                    [AlertRules.County(profile)],
                    new(
                        $"{profile.Name}发现严重问题 {issue.No}，待县级确认",
                        $"{profile.Name}: serious issue {issue.No} waits for the county's confirmation"
                    )
                )
        );

    private static void Asked(UnitState state, Profile profile, Issue issue, int days, ref List<StandingAlert>? found)
    {
        var again = issue.Asks > 1 ? $"#{issue.Asks}" : ""; // another wish for the same issue, the same day
        var matter =
            $"{AlertNames.ExtensionAsked}:{profile.Code}:issue-{issue.No}:{issue.Cycle}-{issue.Extensions}-{issue.Deadlines.Of(DeadlineKind.Rectify)?.Due:yyyy-MM-dd}{again}";
        AlertRules.Add(
            ref found,
            AlertRules.Id(matter, issue.Since, state.Turns?.Moved),
            AlertNames.ExtensionAsked,
            issue.Since,
            () =>
                (
                    [AlertRules.County(profile)],
                    new(
                        $"{profile.Name}问题 {issue.No} 申请延期 {days} 天，待审批",
                        $"{profile.Name}: {days} days more are asked for issue {issue.No}"
                    )
                )
        );
    }

    private static void OfMeasure(UnitState state, Profile profile, Measure measure, ref List<StandingAlert>? found)
    {
        var rung = CaseWords.Of(measure.Rung);
        if (measure.State == MeasureState.Proposed && measure.Deadlines.Of(DeadlineKind.Decide) is { Passed: false })
            AlertRules.Add(
                ref found,
                AlertRules.Id(Matter(AlertNames.DecisionWaiting, profile, "measure", measure.No), measure.Since, state.Turns?.Moved),
                AlertNames.DecisionWaiting,
                measure.Since,
                () =>
                {
                    var (decider, rule) = (RoleWords.Of(Permission.DeciderOf(measure.Rung)), MeasureTexts.Rule(measure.Rule));
                    return (
                        [AlertRules.County(profile), CaseAlertTexts.Role(Permission.DeciderOf(measure.Rung), profile)],
                        new(
                            $"{profile.Name}：建议{rung.Zh}（{rule.Zh}），待{decider.Zh}决定",
                            $"{profile.Name}: {rung.En} proposed ({rule.En}), for the {decider.En} to decide"
                        )
                    );
                }
            );
        if (measure.IsInForce && (measure.ServedAt ?? measure.Since) is var served && !(state.Turns?.Moved >= served))
            AlertRules.Add(
                ref found,
                Matter(AlertNames.MeasureServed, profile, "measure", measure.No),
                AlertNames.MeasureServed,
                served,
                () =>
                    (
                        [AlertRules.County(profile), CaseAlertTexts.Unit(profile)],
                        new($"{profile.Name}：{rung.Zh}已送达", $"{profile.Name}: {rung.En} served")
                    )
            );
        if (!measure.IsPending && !measure.IsInForce)
            return;
        foreach (var clock in measure.Deadlines)
            Clock(state, profile, CaseKind.Measure, measure.No, clock, ref found);
    }

    /// <summary>What was entered is said on the unit's page, to whoever may know it.</summary>
    private static void OfEntry(UnitState state, Profile profile, HandEntry entry, ref List<StandingAlert>? found)
    {
        if (!entry.Deadlines.HasPassed(DeadlineKind.Decide))
            AlertRules.Add(
                ref found,
                AlertRules.Id(Matter(AlertNames.DecisionWaiting, profile, "entry", entry.No), entry.Since, state.Turns?.Moved),
                AlertNames.DecisionWaiting,
                entry.Since,
                () =>
                    (
                        [AlertRules.County(profile), CaseAlertTexts.Role(ActorRole.CountyDirector, profile)],
                        new(
                            $"{profile.Name}：手工登记 {entry.No} 待本县另一人审核",
                            $"{profile.Name}: entry {entry.No} made by hand waits for another person's approval"
                        )
                    )
            );
        foreach (var clock in entry.Deadlines)
            Clock(state, profile, CaseKind.Entry, entry.No, clock, ref found);
    }

    private static void Flagged(UnitState state, Profile profile, Visit visit, ref List<StandingAlert>? found) =>
        AlertRules.Add(
            ref found,
            AlertRules.Id($"{AlertNames.VisitFlagged}:{profile.Code}:{visit.Id}", visit.StartedAt, state.Turns?.Moved),
            AlertNames.VisitFlagged,
            visit.StartedAt,
            () =>
            {
                var day = CivilTime.DateOf(visit.StartedAt);
                return (
                    [AlertRules.County(profile)],
                    new(
                        $"{profile.Name}：督学 {visit.Inspector} 于 {day:yyyy-MM-dd} 的督导存疑，待确认",
                        $"{profile.Name}: the visit of {visit.Inspector} on {day:yyyy-MM-dd} is doubtful and waits for confirmation"
                    )
                );
            }
        );

    /// <summary>A visit may be doubted again after it was believed: each time has an alert of its own.</summary>
    private static void Doubted(UnitState state, Profile profile, VisitDoubt doubt, TakenVisit taken, ref List<StandingAlert>? found) =>
        AlertRules.Add(
            ref found,
            AlertRules.Id($"{AlertNames.VisitFlagged}:{profile.Code}:{doubt.Id}:{doubt.Tag}", doubt.Since, state.Turns?.Moved),
            AlertNames.VisitFlagged,
            doubt.Since,
            () => ([AlertRules.County(profile)], DoubtTexts.Alert(profile.Name, doubt.Inspector, doubt.StartedAt, taken.Stands))
        );

    private static void Clock(UnitState state, Profile profile, CaseKind kind, int no, Deadline clock, ref List<StandingAlert>? found)
    {
        if (!clock.Passed || !IsTold(clock.Kind) || IsOvertaken(state, kind, no, clock))
            return;
        var matter =
            $"{AlertNames.ClockPassed}:{profile.Code}:{kind.ToString().ToLowerInvariant()}-{no}:{clock.Kind.ToString().ToLowerInvariant()}:{clock.Due:yyyy-MM-dd}";
        var id = AlertRules.Id(
            matter,
            clock.FallsAt,
            state.Turns?.Moved,
            CaseAlertTexts.NamesInspector(clock.Kind) ? state.Turns?.Hands : null,
            kind == CaseKind.Measure ? state.Turns?.Revived : null
        );
        AlertRules.Add(
            ref found,
            id,
            KindOf(clock.Kind),
            clock.FallsAt,
            () => (CaseAlertTexts.Recipients(state, profile, kind, no, clock.Kind), CaseAlertTexts.Say(state, profile, kind, no, clock)),
            clock.Kind
        );
    }

    /// <summary>Clocks whose passing leads to a measure at once are told by that measure; acknowledgement is told by LR-03.</summary>
    private static bool IsTold(DeadlineKind kind) =>
        kind
            is not (
                DeadlineKind.Acknowledge
                or DeadlineKind.Silence
                or DeadlineKind.LookBackOpens
                or DeadlineKind.ReviewRequest
                or DeadlineKind.Appeal
                or DeadlineKind.Fix
            );

    /// <summary>The drawn day of a look-back gives way to the end of its window.</summary>
    private static bool IsOvertaken(UnitState state, CaseKind kind, int no, Deadline clock) =>
        clock.Kind == DeadlineKind.LookBackDay
        && kind == CaseKind.Issue
        && state.Issue(no)?.Deadlines.HasPassed(DeadlineKind.LookBack) == true;

    private static string KindOf(DeadlineKind kind) =>
        kind switch
        {
            DeadlineKind.LookBackDay => AlertNames.LookBackDue,
            DeadlineKind.FactFindingNear => AlertNames.FactFindingDue,
            DeadlineKind.Decide => AlertNames.DecisionOverdue,
            _ => AlertNames.ClockPassed,
        };

    private static string Matter(string kind, Profile profile, string subject, int no) => $"{kind}:{profile.Code}:{subject}-{no}";
}
