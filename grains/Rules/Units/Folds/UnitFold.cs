namespace Supervision.Rules.Units.Folds;

/// <summary>Folds facts into what decisions need. Rules that look ahead fold with it; what is kept is folded by <see cref="Unit"/>, which also marks alerts and the unit's own version.</summary>
public static class UnitFold
{
    private const int KeptSpares = 2;
    private const int PeriodsWithSpares = 3;

    public static UnitState Replay(UnitState state, IEnumerable<Fact<UnitEvent>> facts) => facts.Aggregate(state, Evolve);

    public static UnitState Evolve(UnitState state, Fact<UnitEvent> fact) =>
        fact.Event switch
        {
            UnitRegistered e => state with
            {
                Profile = e.Profile,
                RegisteredAt = fact.EffectiveAt,
                Statuses = [new StatusSpan(CivilTime.DateOf(fact.EffectiveAt), e.Profile.Status)],
                Tenures = [new Tenure(fact.EffectiveAt, null)],
            },
            ProfileChanged e => state with
            {
                Profile = e.Profile,
                Statuses = WithStatus(state, CivilTime.DateOf(fact.EffectiveAt), e.Profile.Status),
            },
            InspectorAssigned e => state with
            {
                Assignments = WithAssignment(state.Assignments, e.Assignment, CivilTime.DateOf(fact.EffectiveAt)),
            },
            DeputyDelegated e => state with { Deputies = Newest(state.Deputies.Add(e.Delegation), 16) },
            InspectorRecused e => RecusalFold.Recused(state, e, fact.EffectiveAt),
            RecusalLifted e => RecusalFold.Lifted(state, e, fact.EffectiveAt),
            ResponsibleChanged e => WithTenure(state, fact.EffectiveAt, e.To),
            PeriodOpened e => Opened(
                state,
                new Duty(e.Period, DutyState.Pending, e.Required, e.PolicyVersion, [], null, null, fact.EffectiveAt, null)
            ),
            PeriodDueSoon e => Change(
                state,
                e.Period,
                duty => duty with { State = DutyState.DueSoon, DaysLeft = e.DaysLeft, Since = fact.EffectiveAt }
            ),
            VisitAccepted e => Visited(state, e, fact.RecordedAt),
            VisitHeld e => WithVisit(state, Mark(e.Visit, true)),
            LateVisitApproved e => Approved(state, e),
            PeriodSatisfied e => Change(
                Release(state, mark => e.Period.Contains(mark.StartedAt)),
                e.Period,
                duty => duty with { State = e.Late ? DutyState.SatisfiedLate : DutyState.Satisfied, Since = fact.EffectiveAt }
            ),
            PeriodMissed e => Change(
                state,
                e.Period,
                duty =>
                    duty with
                    {
                        State = DutyState.Missed,
                        ChargedTo = e.ChargedTo,
                        Basis = e.Basis.ToString(),
                        Since = fact.EffectiveAt,
                    }
            ),
            PeriodExempted e => Exempted(state, e, fact.EffectiveAt),
            PeriodExcused e => Change(
                Release(state, mark => e.Period.Contains(mark.StartedAt)),
                e.Period,
                duty => duty with { State = DutyState.Excused, Basis = e.Document, Since = fact.EffectiveAt }
            ),
            VisitFlagged e => DoubtFold.Flagged(state, e, fact.RecordedAt),
            VisitQuestioned e => DoubtFold.Questioned(state, e, fact.RecordedAt),
            FlaggedVisitConfirmed e => DoubtFold.Confirmed(state, e),
            VisitVoided e => DoubtFold.Voided(state, e),
            PeriodRestated e => DoubtFold.Restated(state, e, fact.EffectiveAt),
            VisitRecounted e => DoubtFold.Recounted(state, e),
            VisitPlanned e => Planned(state with { Plans = Newest(state.Plans.Add(e.Plan), 16) }, e.Week),
            VisitBurdenExceeded e => Burdened(state, new(e.Monday, e.Visits, e.Limit, false)),
            VisitPlanDropped e => state with { Plans = state.Plans.RemoveAll(plan => plan.Id == e.Plan) },
            TermMinimumMissed e => state with { Term = new(e.First, e.Last, e.Visits, e.Required, e.Stands) },
            DeadlinePassed e => Casework.Passed(state, e),
            FactsAnnulled e => state with
            {
                Annulments = state.Annulments + 1,
                VoidPapers = [.. state.VoidPapers, .. e.Papers],
                SeenVersion = Math.Max(state.SeenVersion, e.Seen),
                Ladder = state.Ladder with { LastMeasure = Math.Max(state.Ladder.LastMeasure, e.LastMeasure) },
            },
            _ => IssueFold.Evolve(state, fact)
                ?? MeasureFold.Evolve(state, fact)
                ?? EntryFold.Evolve(state, fact)
                ?? throw new ArgumentOutOfRangeException(nameof(fact), fact.Event.GetType().Name, "An event without a fold."),
        };

