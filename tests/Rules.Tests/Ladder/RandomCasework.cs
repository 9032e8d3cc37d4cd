using CsCheck;

namespace Supervision.Rules.Tests.Ladder;

/// <summary>One step of a random case: time passes, then somebody asks for something, sensible or not.</summary>
internal sealed record CaseStep(TimeSpan Gap, int Act, int Who, int No, int Extra);

/// <param name="Kind">0–2 a school, 3 an institution.</param>
/// <param name="Policies">In force one after the other; what is pinned stays.</param>
internal sealed record CaseGene(int Kind, LadderPolicy[] Policies, CaseStep[] Steps);

/// <summary>Casework as it comes: findings, notices, look-backs, every rung and its remedies, complaints, bulletins, policies that change.</summary>
internal static class RandomCasework
{
    private static readonly string[] SchoolCategories =
    [
        "S-HW-01",
        "S-HW-04",
        "S-HW-09",
        "S-EX-01",
        "S-EX-02",
        "S-AD-02",
        "S-AD-03",
        "S-AD-07",
        "S-AS-01",
        "S-TE-01",
    ];
    private static readonly string[] InstitutionCategories =
    [
        "T-SUB-01",
        "T-SUB-02",
        "T-FEE-01",
        "T-FEE-02",
        "T-MAT-01",
        "T-AD-02",
        "T-AD-03",
        "T-AD-07",
        "T-LIC-01",
        "T-RSK-01",
    ];
    private static readonly Actor[] People =
    [
        The.Clerk,
        The.OtherClerk,
        The.Director,
        The.CommitteeOffice,
        The.CommitteeDirector,
        The.Inspector,
        The.OtherInspector,
        The.Province,
    ];
    private static readonly int[] Lookups = [0, 0, 0, 0, 1, 1, 2, 3, 5, 9];

    public static readonly Gen<LadderPolicy> Policies = Gen.Select(
        Gen.Int[0, 7],
        Gen.Bool,
        Gen.Int[0, 7],
        Gen.Int[2, 4],
        Gen.Int[1, 30],
        Gen.Int[0, 400],
        (automatic, exposed, direct, repeat, days, memory) =>
            LadderPolicy.Default with
            {
                AutomaticRules = [.. LadderCalls.Clerical.Where((_, at) => (automatic & (1 << at)) != 0)],
                SchoolsExposed = exposed,
                DirectRules = [.. new[] { "LR-16", "LR-17", "LR-19" }.Where((_, at) => (direct & (1 << at)) != 0)],
                RepeatNotices = repeat,
                PersistNotices = repeat - 1,
                PersistInterviews = direct % 2,
                PersistKeySupervisions = direct / 2 % 2,
                FixDays = days,
                PeriodDays = 7 + days,
                PeriodExtendedDays = 30 + days,
                ProgressEveryDays = 1 + days / 3,
                DecideDays = 1 + days / 4,
                MemoryDays = memory,
                OutcryPersons = repeat,
                ManyComplaints = repeat + 1,
            }
    );

    public static Gen<CaseStep> Step(int longest) =>
        Gen.Select(
            Gen.Select(Gen.Int[0, longest], Gen.Int[0, 9], (hours, same) => same < 3 ? TimeSpan.Zero : TimeSpan.FromHours(hours)),
            Gen.Int[0, 99],
            Gen.Int[0, 9],
            Gen.Int[0, 9],
            Gen.Int[0, 99],
            (gap, act, who, no, extra) => new CaseStep(gap, act, who, no, extra)
        );

    public static Gen<CaseGene> Of(int steps, int longest) =>
        Gen.Select(
            Gen.Int[0, 3],
            Policies.Array[1, 3],
            Step(longest).Array[0, steps],
            (kind, policies, all) => new CaseGene(kind, policies, all)
        );

    /// <param name="cadence">Changes what visits are owed, for laws about what that may not change.</param>
    public static Life Born(CaseGene gene, Func<CadencePolicy, CadencePolicy>? cadence = null)
    {
        var visits = (cadence ?? (same => same))(CadencePolicy.Default);
        ImmutableArray<Policy> policies =
        [
            .. gene.Policies.Select(
                (ladder, at) =>
                    new Policy(
                        at + 1,
                        at == 0 ? Civil.Day("2020-01-01") : Civil.Day("2026-01-01").AddMonths(3 * at),
                        visits,
                        Ladder: ladder
                    )
            ),
        ];
        return (gene.Kind == 3 ? A.Institution() : A.School()).InspectedBy(A.Inspector).Governed(policies).RegisteredAt("2026-01-05");
    }

    public static Life Lived(CaseGene gene)
    {
        var life = Born(gene);
        foreach (var step in gene.Steps)
            Live(life, step);
        return life;
    }

