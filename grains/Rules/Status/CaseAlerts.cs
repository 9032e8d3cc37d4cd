namespace Supervision.Rules;

/// <summary>
/// Alerts of issues and measures. An alert stands exactly as long as what it is about: a proposal nobody decided, a clock that
/// ran out, a visit nobody confirmed.
/// </summary>
internal static class CaseAlerts
{
    public const string SeriousFound = "serious-found";
    public const string ExtensionAsked = "extension-asked";
    public const string DecisionWaiting = "decision-waiting";
    public const string DecisionOverdue = "decision-overdue";
    public const string ClockPassed = "deadline-passed";
    public const string LookBackDue = "look-back-due";
    public const string FactFindingDue = "fact-finding-due";
    public const string VisitFlagged = "visit-flagged";
    public const string MeasureServed = "measure-served";

    public static IEnumerable<Alert> Raised(UnitState before, Fact<UnitEvent> fact, UnitState after)
    {
        var profile = after.Profile!;
        var county = $"county/{profile.County}";
        switch (fact.Event)
        {
            case IssueOpened e when after.Issue(e.No) is { State: IssueState.Found } found:
                yield return Of(Id(SeriousFound, profile, "issue", found.No), SeriousFound, [county],
                    new($"{profile.Name}发现严重问题 {found.No}，待县级确认", $"{profile.Name}: serious issue {found.No} waits for the county's confirmation"));
                break;
            case ExtensionRequested e when after.Issue(e.No) is { } issue:
                yield return Of(AskedId(profile, issue), ExtensionAsked, [county], new($"{profile.Name}问题 {e.No} 申请延期 {e.Days} 天", $"{profile.Name}: {e.Days} days more are asked for issue {e.No}"));
                break;
            case MeasureProposed e when after.Ladder.Find(e.No) is { State: MeasureState.Proposed } && !e.Deadlines.IsEmpty:
                var rung = CaseWords.Of(e.Rung);
                yield return Of(Id(DecisionWaiting, profile, "measure", e.No), DecisionWaiting, [county, Role(Permission.DeciderOf(e.Rung), profile)],
                    new($"{profile.Name}：建议{rung.Zh}（{e.Rule}），待{Words.Of(Permission.DeciderOf(e.Rung)).Zh}决定", $"{profile.Name}: {rung.En} proposed ({e.Rule}), for the {Words.Of(Permission.DeciderOf(e.Rung)).En} to decide"));
                break;
            case NamingEntered or ComplaintEntered:
                // What was entered is said on the unit's page, to whoever may know it.
                var entry = after.LastEntry;
                yield return Of(Id(DecisionWaiting, profile, "entry", entry), DecisionWaiting, [county, Role(ActorRole.CountyDirector, profile)],
                    new($"{profile.Name}：手工登记 {entry} 待本县另一人审核", $"{profile.Name}: entry {entry} made by hand waits for another person's approval"));
                break;
            case Supervision.Rules.MeasureServed e when after.Ladder.Find(e.No) is { } served:
                yield return Of(Id(MeasureServed, profile, "measure", e.No), MeasureServed, [county, Unit(profile)],
                    new($"{profile.Name}：{CaseWords.Of(served.Rung).Zh}已送达", $"{profile.Name}: {CaseWords.Of(served.Rung).En} served"));
                break;
            case Supervision.Rules.VisitFlagged e:
                yield return Of($"{VisitFlagged}:{profile.Code}:{e.Visit.Id}", VisitFlagged, [county],
                    new($"{profile.Name}：{e.Visit.Inspector} 的督导存疑，待确认", $"{profile.Name}: the visit of {e.Visit.Inspector} is doubtful and waits for confirmation"));
                break;
            case DeadlinePassed e when Told(e) && Stands(after, e):
                yield return Of(ClockId(profile, e.Case, e.No, e.Kind, e.Due), KindOf(e), Recipients(after, e), Say(after, e));
                break;
        }

        Alert Of(string id, string kind, ImmutableArray<string> to, Text text) => new(id, kind, to, fact.EffectiveAt, fact.RecordedAt, profile.Name, text);
    }

    public static IEnumerable<string> Resolved(UnitState before, UnitState after)
    {
        if (before.Profile is not { } profile || !HasCases(before)) yield break;
        foreach (var issue in before.Issues)
        {
            var now = after.Issue(issue.No);
            if (issue.State == IssueState.Found && now?.State != IssueState.Found) yield return Id(SeriousFound, profile, "issue", issue.No);
            if (issue.AskedDays is not null && now?.AskedDays is null) yield return AskedId(profile, issue);
        }

        foreach (var measure in before.Ladder.Measures)
        {
            var now = after.Ladder.Find(measure.No);
            if (measure.State == MeasureState.Proposed && now?.State != MeasureState.Proposed) yield return Id(DecisionWaiting, profile, "measure", measure.No);
            if (measure.IsInForce && now is not { IsInForce: true }) yield return Id(MeasureServed, profile, "measure", measure.No);
        }

        foreach (var entry in before.Entries)
            if (!after.Entries.Any(kept => kept.No == entry.No)) yield return Id(DecisionWaiting, profile, "entry", entry.No);
        foreach (var visit in before.Flagged)
            if (!after.Flagged.Any(kept => kept.Id == visit.Id)) yield return $"{VisitFlagged}:{profile.Code}:{visit.Id}";
        var passed = Casework.Clocks(after).Where(clock => clock.Deadline.Passed).ToHashSet();
        foreach (var (kind, no, deadline) in Casework.Clocks(before))
            if (deadline.Passed && !passed.Contains((kind, no, deadline))) yield return ClockId(profile, kind, no, deadline.Kind, deadline.Due);
    }

