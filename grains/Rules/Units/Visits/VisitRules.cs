namespace Supervision.Rules.Units.Visits;

/// <summary>Visits and what they do to the period they started in (5.3, D-02, D-19).</summary>
public static class VisitRules
{
    public const int MaxNoteLength = 4_000;

    /// <summary>How far a client's clock may run ahead.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    public static readonly TimeSpan MaxDuration = TimeSpan.FromHours(12);

    /// <summary>What a visit does to its period.</summary>
    /// <param name="visit">One that <see cref="Objection"/> has nothing against.</param>
    internal static Decision<UnitEvent>.Accepted Take(UnitState state, Visit visit, DateTimeOffset now, Rulebook rules)
    {
        var period = state.Current!.Period.At(visit.StartedAt);
        var duty = state.DutyOf(period);
        var reason = NotCounted(state, duty, visit, rules);
        if (reason is not null)
            return new Decision<UnitEvent>.Accepted([new(new VisitAccepted(visit, null, reason), visit.StartedAt, now)]);

        var cadence = rules.PolicyVersion(duty!.PolicyVersion).Cadence;
        if (!duty.IsOpen && now >= Duties.GraceEnd(period, cadence))
            return new Decision<UnitEvent>.Accepted([new(new VisitHeld(visit, period), visit.StartedAt, now)]);

        var facts = ImmutableArray.Create(new Fact<UnitEvent>(new VisitAccepted(visit, period, null), visit.StartedAt, now));
        if (duty.Outstanding <= 1)
            facts = facts.Add(new(new PeriodSatisfied(period, visit.Id, !duty.IsOpen), LastStart(state, duty, visit.StartedAt), now));
        return new Decision<UnitEvent>.Accepted(facts);
    }

    public static Decision<UnitEvent> ApproveLate(UnitState state, ApproveLateVisit command, DateTimeOffset now)
    {
        if (Refusals.TextProblem("reason", command.Reason, 500) is { } problem)
            return Decision<UnitEvent>.Refuse(problem);
        if (DutyFor(state, command.Period, out var duty) is { } refusal)
            return Decision<UnitEvent>.Refuse(refusal);
        if (duty!.IsOpen)
            return Decision<UnitEvent>.Refuse(UnitRefusals.PeriodNotClosed(duty));
        if (duty.State != DutyState.Missed)
            return Decision<UnitEvent>.Refuse(UnitRefusals.PeriodNotMissed(duty));
        var held = state.Visits.Where(mark => mark.AwaitsApproval && command.Period.Contains(mark.StartedAt)).ToList();
        if (held.Count == 0)
            return Decision<UnitEvent>.Refuse(UnitRefusals.NothingToApprove(command.Period));
        if (command.VisitId is { } id)
            held.RemoveAll(mark => mark.Id != id);
        if (held.Count == 0)
            return Decision<UnitEvent>.Refuse(VisitRefusals.VisitUnknown());

        var facts = held.Select(mark => new Fact<UnitEvent>(new LateVisitApproved(mark.Id, command.Period, command.Reason), now, now))
            .ToList();
        if (held.Count >= duty.Outstanding)
            facts.Add(new(new PeriodSatisfied(command.Period, held[^1].Id, true), LastStart(state, duty, held[^1].StartedAt), now));
        return new Decision<UnitEvent>.Accepted([.. facts]);
    }

    public static Decision<UnitEvent> Excuse(UnitState state, ExcusePeriod command, DateTimeOffset now)
    {
        if (Refusals.TextProblem("reason", command.Reason, 500) is { } reason)
            return Decision<UnitEvent>.Refuse(reason);
        if (Refusals.TextProblem("document", command.Document, 200) is { } document)
            return Decision<UnitEvent>.Refuse(document);
        if (DutyFor(state, command.Period, out var duty) is { } refusal)
            return Decision<UnitEvent>.Refuse(refusal);
        if (duty!.IsOpen)
            return Decision<UnitEvent>.Refuse(UnitRefusals.PeriodNotClosed(duty));
        if (duty.State != DutyState.Missed)
            return Decision<UnitEvent>.Refuse(UnitRefusals.PeriodNotMissed(duty));
        return new Decision<UnitEvent>.Accepted([new(new PeriodExcused(command.Period, command.Reason, command.Document), now, now)]);
    }

