namespace Supervision.Rules.Inspectors;

/// <summary>
/// The end of an appointment as a barrier (invariant 2): its last day, its revocation, a move to another county. What is dated outside it, or arrives
/// after it, waits for a person; what is read ends with it.
/// </summary>
public static class AppointmentBarrier
{
    /// <summary>
    /// Whether a visit waits for the county. After a revocation everything waits, whatever date it bears. After a term that ended by itself an honest visit
    /// made within it may arrive for as long as any late upload is taken.
    /// </summary>
    /// <param name="county">Of the unit visited.</param>
    /// <param name="graceDays">cadence.lateSyncGraceD.</param>
    public static bool Doubts(InspectorProfile profile, DateOnly? revokedOn, Visit visit, string county, DateTimeOffset now, int graceDays)
    {
        var (day, today) = (CivilTime.DateOf(visit.StartedAt), CivilTime.DateOf(now));
        if (today > revokedOn)
            return true;
        if (day < profile.TermFrom || day > profile.TermTo)
            return true;
        if (profile.TermTo is { } last && today > last.AddDays(graceDays))
            return true;
        // Joint inspections lead into other counties; the monthly visit does not.
        return profile.County != county && visit.Kind == VisitKind.Regular;
    }

    /// <summary>Null while the appointment lets its inspector read of the units of a county.</summary>
    /// <param name="county">Of what is read; null for what is of no county.</param>
    public static Refusal? Reading(InspectorProfile profile, string? county, DateOnly today)
    {
        if (today > profile.TermTo)
            return new(
                RefusalCode.OutOfScope,
                null,
                new(
                    $"督学 {profile.Code} 的聘任已于 {profile.TermTo:yyyy-MM-dd} 结束",
                    $"the appointment of inspector {profile.Code} ended on {profile.TermTo:yyyy-MM-dd}"
                ),
                new("续聘之后", "after a new appointment")
            );
        return county is null || profile.County == county
            ? null
            : new(
                RefusalCode.OutOfScope,
                null,
                new($"督学 {profile.Code} 现属 {profile.County}", $"inspector {profile.Code} belongs to {profile.County} now"),
                new($"{profile.County} 的单位", $"units of {profile.County}")
            );
    }
}
