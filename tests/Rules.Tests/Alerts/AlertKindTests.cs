using Supervision.Rules.Tests.Inspectors;

namespace Supervision.Rules.Tests.Alerts;

/// <summary>
/// Every kind of alert has ways to end, and each of them is gone here: raise it, do what it asks, and it is closed with the reason its table names. A kind or an ending
/// that is added without a story fails.
/// </summary>
public class AlertKindTests
{
    private static readonly Dictionary<(string Kind, AlertEnding Ending), Func<IReadOnlyDictionary<string, AlertEnding>>> Stories = new()
    {
        [("visit-due", AlertEnding.Visited)] = () => A.VisitedSchool().At("2026-04-24").Visit("2026-04-24 09:00").Endings,
        [("visit-due", AlertEnding.Superseded)] = () => A.VisitedSchool().At("2026-04-24").At("2026-04-28").Endings,
        [("visit-due", AlertEnding.Exempted)] = () =>
            A.School()
                .Under(policy => policy with { MinTeachingDays = 18 })
                .InspectedBy(A.Inspector)
                .RegisteredAt("2026-03-01")
                .Visit("2026-03-10 09:00")
                .At("2026-04-13")
                .Becomes(UnitStatus.Suspended)
                .At("2026-04-20")
                .Becomes(UnitStatus.Active)
                .At("2026-05-01")
                .Endings,
        [("visit-due", AlertEnding.HandedOver)] = () => A.VisitedSchool().At("2026-04-24").Assign(A.Other, "2026-04-24").Endings,
        [("visit-due", AlertEnding.Suspended)] = () => A.VisitedSchool().At("2026-04-24").Becomes(UnitStatus.Suspended).Endings,
        [("visit-due", AlertEnding.Closed)] = () => A.VisitedSchool().At("2026-04-24").Becomes(UnitStatus.Closed).Endings,
        [("visit-due", AlertEnding.Moved)] = () => Moved(A.VisitedSchool().At("2026-04-24")),
        [("missed-visit", AlertEnding.VisitedSince)] = () => A.VisitedSchool().At("2026-05-01").Visit("2026-05-06 09:00").Endings,
        [("missed-visit", AlertEnding.LateSync)] = () =>
            A.VisitedSchool().At("2026-05-01").Visit("2026-04-29 09:00", uploadedAt: "2026-05-02").Endings,
        [("missed-visit", AlertEnding.Excused)] = () => A.VisitedSchool().At("2026-05-02").Excuse("2026-04").Endings,
        [("missed-visit", AlertEnding.Superseded)] = () => A.VisitedSchool().At("2026-05-02").At("2027-06-01").Endings,
        [("missed-visit", AlertEnding.Closed)] = () => A.VisitedSchool().At("2026-05-02").Becomes(UnitStatus.Closed).Endings,
        [("missed-visit", AlertEnding.Moved)] = () => Moved(A.VisitedSchool().At("2026-05-02")),
        [("no-inspector", AlertEnding.Assigned)] = () =>
            A.School().RegisteredAt("2026-04-01 10:00").Assign(A.Inspector, "2026-04-01").Endings,
        [("no-inspector", AlertEnding.Suspended)] = () => A.School().RegisteredAt("2026-04-01 10:00").Becomes(UnitStatus.Suspended).Endings,
        [("no-inspector", AlertEnding.Closed)] = () => A.School().RegisteredAt("2026-04-01 10:00").Becomes(UnitStatus.Closed).Endings,
        [("no-inspector", AlertEnding.Moved)] = () => Moved(A.School().RegisteredAt("2026-04-01 10:00")),
        [("late-visit-waiting", AlertEnding.Approved)] = () => Held().Approve("2026-04").Endings,
        [("late-visit-waiting", AlertEnding.Voided)] = () =>
            Held() is var life ? life.By(The.Clerk).Do(new VoidVisit(life.Outcome!.Id, "并未到校")).Endings : null!,
        [("late-visit-waiting", AlertEnding.NotNeeded)] = () => Held().Excuse("2026-04").Endings,
        [("late-visit-waiting", AlertEnding.Moved)] = () => Moved(Held()),
        [("serious-found", AlertEnding.Confirmed)] = () => Life.Until(IssueState.Found).ConfirmSerious(1).Endings,
        [("serious-found", AlertEnding.Withdrawn)] = () => Life.Until(IssueState.Found).Withdraw(1).Endings,
        [("serious-found", AlertEnding.Transferred)] = () => Life.Until(IssueState.Found).Transfer(1).Endings,
        [("serious-found", AlertEnding.Moved)] = () => Moved(Life.Until(IssueState.Found)),
        [("extension-asked", AlertEnding.Decided)] = () => Asked().DecideExtension(1, true).Endings,
        [("extension-asked", AlertEnding.Superseded)] = () => Asked().AskExtension(1, 7).Endings,
        [("extension-asked", AlertEnding.NotNeeded)] = () => Asked().ReportRectified(1).Endings,
        [("extension-asked", AlertEnding.Withdrawn)] = () => Asked().Withdraw(1).Endings,
        [("extension-asked", AlertEnding.Transferred)] = () => Asked().Transfer(1).Endings,
        [("extension-asked", AlertEnding.Moved)] = () => Moved(Asked()),
        [("visit-flagged", AlertEnding.Confirmed)] = () =>
            Flagged() is var life ? life.By(The.Clerk).Do(new ConfirmFlagged(life.Outcome!.Id, "核实属实")).Endings : null!,
        [("visit-flagged", AlertEnding.Voided)] = () =>
            Flagged() is var life ? life.By(The.Clerk).Do(new VoidVisit(life.Outcome!.Id, "并未到校")).Endings : null!,
        [("visit-flagged", AlertEnding.Moved)] = () => Moved(Flagged()),
        [("decision-waiting", AlertEnding.Decided)] = () => Proposed().Decides(1).Endings,
        [("decision-waiting", AlertEnding.Lapsed)] = () => Proposed().Settles(1).Endings,
        [("decision-waiting", AlertEnding.Superseded)] = () => Proposed().At("2026-04-20").Endings,
        [("decision-waiting", AlertEnding.Moved)] = () => Moved(Proposed()),
        [("decision-overdue", AlertEnding.Decided)] = () => Proposed().At("2026-04-20").Rejects(1).Endings,
        [("decision-overdue", AlertEnding.Lapsed)] = () => Proposed().At("2026-04-20").Settles(1).Endings,
        [("decision-overdue", AlertEnding.Moved)] = () => Moved(Proposed().At("2026-04-20")),
        [("measure-served", AlertEnding.Discharged)] = () => Served().Settles(1).Endings,
        [("measure-served", AlertEnding.Moved)] = () => Moved(Served()),
        [("deadline-passed", AlertEnding.Done)] = () => Overdue().ReportRectified(1).Endings,
        [("deadline-passed", AlertEnding.Extended)] = () => Asked().At("2026-05-20").DecideExtension(1, true).Endings,
        [("deadline-passed", AlertEnding.NotNeeded)] = () => Life.Until(IssueState.Reported).At("2026-04-20").Verify(1).Endings, // verified before it was filed
        [("deadline-passed", AlertEnding.Withdrawn)] = () => Overdue().Withdraw(1).Endings,
        [("deadline-passed", AlertEnding.Transferred)] = () => Overdue().Transfer(1).Endings,
        [("deadline-passed", AlertEnding.HandedOver)] = () => Overdue().Assign(A.Other, "2026-05-20").Endings,
        [("deadline-passed", AlertEnding.Moved)] = () => Moved(Overdue()),
        [("look-back-due", AlertEnding.Done)] = () => LookBack().LookBackPassed(1).Endings,
        [("look-back-due", AlertEnding.Superseded)] = () => LookBack().At("2026-08-01").Endings,
        [("look-back-due", AlertEnding.Withdrawn)] = () => LookBack().Withdraw(1).Endings,
        [("look-back-due", AlertEnding.HandedOver)] = () =>
            LookBack() is var life ? life.Assign(A.Other, $"{CivilTime.DateOf(life.Now):yyyy-MM-dd}").Endings : null!,
        [("look-back-due", AlertEnding.Moved)] = () => Moved(LookBack()),
        [("fact-finding-due", AlertEnding.Done)] = () =>
            FactFinding() is var life
                ? life.As(
                    The.Clerk,
                    new SetUpFactFinding(
                        1,
                        CivilTime.DateOf(life.Now),
                        ["督导办主任", A.Inspector, A.Other],
                        "德教督〔2026〕9号",
                        [Life.Scan]
                    )
                ).Endings
                : null!,
        [("fact-finding-due", AlertEnding.Superseded)] = () => FactFinding().At("2026-06-20").Endings,
        [("fact-finding-due", AlertEnding.NotNeeded)] = () => FactFinding().Rejects(1).Endings,
        [("fact-finding-due", AlertEnding.Moved)] = () => Moved(FactFinding()),
        [("inspector-reminder", AlertEnding.SignedFor)] = () =>
            new Career().Missing("2026-04").Do(Career.Self, new AcknowledgeReminder(1)).Endings,
        [("inspector-reminder", AlertEnding.Lapsed)] = () => new Career().Missing("2026-04").Told("2026-04", DutyState.Excused).Endings,
        [("inspector-reminder", AlertEnding.NotNeeded)] = () => Revoked().Endings,
        [("inspector-reminder", AlertEnding.Moved)] = () => Moved(new Career().Missing("2026-04")),
        [("inspector-step-proposed", AlertEnding.Decided)] = () =>
            TwoMonths().Do(Career.Director, new DecideStep(3, "情况属实", null)).Endings,
        [("inspector-step-proposed", AlertEnding.Lapsed)] = () => Revoked().Endings,
        [("inspector-step-proposed", AlertEnding.Moved)] = () => Moved(TwoMonths()),
        [("inspector-step-decided", AlertEnding.SignedFor)] = () =>
            TwoMonths().Do(Career.Director, new DecideStep(3, "情况属实", null)).Do(Career.Self, new AcknowledgeReminder(3)).Endings,
        [("inspector-step-decided", AlertEnding.NotNeeded)] = () =>
            TwoMonths()
                .Do(Career.Director, new DecideStep(3, "情况属实", null))
                .Do(Career.Director, new ProposeRevocation("长期不履行职责"))
                .Do(Career.Chair, new DecideStep(4, "同意", "德教督〔2026〕8号"))
                .Endings,
        [("inspector-step-decided", AlertEnding.Moved)] = () => Moved(TwoMonths().Do(Career.Director, new DecideStep(3, "情况属实", null))),
        [("county-step-decided", AlertEnding.Discharged)] = CountyStep,
        [("term-minimum", AlertEnding.LateSync)] = () => ShortTerm().Visit("2026-07-02 09:00", uploadedAt: "2026-07-05 10:00").Endings,
        [("term-minimum", AlertEnding.Superseded)] = () => ShortTerm().Visit("2026-09-10 09:00").At("2027-01-31").Endings,
        [("term-minimum", AlertEnding.NotNeeded)] = () =>
            ShortTerm().Visit("2026-09-10 09:00").Visit("2026-10-12 09:00").At("2027-03-01").Endings,
        [("term-minimum", AlertEnding.Closed)] = () => ShortTerm().Becomes(UnitStatus.Closed).Endings,
        [("term-minimum", AlertEnding.Moved)] = () => Moved(ShortTerm()),
        [("visit-burden", AlertEnding.Lapsed)] = () =>
            Planned() is var life ? life.Do(new DropPlan(life.State.Plans.Single().Id, "改期")).Endings : null!,
        [("visit-burden", AlertEnding.NotNeeded)] = () => Planned().At("2026-05-01").Endings,
        [("visit-burden", AlertEnding.Closed)] = () => Planned().Becomes(UnitStatus.Closed).Endings,
        [("visit-burden", AlertEnding.Moved)] = () => Moved(Planned()),
        [("schools-overloaded", AlertEnding.Lapsed)] = () => new Career().Weigh(6).Weigh(4).Endings,
        [("schools-overloaded", AlertEnding.Superseded)] = () => new Career().Weigh(6).At("2025-09-02").Weigh(9).Endings,
        [("schools-overloaded", AlertEnding.Moved)] = () => Moved(new Career().Weigh(6)),
        [("zone-overloaded", AlertEnding.Lapsed)] = () => Zone(new ZoneFits("Z1", 20, Civil.At("2026-05-06 09:00"))),
        [("zone-overloaded", AlertEnding.NotNeeded)] = () => Zone(new ZoneRemoved("Z1", Civil.At("2026-05-06 09:00"))),
    };