    internal static Refusal? Objection(UnitState state, Visit visit, DateTimeOffset now)
    {
        if (state.Profile!.Status == UnitStatus.Closed)
            return UnitRefusals.UnitNotOperating();
        if (Refusals.TextProblem("inspector", visit.Inspector, 64) is { } nobody)
            return nobody;
        if (visit.EndedAt <= visit.StartedAt)
            return VisitRefusals.VisitTimesReversed(visit);
        if (visit.EndedAt - visit.StartedAt > MaxDuration)
            return VisitRefusals.VisitTooLong(visit);
        if (visit.EndedAt > now + ClockTolerance || state.Current!.Period.End <= visit.StartedAt)
            return VisitRefusals.VisitInFuture(now);
        if (visit.StartedAt < UnitState.OldestVisit(state.Current.Period))
            return VisitRefusals.VisitTooOld(UnitState.OldestVisit(state.Current.Period));
        if (visit.Methods.IsDefaultOrEmpty)
            return VisitRefusals.VisitMethodMissing();
        if (
            visit.Methods.Any(use => use.Count is < 1 or > 999 || use.Method == VisitMethod.None || !Enum.IsDefined(use.Method))
            || visit.Methods.DistinctBy(use => use.Method).Count() != visit.Methods.Length
        )
            return VisitRefusals.VisitMethodInvalid();
        if (visit.Kind == VisitKind.None || !Enum.IsDefined(visit.Kind))
            return Refusals.Invalid(
                "kind",
                "督导类型不在清单内",
                "unknown kind of visit",
                string.Join(" | ", Enum.GetNames<VisitKind>().Skip(1))
            );
        if (!Characters.Fit(visit.Note, MaxNoteLength))
            return VisitRefusals.VisitNoteTooLong(Characters.Count(visit.Note));
        if (visit.Note?.Contains('\0', StringComparison.Ordinal) == true)
            return Refusals.Invalid("note", "说明含有不可见的空字符", "the note has a zero character");
        var overlapping = state.Visits.FirstOrDefault(mark =>
            mark.Inspector == visit.Inspector && mark.StartedAt < visit.EndedAt && visit.StartedAt < mark.EndedAt
        );
        return overlapping is null ? null : VisitRefusals.VisitOverlaps(overlapping);
    }

    /// <summary>Whether a visit would count for its period by itself, without anybody's approval.</summary>
    internal static bool WouldCount(UnitState state, Visit visit, DateTimeOffset now, Rulebook rules)
    {
        var period = state.Current!.Period.At(visit.StartedAt);
        var duty = state.DutyOf(period);
        return NotCounted(state, duty, visit, rules) is null
            && (duty!.IsOpen || now < Duties.GraceEnd(period, rules.PolicyVersion(duty.PolicyVersion).Cadence));
    }

    /// <summary>Why a visit satisfies nothing; null when it counts, or will when approved.</summary>
    private static NotCountedReason? NotCounted(UnitState state, Duty? duty, Visit visit, Rulebook rules)
    {
        var day = CivilTime.DateOf(visit.StartedAt);
        var cadence = (duty is null ? rules.PolicyOn(day) : rules.PolicyVersion(duty.PolicyVersion)).Cadence;
        if (visit.Kind == VisitKind.Central && !cadence.CentralCounts)
            return NotCountedReason.Central;
        if (
            state.ResponsibleAt(visit.StartedAt) != visit.Inspector
            && !state.Deputies.Any(deputy => deputy.Inspector == visit.Inspector && deputy.Covers(day))
        )
            return NotCountedReason.NotResponsible;
        return duty?.State switch
        {
            null => NotCountedReason.PeriodNotKept,
            DutyState.Exempt => NotCountedReason.NothingOwed,
            DutyState.Excused => NotCountedReason.Excused,
            DutyState.Satisfied or DutyState.SatisfiedLate => NotCountedReason.AlreadySatisfied,
            _ => null,
        };
    }

    /// <summary>A period is satisfied when the last of its visits began, in whatever order they were uploaded (5.1.6).</summary>
    private static DateTimeOffset LastStart(UnitState state, Duty duty, DateTimeOffset start) =>
        state.Visits.Where(mark => duty.Counted.Contains(mark.Id)).Select(mark => mark.StartedAt).Append(start).Max();

    private static Refusal? DutyFor(UnitState state, Period period, out Duty? duty)
    {
        duty = null;
        if (period.IsMonth != state.Current!.Period.IsMonth)
            return UnitRefusals.PeriodInvalid(state.Profile!.Kind);
        if (period > state.Current.Period)
            return UnitRefusals.PeriodInvalid(state.Profile!.Kind);
        duty = state.DutyOf(period);
        return duty is null ? UnitRefusals.PeriodNotKept(state.Duties[0].Period) : null;
    }
}