    private static UnitState Planned(UnitState state, BurdenMark? week) => week is null ? state : Burdened(state, week);

    private static UnitState Visited(UnitState state, VisitAccepted e, DateTimeOffset at)
    {
        state = WithVisit(state, Mark(e.Visit, false));
        if (LastPresence.Of(e.Visit) is { } place && !(state.LastPresence?.StartedAt >= place.StartedAt))
            state = state with { LastPresence = place };
        if (e.NotCounted is not (NotCountedReason.NotResponsible or NotCountedReason.Central))
            state = SeenInTerm(Seen(state, e.Visit.StartedAt), e.Visit.StartedAt);
        if (
            e.NotCounted == NotCountedReason.AlreadySatisfied
            && state.Current is { } current
            && current.Period.At(e.Visit.StartedAt) is var owed
            && at < owed.End
        )
            state = Change(state, owed, duty => duty.Spare.Length < KeptSpares ? duty with { Spares = duty.Spare.Add(e.Visit.Id) } : duty);
        return e.Counts is { } period ? Change(state, period, duty => duty with { Counted = duty.Counted.Add(e.Visit.Id) }) : state;
    }

    private static UnitState Approved(UnitState state, LateVisitApproved e)
    {
        if (state.Visits.FirstOrDefault(mark => mark.Id == e.VisitId) is { } held)
            state = SeenInTerm(Seen(state, held.StartedAt), held.StartedAt);
        return Change(Release(state, mark => mark.Id == e.VisitId), e.Period, duty => duty with { Counted = duty.Counted.Add(e.VisitId) });
    }

    private static UnitState Seen(UnitState state, DateTimeOffset startedAt) =>
        state.LastVisitAt >= startedAt ? state : state with { LastVisitAt = startedAt };

    /// <summary>Held visits stop waiting when they are approved, when their period no longer needs them, and when it is no longer kept.</summary>
    private static UnitState Release(UnitState state, Func<VisitMark, bool> which) =>
        state.Visits.Any(mark => mark.AwaitsApproval && which(mark))
            ? state with
            {
                Visits = [.. state.Visits.Select(mark => mark.AwaitsApproval && which(mark) ? mark with { AwaitsApproval = false } : mark)],
            }
            : state;

    private static UnitState Opened(UnitState state, Duty duty) =>
        state.DutyOf(duty.Period) is null ? WithDuty(state, duty) : Change(state, duty.Period, _ => duty);

    private static UnitState Exempted(UnitState state, PeriodExempted e, DateTimeOffset at) =>
        state.DutyOf(e.Period) is null
            ? WithDuty(state, new Duty(e.Period, DutyState.Exempt, 0, e.PolicyVersion, [], null, null, at, e.Basis.ToString()))
            : Change(state, e.Period, duty => duty with { State = DutyState.Exempt, Required = 0, Since = at, Basis = e.Basis.ToString() });

    private static VisitMark Mark(Visit visit, bool awaits) =>
        new(visit.Id, visit.Inspector, visit.StartedAt, visit.EndedAt, awaits)
        {
            Kind = visit.Kind == VisitKind.Regular ? VisitKind.None : visit.Kind,
        };