    /// <param name="change">What is asked instead.</param>
    public static Life Live(Life life, CaseStep step, Func<UnitCommand, UnitCommand>? change = null)
    {
        life.AdvanceTo(life.Now + step.Gap);
        var command = Command(life, step);
        life.As(Asker(life, step), change is null ? command : change(command));
        // What was entered by hand is mostly approved at once; the rest waits for its day.
        return command is CountComplaint or NameUnit && life.Refused is null && step.Extra % 4 != 0 && life.State.Entries is [.., var entry]
            ? life.As(entry.By == The.Director.Name ? The.CommitteeOffice : The.Director, new DecideEntry(entry.No, true, "已核"))
            : life;
    }

    /// <summary>Every fact with the state it met and the state with it.</summary>
    public static IEnumerable<(UnitState Before, Fact<UnitEvent> Fact, UnitState After)> Trace(Life life)
    {
        var state = UnitState.Empty;
        foreach (var fact in life.Facts)
        {
            var before = state;
            state = Unit.Evolve(before, fact);
            yield return (before, fact, state);
        }
    }

    /// <summary>Usually somebody who may; now and then anybody.</summary>
    private static Actor Asker(Life life, CaseStep step)
    {
        if (step.Who >= 8)
            return step.Extra % 3 == 0 ? life.Owner : People[step.Extra % People.Length];
        return step.Act switch
        {
            < 12 => step.No % 3 == 0 ? The.Inspector : The.OtherInspector,
            < 16 or 20 => The.Clerk,
            < 28 => life.Owner,
            < 48 => step.Who % 2 == 0 ? The.Inspector : The.OtherInspector,
            < 62 or (>= 64 and < 84) => Life.DeciderOf(Pick(life, step)?.Rung ?? Rung.Circular),
            >= 86 and < 89 => life.State.Entries.IsEmpty ? The.Clerk : The.Director,
            _ => step.Act % 5 == 0 ? life.Owner : The.Clerk,
        };
    }

    private static Measure? Pick(Life life, CaseStep step)
    {
        var open = life.Ladder.Measures.Where(measure => measure.State != MeasureState.Superseded).ToList();
        return open.Count == 0 ? null : open[(open.Count - 1 + Lookups[step.No]) % open.Count];
    }

    private static int PickIssue(Life life, CaseStep step) =>
        life.State.Issues.IsEmpty ? 1 : life.State.Issues[(step.No + step.Extra) % life.State.Issues.Length].No;

