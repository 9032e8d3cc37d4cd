using System.Collections.Concurrent;

namespace Supervision.Actors.Tests;

/// <summary>People of a county at random: what they ask is sensible for what they see, most of the time.</summary>
internal sealed class RandomCases(TestSilo silo, int seed, int units)
{
    private const int AtOnce = 16;
    private static readonly string[] Categories = ["S-HW-04", "S-HW-09", "S-HW-01", "S-TE-01", "S-EX-02", "S-AS-01", "S-AD-02", "S-AD-07"];
    private static readonly Actor Clerk = new("督管员甲", ActorRole.CountyOffice, TestSilo.CountyCode, null);
    private static readonly Actor OtherClerk = new("督管员乙", ActorRole.CountyOffice, TestSilo.CountyCode, null);
    private static readonly Actor Director = new("督导办主任", ActorRole.CountyDirector, TestSilo.CountyCode, null);
    private static readonly Actor Office = new("教督委办公室", ActorRole.CommitteeOffice, TestSilo.CountyCode, null);
    private static readonly Actor Committee = new("教督委主任", ActorRole.CommitteeDirector, TestSilo.CountyCode, null);
    private static readonly Actor Inspector = new("督学甲", ActorRole.Inspector, TestSilo.CountyCode, TestSilo.InspectorCode);

    private readonly Random _random = new(seed);
    private readonly ConcurrentBag<string> _differences = [];
    private int _accepted;
    private int _refused;
    private int _repeated;

    public int Accepted => _accepted;

    public int Refused => _refused;

    public int Repeated => _repeated;

    public IReadOnlyCollection<string> Differences => _differences;

    public IEnumerable<string> Codes => Enumerable.Range(0, units).Select(unit => $"{1000 + unit}");

    public async Task Register()
    {
        await silo.RegisterCounty();
        foreach (var (i, code) in Codes.Index())
            await silo.RegisterSchool(code, i < 8 ? TestSilo.InspectorCode : $"督学-{i / 8}"); // as many as the county allows
    }

    public async Task Run(int commands)
    {
        for (var sent = 0; sent < commands; sent += AtOnce)
        {
            silo.SetClock(silo.Now.AddHours(_random.Next(0, 30)));
            // Different units at once, each after what was seen of it.
            var codes = Codes.OrderBy(_ => _random.Next()).Take(AtOnce).ToList();
            var seen = await Task.WhenAll(codes.Select(code => silo.School(code).Read()));
            var asked = codes
                .Select((code, i) => (Code: code, Submission: Ask(code, seen[i]!.Cases!), Repeat: _random.Next(10) == 0))
                .ToList();
            await Task.WhenAll(asked.Select(each => Send(each.Code, each.Submission, each.Repeat)));
        }
    }

    private async Task Send(string code, Submission<UnitCommand> submission, bool repeat)
    {
        var outcome = await silo.School(code).Execute(submission);
        Interlocked.Increment(ref outcome.Refusal is null ? ref _accepted : ref _refused);
        if (!repeat)
            return;
        Interlocked.Increment(ref _repeated);
        var version = (await silo.School(code).Read())!.Summary.Version;
        var again = await silo.School(code).Execute(submission);
        if (RulesText.Of(again) != RulesText.Of(outcome))
            _differences.Add($"{submission.Command}: {RulesText.Of(outcome)} then {RulesText.Of(again)}");
        if ((await silo.School(code).Read())!.Summary.Version != version)
            _differences.Add($"{submission.Command} changed {code} when repeated");
    }

    private Submission<UnitCommand> Ask(string code, CaseFile cases)
    {
        var owner = new Actor($"学校{code}", ActorRole.UnitUser, TestSilo.CountyCode, null, $"school/{code}");
        var (who, command) = _random.Next(10) switch
        {
            0 => Anything(owner),
            < 3 => (Clerk, Opened()),
            < 7 when !cases.Issues.IsEmpty => OfIssue(Pick(cases.Issues), owner),
            _ when !cases.Ladder.Measures.IsEmpty => OfMeasure(Pick(cases.Ladder.Measures), owner),
            _ when !cases.Issues.IsEmpty => OfIssue(Pick(cases.Issues), owner),
            _ => (owner, new OpenIssue(IssueOrigin.SelfCheck, Pick(Categories), Severity.None, "自查发现", IssueTags.None, null, [], null)),
        };
        return TestSilo.Submit(command, who);
    }

    private OpenIssue Opened() =>
        new OpenIssue(
            IssueOrigin.Platform,
            Pick(Categories),
            _random.Next(4) == 0 ? Severity.Complex : Severity.None,
            "平台线索",
            IssueTags.None,
            "基教科",
            [],
            "平台〔2026〕1号"
        );