    private static bool HasCases(UnitState state) => !(state.Issues.IsEmpty && state.Ladder.Measures.IsEmpty && state.Flagged.IsEmpty && state.SelfChecks.IsEmpty && state.Referrals.IsEmpty && state.Entries.IsEmpty);

    /// <summary>Clocks whose passing leads to a measure at once are told by that measure; acknowledgement is told by LR-03.</summary>
    private static bool Told(DeadlinePassed e) => e.Kind is not (DeadlineKind.Acknowledge or DeadlineKind.Silence or DeadlineKind.LookBackOpens
        or DeadlineKind.ReviewRequest or DeadlineKind.Appeal or DeadlineKind.Fix);

    /// <summary>What the fact's consequences ended already alerts nobody.</summary>
    private static bool Stands(UnitState after, DeadlinePassed e) => Casework.Clocks(after).Any(clock => clock.Case == e.Case && clock.No == e.No && clock.Deadline is { Passed: true } passed && passed.Kind == e.Kind);

    private static string KindOf(DeadlinePassed e) => e.Kind switch
    {
        DeadlineKind.LookBackDay => LookBackDue,
        DeadlineKind.FactFindingNear => FactFindingDue,
        DeadlineKind.Decide => DecisionOverdue,
        _ => ClockPassed,
    };

    private static ImmutableArray<string> Recipients(UnitState after, DeadlinePassed e)
    {
        var profile = after.Profile!;
        var county = $"county/{profile.County}";
        var inspector = after.Responsible is { } code ? $"inspector/{code}" : null;
        switch (e.Kind)
        {
            case DeadlineKind.Decide when e.Case == CaseKind.Entry:
                return [county, Role(ActorRole.CommitteeOffice, profile)];
            case DeadlineKind.Decide when after.Ladder.Find(e.No) is { } measure:
                return [county, NextAuthority(measure.Rung, profile)];
            case DeadlineKind.FactFindingNear:
                return [county, Role(ActorRole.CommitteeOffice, profile)];
            case DeadlineKind.FactFinding:
                return [county, Role(ActorRole.CommitteeOffice, profile), Role(ActorRole.CommitteeDirector, profile)];
            case DeadlineKind.File:
                return inspector is null ? [county] : [inspector, county];
            case DeadlineKind.LookBackDay:
                // The verifier must not look back: another inspector is the county's to find.
                return inspector is not null && after.Issue(e.No) is { } issue && issue.VerifierCode != after.Responsible ? [inspector, county] : [county];
            case DeadlineKind.Rectify or DeadlineKind.Contain or DeadlineKind.Commitment or DeadlineKind.Progress or DeadlineKind.Period or DeadlineKind.SelfCheck:
                return inspector is null ? [county, Unit(profile)] : [county, inspector, Unit(profile)];
            default:
                return [county];
        }
    }

    /// <summary>Who is told when a proposal stays undecided: the rank above; above the committee's director, the city.</summary>
    private static string NextAuthority(Rung rung, Profile profile) => rung switch
    {
        Rung.Circular => Role(ActorRole.CountyDirector, profile),
        Rung.Interview => Role(ActorRole.CommitteeOffice, profile),
        Rung.KeySupervision => Role(ActorRole.CommitteeDirector, profile),
        _ => $"region/{profile.County[..Math.Min(4, profile.County.Length)]}",
    };

    private static string Role(ActorRole role, Profile profile) => $"{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString())}/{profile.County}";

    private static string Unit(Profile profile) => $"{Summaries.Prefix(profile.Kind)}/{profile.Code}";

    private static Text Say(UnitState after, DeadlinePassed e)
    {
        var profile = after.Profile!;
        var what = CaseWords.Of(e.Kind);
        var subject = e.Case switch
        {
            CaseKind.Issue => new Text($"问题 {e.No}", $"issue {e.No}"),
            CaseKind.Measure => new Text($"措施 {e.No}", $"measure {e.No}"),
            CaseKind.Referral => new Text($"移送 {e.No}", $"referral {e.No}"),
            CaseKind.Entry => new Text($"手工登记 {e.No}", $"entry {e.No} made by hand"),
            _ => new Text("自查", "self-check"),
        };
        if (e.Kind == DeadlineKind.FactFindingNear && after.Ladder.Find(e.No)?.Deadlines.Of(DeadlineKind.FactFinding) is { } group)
            return new($"{profile.Name}{subject.Zh}：事实认定小组应于 {group.Due:yyyy-MM-dd} 前（含当日）成立", $"{profile.Name}, {subject.En}: the fact-finding group is to be set up by {group.Due:yyyy-MM-dd}");
        return e.Kind == DeadlineKind.LookBackDay
            ? new($"{profile.Name}{subject.Zh}今日回头看", $"{profile.Name}: look-back on {subject.En} today")
            : new($"{profile.Name}{subject.Zh}：{what.Zh}应于 {e.Due:yyyy-MM-dd} 前完成，已逾期", $"{profile.Name}, {subject.En}: {what.En} was due {e.Due:yyyy-MM-dd}");
    }

    private static string Id(string kind, Profile profile, string subject, int no) => $"{kind}:{profile.Code}:{subject}-{no}";

    private static string AskedId(Profile profile, Issue issue) => $"{ExtensionAsked}:{profile.Code}:issue-{issue.No}:{issue.Cycle}-{issue.Extensions}-{issue.Deadlines.Of(DeadlineKind.Rectify)?.Due:yyyy-MM-dd}";

    private static string ClockId(Profile profile, CaseKind kind, int no, DeadlineKind clock, DateOnly due) =>
        $"{ClockPassed}:{profile.Code}:{kind.ToString().ToLowerInvariant()}-{no}:{clock.ToString().ToLowerInvariant()}:{due:yyyy-MM-dd}";
}