    public static TheoryData<string, AlertEnding> Ways() =>
        [
            .. AlertKinds.All.SelectMany(facts =>
                facts.Ends.Where(ending => ending != AlertEnding.Acknowledged).Select(ending => (facts.Kind, ending))
            ),
        ];

    [Theory]
    [MemberData(nameof(Ways))]
    public void Alert_EndsInEveryWayItsKindNames(string kind, AlertEnding ending)
    {
        Stories.Should().ContainKey((kind, ending), "every way out is gone at least once");
        Stories[(kind, ending)]
            ()
            .Where(end =>
                end.Key.StartsWith(kind + ":", StringComparison.Ordinal)
                || (IsClock(kind) && end.Key.StartsWith("deadline-passed:", StringComparison.Ordinal))
            )
            .Select(end => end.Value)
            .Should()
            .Contain(ending);
    }

    [Fact]
    public void Kind_HasAtLeastOneWayToEnd_WordsForEach_AndAPlaceToAnswerIt()
    {
        AlertKinds.All.Should().OnlyContain(facts => facts.Ends.Length > 0 && facts.Page != AlertPage.None);
        AlertKinds
            .All.Should()
            .OnlyContain(facts => facts.Asks == AlertAsk.See || facts.Acts.Length > 0, "what asks to be acted on says by which command");
        Enum.GetValues<AlertEnding>()
            .Where(ending => ending != AlertEnding.None)
            .Should()
            .OnlyContain(ending => AlertEndings.Say(ending).Zh.Length > 1 && AlertEndings.Parse(AlertEndings.Code(ending)) == ending);
    }

