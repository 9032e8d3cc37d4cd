using System.Text.RegularExpressions;

namespace Supervision.Rules.Trials;

/// <summary>
/// Whether a unit would fare otherwise under one more version of its county's policy: the rules are run twice, up to the end of the first period that begins
/// under it, and what would be judged in that period is compared.
/// </summary>
public static partial class PolicyImpact
{
    /// <param name="state">As it stands; it is advanced to <paramref name="now"/> first.</param>
    /// <param name="asked">Under the number it would get, with the day it would take effect.</param>
    public static bool Changes(UnitState state, DateTimeOffset now, Rulebook rules, Policy asked)
    {
        var present = Unit.Replay(state, UnitClock.Advance(state, now, rules));
        if (present is not { Profile: { Status: not UnitStatus.Closed } profile, Current: { } duty })
            return false;
        var after = rules.With(asked);
        var first = duty.Period;
        while (first.FirstDay < asked.EffectiveFrom)
            first = first.Next;
        if (first == duty.Period)
            first = first.Next; // what has begun keeps its version
        return !Course(present, first, rules).SequenceEqual(Course(present, first, after))
            || (profile.Status == UnitStatus.Active && Judged(present, first, rules) != Judged(present, first, after));
    }

    /// <summary>Everything that would happen by itself to the end of the period, without the numbers of versions.</summary>
    private static IEnumerable<string> Course(UnitState state, Period through, Rulebook rules) =>
        UnitClock
            .Advance(state, through.End, rules)
            .Select(fact =>
                $"{fact.EffectiveAt:O} {VersionNumber().Replace(System.Text.Encoding.UTF8.GetString(RulesJson.Write(fact.Event)), "")}"
            );

    /// <summary>What would be made of visits in the period; all equal for one that owes nothing either way.</summary>
    private static (bool Owed, int Grace, int Handover, bool Central, int TermMinimum, int Week) Judged(
        UnitState state,
        Period period,
        Rulebook rules
    )
    {
        var policy = rules.PolicyOn(period.FirstDay);
        var school = state.Profile!.Kind == UnitKind.School;
        var (term, week) = school ? (policy.OfOffice.TermMinimum, policy.OfOffice.MaxVisitsPerWeek) : (0, 0);
        return Duties.Open(state, period, period.FirstDay, rules) is PeriodOpened
            ? (true, policy.Cadence.LateSyncGraceDays, policy.Cadence.HandoverGraceDays, policy.Cadence.CentralCounts, term, week)
            : (false, 0, 0, false, term, week);
    }

    [GeneratedRegex(@"""policyVersion"":\d+,?")]
    private static partial Regex VersionNumber();
}
