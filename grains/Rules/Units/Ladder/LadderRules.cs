namespace Supervision.Rules.Units.Ladder;

/// <summary>What a ladder rule asks for.</summary>
/// <param name="Issues">What the measure is to be about; may be empty.</param>
/// <param name="Round">The round whose self-check is missing; else null.</param>
/// <param name="Proof">What it rests on, as evidence keys.</param>
public sealed record LadderCall(
    string Rule,
    Rung Rung,
    ImmutableArray<int> Issues,
    string? Round = null,
    bool Aggravated = false,
    ImmutableArray<string> Proof = default
);

/// <summary>A fact, the state it met and the state with it; what a ladder rule looks at.</summary>
public readonly record struct LadderSituation(UnitState Before, Fact<UnitEvent> Fact, UnitState After, Rulebook Rules)
{
    public Profile Profile => After.Profile!;

    /// <summary>For what begins now; what began earlier is judged by the version pinned on it.</summary>
    public LadderPolicy PolicyToday => Rules.PolicyOn(CivilTime.DateOf(Fact.EffectiveAt)).OfLadder;

    public LadderPolicy PolicyOf(int version) => Rules.PolicyVersion(version).OfLadder;
}

/// <summary>One rule of the ladder.</summary>
/// <param name="Code"><c>LR-01</c> … <c>LR-19</c>, or <c>LR-MEMORY</c>.</param>
/// <param name="Clause">Where it is written.</param>
/// <param name="Asks">What it asks for when a fact happens; null when the fact is not its business.</param>
public sealed record LadderRule(string Code, Text Name, Text Clause, Func<LadderSituation, LadderCall?> Asks);

/// <summary>
/// The rules of the ladder (5.5), one function each. A rule looks at one fact and the states around it, and never at visits
/// owed or missed: those are not the unit's (D-14, invariant 12). Adding a rule is a line in <see cref="All"/> and its function.
/// </summary>
public static class LadderRules
{
    /// <summary>The two rules that count complaints.</summary>
    public const string ManyComplaintsRule = "LR-08";
    public const string OutcryRule = "LR-09";

    public static readonly ImmutableArray<LadderRule> All =
    [
        new(
            "LR-01",
            new("逾期未整改", "overdue"),
            new("方案一 工作滞后（L18）、方案六 整改不及时（L79）", "Plan 1 (L18), Plan 6 (L79)"),
            Overdue
        ),
        new(
            "LR-02",
            new("自查未报", "self-check missing"),
            new("方案一（L18、L19）、方案六（L77）", "Plan 1 (L18, L19), Plan 6 (L77)"),
            SelfCheckMissing
        ),
        new("LR-03", new("通知书未签收", "notice unacknowledged"), new("方案一 不作为（L18）", "Plan 1 (L18)"), Unacknowledged),
        new("LR-04", new("通报后整改不力", "stalled after a circular"), new("方案五 问题整改不力（L54）", "Plan 5 (L54)"), Stalled),
        new("LR-05", new("一年内多次通报", "repeated circulars"), new("方案五 工作落后（L54）、D-09", "Plan 5 (L54), D-09"), Repeated),
        new("LR-06", new("存在突出问题", "prominent issue"), new("方案一 存在突出问题的予以约谈（L18）", "Plan 1 (L18)"), Prominent),
        new("LR-07", new("弄虚作假", "falsification"), new("方案五 弄虚作假（L54）", "Plan 5 (L54)"), Falsified),
        new(ManyComplaintsRule, new("举报问题多", "many complaints"), new("方案五 举报问题多（L54）", "Plan 5 (L54)"), ManyComplaints),
        new(
            OutcryRule,
            new("舆情反映、群众举报强烈", "public outcry"),
            new("方案一（L18）、方案五（L48）、方案六（L79）、D-08", "Plan 1 (L18), Plan 5 (L48), Plan 6 (L79), D-08"),
            Outcry
        ),
        new("LR-10", new("整改承诺落空", "broken promise"), new("方案一 重点约谈仍整改不力（L18）", "Plan 1 (L18)"), PromiseBroken),
        new("LR-11", new("回头看反弹", "relapse"), new("方案六 回头看（L77）", "Plan 6 (L77)"), Relapsed),
        new("LR-12", new("两次核查不通过", "verification failed twice"), new("方案五 问题整改不力（L54）", "Plan 5 (L54)"), Reworked),
        new("LR-13", new("重大违规违法", "major violation"), new("方案一（L18）、方案六（L79）", "Plan 1 (L18), Plan 6 (L79)"), Major),
        new("LR-14", new("不作为、慢作为典型", "typical inaction"), new("方案六（L79）", "Plan 6 (L79)"), _ => null), // begun by hand only
        new(
            "LR-15",
            new("多次通报、约谈、督办仍整改不力", "persistent failure"),
            new("方案一 启动问责程序（L18）", "Plan 1 (L18)"),
            Persistent
        ),
        new("LR-16", new("严重侵害学生利益或不良社会影响", "grave harm"), new("方案五（L54）", "Plan 5 (L54)"), Harmful),
        new("LR-17", new("阻挠督导、打击报复", "obstruction"), new("《教育督导问责办法》", "Accountability Measures"), Obstructed),
        new("LR-18", new("影响恶劣", "bad public impact"), new("方案六 影响恶劣的下发重点问题督办单（L79）", "Plan 6 (L79)"), Notorious),
        new(
            "LR-19",
            new("对通报问题整改不力", "circular's issues poorly rectified"),
            new("方案五 对通报问题整改不力的问责（L54）", "Plan 5 (L54)"),
            CircularIgnored
        ),
        new(
            "LR-MEMORY",
            new("记忆期内同类问题再发", "same group within the memory"),
            new("政策 ladder.memoryD（D-16）", "policy ladder.memoryD (D-16)"),
            Remembered
        ),
    ];