    [Fact]
    public void Kinds_ThatAreDeclaredAnywhere_AreInTheTable()
    {
        var declared = typeof(AlertNames)
            .GetFields()
            .Where(field => field.IsLiteral && field.FieldType == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!);
        AlertKinds.All.Select(facts => facts.Kind).Should().BeEquivalentTo(declared);
    }

    [Fact]
    public void Acts_OfEveryKind_AreCommands()
    {
        var commands = new[] { typeof(UnitCommand), typeof(InspectorCommand), typeof(CountyCommand) }
            .SelectMany(command => command.Assembly.GetTypes().Where(command.IsAssignableFrom))
            .Select(type => type.Name)
            .ToHashSet();
        AlertKinds.All.SelectMany(facts => facts.Acts).Should().BeSubsetOf(commands);
    }

    [Fact]
    public void Acknowledging_EndsExactlyWhatAsksToBeSeen() =>
        AlertKinds
            .All.Where(facts => facts.Asks == AlertAsk.See)
            .Select(facts => facts.Kind)
            .Should()
            .BeEquivalentTo("missed-visit", "measure-served", "county-step-decided", "term-minimum", "visit-burden");

    private static bool IsClock(string kind) => kind is "look-back-due" or "decision-overdue" or "fact-finding-due"; // named after the clock that ran out

