namespace Supervision.Rules.Tests;

/// <summary>The words of casework: issues as far as the ladder needs them, measures, and what the ladder counts besides.</summary>
internal sealed partial class Life
{
    private const string Paper = "德教督〔2026〕1号";

    /// <summary>The hash of a file the unit has.</summary>
    public static readonly string Scan = new('f', 64);

    private int complaints;

    public LadderState Ladder => State.Ladder;

    public Rung Rung => State.Ladder.Rung;

    /// <summary>Somebody of the unit itself.</summary>
    public Actor Owner => Profile.Kind == UnitKind.School ? The.School : The.Institution;

    public Measure Measure(int no) => State.Ladder.Find(no) ?? throw new InvalidOperationException($"Measure {no} is not open.");

    public Issue Issue(int no) => State.Issue(no) ?? throw new InvalidOperationException($"Issue {no} is not open.");

    public string? Due(int measure, DeadlineKind kind) =>
        Measure(measure).Deadlines.Of(kind)?.Due.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What rules asked for, in order: <c>04-18 LR-01 R1 served [1]</c>, <c>05-04 LR-04 joins 2 [1]</c>.</summary>
    public IEnumerable<string> Calls
    {
        get
        {
            foreach (var fact in facts)
            {
                var day = CivilTime.DateOf(fact.EffectiveAt);
                var date = day.ToString(day.Year == 2026 ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
                switch (fact.Event)
                {
                    case MeasureProposed { By: "system" } e:
                        var served = facts.Exists(other => other.Event is MeasureServed { By: "system" } automatic && automatic.No == e.No);
                        yield return $"{date} {e.Rule} R{(int)e.Rung} {(served ? "served" : "proposed")} {e.Round ?? $"[{string.Join(',', e.Issues)}]"}{(e.Aggravated ? " aggravated" : "")}";
                        break;
                    case MeasureJoined e:
                        yield return $"{date} {e.Rule} joins {e.No} [{string.Join(',', e.Issues)}]{(e.Aggravated ? " aggravated" : "")}";
                        break;
                }
            }
        }
    }

    /// <summary>Under ladder thresholds from the start; to be said before the registration.</summary>
    public Life Climbing(Func<LadderPolicy, LadderPolicy> change)
    {
        policy = (policy ?? new Policy(1, Civil.Day("2020-01-01"), CadencePolicy.Default)) with { Ladder = change(LadderPolicy.Default) };
        return Governed(policy);
    }

    public Life Governed(params ImmutableArray<Policy> policies)
    {
        Rules = new Rulebook(Rules.Calendar, policies);
        return this;
    }

    /// <summary>One command by somebody; who asks otherwise stays.</summary>
    public Life As(Actor who, UnitCommand command)
    {
        var asking = Asking;
        return By(who).Do(command).By(asking);
    }

    public Life Opens(string category, Severity severity = Severity.None, IssueOrigin origin = IssueOrigin.CentralRound) =>
        As(
            The.Clerk,
            new OpenIssue(
                origin,
                category,
                severity,
                "现场核实的情况",
                IssueTags.None,
                severity == Severity.Complex ? "基教科" : null,
                [],
                Paper
            )
        );

    public Life Confirms(int issue) => As(The.Clerk, new ConfirmSerious(issue, "属实"));

    public Life Acknowledges(int issue) => As(Owner, new AcknowledgeNotice(issue, null));

    public Life Reports(int issue) => As(Owner, new SubmitRectification(issue, "已整改到位", [], null));

    public Life Verifies(int issue) => As(The.Inspector, new VerifyIssue(issue, "现场核查属实", []));

    public Life Returns(int issue) => As(The.Inspector, new ReturnForRework(issue, "整改不到位"));

    public Life Relapses(int issue) => As(The.OtherInspector, new FailLookBack(issue, "问题反弹", []));

    public Life Keeps(int issue) => As(The.OtherInspector, new PassLookBack(issue, "未反弹", []));

    public Life Settles(int issue) => Reports(issue).Verifies(issue);

    public Life Withdraws(int issue) => As(The.Clerk, new WithdrawIssue(issue, "认定有误", Paper));

    public Life Harms(int issue) => As(The.Clerk, new MarkHarm(issue, HarmMark.StudentsHarmed, Paper));

    public Life IsMajor(int issue) => As(The.Clerk, new ConfirmMajor(issue, "市场监管局", Paper));

    public Life Proposes(Rung rung, params ImmutableArray<int> issues) =>
        As(The.Clerk, new ProposeMeasure(rung, "manual", issues, "问题突出"));

    /// <summary>By the lowest role that may, with the papers the rung needs.</summary>
    public Life Decides(int measure, MeasureForm form = MeasureForm.None) => As(DeciderOf(Measure(measure).Rung), Decision(measure, form));

    public DecideMeasure Decision(int measure, MeasureForm form = MeasureForm.None)
    {
        var rung = Ladder.Find(measure)?.Rung ?? Rung.None;
        var usual = rung switch
        {
            Rung.Circular => MeasureForm.Written,
            Rung.KeySupervision => MeasureForm.Plaque,
            _ => MeasureForm.None,
        };
        return new(measure, form == MeasureForm.None ? usual : form, "同意", Papers(RungPapers.ToDecide(rung)));
    }

    public Life Rejects(int measure) => As(DeciderOf(Measure(measure).Rung), new RejectMeasure(measure, "情节轻微"));

    public Life Serves(int measure) => As(The.OtherClerk, Service(measure));

    public ServeMeasure Service(int measure) =>
        new(measure, Ladder.Find(measure) is { } served ? Papers(RungPapers.ToServe(served.Rung, served.Form)) : []);

    public Life Interviews(int measure) => As(The.Director, new RecordInterview(measure, CivilTime.DateOf(Now), "校长、分管副校长"));

    public Life Commits(int measure, string day) =>
        As(The.Clerk, new RecordCommitment(measure, Civil.Day(day), Papers([DocumentKind.InterviewMinutes, DocumentKind.Commitment])));

    public Life Progresses(int measure) => As(Owner, new RecordProgress(measure, "本周进展", []));

    public Life Extends(int measure) => As(The.CommitteeOffice, new ExtendPeriod(measure, "涉及基建"));

    public Life Applies(int measure) => As(Owner, new ApplyDelisting(measure, "申请销号", []));

    public Life Delists(int measure, bool accept = true) => As(The.CommitteeOffice, new DecideDelisting(measure, accept, "已核"));

    public Life Publishes(int measure) => As(The.Clerk, new RecordPublication(measure, ["https://www.example.gov.cn/1"]));

    public Life Annotates(int measure) => As(The.Clerk, new AnnotatePublication(measure, "已整改到位"));

    public Life Executes(int measure) => As(The.Clerk, new RecordExecution(measure, "已执行并回访", Paper));

    public Life Steps(int measure, AppealStep step) =>
        As(
            step switch
            {
                AppealStep.ReviewRequested or AppealStep.Appealed => Owner,
                AppealStep.AppealUpheld or AppealStep.AppealFoundWrong => The.Province,
                _ => The.Clerk,
            },
            new RecordAppealStep(measure, step, Paper)
        );

    /// <summary>A clerk enters it with its paper, the director approves. <c>q1</c> is the bulletin of 2025Q3, <c>q2</c> of 2025Q4, <c>q3</c> of 2026Q1.</summary>
    public Life Names(string bulletin) => Approves(As(The.Clerk, Naming(Bulletin(bulletin))));

    public static string Bulletin(string word) =>
        word.StartsWith('q') ? $"330521:{2025 + (word[1] - '1' + 2) / 4}Q{1 + (word[1] - '1' + 2) % 4}" : word;

    public NameUnit Naming(string bulletin) => new(bulletin, CivilTime.DateOf(Now), "季度通报", [Scan]);

    /// <summary>The director approves what was entered; nothing when nothing waits.</summary>
    private static Life Approves(Life life) =>
        life.Refused is null && life.State.Entries.LastOrDefault() is { } entry
            ? life.As(The.Director, new DecideEntry(entry.No, true, "属实"))
            : life;

    public Life Opinion(bool on) => As(The.Clerk, new SetOpinionFlag(on, "本地论坛"));

    /// <param name="person">A pseudonym; <c>-</c> is anonymous.</param>
    public Life Complains(string group, string person, ComplaintOutcome outcome, string? id = null) =>
        Approves(
            As(
                The.Clerk,
                new CountComplaint(
                    new(id ?? $"330521-2026-{++complaints}", Now, group, person == "-" ? null : person, outcome),
                    "举报登记表",
                    [Scan]
                )
            )
        );

    public Life AsksSelfCheck(string round, string from) => As(The.Clerk, new RequestSelfCheck(round, Civil.Day(from)));

    public Life HandsIn(string round)
    {
        var list = Supervision.Rules.Catalogues.Checklists.Latest(Profile.Kind);
        var answers = list.ApplicableTo(Profile.Category, CivilTime.DateOf(Now))
            .Where(item => item.Kind == ItemKind.Normal)
            .Select(item => new ChecklistAnswer(item.No, ItemAnswer.Conforms, null, null, null, []));
        return As(Owner, new SubmitSelfCheck(round, "工作", "亮点", "问题", "打算", new(list.Id, [.. answers])));
    }

    public static ImmutableArray<Attachment> Papers(IEnumerable<DocumentKind> kinds) =>
        [.. kinds.Select(kind => new Attachment(kind, Paper))];

    public static Actor DeciderOf(Rung rung) =>
        rung switch
        {
            Rung.Circular => The.OtherClerk,
            Rung.Interview => The.Director,
            Rung.KeySupervision => The.CommitteeOffice,
            _ => The.CommitteeDirector,
        };

    /// <summary>
    /// Tells a story in one line: <c>04-02 open S-HW-04; ack 1; 04-18</c>. A day is 00:00 of it (of 2026 when no year is said), with
    /// <c>~</c> its last millisecond. A step that is refused ends the story.
    /// </summary>
    public Life Tell(string story)
    {
        foreach (var step in story.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = step.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (char.IsAsciiDigit(words[0][0]))
            {
                var at = InstantOf(words[0]);
                if (at > Now || CivilTime.DateOf(at) != CivilTime.DateOf(Now))
                    AdvanceTo(at);
                words = words[1..];
            }

            if (words.Length == 0)
                continue;
            Step(words);
            if (Refused is { } code)
                throw new InvalidOperationException($"'{step}' was refused: {code}.");
        }

        return this;
    }

    private static DateTimeOffset InstantOf(string word)
    {
        var day = word.TrimEnd('~');
        var start = Civil.At(day.Length == 5 ? $"2026-{day}" : day);
        return word.EndsWith('~') ? start.AddDays(1).AddMilliseconds(-1) : start;
    }

    private Life Step(string[] words)
    {
        int No(int at = 1) => int.Parse(words[at], CultureInfo.InvariantCulture);
        string Word(int at) => words.Length > at ? words[at] : "";
        return words[0] switch
        {
            "open" => Word(2) == "self"
                ? Opens(words[1], origin: IssueOrigin.SelfCheck)
                : Opens(words[1], Word(2).Length == 0 ? Severity.None : Enum.Parse<Severity>(words[2])),
            "confirm" => Confirms(No()),
            "ack" => Acknowledges(No()),
            "report" => Reports(No()),
            "verify" => Verifies(No()),
            "settle" => Settles(No()),
            "return" => Returns(No()),
            "relapse" => Relapses(No()),
            "keep" => Keeps(No()),
            "withdraw" => Withdraws(No()),
            "harm" => Harms(No()),
            "major" => IsMajor(No()),
            "propose" => Proposes((Rung)No(), [.. words[2].Split(',').Select(each => int.Parse(each, CultureInfo.InvariantCulture))]),
            "decide" => Decides(No()),
            "serve" => Serves(No()),
            "impose" => Decides(No()).Serves(No()),
            "reject" => Rejects(No()),
            "hold" => Interviews(No()),
            "commit" => Commits(No(), words[2].Length == 5 ? $"2026-{words[2]}" : words[2]),
            "progress" => Progresses(No()),
            "extend" => Extends(No()),
            "apply" => Applies(No()),
            "delist" => Delists(No()),
            "refuse" => Delists(No(), false),
            "publish" => Publishes(No()),
            "annotate" => Annotates(No()),
            "execute" => Executes(No()),
            "step" => Steps(No(), Enum.Parse<AppealStep>(words[2])),
            "named" => Names(words[1]),
            "opinion" => Opinion(words[1] == "on"),
            "complain" => Complains(words[1], words[2], Enum.Parse<ComplaintOutcome>(words[3]), words.Length > 4 ? words[4] : null),
            "ask" => AsksSelfCheck(words[1], words[2].Length == 5 ? $"2026-{words[2]}" : words[2]),
            "handin" => HandsIn(words[1]),
            _ => throw new ArgumentOutOfRangeException(nameof(words), words[0], "No such word."),
        };
    }
}
