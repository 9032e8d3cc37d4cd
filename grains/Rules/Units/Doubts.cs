namespace Supervision.Rules;

/// <summary>
/// Visits the county has to look at because of something that came to be known after they were taken (5.3): another visit of the same person, or an
/// interest that existed already. What a doubted visit counted for is restated by added facts, and again when the county believes it.
/// </summary>
internal static class Doubts
{
    /// <summary>Contradictions said of one visit; more would say nothing new.</summary>
    public const int MostConflicts = 16;

    private const int KeptJudgements = 64;

    /// <summary>The system tells of contradictions; those known already, and those the county has judged, change nothing.</summary>
    public static Decision<UnitEvent> Question(UnitState state, QuestionVisit command, DecisionContext context)
    {
        if (command is not { Visit: { } mark, Conflicts.IsDefaultOrEmpty: false })
            return Decision<UnitEvent>.Unchanged;
        var told = state.Doubts.FirstOrDefault(doubt => doubt.Id == mark.Id)?.Conflicts.Length ?? 0;
        var fresh = command
            .Conflicts.Where(conflict => !IsKnown(state, mark.Id, conflict.Visit))
            .Take(MostConflicts - told)
            .ToImmutableArray();
        if (fresh.IsEmpty || !Has(state, mark))
            return Decision<UnitEvent>.Unchanged;
        return new Decision<UnitEvent>.Accepted([
            .. Facts(state, mark, [.. fresh.Select(conflict => conflict.Flag).Distinct().Order()], fresh, stands: false, context),
        ]);
    }

    /// <summary>A visit that was taken is doubted, and what it counted for is restated without it unless it stands.</summary>
    public static IEnumerable<Fact<UnitEvent>> Facts(
        UnitState state,
        VisitMark mark,
        ImmutableArray<VisitFlag> flags,
        ImmutableArray<VisitConflict> conflicts,
        bool stands,
        DecisionContext context
    )
    {
        var counted = Counting(state, mark.Id);
        var held = state.Visits.Any(known => known.Id == mark.Id && known.AwaitsApproval);
        var uncounted = stands ? null : counted;
        var questioned = context.Fact(
            new VisitQuestioned(
                mark.Id,
                mark.Inspector,
                mark.StartedAt,
                mark.EndedAt,
                flags,
                conflicts,
                uncounted?.Period,
                uncounted?.State == DutyState.SatisfiedLate,
                held && !stands,
                stands
            )
        );
        yield return questioned;
        if (uncounted is not null)
            foreach (var restated in Restated(Unit.Evolve(state, questioned), uncounted, mark.Id, context))
                yield return restated;
    }

    /// <summary>What follows when the county believes a visit that was taken before: it is again what it was.</summary>
    public static Decision<UnitEvent> Confirm(UnitState state, VisitDoubt doubt, string reason, DecisionContext context)
    {
        var confirmed = context.Fact(new FlaggedVisitConfirmed(doubt.Id, context.Actor.Name, reason, doubt.Inspector));
        if (doubt.Taken!.Counted is not { } period || !Recounts(state, period))
            return new Decision<UnitEvent>.Accepted([confirmed]);
        var after = Unit.Evolve(state, confirmed);
        if (after.DutyOf(period) is not { State: DutyState.Pending or DutyState.DueSoon or DutyState.Missed, Outstanding: 0 } duty)
            return new Decision<UnitEvent>.Accepted([confirmed]);
        var last = after.Visits.Where(mark => duty.Counted.Contains(mark.Id)).Select(mark => mark.StartedAt).Append(doubt.StartedAt).Max();
        return new Decision<UnitEvent>.Accepted([
            confirmed,
            new(new PeriodSatisfied(period, doubt.Id, doubt.Taken.Late), last, context.Now),
        ]);
    }

    /// <summary>What follows when the county does not believe a visit: of one that still counted, its period is restated.</summary>
    public static ImmutableArray<Fact<UnitEvent>> Void(
        UnitState state,
        Guid visit,
        string? inspector,
        string reason,
        DecisionContext context
    )
    {
        var voided = context.Fact(new VisitVoided(visit, context.Actor.Name, reason, inspector));
        return Counting(state, visit) is { } duty ? [voided, .. Restated(Unit.Evolve(state, voided), duty, visit, context)] : [voided];
    }

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

    /// <summary>The period is what it would be had the visit not come: another takes its place, it runs on, or it was missed, charged as at its end (D-17).</summary>
    private static IEnumerable<Fact<UnitEvent>> Restated(UnitState without, Duty before, Guid visit, DecisionContext context)
    {
        var duty = without.DutyOf(before.Period)!;
        if (before.State is not (DutyState.Satisfied or DutyState.SatisfiedLate))
            yield break;
        var spare = duty
            .Spare.Where(id => !without.Doubts.Any(doubt => doubt.Id == id && doubt.Taken is not { Stands: true }))
            .Take(duty.Outstanding)
            .ToList();
        foreach (var id in spare)
            yield return context.Fact(new VisitRecounted(id, duty.Period));
        if (duty.Outstanding == spare.Count)
            yield break;
        var cadence = context.Rules.PolicyVersion(duty.PolicyVersion).Cadence;
        if (context.Now >= duty.Period.End)
        {
            var (charged, basis) = Duties.Charge(without, duty.Period, cadence);
            yield return context.Fact(new PeriodRestated(duty.Period, DutyState.Missed, visit, charged, basis));
            yield break;
        }

        var warned = Duties.Warnings(duty.Period, cadence, context.Rules.Work).LastOrDefault(warning => warning.At <= context.Now);
        yield return context.Fact(new PeriodRestated(duty.Period, DutyState.Pending, visit, null, null));
        if (warned.DaysLeft > 0 && without.Profile!.Status == UnitStatus.Active)
            yield return context.Fact(new PeriodDueSoon(duty.Period, warned.DaysLeft));
    }

    /// <summary>The kept period a visit counts for; null when it counts for none.</summary>
    private static Duty? Counting(UnitState state, Guid visit) => state.Duties.LastOrDefault(duty => duty.Counted.Contains(visit));

    /// <summary>Whether the unit still has the visit. One that is older than all it keeps is believed to be as the journal tells; any other it would have, had the county not voided it.</summary>
    private static bool Has(UnitState state, VisitMark mark) =>
        state.Flagged.Any(visit => visit.Id == mark.Id)
        || state.Visits.Any(known => known.Id == mark.Id)
        || Counting(state, mark.Id) is not null
        || (state.Visits.Length >= UnitState.KeptVisits && mark.StartedAt < state.Visits[0].StartedAt);

    private static bool IsKnown(UnitState state, Guid visit, Guid other) =>
        state.Judged.Any(judged => judged.Visit == visit && judged.Other == other)
        || state.Doubts.Any(doubt => doubt.Id == visit && doubt.Conflicts.Any(conflict => conflict.Visit == other));

    private static bool Recounts(UnitState state, Period period) =>
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