    private static Life ShortTerm() =>
        A.School().InspectedBy(A.Inspector).RegisteredAt("2026-03-01").Visit("2026-03-10 09:00").At("2026-07-05");

    private static Life Planned() =>
        A.VisitedSchool()
            .Visit("2026-04-06 09:00")
            .Visit("2026-04-07 09:00")
            .Do(new PlanVisit(new(Guid.NewGuid(), A.Inspector, Civil.Day("2026-04-10"), VisitSlot.Morning, VisitKind.Covert, true)));

    private static Dictionary<string, AlertEnding> Zone(CountyEvent last)
    {
        var (state, now) = (CountyState.Empty, Civil.At("2026-05-06 09:00"));
        var endings = new Dictionary<string, AlertEnding>();
        foreach (
            var happened in new[]
            {
                new CountyRegistered(new("330521", "德清县", "3305", "湖州市", "33", "浙江省")),
                new ZoneSet(new("Z1", "武康", ["330521100"], [])),
                new ZoneOutgrown("Z1", 21, 20),
                last,
            }
        )
        {
            var fact = new Fact<CountyEvent>(happened, now, now);
            state = County.Evolve(state, fact);
            if (CountyAlerts.Raised(fact, state) is { } alert)
                endings[alert.Id] = AlertEnding.None;
            if (CountyAlerts.Ended(fact, state) is { } end && endings.ContainsKey(end.Id))
                endings[end.Id] = end.Ending;
        }

        return endings;
    }

