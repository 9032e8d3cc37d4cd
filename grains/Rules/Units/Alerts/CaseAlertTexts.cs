namespace Supervision.Rules.Units.Alerts;

/// <summary>Whom a clock that ran out concerns, and what is said of it.</summary>
internal static class CaseAlertTexts
{
    /// <summary>Whether the responsible inspector is among the people told.</summary>
    public static bool NamesInspector(DeadlineKind kind) => kind is DeadlineKind.File or DeadlineKind.LookBackDay || IsTheUnits(kind);

    public static ImmutableArray<string> Recipients(UnitState state, Profile profile, CaseKind about, int no, DeadlineKind kind)
    {
        var county = AlertRules.County(profile);
        var inspector = state.Responsible is { } code ? $"inspector/{code}" : null;
        if (IsTheUnits(kind))
            return inspector is null ? [county, Unit(profile)] : [county, inspector, Unit(profile)];
        switch (kind)
        {
            case DeadlineKind.Decide when about == CaseKind.Entry:
                return [county, Role(ActorRole.CountyDirector, profile), Role(ActorRole.CommitteeOffice, profile)];
            case DeadlineKind.FactFindingNear:
                return [county, Role(ActorRole.CommitteeOffice, profile)];
            case DeadlineKind.FactFinding:
                return [county, Role(ActorRole.CommitteeOffice, profile), Role(ActorRole.CommitteeDirector, profile)];
            case DeadlineKind.Decide when state.Ladder.Find(no) is { } measure:
                return [county, Role(Permission.DeciderOf(measure.Rung), profile), NextAuthority(measure.Rung, profile)];
            case DeadlineKind.File:
                return inspector is null ? [county] : [inspector, county];
            case DeadlineKind.LookBackDay:
                // The verifier must not look back: another inspector is the county's to find.
                return inspector is not null && state.Issue(no) is { } issue && issue.VerifierCode != state.Responsible
                    ? [inspector, county]
                    : [county];
            default:
                return [county];
        }
    }

    /// <summary>What was to be done by which day, and that it was not; the day named is the last on which it was in time.</summary>
    public static Text Say(UnitState state, Profile profile, CaseKind kind, int no, Deadline clock)
    {
        var subject = kind switch
        {
            CaseKind.Issue => new Text($"问题 {no}", $"issue {no}"),
            CaseKind.Measure when state.Ladder.Find(no) is { } measure => new Text(
                $"{CaseWords.Of(measure.Rung).Zh}（措施 {no}）",
                $"{CaseWords.Of(measure.Rung).En} (measure {no})"
            ),
            CaseKind.Measure => new Text($"措施 {no}", $"measure {no}"),
            CaseKind.Entry => new Text($"手工登记 {no}", $"entry {no} made by hand"),
            CaseKind.Referral => new Text($"移送 {no}", $"referral {no}"),
            _ => new Text($"{no / 10} 年第 {no % 10} 季度自查", $"self-check of {no / 10}Q{no % 10}"),
        };
        var (zh, en) = Missing(state, no, clock);
        return new($"{profile.Name}{subject.Zh}：{zh}", $"{profile.Name}, {subject.En}: {en}");
    }

    public static string Role(ActorRole role, Profile profile) =>
        $"{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString())}/{profile.County}";

    public static string Unit(Profile profile) => $"{UnitKeys.Prefix(profile.Kind)}/{profile.Code}";

    private static bool IsTheUnits(DeadlineKind kind) =>
        kind
            is DeadlineKind.Rectify
                or DeadlineKind.Contain
                or DeadlineKind.Commitment
                or DeadlineKind.Progress
                or DeadlineKind.Period
                or DeadlineKind.SelfCheck;