    public static LadderRule? Find(string code)
    {
        foreach (var rule in All)
            if (rule.Code == code)
                return rule;
        return null;
    }

    /// <summary>LR-01: a General, Serious or Complex issue is overdue → R1.</summary>
    public static LadderCall? Overdue(LadderSituation s) =>
        s.Fact.Event is DeadlinePassed { Case: CaseKind.Issue, Kind: DeadlineKind.Rectify } e
        && s.After.Issue(e.No) is { Severity: not Severity.Minor } issue
            ? About("LR-01", Rung.Circular, issue)
            : null;

    /// <summary>LR-02: the self-check is missing when the round's window opens → R1.</summary>
    public static LadderCall? SelfCheckMissing(LadderSituation s) =>
        s.Fact.Event is DeadlinePassed { Case: CaseKind.SelfCheck } e
        && s.After.SelfChecks.FirstOrDefault(duty => duty.No == e.No) is { } duty
            ? new("LR-02", Rung.Circular, [], duty.Round, Proof: [$"self-check/{duty.Round}"])
            : null;

    /// <summary>LR-03: the notice is not acknowledged after W(ladder.r1.unacknowledgedW) → R1.</summary>
    public static LadderCall? Unacknowledged(LadderSituation s) =>
        s.Fact.Event is DeadlinePassed { Case: CaseKind.Issue, Kind: DeadlineKind.Silence } e && s.After.Issue(e.No) is { } issue
            ? About("LR-03", Rung.Circular, issue)
            : null;

    /// <summary>LR-04: a circular's D(ladder.r1.fixD) passed and something it is about is not verified → R2.</summary>
    public static LadderCall? Stalled(LadderSituation s) =>
        s.Fact.Event is DeadlinePassed { Case: CaseKind.Measure, Kind: DeadlineKind.Fix } e
        && s.After.Ladder.Find(e.No) is { } circular
        && !Settlement.IsSettled(s.After, circular)
            ? new("LR-04", Rung.Interview, Unsettled(s.After, circular), circular.Round, Proof: [$"measure/{circular.No}"])
            : null;