    private (Actor, UnitCommand) OfIssue(Issue issue, Actor owner) =>
        issue.State switch
        {
            _ when _random.Next(25) == 0 => (Clerk, new WithdrawIssue(issue.No, "认定有误", "德教督〔2026〕2号")),
            _ when _random.Next(25) == 0 => (Clerk, new TransferIssue(issue.No, "市场监管局", "德教督〔2026〕3号")),
            _ when _random.Next(25) == 0 => (Clerk, new MarkHarm(issue.No, HarmMark.PublicImpact, "舆情专报")),
            IssueState.Found => (Clerk, new ConfirmSerious(issue.No, "属实")),
            IssueState.Notified => (owner, new AcknowledgeNotice(issue.No, null)),
            IssueState.Rectifying or IssueState.Returned when _random.Next(5) == 0 => (
                owner,
                new RequestExtension(issue.No, _random.Next(1, 20), "施工未完")
            ),
            IssueState.Rectifying or IssueState.Returned when issue.AskedDays is not null => (
                Clerk,
                new ExtendDue(issue.No, _random.Next(2) == 0, "不同意")
            ),
            IssueState.Rectifying or IssueState.Returned => (owner, new SubmitRectification(issue.No, "已整改", [], null)),
            IssueState.Reported or IssueState.Filed when _random.Next(3) == 0 => (Clerk, new ReturnForRework(issue.No, "不到位")),
            IssueState.Reported or IssueState.Filed => (Clerk, new VerifyIssue(issue.No, "属实", [])),
            _ when _random.Next(3) == 0 => (Inspector, new FailLookBack(issue.No, "反弹", [])),
            _ => (Inspector, new PassLookBack(issue.No, "未反弹", [])),
        };

    private (Actor, UnitCommand) OfMeasure(Measure measure, Actor owner) =>
        (measure.State, measure.Rung) switch
        {
            (MeasureState.Proposed, _) when _random.Next(6) == 0 => (Decider(measure.Rung), new RejectMeasure(measure.No, "情节轻微")),
            (MeasureState.Proposed, _) => (
                Decider(measure.Rung),
                new DecideMeasure(measure.No, Form(measure.Rung), "同意", Papers(RungPapers.ToDecide(measure.Rung)))
            ),
            (MeasureState.Decided, _) => (OtherClerk, new ServeMeasure(measure.No, Papers(RungPapers.ToServe(measure.Rung, measure.Form)))),
            (_, Rung.Interview) when !measure.Held => (Clerk, new RecordInterview(measure.No, CivilTime.DateOf(silo.Now), "校长")),
            (_, Rung.Interview) => (
                Clerk,
                new RecordCommitment(
                    measure.No,
                    CivilTime.DateOf(silo.Now).AddDays(_random.Next(1, 30)),
                    Papers([DocumentKind.InterviewMinutes, DocumentKind.Commitment])
                )
            ),
            (_, Rung.KeySupervision) when measure.Deadlines.Of(DeadlineKind.Accept) is not null => (
                Office,
                new DecideDelisting(measure.No, _random.Next(3) > 0, "已核")
            ),
            (_, Rung.KeySupervision) => _random.Next(2) == 0
                ? (owner, new RecordProgress(measure.No, "进展", []))
                : (owner, new ApplyDelisting(measure.No, "申请销号", [])),
            (_, Rung.Accountability) when _random.Next(2) == 0 => (
                Clerk,
                new RecordExecution(measure.No, "已执行并回访", "德教督〔2026〕5号")
            ),
            (_, Rung.Accountability) => (
                _random.Next(2) == 0 ? owner : Clerk,
                new RecordAppealStep(measure.No, (AppealStep)_random.Next(1, 8), "德教督〔2026〕6号")
            ),
            _ => Anything(owner),
        };

    /// <summary>Mostly refused.</summary>
    private (Actor, UnitCommand) Anything(Actor owner) =>
        _random.Next(6) switch
        {
            0 => (owner, new VerifyIssue(_random.Next(1, 9), "自核", [])),
            1 => (Clerk, new DecideMeasure(_random.Next(1, 9), MeasureForm.None, "同意", [])),
            2 => (Clerk, new NameUnit($"330521:2026Q{_random.Next(1, 5)}")),
            3 => (Director, new ProposeMeasure((Rung)_random.Next(1, 6), "manual", [_random.Next(1, 9)], "问题突出")),
            4 => (Clerk, new SetOpinionFlag(_random.Next(2) == 0, "本地论坛")),
            _ => (Inspector, new PassLookBack(_random.Next(1, 9), "未反弹", [])),
        };

    private static Actor Decider(Rung rung) =>
        rung switch
        {
            Rung.Circular => Clerk,
            Rung.Interview => Director,
            Rung.KeySupervision => Office,
            _ => Committee,
        };

    private MeasureForm Form(Rung rung) =>
        rung switch
        {
            Rung.Circular => _random.Next(3) == 0 ? MeasureForm.Oral : MeasureForm.Written,
            Rung.KeySupervision => _random.Next(2) == 0 ? MeasureForm.Plaque : MeasureForm.SupervisionOrder,
            _ => MeasureForm.None,
        };

    private static ImmutableArray<Attachment> Papers(ImmutableArray<DocumentKind> kinds) =>
        [.. kinds.Select(kind => new Attachment(kind, "附件"))];

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];
}
