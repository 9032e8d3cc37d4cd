using System.Collections.Immutable;
using System.Globalization;

namespace Supervision.Bench;

/// <summary>
/// What a full visit costs in the rules (39 answers, 5 open issues with their remarks), how large ten years of a busy unit are,
/// and what it takes to bring such a unit back from its snapshot and the tail behind it.
/// </summary>
internal static class CaseworkBench
{
    private const string Inspector = "督学-330521-01";
    private const int Tail = 63; // one less than the events between two snapshots
    private static readonly Actor Clerk = new("clerk", ActorRole.CountyOffice, "330521", null);
    private static readonly Actor School = new("school", ActorRole.UnitUser, "330521", null, "school/2133901746");
    private static readonly Actor Visitor = new("inspector", ActorRole.Inspector, "330521", Inspector);

    public static int Run(int rounds)
    {
        var rules = new Rulebook(new SchoolCalendar(Calendars.StateCouncil, Calendars.TermsOf("33")));
        var life = TenYears(rules);
        var (now, state) = (life.Now, life.State);
        var visit = new RecordVisit(FullVisit(state, now, 0));
        var context = new DecisionContext(Visitor, visit.Visit.Id, now, rules);
        var facts = Accepted(state, visit, context);
        var snapshot = SnapshotJson.Write(
            new UnitSnapshot
            {
                Schema = UnitSnapshot.CurrentSchema,
                Version = life.Facts.Count - Tail,
                State = life.Behind,
            }
        );
        var tail = life
            .Facts.Skip(life.Facts.Count - Tail)
            .Select(fact => (fact.EffectiveAt, fact.RecordedAt, Body: RulesJson.Write(fact.Event)))
            .ToArray();

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Environment.ProcessorCount} cores, .NET {Environment.Version}; {rounds} rounds, medians; {life.Facts.Count:N0} events in ten years, {state.Issues.Length} open issues; state {RulesJson.Write(state).Length:N0} bytes, snapshot {snapshot.Length:N0} bytes, visit event {RulesJson.Write(facts[0].Event).Length:N0} bytes"
            )
        );
        Console.WriteLine("\n| step | ns | bytes |\n|---|---:|---:|");
        Stopwatches.Measure(
            "decide a visit with 39 answers, 5 open issues",
            rounds,
            5_000,
            () => UnitDecisions.Decide(state, visit, context)
        );
        Stopwatches.Measure("evolve it", rounds, 50_000, () => Unit.Replay(state, facts));
        Stopwatches.Measure("decide and evolve", rounds, 5_000, () => Unit.Replay(state, Accepted(state, visit, context)));
        Stopwatches.Measure("row with both axes", rounds, 50_000, () => Summaries.Of(state, 1, rules));
        var activation = Stopwatches.Measure(
            $"activation: snapshot read, {Tail} events read and folded",
            rounds,
            500,
            () => Restore(snapshot, tail)
        );
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"\n{(RulesJson.Write(state).Length < 10_240 ? "met   " : "MISSED")} state under 10 KB\n{(activation < 2_000_000 ? "met   " : "MISSED")} activation {activation / 1e6:0.00} ms (target 2 ms, without the two reads from the store)"
            )
        );
        return 0;
    }

    private static UnitState Restore(byte[] snapshot, (DateTimeOffset EffectiveAt, DateTimeOffset RecordedAt, byte[] Body)[] tail) =>
        Unit.Replay(
            SnapshotJson.Read(snapshot).State!,
            tail.Select(stored => new Fact<UnitEvent>(RulesJson.Read<UnitEvent>(stored.Body), stored.EffectiveAt, stored.RecordedAt))
        );

    /// <summary>Two visits a month; every third finds something, which is acknowledged, reported, verified and looked at again; five issues are open at the end.</summary>
    private static Life TenYears(Rulebook rules)
    {
        var life = new Life(rules, CivilTime.StartOf(new(2016, 4, 1)));
        life.Do(
            Actor.System,
            new RegisterUnit(
                new(UnitKind.School, "2133901746", "德清县第一小学", "330521", "330521001", "武康街道", "primary", UnitStatus.Active, 600),
                new(Inspector, new(2016, 4, 1), null)
            )
        );
        var number = 0;
        for (var day = life.Now.AddDays(9); day < CivilTime.StartOf(new(2026, 4, 20)); day = day.AddDays(14))
        {
            life.At(day.AddHours(12));
            life.Do(Visitor, new RecordVisit(FullVisit(life.State, life.Now, number++ % 3 == 0 ? 1 : 0)));
            foreach (var issue in life.State.Issues)
                Tend(life, issue);
        }

        life.At(CivilTime.StartOf(new(2026, 4, 22)).AddHours(16));
        while (life.State.Issues.Length < 5)
            life.Do(
                Clerk,
                new OpenIssue(IssueOrigin.Platform, "S-HW-04", Severity.None, "家长反映布置家长作业", IssueTags.None, null, [], "平台线索")
            );
        life.At(life.Now.AddHours(20));
        return life;
    }

    private static void Tend(Life life, Issue issue)
    {
        if (life.State.Issues.Length <= 1 && issue.State == IssueState.Notified)
            return;
        if (issue.State == IssueState.Notified)
            life.Do(School, new AcknowledgeNotice(issue.No, null));
        else if (issue.State is IssueState.Rectifying or IssueState.Returned)
            life.Do(School, new SubmitRectification(issue.No, "已整改", [], null));
        else if (issue.State is IssueState.Reported or IssueState.Filed)
            life.Do(Clerk, new VerifyIssue(issue.No, "属实", []));
        else if (issue.State == IssueState.LookBack)
            life.Do(Visitor, new PassLookBack(issue.No, "未反弹", []));
    }

    private static Visit FullVisit(UnitState state, DateTimeOffset now, int findings)
    {
        var (start, end) = (now.AddHours(-3), now.AddHours(-2));
        var day = CivilTime.DateOf(start);
        var list = Checklists.Latest(UnitKind.School);
        ImmutableArray<ChecklistAnswer> answers =
        [
            .. list.ApplicableTo("primary", day)
                .Select(item => new ChecklistAnswer(item.No, ItemAnswer.Conforms, null, "已查看，符合要求", null, [])),
        ];
        return new(
            Guid.CreateVersion7(),
            Inspector,
            VisitKind.Regular,
            start,
            end,
            [new(VisitMethod.SiteInspection, 1), new(VisitMethod.RecordsReview, 3)],
            "查看作业公示",
            new(
                VisitSlot.Morning,
                ["王督学"],
                true,
                "作业设计有亮点",
                "加强校级统筹",
                new(list.Id, answers),
                [
                    .. state
                        .Issues.Where(issue => issue.FoundAt < start)
                        .Select(issue => new IssueRemark(issue.No, RemarkFinding.InProgress, "正在整改")),
                ],
                [
                    .. Enumerable
                        .Range(0, findings)
                        .Select(_ => new Finding("S-HW-12", Severity.None, "三年级书面作业超过60分钟", IssueTags.None, null, [])),
                ],
                [],
                null,
                null,
                null
            )
        );
    }

    private static ImmutableArray<Fact<UnitEvent>> Accepted(UnitState state, UnitCommand command, DecisionContext context) =>
        UnitDecisions.Decide(state, command, context) is Decision<UnitEvent>.Accepted accepted
            ? accepted.Facts
            : throw new InvalidOperationException(
                ((Decision<UnitEvent>.Refused)UnitDecisions.Decide(state, command, context)).Refusal.Message.En
            );

    /// <summary>A unit's life, with the state as it was <see cref="Tail"/> events ago.</summary>
    private sealed class Life(Rulebook rules, DateTimeOffset start)
    {
        public List<Fact<UnitEvent>> Facts { get; } = [];

        public UnitState State { get; private set; } = UnitState.Empty;

        public DateTimeOffset Now { get; private set; } = start;

        public UnitState Behind => Unit.Replay(UnitState.Empty, Facts.Take(Facts.Count - Tail));

        public void At(DateTimeOffset at)
        {
            Now = at;
            Take(UnitClock.Advance(State, Now, rules));
        }

        public void Do(Actor by, UnitCommand command)
        {
            if (State.Exists)
                At(Now);
            Take(Accepted(State, command, new(by, Guid.CreateVersion7(), Now, rules)));
        }

        private void Take(ImmutableArray<Fact<UnitEvent>> facts)
        {
            Facts.AddRange(facts);
            State = Unit.Replay(State, facts);
        }
    }
}