    /// <summary>LR-05: ladder.repeat.r1In365 circulars within 365 days, a bulletin's naming counting as one → R2.</summary>
    public static LadderCall? Repeated(LadderSituation s)
    {
        if (
            !(
                s.Fact.Event is UnitNamed
                || (s.Fact.Event is MeasureServed served && s.After.Ladder.Find(served.No) is { Rung: Rung.Circular })
            )
        )
            return null;
        if (s.After.Ladder.Count(Rung.Circular, s.Fact.EffectiveAt) < s.PolicyToday.RepeatNotices)
            return null;
        ImmutableArray<int> issues =
        [
            .. s
                .After.Ladder.Measures.Where(measure => measure is { Rung: Rung.Circular, IsInForce: true })
                .SelectMany(measure => Unsettled(s.After, measure))
                .Distinct()
                .Order(),
        ];
        return new("LR-05", Rung.Interview, issues, Proof: Sources(s.After, Rung.Circular, s.Fact.EffectiveAt));
    }

    /// <summary>LR-06: a serious issue is confirmed that the unit did not find itself (D-18) → R2.</summary>
    public static LadderCall? Prominent(LadderSituation s) =>
        s.Fact.Event is IssueConfirmed e && s.After.Issue(e.No) is { SelfFound: false } issue
            ? About("LR-06", Rung.Interview, issue)
            : null;

    /// <summary>LR-07: falsification is confirmed → R2, aggravated.</summary>
    public static LadderCall? Falsified(LadderSituation s) =>
        s.Fact.Event is IssueConfirmed e && s.After.Issue(e.No) is { } issue && Taxonomy.IsFalsification(issue.Category)
            ? About("LR-07", Rung.Interview, issue) with
            {
                Aggravated = true,
            }
            : null;

    /// <summary>LR-08: complaint.many complaints within its days, at least one substantiated → R2.</summary>
    public static LadderCall? ManyComplaints(LadderSituation s)
    {
        if (s.Fact.Event is not ComplaintCounted)
            return null;
        var policy = s.PolicyToday;
        var recent = Recent(s.After, s.Fact.EffectiveAt, policy.ManyDays).ToList();
        return
            recent.Count >= policy.ManyComplaints
            && recent.Any(mark => mark.Outcome is ComplaintOutcome.Substantiated or ComplaintOutcome.Partly)
            ? new(ManyComplaintsRule, Rung.Interview, [], Proof: [.. recent.Select(mark => $"complaint/{mark.Id}")])
            : null;
    }

    /// <summary>LR-09: complaint.outcry distinct persons on one group of categories within its days, false ones not counted; or the opinion flag → R3.</summary>
    public static LadderCall? Outcry(LadderSituation s)
    {
        if (s.Fact.Event is OpinionFlagSet { On: true } flag)
            return new(OutcryRule, Rung.KeySupervision, Open(s.After, null), Proof: [$"opinion/{flag.Source}"]);
        if (s.Fact.Event is not ComplaintCounted { Mark.Group: var group })
            return null;
        var policy = s.PolicyToday;
        var counted = Recent(s.After, s.Fact.EffectiveAt, policy.OutcryDays)
            .Where(mark => mark.Group == group && mark.Outcome != ComplaintOutcome.Unsubstantiated)
            .ToList();
        return counted.Select(mark => mark.Person ?? "").Distinct().Count() >= policy.OutcryPersons
            ? new(OutcryRule, Rung.KeySupervision, Open(s.After, group), Proof: [.. counted.Select(mark => $"complaint/{mark.Id}")])
            : null;
    }

    /// <summary>LR-10: the date committed to in an interview passes and something is not verified → R3.</summary>
    public static LadderCall? PromiseBroken(LadderSituation s) =>
        s.Fact.Event is DeadlinePassed { Case: CaseKind.Measure, Kind: DeadlineKind.Commitment } e
        && s.After.Ladder.Find(e.No) is { } interview
        && !Settlement.IsSettled(s.After, interview)
            ? new("LR-10", Rung.KeySupervision, Unsettled(s.After, interview), interview.Round, Proof: [$"measure/{interview.No}"])
            : null;