    private static Life Held() => A.VisitedSchool().Visit("2026-04-29 09:00", uploadedAt: "2026-05-08");

    private static Life Asked() => Life.Until(IssueState.Rectifying).AskExtension(1, 5);

    private static Life Overdue() => Life.Until(IssueState.Rectifying).At("2026-05-20");

    private static Life Flagged() => A.VisitedSchool().At("2026-04-02 10:00").VisitWith(null, flags: VisitFlag.ImplausibleTravel);

    private static Life Proposed() => A.VisitedSchool().Tell("04-02 open S-HW-04; ack 1; propose 2 1");

    private static Life FactFinding()
    {
        var life = A.VisitedSchool().Tell("04-02 open S-HW-04; ack 1; propose 5 1");
        return life.AdvanceTo(life.Measure(1).Deadlines.Of(DeadlineKind.FactFindingNear)!.FallsAt);
    }

    private static Life Served() => A.VisitedSchool().Tell("04-02 open S-HW-04; ack 1; propose 1 1; impose 1");

    private static Life LookBack()
    {
        var life = Life.Until(IssueState.LookBack);
        return life.AdvanceTo(life.Issue(1).Deadlines.Of(DeadlineKind.LookBackDay)!.FallsAt);
    }

    private static Career TwoMonths() => new Career().Missing("2026-03", "2026-04").At("2026-05-06 09:00");

    private static Career Revoked() =>
        TwoMonths()
            .Do(Career.Director, new ProposeRevocation("长期不履行职责"))
            .Do(Career.Chair, new DecideStep(4, "同意", "德教督〔2026〕8号"));

    private static IReadOnlyDictionary<string, AlertEnding> Moved(Life life) =>
        life.AdvanceTo(life.Now.AddMinutes(1)).By(null).Do(new RegisterUnit(life.Profile with { County = "330522" }, null)).Endings;

    private static Dictionary<string, AlertEnding> Moved(Career career) =>
        career.Do(The.Administrator, new AppointInspector(career.State.Profile! with { County = "330522" })).Endings;

    private static Dictionary<string, AlertEnding> CountyStep()
    {
        var (state, now) = (CountyState.Empty, Civil.At("2026-05-06 09:00"));
        var endings = new Dictionary<string, AlertEnding>();
        foreach (
            var command in new CountyCommand[]
            {
                new RegisterCounty(new("330521", "德清县", "3305", "湖州市", "33", "浙江省")),
                new ProposeCountyStep(CountyRung.Interview, "覆盖不足"),
                new DecideCountyStep(1, "情况属实", "浙教督〔2026〕2号"),
                new DischargeCountyStep(1, "已整改"),
            }
        )
        foreach (var fact in ((Decision<CountyEvent>.Accepted)County.Decide(state, command, now, The.Province)).Facts)
        {
            state = County.Evolve(state, fact);
            if (CountyAlerts.Raised(fact, state) is { } alert)
                endings[alert.Id] = AlertEnding.None;
            if (CountyAlerts.Ended(fact, state) is { } end)
                endings[end.Id] = end.Ending;
        }

        return endings;
    }
}
