using System.Security.Cryptography;
using System.Text;

namespace Supervision.Rules.Tests;

/// <summary>Where every scenario starts: <c>A.School().InspectedBy("督学-330521-01").RegisteredAt("2026-03-01")</c>.</summary>
internal static class A
{
    public const string Inspector = "督学-330521-01";
    public const string Other = "督学-330521-02";

    public static SchoolCalendar Zhejiang { get; } = new(Calendars.StateCouncil, Calendars.TermsOf("33"));

    public static Life School() =>
        new(
            new Profile(
                UnitKind.School,
                "2133901746",
                "德清县示例小学",
                "330521",
                "330521100",
                "武康街道",
                "primary",
                UnitStatus.Active,
                820
            )
        );

    public static Life Institution() =>
        new(
            new Profile(
                UnitKind.Institution,
                "91330521MA2B4XYZ0K",
                "德清县示例培训中心",
                "330521",
                null,
                null,
                "arts",
                UnitStatus.Active,
                null
            )
        );

    /// <summary>A school inspected since 1 March 2026 and visited that month, so that April is the first duty in question.</summary>
    public static Life VisitedSchool() => School().InspectedBy(Inspector).RegisteredAt("2026-03-01").Visit("2026-03-10 09:00");

    private static readonly ImmutableArray<MethodUse> Seen = [new(VisitMethod.SiteInspection, 1)];

    /// <summary>An hour's visit; its id follows from the start and the visitor, so that two tellings of a life are equal.</summary>
    public static Visit Visit(string startedAt, string by = Inspector) => Visit(Civil.At(startedAt), by);

    public static Visit Visit(DateTimeOffset startedAt, string by = Inspector) =>
        new(
            new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{startedAt.UtcTicks} {by}")).AsSpan(0, 16)),
            by,
            VisitKind.Regular,
            startedAt,
            startedAt.AddHours(1),
            Seen,
            null
        );

    public static string Json<T>(T value) => Encoding.UTF8.GetString(RulesJson.Write(value));
}

/// <summary>One unit's life under a clock: commands go in, facts, alerts and the state come out. Time only moves forward.</summary>
internal sealed partial class Life(Profile profile)
{
    private readonly List<Fact<UnitEvent>> facts = [];
    private readonly Dictionary<string, Alert> raised = [];
    private readonly HashSet<string> open = [];
    private readonly Dictionary<string, AlertEnding> endings = [];
    private Assignment? first;
    private Policy? policy;
    private int operations;

    public UnitState State { get; private set; } = UnitState.Empty;

    public DateTimeOffset Now { get; private set; }

    public Rulebook Rules { get; private set; } = new(A.Zhejiang);

    /// <summary>As the unit has it; before the registration, as it will be asked for.</summary>
    public Profile Profile => State.Profile ?? profile;

    public IReadOnlyList<Fact<UnitEvent>> Facts => facts;

    /// <summary>Every alert ever raised, by id.</summary>
    public IReadOnlyDictionary<string, Alert> Raised => raised;

    /// <summary>Why each alert that is open no longer ended, by id.</summary>
    public IReadOnlyDictionary<string, AlertEnding> Endings => endings;

    public IEnumerable<string> OpenAlerts => open.Order(StringComparer.Ordinal);

    public RefusalCode? Refused { get; private set; }

    /// <summary>The whole refusal behind <see cref="Refused"/>.</summary>
    public Refusal? Refusal { get; private set; }

    public VisitOutcome? Outcome { get; private set; }

    /// <summary>Who asks from now on; null is the system, which may do what is not a person's.</summary>
    public Actor? Asking { get; private set; }

    public Life By(Actor? actor)
    {
        Asking = actor;
        return this;
    }

    public CoverageStatus Coverage => CoverageRule.Of(State, Rules);

    public DutyState Duty(string period) => DutyOf(period).State;

    public Duty DutyOf(string period) =>
        State.DutyOf(Period.Parse(period)) ?? throw new InvalidOperationException($"{period} is not kept.");

    public Reason Reason(string code) => Coverage.Reasons.Single(reason => reason.Code == code);

    public IEnumerable<string> ReasonCodes => Coverage.Reasons.Select(reason => reason.Code);

