namespace Supervision.Rules.Units.Visits;

/// <summary>
/// What ends an inspector's business with a unit, and what becomes of visits that arrive afterwards. The date of a visit is the word of the one it
/// serves, so it is never what decides alone whether a person looks at it.
/// </summary>
/// <remarks>
/// A recusal is for a cause: whatever arrives after it waits. A hand-over, the end of a delegation and a unit's suspension are not: who made an honest
/// visit before may upload it for as long as any late upload is taken (cadence.lateSyncGraceD), and what arrives later waits. The end of an appointment, its
/// revocation and a move to another county are judged by <see cref="AppointmentBarrier"/>, where the appointment is known. A closed unit and one that is out
/// of the caller's area take no visit at all, whatever its date; a disabled account hands nothing in.
/// </remarks>
internal static class Barriers
{
    /// <summary>Reasons in what the unit knows of its people and itself not to take a visit without the county.</summary>
    public static IEnumerable<VisitFlag> Flags(UnitState state, Visit visit, DateTimeOffset now, Rulebook rules)
    {
        if (Recusals.Doubts(state, visit))
            yield return VisitFlag.Recused;
        if (!VisitRules.WouldCount(state, visit, now, rules))
            yield break;
        var duty = state.DutyOf(state.Current!.Period.At(visit.StartedAt))!;
        var grace = rules.PolicyVersion(duty.PolicyVersion).Cadence.LateSyncGraceDays;
        if (EndOfDuty(state, visit) is { } last && now >= CivilTime.EndOf(last.AddDays(grace)))
            yield return VisitFlag.AfterHandover;
        var span = state.Statuses[^1];
        if (
            span.Status == UnitStatus.Suspended
            && CivilTime.DateOf(visit.StartedAt) < span.Since
            && now >= CivilTime.StartOf(span.Since.AddDays(grace))
        )
            yield return VisitFlag.AfterSuspension;
    }

    /// <summary>The last day on which the visitor was responsible, or deputised, under what the visit counts by; null while he still is.</summary>
    private static DateOnly? EndOfDuty(UnitState state, Visit visit)
    {
        DateOnly? last = null;
        var tenure = -1;
        for (var i = 0; i < state.Tenures.Length && state.Tenures[i].Since <= visit.StartedAt; i++)
            tenure = i;
        if (tenure >= 0 && state.Tenures[tenure].Inspector == visit.Inspector)
        {
            if (state.Responsible == visit.Inspector)
                return null;
            last = CivilTime.DateOf(state.Tenures[tenure + 1].Since.AddTicks(-1));
        }

        foreach (var deputy in state.Deputies)
            if (deputy.Inspector == visit.Inspector && deputy.Covers(CivilTime.DateOf(visit.StartedAt)) && !(deputy.To <= last))
                last = deputy.To;
        return last;
    }
}
