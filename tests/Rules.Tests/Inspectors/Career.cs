namespace Supervision.Rules.Tests.Inspectors;

/// <summary>One inspector's life: rows and commands go in, facts and alerts come out.</summary>
internal sealed class Career
{
    public static readonly Actor Clerk = new("督管员甲", ActorRole.CountyOffice, "330521", null);
    public static readonly Actor Director = new("主任乙", ActorRole.CountyDirector, "330521", null);
    public static readonly Actor Chair = new("分管领导丙", ActorRole.CommitteeOffice, "330521", null);
    public static readonly Actor Self = new("inspector-330521-01", ActorRole.Inspector, "330521", A.Inspector);

    private readonly HashSet<string> open = [];

    public Career(InspectorPolicy? policy = null)
    {
        Rules = new(A.Zhejiang, policy is null ? [] : [Policy.Default with { Version = 1, Inspector = policy }]);
        Now = Civil.At("2025-09-01");
        Do(
            Clerk,
            new AppointInspector(new(A.Inspector, "330521", null, Employment.FullTime, Civil.Day("2025-09-01"), Civil.Day("2028-08-31")))
        );
    }

    public Rulebook Rules { get; }

    public InspectorState State { get; private set; } = InspectorState.Empty;

    public DateTimeOffset Now { get; private set; }

    public List<Fact<InspectorEvent>> Facts { get; } = [];

    public List<Alert> Raised { get; } = [];

    public Dictionary<string, AlertEnding> Endings { get; } = [];

    public IEnumerable<string> OpenAlerts => open.Order(StringComparer.Ordinal);

    public Refusal? Refused { get; private set; }

    /// <summary>Number, rung and state of each measure.</summary>
    public IEnumerable<(int, InspectorRung, StepState)> Steps => State.Steps.Select(step => (step.No, step.Rung, step.State));

    public IEnumerable<TEvent> Happened<TEvent>()
        where TEvent : InspectorEvent => Facts.Select(fact => fact.Event).OfType<TEvent>();

    public Career At(string at)
    {
        Now = Civil.At(at);
        return this;
    }

    /// <summary>Rows tell of a period of schools named 1, 2, …</summary>
    public Career Told(string period, DutyState state = DutyState.Missed, params string[] schools)
    {
        var units = schools is [] ? ["1"] : schools;
        Take(
            InspectorLadderRules.Charge(
                State,
                units.Select(school => new ChargedDuty($"school/{school}", $"示例小学{school}", 1, Period.Parse(period), state)),
                Now,
                Rules
            )
        );
        return this;
    }

    /// <summary>Each month missed at school 1, noticed as it ends.</summary>
    public Career Missing(params string[] months)
    {
        foreach (var month in months)
        {
            Now = Period.Parse(month).End;
            Told(month);
        }

        return this;
    }

    /// <summary>So many schools are the inspector's now.</summary>
    public Career Weigh(int schools)
    {
        Take(Inspector.Weigh(State, schools, Now, Rules));
        return this;
    }

    public Career Do(Actor by, InspectorCommand command)
    {
        var decision = InspectorPermission.Objection(by, command, A.Inspector, State.Profile?.County) is { } objection
            ? Decision<InspectorEvent>.Refuse(objection)
            : Inspector.Decide(State, command, new(by, Guid.NewGuid(), Now, Rules));
        Refused = (decision as Decision<InspectorEvent>.Refused)?.Refusal;
        if (decision is Decision<InspectorEvent>.Accepted accepted)
            Take(accepted.Facts);
        return this;
    }

    private void Take(ImmutableArray<Fact<InspectorEvent>> facts)
    {
        var changes = InspectorAlerts.Of(State, facts);
        State = facts.Aggregate(State, Inspector.Evolve);
        Facts.AddRange(facts);
        foreach (var fact in facts)
            InspectorTexts.Say(fact.Event).Should().Match<Text>(text => text.Zh.Length > 0 && text.En.Length > 0);
        foreach (var alert in changes.Raised)
            open.Add(alert.Id).Should().BeTrue();
        foreach (var end in changes.Ended)
            if (open.Remove(end.Id))
                Endings[end.Id] = end.Ending;
        Raised.AddRange(changes.Raised);
    }
}