    /// <summary>LR-11: a look-back fails → one rung above the highest ever served for the issue, R2 at least, R3 at most.</summary>
    public static LadderCall? Relapsed(LadderSituation s) =>
        s.Fact.Event is IssueRecurred e && s.After.Issue(e.No) is { } issue
            ? About("LR-11", (Rung)Math.Clamp((int)issue.TopRung + 1, (int)Rung.Interview, (int)Rung.KeySupervision), issue)
            : null;

    /// <summary>LR-12: the second failed verification of one issue → R2.</summary>
    public static LadderCall? Reworked(LadderSituation s) =>
        s.Fact.Event is IssueReturned e && s.After.Issue(e.No) is { Reworks: >= 2 } issue ? About("LR-12", Rung.Interview, issue) : null;

    /// <summary>LR-13: an institution's issue in a major category is confirmed by the competent department → R4.</summary>
    public static LadderCall? Major(LadderSituation s) =>
        s.Fact.Event is MajorConfirmed e
        && s.Profile.Kind == UnitKind.Institution
        && s.After.Issue(e.No) is { } issue
        && Taxonomy.Find(issue.Category) is { } category
        && category.Marks.HasFlag(CategoryMarks.Major)
            ? About("LR-13", Rung.Exposure, issue)
            : null;

    /// <summary>
    /// LR-15: key supervision is over, something is not verified, and the last 365 days prove ladder.persist: circulars,
    /// interviews, key supervisions → R5. What is missing is said by <see cref="PersistenceProof"/>.
    /// </summary>
    public static LadderCall? Persistent(LadderSituation s)
    {
        if (s.Fact.Event is not (DeadlinePassed { Case: CaseKind.Measure, Kind: DeadlineKind.Period } or MeasureServed or UnitNamed))
            return null;
        foreach (var measure in s.After.Ladder.Measures)
        {
            if (!IsExhausted(s.After, measure))
                continue;
            var proof = PersistenceProof.Of(s.After.Ladder, s.PolicyOf(measure.PolicyVersion), s.Fact.EffectiveAt);
            if (!proof.IsComplete)
                continue;
            return new("LR-15", Rung.Accountability, Unsettled(s.After, measure), Proof: proof.Sources);
        }

        return null;
    }

    /// <summary>LR-16: grave harm or public impact is marked, a circular was served and the issue is not verified → R5, where policy says so.</summary>
    public static LadderCall? Harmful(LadderSituation s)
    {
        if (s.Fact.Event is HarmMarked e)
            return s.After.Issue(e.No) is { } marked ? Asked(s, marked) : null;
        if (s.Fact.Event is not MeasureServed served || s.After.Ladder.Find(served.No) is not { } measure)
            return null;
        foreach (var no in measure.Issues)
            if (s.After.Issue(no) is { } issue && Asked(s, issue) is { } call)
                return call;
        return null;

        static LadderCall? Asked(LadderSituation s, Issue issue) =>
            issue is { Harm: not HarmMark.None, IsVerified: false }
            && issue.TopRung >= Rung.Circular
            && s.PolicyOf(issue.PolicyVersion).DirectRules.Contains("LR-16")
                ? About("LR-16", Rung.Accountability, issue)
                : null;
    }

    /// <summary>LR-17: refusing or obstructing supervision, or retaliation, is confirmed → R5, aggravated, where policy says so.</summary>
    public static LadderCall? Obstructed(LadderSituation s) =>
        s.Fact.Event is IssueConfirmed e
        && s.After.Issue(e.No) is { } issue
        && Taxonomy.IsObstruction(issue.Category)
        && s.PolicyOf(issue.PolicyVersion).DirectRules.Contains("LR-17")
            ? About("LR-17", Rung.Accountability, issue) with
            {
                Aggravated = true,
            }
            : null;

    /// <summary>LR-18: bad public impact is marked on an issue that is not verified → R3, where policy says so.</summary>
    public static LadderCall? Notorious(LadderSituation s) =>
        s.Fact.Event is HarmMarked { Mark: HarmMark.PublicImpact } e
        && s.After.Issue(e.No) is { IsVerified: false } issue
        && s.PolicyOf(issue.PolicyVersion).ImpactOrders
            ? About("LR-18", Rung.KeySupervision, issue)
            : null;

