namespace Supervision.Rules.Counties;

/// <summary>How a county puts a policy into force.</summary>
public static class PolicyActivation
{
    /// <summary>How far ahead a policy may be set: a school year and some weeks.</summary>
    public const int MaxDaysAhead = 400;

    /// <summary>
    /// Rulebooks are cached for a minute. What is set this shortly before midnight takes effect a day later, so that no period
    /// begins under a rulebook that has not heard of it yet.
    /// </summary>
    public static readonly TimeSpan Lead = TimeSpan.FromMinutes(5);

    /// <summary>The newest version; the built-in default when none was activated.</summary>
    public static Policy Newest(CountyState state) => state.Policies.MaxBy(policy => policy.Version) ?? Policy.Default;

    /// <summary>The first day a policy set now may take effect.</summary>
    public static DateOnly Earliest(CountyState state, DateTimeOffset now)
    {
        var next = CivilTime.DateOf(now + Lead).AddDays(1);
        var newest = Newest(state).EffectiveFrom;
        return newest > next ? newest : next;
    }

    public static Decision<CountyEvent> Decide(CountyState state, ActivatePolicy command, DateTimeOffset now)
    {
        if (IsNewest(state, command.Policy))
            return Decision<CountyEvent>.Unchanged;
        if (Problems(state, command, now) is [var problem, ..])
            return Decision<CountyEvent>.Refuse(problem);
        return new Decision<CountyEvent>.Accepted([new(new PolicyActivated(Next(state, command.Policy)), now, now)]);
    }

    /// <summary>Everything that stands against the command; nothing when the newest version says the same already.</summary>
    public static ImmutableArray<Refusal> Problems(CountyState state, ActivatePolicy command, DateTimeOffset now)
    {
        if (command.Policy is not { } policy)
            return [Refusals.Required("policy")];
        if (IsNewest(state, policy))
            return [];
        var problems = PolicyRules.Problems(policy);
        if (command.Over is { } over && over != Newest(state).Version)
            problems = problems.Add(PolicyRefusals.Superseded(Newest(state).Version));
        var earliest = Earliest(state, now);
        var latest = CivilTime.DateOf(now).AddDays(MaxDaysAhead);
        if (policy.EffectiveFrom < earliest)
            problems = problems.Add(PolicyRefusals.EffectiveTooEarly(earliest));
        else if (policy.EffectiveFrom > latest)
            problems = problems.Add(PolicyRefusals.EffectiveTooFar(latest));
        return problems;
    }

    /// <summary>Under the county's own number, and with every value written out: a later default never changes what was activated.</summary>
    public static Policy Next(CountyState state, Policy policy) =>
        policy with
        {
            Version = Newest(state).Version + 1,
            Issues = policy.OfIssues,
            Ladder = policy.OfLadder,
            Office = policy.OfOffice,
            Inspector = policy.OfInspector,
            County = policy.OfCounty,
        };

    /// <summary>True when the newest version has these values from this day on. No title asks for none in particular.</summary>
    private static bool IsNewest(CountyState state, Policy? policy)
    {
        var newest = Newest(state);
        return policy is not null
            && newest.Version > 0
            && newest.EffectiveFrom == policy.EffectiveFrom
            && (policy.Title is null || policy.Title == newest.Title)
            && PolicyCatalogue.All.All(parameter => parameter.Read(policy) == parameter.Read(newest));
    }
}