    public IEnumerable<TEvent> Happened<TEvent>()
        where TEvent : UnitEvent => facts.Select(fact => fact.Event).OfType<TEvent>();

    /// <summary>Under a policy from the start; to be said before the registration.</summary>
    public Life Under(Func<CadencePolicy, CadencePolicy> change)
    {
        policy = new Policy(1, Civil.Day("2020-01-01"), change(CadencePolicy.Default));
        Rules = new Rulebook(Rules.Calendar, [policy]);
        return this;
    }

    public Life InCalendar(SchoolCalendar calendar)
    {
        Rules = new Rulebook(calendar, policy is null ? [] : [policy]);
        return this;
    }

    /// <summary>The inspector the registration names; by default from the day of registration on.</summary>
    public Life InspectedBy(string inspector, string? from = null, string? to = null)
    {
        first = new Assignment(inspector, from is null ? DateOnly.MinValue : Civil.Day(from), to is null ? null : Civil.Day(to));
        return this;
    }

    public Life RegisteredAt(string at)
    {
        Now = Civil.At(at);
        var assignment = first is { } named && named.From == DateOnly.MinValue ? named with { From = CivilTime.DateOf(Now) } : first;
        return Do(new RegisterUnit(Profile, assignment));
    }

    public Life At(string at) => AdvanceTo(Civil.At(at));

    public Life AdvanceTo(DateTimeOffset at)
    {
        if (at < Now)
            throw new InvalidOperationException($"Time runs forward: {Civil.Clock(at)} is before {Civil.Clock(Now)}.");
        Now = at;
        Happen(UnitClock.Advance(State, Now, Rules), due: true);
        return this;
    }

    public Life Do(UnitCommand command)
    {
        if (State.Exists)
            AdvanceTo(Now);
        var by = Asking ?? Actor.System;
        var decision = Permission.Objection(by, command, $"{UnitKeys.Prefix(Profile.Kind)}/{Profile.Code}", Profile.County) is { } objection
            ? Decision<UnitEvent>.Refuse(objection)
            : UnitDecisions.Decide(State, command, new(by, new Guid(++operations, 0, 0, new byte[8]), Now, Rules));
        Refused = (decision as Decision<UnitEvent>.Refused)?.Refusal.Code;
        Outcome = decision is Decision<UnitEvent>.Accepted taken ? VisitOutcome.Of(taken.Facts) : null;
        Refusal = (decision as Decision<UnitEvent>.Refused)?.Refusal;
        if (decision is Decision<UnitEvent>.Accepted accepted)
            Happen(accepted.Facts, due: false);
        return this;
    }

    /// <summary>A visit of an hour, uploaded when it ends unless said otherwise.</summary>
    public Life Visit(string startedAt, string by = A.Inspector, string? uploadedAt = null, VisitKind kind = VisitKind.Regular)
    {
        var visit = A.Visit(startedAt, by) with { Kind = kind };
        return AdvanceTo(uploadedAt is null ? visit.EndedAt : Civil.At(uploadedAt)).Do(new RecordVisit(visit));
    }

    public Life Assign(string inspector, string from, string? to = null) =>
        Do(new AssignInspector(new(inspector, Civil.Day(from), to is null ? null : Civil.Day(to))));

    public Life Delegate(string inspector, string from, string to) =>
        Do(new DelegateDeputy(new(inspector, Civil.Day(from), Civil.Day(to))));

    public Life Approve(string period, Guid? visit = null) => Do(new ApproveLateVisit(Period.Parse(period), visit, "设备故障,核实属实"));

    public Life Excuse(string period) => Do(new ExcusePeriod(Period.Parse(period), "台风停课", "德教督〔2026〕5号"));

    public Life Becomes(UnitStatus status) => Do(new RegisterUnit(Profile with { Status = status }, null));

    private void Happen(ImmutableArray<Fact<UnitEvent>> happened, bool due)
    {
        var changes = UnitAlerts.Of(State, happened, due ? happened.Length : 0);
        State = happened.Aggregate(State, Unit.Evolve);
        facts.AddRange(happened);
        foreach (var alert in changes.Raised)
            if (raised.TryAdd(alert.Id, alert))
                open.Add(alert.Id);
        foreach (var end in changes.Ended)
            if (open.Remove(end.Id))
                endings[end.Id] = end.Ending;
    }
}
