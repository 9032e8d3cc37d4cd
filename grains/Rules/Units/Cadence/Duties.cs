namespace Supervision.Rules.Units.Cadence;

/// <summary>What a unit owes in a period, and when warnings fall; one set of rules for schools (months) and institutions (quarters).</summary>
public static class Duties
{
    public static Period PeriodOf(UnitKind kind, DateTimeOffset instant)
    {
        var day = CivilTime.DateOf(instant);
        return kind == UnitKind.School ? Period.MonthOf(day) : Period.QuarterOf(day);
    }

    /// <summary>Visits owed in a full period; 0 means none ever (L7, L45; D-03).</summary>
    public static int Required(UnitKind kind, CadencePolicy policy) =>
        kind == UnitKind.School ? policy.SchoolPerMonth : policy.InstitutionPerQuarter;

    /// <summary>
    /// The event that begins a period: a duty, or an exemption. Days before <paramref name="from"/> do not count, so a unit
    /// registered near a period's end owes nothing yet.
    /// </summary>
    public static UnitEvent Open(UnitState state, Period period, DateOnly from, Rulebook rules)
    {
        var profile = state.Profile!;
        var policy = rules.PolicyOn(period.FirstDay < from ? from : period.FirstDay);
        var required = Required(profile.Kind, policy.Cadence);
        if (required == 0)
            return new PeriodExempted(period, policy.Version, ExemptionBasis.NothingOwed, null);
        if (profile.Status != UnitStatus.Active)
            return new PeriodExempted(period, policy.Version, ExemptionBasis.NotInOperation, null);
        var first = period.FirstDay < from ? from : period.FirstDay;
        var days = CountDays(profile.Kind, policy.Cadence, rules.Calendar, first, period.LastDay);
        if (days < policy.Cadence.MinTeachingDays)
            return new PeriodExempted(
                period,
                policy.Version,
                first > period.FirstDay ? ExemptionBasis.NotInOperation : ExemptionBasis.FewTeachingDays,
                days
            );
        return new PeriodOpened(
            period,
            required,
            policy.Version,
            days,
            IsProvisional(profile.Kind, policy.Cadence, period, rules.Calendar)
        );
    }

    /// <summary>
    /// The event that closes an open period at its end: missed, or exempt when the unit was out of operation for so much of it
    /// that fewer countable days than cadence.minTeachingDays were left.
    /// </summary>
    public static UnitEvent Close(UnitState state, Duty duty, Rulebook rules)
    {
        var policy = rules.PolicyVersion(duty.PolicyVersion).Cadence;
        if (ChangedStatusWithin(state, duty.Period))
        {
            var days = OperatingDays(state, duty.Period, policy, rules.Calendar);
            if (days < policy.MinTeachingDays)
                return new PeriodExempted(duty.Period, duty.PolicyVersion, ExemptionBasis.NotInOperation, days);
        }

        var (charged, basis) = Charge(state, duty.Period, policy);
        return new PeriodMissed(duty.Period, charged, basis);
    }

    /// <summary>Who answers for a missed period (D-17): the inspector responsible at its end, unless assigned too shortly before; else the county.</summary>
    public static (string? Inspector, ChargeBasis Basis) Charge(UnitState state, Period period, CadencePolicy policy)
    {
        var last = state.Tenures.LastOrDefault(tenure => tenure.Since < period.End);
        if (last?.Inspector is null)
            return (null, ChargeBasis.Unassigned);
        var days = period.Next.FirstDay.DayNumber - CivilTime.DateOf(last.Since).DayNumber;
        return days < policy.HandoverGraceDays ? (null, ChargeBasis.Handover) : (last.Inspector, ChargeBasis.Responsible);
    }

    /// <summary>
    /// Warnings of a period, earliest first. A warning is due at 00:00 of the day with n days left (today included); when that
    /// is no working day it is given on the last working day before (5.1.4). Two that meet on one day become the tighter one.
    /// </summary>
    public static ImmutableArray<(int DaysLeft, DateTimeOffset At)> Warnings(Period period, CadencePolicy policy, WorkCalendar work) =>
        [
            .. policy
                .WarnDays.Select(left => (Left: left, Day: work.LastWorkingDayOnOrBefore(period.Next.FirstDay.AddDays(-left))))
                .Where(warning => warning.Day >= period.FirstDay)
                .GroupBy(warning => warning.Day)
                .OrderBy(day => day.Key)
                .Select(day => (day.Min(warning => warning.Left), CivilTime.StartOf(day.Key))),
        ];

    /// <summary>The instant from which a visit made in the period needs the county's approval: D(n) after its last day, inclusive (D-19).</summary>
    public static DateTimeOffset GraceEnd(Period period, CadencePolicy policy) =>
        CivilTime.EndOf(period.LastDay.AddDays(policy.LateSyncGraceDays));

    private static int OperatingDays(UnitState state, Period period, CadencePolicy policy, SchoolCalendar calendar)
    {
        var days = 0;
        var registered = CivilTime.DateOf(state.RegisteredAt);
        for (var i = 0; i < state.Statuses.Length; i++)
        {
            if (state.Statuses[i].Status != UnitStatus.Active)
                continue;
            var first = Later(Later(state.Statuses[i].Since, period.FirstDay), registered);
            var last =
                i + 1 < state.Statuses.Length && state.Statuses[i + 1].Since <= period.LastDay
                    ? state.Statuses[i + 1].Since.AddDays(-1)
                    : period.LastDay;
            days += CountDays(state.Profile!.Kind, policy, calendar, first, last);
        }

        return days;
    }

    private static bool ChangedStatusWithin(UnitState state, Period period) =>
        state.Statuses.Skip(1).Any(span => span.Since >= period.FirstDay && span.Since <= period.LastDay);

    /// <summary>Schools count teaching days, unless the county wants holidays visited too; institutions have no terms and count working days.</summary>
    private static int CountDays(UnitKind kind, CadencePolicy policy, SchoolCalendar calendar, DateOnly first, DateOnly last)
    {
        if (CountsTeaching(kind, policy))
            return calendar.TeachingDays(first, last);
        var count = 0;
        for (var day = first; day <= last; day = day.AddDays(1))
            if (calendar.Work.IsWorkingDay(day))
                count++;
        return count;
    }

    /// <summary>Whether the days counted in the period rest on a calendar that is not official yet (5.1.7); terms matter only where teaching days are counted.</summary>
    public static bool IsProvisional(UnitKind kind, CadencePolicy policy, Period period, SchoolCalendar calendar) =>
        CountsTeaching(kind, policy) ? calendar.IsProvisional(period.FirstDay, period.LastDay) : calendar.Work.IsProvisional(period.Year);

    private static bool CountsTeaching(UnitKind kind, CadencePolicy policy) =>
        kind == UnitKind.School && policy.HolidayMode == HolidayMode.Exempt;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
