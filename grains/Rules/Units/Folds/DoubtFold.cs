namespace Supervision.Rules.Units.Folds;

/// <summary>What a doubted visit, and its judgement, leave in a unit's state.</summary>
internal static class DoubtFold
{
    private const int KeptJudgements = 64;

    public static UnitState Questioned(UnitState state, VisitQuestioned e, DateTimeOffset at)
    {
        var known = state.Doubts.FirstOrDefault(doubt => doubt.Id == e.VisitId);
        // A visit under review that is contradicted besides stands no longer; one that waits since it arrived was never taken.
        var taken =
            known is null || known.Taken is { Stands: true } ? new TakenVisit(e.Uncounted, e.WasLate, e.WasHeld, e.Stands) : known.Taken;
        var doubt = new VisitDoubt(
            e.VisitId,
            e.Inspector,
            e.StartedAt,
            e.EndedAt,
            [.. (known?.Flags ?? []).Union(e.Flags)],
            [.. (known?.Conflicts ?? []), .. e.Conflicts],
            known?.Since ?? at,
            known?.Tag ?? TagOf(e, at),
            known is { Taken: null } || state.Flagged.Any(visit => visit.Id == e.VisitId) ? null : taken
        );
        state = state with { Doubts = known is null ? state.Doubts.Add(doubt) : state.Doubts.Replace(known, doubt) };
        if (e.WasHeld)
            state = state with
            {
                Visits = [.. state.Visits.Select(mark => mark.Id == e.VisitId ? mark with { AwaitsApproval = false } : mark)],
            };
        if (e.Uncounted is { } period)
            state = Uncount(state, period, e.VisitId);
        return e.Stands ? state : Unseen(state, e.VisitId);
    }

    public static UnitState Flagged(UnitState state, VisitFlagged e, DateTimeOffset at) =>
        state with
        {
            Flagged = state.Flagged.Add(e.Visit),
            Doubts = state.Doubts.Add(
                new(
                    e.Visit.Id,
                    e.Visit.Inspector,
                    e.Visit.StartedAt,
                    e.Visit.EndedAt,
                    e.Flags,
                    e.Conflicts.IsDefault ? [] : e.Conflicts,
                    at,
                    "",
                    null
                )
            ),
        };

    public static UnitState Confirmed(UnitState state, FlaggedVisitConfirmed e)
    {
        var doubt = state.Doubts.FirstOrDefault(doubt => doubt.Id == e.VisitId);
        state = Ended(state, e.VisitId) with { Judged = Judged(state, doubt) };
        if (doubt?.Taken is not { Stands: false } taken)
            return state;
        if (taken.Held)
            state = state with
            {
                Visits = [.. state.Visits.Select(mark => mark.Id == e.VisitId ? mark with { AwaitsApproval = true } : mark)],
            };
        if (taken.Counted is { } period && Recounts(state, period))
            state = state with
            {
                Duties =
                [
                    .. state.Duties.Select(duty => duty.Period == period ? duty with { Counted = duty.Counted.Add(e.VisitId) } : duty),
                ],
            };
        return !taken.Held && IsResponsibles(state, doubt.Inspector, doubt.StartedAt) && !(state.LastVisitAt >= doubt.StartedAt)
            ? state with
            {
                LastVisitAt = doubt.StartedAt,
            }
            : state;
    }

    public static UnitState Voided(UnitState state, VisitVoided e)
    {
        var counting = Counting(state, e.VisitId);
        state = Ended(state, e.VisitId);
        state = Unseen(state, e.VisitId);
        state = state with { Visits = state.Visits.RemoveAll(mark => mark.Id == e.VisitId) };
        if (state.Duties.Any(duty => duty.Spare.Contains(e.VisitId)))
            state = state with
            {
                Duties =
                [
                    .. state.Duties.Select(duty =>
                        duty.Spare.Contains(e.VisitId) ? duty with { Spares = duty.Spare.Remove(e.VisitId) } : duty
                    ),
                ],
            };
        return counting is { } duty ? Uncount(state, duty.Period, e.VisitId) : state;
    }

    public static UnitState Restated(UnitState state, PeriodRestated e, DateTimeOffset at) =>
        state with
        {
            Duties =
            [
                .. state.Duties.Select(duty =>
                    duty.Period == e.Period
                        ? duty with
                        {
                            State = e.State,
                            ChargedTo = e.ChargedTo,
                            Basis = e.Basis?.ToString(),
                            Since = at,
                            Lost = e.VisitId,
                        }
                        : duty
                ),
            ],
        };

    public static UnitState Recounted(UnitState state, VisitRecounted e) =>
        state with
        {
            Duties =
            [
                .. state.Duties.Select(duty =>
                    duty.Period == e.Period
                        ? duty with
                        {
                            Counted = duty.Counted.Add(e.VisitId),
                            Spares = duty.Spare.Remove(e.VisitId),
                        }
                        : duty
                ),
            ],
        };

    /// <summary>The kept period a visit counts for; null when it counts for none.</summary>
    public static Duty? Counting(UnitState state, Guid visit) => state.Duties.LastOrDefault(duty => duty.Counted.Contains(visit));

    public static bool Recounts(UnitState state, Period period) =>
        state.DutyOf(period) is { State: DutyState.Pending or DutyState.DueSoon or DutyState.Missed, Outstanding: > 0 };

    private static UnitState Uncount(UnitState state, Period period, Guid visit) =>
        state with
        {
            Duties = [.. state.Duties.Select(duty => duty.Period == period ? duty with { Counted = duty.Counted.Remove(visit) } : duty)],
        };

    private static UnitState Ended(UnitState state, Guid visit) =>
        state with
        {
            Flagged = state.Flagged.RemoveAll(flagged => flagged.Id == visit),
            Doubts = state.Doubts.RemoveAll(doubt => doubt.Id == visit),
        };

    private static ImmutableArray<JudgedConflict> Judged(UnitState state, VisitDoubt? doubt)
    {
        if (doubt is null || doubt.Conflicts.IsEmpty)
            return state.Judged;
        var judged = state.Judged.AddRange(doubt.Conflicts.Select(conflict => new JudgedConflict(doubt.Id, conflict.Visit)));
        return judged.Length > KeptJudgements ? judged.RemoveRange(0, judged.Length - KeptJudgements) : judged;
    }

    /// <summary>Nobody has come by a visit that is not believed: the last one is the newest of the others.</summary>
    private static UnitState Unseen(UnitState state, Guid visit)
    {
        if (state.Visits.FirstOrDefault(mark => mark.Id == visit) is not { } gone || state.LastVisitAt != gone.StartedAt)
            return state;
        var others = state.Visits.Where(mark =>
            mark.Id != visit
            && !mark.AwaitsApproval
            && IsResponsibles(state, mark.Inspector, mark.StartedAt)
            && !state.Doubts.Any(doubt => doubt.Id == mark.Id && doubt.Taken is { Stands: false })
        );
        return state with { LastVisitAt = others.Select(mark => (DateTimeOffset?)mark.StartedAt).Max() };
    }

    private static bool IsResponsibles(UnitState state, string inspector, DateTimeOffset at) =>
        state.ResponsibleAt(at) == inspector
        || state.Deputies.Any(deputy => deputy.Inspector == inspector && deputy.Covers(CivilTime.DateOf(at)));

    private static string TagOf(VisitQuestioned e, DateTimeOffset at) =>
        e.Conflicts.IsEmpty ? $"review-{CivilTime.DateOf(at):yyyy-MM-dd}" : e.Conflicts[0].Visit.ToString("N")[..12];
}