    /// <summary>Keeps the newest marks by start; one that waits for approval is never dropped.</summary>
    private static UnitState WithVisit(UnitState state, VisitMark mark)
    {
        var marks = state.Visits.Add(mark).Sort((a, b) => a.StartedAt.CompareTo(b.StartedAt));
        if (marks.Length > UnitState.KeptVisits && marks.FirstOrDefault(kept => !kept.AwaitsApproval) is { } oldest)
            marks = marks.Remove(oldest);
        return state with { Visits = marks };
    }

    private static UnitState WithDuty(UnitState state, Duty duty)
    {
        var duties = Newest(state.Duties.Add(duty), UnitState.KeptDuties);
        var horizon = duties[0].Period.Start;
        var day = duties[0].Period.FirstDay;
        var released = Release(state, mark => mark.StartedAt < horizon);
        return released with
        {
            Visits = released.Visits.RemoveAll(mark => !mark.AwaitsApproval && mark.EndedAt <= UnitState.OldestVisit(duty.Period)),
            Duties =
            [
                .. duties.Select(
                    (kept, at) =>
                        kept.Spares.IsDefaultOrEmpty || at >= duties.Length - PeriodsWithSpares ? kept : kept with { Spares = default }
                ),
            ],
            Tenures = state.Tenures.RemoveRange(0, Math.Max(0, CountWhile(state.Tenures, tenure => tenure.Since <= horizon) - 1)),
            Deputies = state.Deputies.RemoveAll(delegation => delegation.To < day),
            Statuses = state.Statuses.RemoveRange(0, Math.Max(0, CountWhile(state.Statuses, span => span.Since <= day) - 1)),
        };
    }

    private static UnitState Change(UnitState state, Period period, Func<Duty, Duty> change)
    {
        for (var i = state.Duties.Length - 1; i >= 0; i--)
            if (state.Duties[i].Period == period)
                return state with { Duties = state.Duties.SetItem(i, change(state.Duties[i])) };
        return state;
    }

    /// <summary>True time rules: a change that reaches back replaces what was thought to hold from then on.</summary>
    private static UnitState WithTenure(UnitState state, DateTimeOffset since, string? inspector) =>
        state with
        {
            Tenures = [.. state.Tenures.Where(tenure => tenure.Since < since), new Tenure(since, inspector)],
            Assignments = [.. state.Assignments.Where(assignment => assignment.To is not { } last || last >= CivilTime.DateOf(since))],
        };

    /// <summary>A new assignment ends what was in force on its first day and replaces what was planned after it.</summary>
    private static ImmutableArray<Assignment> WithAssignment(ImmutableArray<Assignment> planned, Assignment added, DateOnly today) =>
        [
            .. planned
                .Where(old => old.From < added.From && !(old.To < today))
                .Select(old => old.Covers(added.From) ? old with { To = added.From.AddDays(-1) } : old),
            added,
        ];

    private static ImmutableArray<StatusSpan> WithStatus(UnitState state, DateOnly since, UnitStatus status) =>
        state.Statuses[^1].Status == status
            ? state.Statuses
            : [.. state.Statuses.Where(span => span.Since < since), new StatusSpan(since, status)];

    private static ImmutableArray<T> Newest<T>(ImmutableArray<T> items, int keep) =>
        items.Length > keep ? items.RemoveRange(0, items.Length - keep) : items;

    private static int CountWhile<T>(ImmutableArray<T> items, Func<T, bool> holds)
    {
        var count = 0;
        while (count < items.Length && holds(items[count]))
            count++;
        return count;
    }

    private static UnitState Burdened(UnitState state, BurdenMark mark) =>
        state.Burden?.Monday > mark.Monday ? state : state with { Burden = mark };

    /// <summary>A visit of the term that came to be known after its end.</summary>
    private static UnitState SeenInTerm(UnitState state, DateTimeOffset startedAt) =>
        state.Term is { } term && term.Contains(startedAt) ? state with { Term = term with { Visits = term.Visits + 1 } } : state;
}
