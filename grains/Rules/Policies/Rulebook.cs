namespace Supervision.Rules.Policies;

/// <summary>What a decision is judged by, beside the state itself: the county's policies and its calendar.</summary>
public sealed class Rulebook(SchoolCalendar calendar, ImmutableArray<Policy> policies)
{
    /// <summary>The built-in policy over a calendar; for counties that have set nothing.</summary>
    public Rulebook(SchoolCalendar calendar)
        : this(calendar, []) { }

    public SchoolCalendar Calendar { get; } = calendar;

    public WorkCalendar Work => Calendar.Work;

    /// <summary>The same calendar with one more version, as it will be once that one is activated.</summary>
    public Rulebook With(Policy policy) => new(Calendar, policies.Add(policy)) { Departments = Departments };

    /// <summary>Whom cases are handed to or consulted with.</summary>
    public DepartmentList Departments { get; init; } = DepartmentList.Default;

    /// <summary>The newest version effective on the day; the built-in default when there is none.</summary>
    public Policy PolicyOn(DateOnly day)
    {
        var best = Policy.Default;
        foreach (var policy in policies)
            if (policy.EffectiveFrom <= day && policy.Version > best.Version)
                best = policy;
        return best;
    }

    /// <summary>A pinned version, as a fact names it; the built-in default when this county never had it.</summary>
    public Policy PolicyVersion(int version)
    {
        foreach (var policy in policies)
            if (policy.Version == version)
                return policy;
        return Policy.Default;
    }
}