    private static Text Missing(UnitState state, int no, Deadline clock)
    {
        var day = $"{clock.Due:yyyy-MM-dd}";
        var (zh, en) = clock.Kind switch
        {
            DeadlineKind.Contain => ("提交控制措施中期报告，尚未提交", "the interim report was due"),
            DeadlineKind.Rectify => ("整改到位并报告，尚未报告", "rectification was to be reported"),
            DeadlineKind.File => ("由督学报备整改报告，尚未报备", "the report was to be filed with the county"),
            DeadlineKind.Verify => ("核查，尚未核查", "verification was due"),
            DeadlineKind.LookBack => ("完成回头看，尚未完成", "the look-back was due"),
            DeadlineKind.Reply => ("得到部门答复，尚未答复", "the department's reply was due"),
            DeadlineKind.Decide => ("作出决定，尚未决定，提请上一级关注", "a decision was due; the next authority is told"),
            DeadlineKind.Hold => ("进行约谈，尚未约谈", "the interview was to be held"),
            DeadlineKind.Minutes => ("将约谈纪要和整改承诺归档，尚未归档", "minutes and commitment were to be on file"),
            DeadlineKind.Commitment => ("按承诺整改到位，尚未全部核查通过", "the promised rectification was due and is not verified"),
            DeadlineKind.Progress => ("提交进展报告，尚未提交", "a progress report was due"),
            DeadlineKind.Period => ("整改到位并销号，督办期满尚未销号", "delisting was due with the end of the period"),
            DeadlineKind.Accept => ("答复销号申请，尚未答复", "the application for delisting was to be answered"),
            DeadlineKind.Publish => ("公开发布，尚未发布", "the publication was due"),
            DeadlineKind.ReviewDecision => ("作出复核决定，尚未决定", "the review was to be decided"),
            DeadlineKind.AppealDecision => ("作出申诉决定，尚未决定", "the appeal was to be decided"),
            DeadlineKind.Correction => ("由原机关更正，尚未更正", "the original body was to correct it"),
            DeadlineKind.SelfCheck => ("报送自查，尚未报送", "the self-check was due"),
            DeadlineKind.FactFinding => ("成立事实认定小组，尚未成立", "the fact-finding group was to be set up"),
            DeadlineKind.LookBackDay or DeadlineKind.FactFindingNear => ("", ""),
            _ => ($"完成“{DeadlineWords.Of(clock.Kind).Zh}”，尚未完成", $"{DeadlineWords.Of(clock.Kind).En} was due"),
        };
        if (clock.Kind == DeadlineKind.FactFindingNear && state.Ladder.Find(no)?.Deadlines.Of(DeadlineKind.FactFinding) is { } group)
            return new(
                $"事实认定小组应于 {group.Due:yyyy-MM-dd} 前（含当日）成立",
                $"the fact-finding group is to be set up by {group.Due:yyyy-MM-dd} inclusive"
            );
        if (clock.Kind != DeadlineKind.LookBackDay)
            return new($"应于 {day} 前（含当日）{zh}", $"{en} {day} inclusive");
        var closes = state.Issue(no)?.Deadlines.Of(DeadlineKind.LookBack)?.Due;
        return closes is null
            ? new($"抽定的回头看日为 {day}，尚未进行", $"the look-back was drawn for {day} and is not made")
            : new(
                $"抽定的回头看日为 {day}，最迟于 {closes:yyyy-MM-dd} 前（含当日）完成",
                $"the look-back was drawn for {day}, to be made by {closes:yyyy-MM-dd} inclusive"
            );
    }

    /// <summary>Who is told when a proposal stays undecided: the rank above; above the committee's director, the city.</summary>
    private static string NextAuthority(Rung rung, Profile profile) =>
        rung switch
        {
            Rung.Circular => Role(ActorRole.CountyDirector, profile),
            Rung.Interview => Role(ActorRole.CommitteeOffice, profile),
            Rung.KeySupervision => Role(ActorRole.CommitteeDirector, profile),
            _ => $"region/{profile.County[..Math.Min(4, profile.County.Length)]}",
        };
}
