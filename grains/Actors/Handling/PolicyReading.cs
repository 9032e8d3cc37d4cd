namespace Supervision.Actors.Handling;

/// <summary>A county's policies as people ask for them.</summary>
internal static class PolicyReading
{
    /// <param name="tail">The county's whole stream; null when there is none.</param>
    public static CountyPolicies? Versions(StreamTail? tail, DateOnly today)
    {
        if (tail is null)
            return null;
        var versions = ImmutableArray.CreateBuilder<PolicyVersion>();
        foreach (var stored in tail.Events.Reverse())
            if (RulesJson.Read<CountyEvent>(stored.Payload.Span) is PolicyActivated { Policy: var policy })
                versions.Add(new(policy, stored.RecordedAt, stored.Actor));
        var inForce = versions.FirstOrDefault(version => version.Policy.EffectiveFrom <= today)?.Policy ?? Policy.Default;
        versions.Add(new(Policy.Default, null, null));
        return new(versions.ToImmutable(), inForce.Version, today);
    }

    /// <summary>With no unit counted yet: what it does to each is the unit's to say.</summary>
    public static PolicyPreview Preview(CountyState state, ActivatePolicy command, DateTimeOffset now)
    {
        var over = PolicyActivation.Newest(state);
        var changed =
            PolicyActivation.Decide(state, command with { Over = null }, now) is not Decision<CountyEvent>.Accepted { Facts.IsEmpty: true };
        var asked = command.Policy.EffectiveFrom;
        var today = CivilTime.DateOf(now);
        var from = asked < today || asked > today.AddDays(PolicyActivation.MaxDaysAhead) ? today : asked; // a day that will be refused has no period
        return new(
            PolicyActivation.Problems(state, command, now),
            over.Version,
            changed ? over.Version + 1 : over.Version,
            asked,
            PolicyCatalogue.Differences(over, command.Policy),
            FirstFrom(Period.MonthOf(from)),
            0,
            FirstFrom(Period.QuarterOf(from)),
            0
        );

        Period FirstFrom(Period around) => around.FirstDay < from ? around.Next : around;
    }
}