    /// <summary>A visit with the remarks it owes and up to two findings.</summary>
    public static Visit Visit(Life life, DateTimeOffset at, string by, params ReadOnlySpan<string> categories)
    {
        var visit = A.Visit(at, by);
        var remarks = life
            .State.Issues.Where(issue => issue.FoundAt < visit.StartedAt)
            .Select(issue => new IssueRemark(issue.No, RemarkFinding.InProgress, "整改中"));
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var category in categories)
            findings.Add(new(category, Severity.None, "现场发现", IssueTags.None, null, []));
        return visit with
        {
            Content = new(VisitSlot.Morning, [], false, null, null, null, [.. remarks], findings.DrainToImmutable(), [], null, null, null),
        };
    }

    /// <summary>What usually comes next for a measure.</summary>
    private static UnitCommand Further(Life life, Measure? measure, CaseStep step) =>
        measure switch
        {
            null => Named(life, step),
            { State: MeasureState.Proposed } => life.Decision(measure.No),
            { State: MeasureState.Decided } => life.Service(measure.No),
            { Rung: Rung.Interview, Held: false } => new RecordInterview(measure.No, CivilTime.DateOf(life.Now), "校长"),
            { Rung: Rung.Interview } => new RecordCommitment(
                measure.No,
                CivilTime.DateOf(life.Now).AddDays(1 + step.Extra % 40),
                Life.Papers([DocumentKind.InterviewMinutes, DocumentKind.Commitment])
            ),
            { Rung: Rung.KeySupervision } when measure.Deadlines.Of(DeadlineKind.Accept) is not null => new DecideDelisting(
                measure.No,
                step.Extra < 70,
                "已核"
            ),
            { Rung: Rung.KeySupervision } => step.Extra < 60 ? new ApplyDelisting(measure.No, "申请", [])
            : step.Extra < 90 ? new RecordProgress(measure.No, "进展", [])
            : new ExtendPeriod(measure.No, "基建"),
            { Rung: Rung.Exposure, Published: false } => new RecordPublication(measure.No, ["https://www.example.gov.cn/1"]),
            { Rung: Rung.Exposure } => new AnnotatePublication(measure.No, "已整改"),
            { Rung: Rung.Accountability, FactFinding: null } when step.Extra % 3 == 0 => new SetUpFactFinding(
                measure.No,
                CivilTime.DateOf(life.Now),
                ["教督委办公室副主任", "责任督学"],
                "成立文件",
                []
            ),
            { Rung: Rung.Accountability, Executed: false } when step.Extra < 30 => new RecordExecution(measure.No, "已执行", "文书"),
            { Rung: Rung.Accountability } => new RecordAppealStep(
                measure.No,
                measure.Remedy switch
                {
                    RemedyState.Open => step.Extra < 65 ? AppealStep.ReviewRequested : AppealStep.Appealed,
                    RemedyState.UnderReview => step.Extra < 65 ? AppealStep.ReviewUpheld : AppealStep.ReviewFoundWrong,
                    RemedyState.ReviewUpheld => AppealStep.Appealed,
                    RemedyState.UnderAppeal => step.Extra < 65 ? AppealStep.AppealUpheld : AppealStep.AppealFoundWrong,
                    _ => AppealStep.Corrected,
                },
                "文书"
            ),
            _ => Named(life, step),
        };

    /// <summary>What was entered by hand is decided, or another bulletin names the unit.</summary>
    private static UnitCommand Named(Life life, CaseStep step) =>
        life.State.Entries.FirstOrDefault() is { } entry && step.Extra % 4 != 0
            ? new DecideEntry(entry.No, step.Extra % 5 != 0, "已核")
            : new NameUnit(
                $"330521:{life.Now.Year - step.Extra % 2}Q{1 + step.No % 4}",
                CivilTime.DateOf(life.Now).AddDays(-step.Extra),
                "季度通报",
                [Life.Scan]
            );

    private static UnitCommand Command(Life life, CaseStep step)
    {
        var categories = life.Profile.Kind == UnitKind.School ? SchoolCategories : InstitutionCategories;
        var category = categories[step.Extra % 10];
        var issue = PickIssue(life, step);
        var measure = Pick(life, step)?.No ?? 1;
        var today = CivilTime.DateOf(life.Now);
        var visitor = step.No % 3 == 0 ? A.Inspector : A.Other;
        return step.Act switch
        {
            < 12 => new RecordVisit(
                Visit(
                    life,
                    life.Now.AddHours(-2).AddMinutes(-step.Extra),
                    visitor,
                    step.Extra % 4 == 0 ? [category]
                        : step.Extra % 4 == 1 ? [category, categories[step.No]]
                        : []
                )
            ),
            14 => new ConfirmSerious(life.State.Issues.FirstOrDefault(each => each.State == IssueState.Found)?.No ?? issue, "属实"),
            < 14 => new OpenIssue(
                (IssueOrigin)(2 + step.Extra % 5),
                category,
                (Severity)(step.No % 5),
                "情况",
                IssueTags.None,
                "基教科",
                [],
                "文件"
            ),
            15 => new WithdrawIssue(issue, "认定有误", "文件"),
            < 19 => new AcknowledgeNotice(issue, null),
            19 => new ReportContainment(issue, "已控制", []),
            20 => new TransferIssue(issue, "市场监管局", "移送函"),
            < 28 => new SubmitRectification(issue, "已整改", [], null),
            < 31 => new FileReport(issue, null),
            < 37 => new VerifyIssue(issue, "属实", []),
            < 40 => new ReturnForRework(issue, "不到位"),
            < 45 => new PassLookBack(
                life.State.Issues.FirstOrDefault(each => each.State == IssueState.LookBack)?.No ?? issue,
                "未反弹",
                []
            ),
            < 48 => new FailLookBack(life.State.Issues.FirstOrDefault(each => each.State == IssueState.LookBack)?.No ?? issue, "反弹", []),
            < 58 => life.Decision(measure),
            < 60 => new RejectMeasure(measure, "情节轻微"),
            60 => new ExtendPeriod(measure, "基建"),
            61 => new DecideDelisting(measure, step.Extra < 70, "已核"),
            < 64 => new ProposeMeasure((Rung)(1 + step.No % 5), step.Extra < 80 ? "manual" : "LR-14", [issue], "问题突出"),
            < 84 => Further(life, Pick(life, step), step),
            84 => new RecordAppealStep(measure, (AppealStep)(1 + step.Extra % 7), "文书"),
            85 => new RecordExecution(measure, "已执行", "文书"),
            86 => new AnnotatePublication(measure, "已整改"),
            < 89 => Named(life, step),
            89 => new SetOpinionFlag(step.Extra % 2 == 0, "论坛"),
            < 94 => new CountComplaint(
                new(
                    $"c{step.Extra % 30}",
                    life.Now.AddDays(-step.No),
                    category[..category.LastIndexOf('-')],
                    step.No == 0 ? null : $"p{step.No}",
                    (ComplaintOutcome)(1 + step.Extra % 5)
                ),
                "登记表",
                [Life.Scan]
            ),
            94 => new RequestSelfCheck($"2026Q{1 + step.No % 4}", today.AddDays(1 + step.Extra)),
            95 => new MarkHarm(issue, (HarmMark)(1 + step.Extra % 2), "文件"),
            96 => new ConfirmMajor(issue, "市场监管局", "文件"),
            97 => new RequestExtension(issue, 1 + step.No, "基建"),
            98 => new ExtendDue(issue, step.Extra < 70, "理由"),
            _ => new ConfirmSerious(life.State.Issues.FirstOrDefault(each => each.State == IssueState.Found)?.No ?? issue, "属实"),
        };
    }
}