    /// <summary>LR-19: a circular's D(ladder.r1.fixD) passed and something it is about is not verified → R5, where policy says so. A person decides it, as always.</summary>
    public static LadderCall? CircularIgnored(LadderSituation s) =>
        s.Fact.Event is DeadlinePassed { Case: CaseKind.Measure, Kind: DeadlineKind.Fix } e
        && s.After.Ladder.Find(e.No) is { } circular
        && !Settlement.IsSettled(s.After, circular)
        && s.PolicyOf(circular.PolicyVersion).DirectRules.Contains("LR-19")
            ? new(
                "LR-19",
                Rung.Accountability,
                Unsettled(s.After, circular),
                circular.Round,
                Proof: [$"measure/{circular.No}", .. Unsettled(s.After, circular).Select(no => $"issue/{no}")]
            )
            : null;

    /// <summary>Within the memory after a return to R0, a new issue of the same group starts at the rung reached before, R3 at most (D-16).</summary>
    public static LadderCall? Remembered(LadderSituation s)
    {
        if (s.Fact.Event is not IssueOpened e || s.After.Issue(e.No) is not { } issue)
            return null;
        var day = CivilTime.DateOf(s.Fact.EffectiveAt);
        var rung = Rung.None;
        foreach (var memory in s.After.Ladder.Memory)
            if (memory.Group == issue.Group && memory.Until >= day && memory.Rung > rung)
                rung = memory.Rung;
        return rung == Rung.None ? null : About("LR-MEMORY", rung > Rung.KeySupervision ? Rung.KeySupervision : rung, issue);
    }

    /// <summary>Key supervision whose period is over without everything verified: what LR-15 begins from.</summary>
    public static bool IsExhausted(UnitState state, Measure measure) =>
        measure is { Rung: Rung.KeySupervision, IsInForce: true }
        && measure.Deadlines.HasPassed(DeadlineKind.Period)
        && !Settlement.IsSettled(state, measure);

    private static LadderCall About(string rule, Rung rung, Issue issue) => new(rule, rung, [issue.No], Proof: [$"issue/{issue.No}"]);

    private static ImmutableArray<int> Unsettled(UnitState state, Measure measure) =>
        [.. measure.Issues.Where(no => state.Issue(no) is { IsVerified: false })];

    private static ImmutableArray<int> Open(UnitState state, string? group) =>
        [.. state.Issues.Where(issue => !issue.IsVerified && (group is null || issue.Group == group)).Select(issue => issue.No)];

    private static IEnumerable<ComplaintMark> Recent(UnitState state, DateTimeOffset now, int days)
    {
        var since = CivilTime.StartOf(CivilTime.DateOf(now).AddDays(-days));
        return state.Complaints.Where(mark => mark.ReceivedAt >= since && mark.ReceivedAt <= now);
    }

    private static ImmutableArray<string> Sources(UnitState state, Rung rung, DateTimeOffset now) =>
        [.. state.Ladder.Counted(now).Where(mark => mark.Rung == rung).Select(mark => mark.Source)];
}

/// <summary>The counted proof behind LR-15 (invariant 9): have against need, rung by rung, within 365 days.</summary>
public sealed record PersistenceProof(
    int Circulars,
    int CircularsNeeded,
    int Interviews,
    int InterviewsNeeded,
    int KeySupervisions,
    int KeySupervisionsNeeded,
    ImmutableArray<string> Sources
)
{
    public bool IsComplete => Circulars >= CircularsNeeded && Interviews >= InterviewsNeeded && KeySupervisions >= KeySupervisionsNeeded;

    public static PersistenceProof Of(LadderState ladder, LadderPolicy policy, DateTimeOffset now) =>
        new(
            ladder.Count(Rung.Circular, now),
            policy.PersistNotices,
            ladder.Count(Rung.Interview, now),
            policy.PersistInterviews,
            ladder.Count(Rung.KeySupervision, now),
            policy.PersistKeySupervisions,
            [.. ladder.Counted(now).Where(mark => mark.Rung <= Rung.KeySupervision).Select(mark => mark.Source)]
        );
}
