namespace Supervision.Rules.Units.Visits;

/// <summary>
/// Visits the county has to look at because of something that came to be known after they were taken (5.3): another visit of the same person, or an
/// interest that existed already. What a doubted visit counted for is restated by added facts, and again when the county believes it.
/// </summary>
internal static class Doubts
{
    /// <summary>Contradictions said of one visit; more would say nothing new.</summary>
    public const int MostConflicts = 16;

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
        var counted = DoubtFold.Counting(state, mark.Id);
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
            foreach (var restated in Restated(UnitFold.Evolve(state, questioned), uncounted, mark.Id, context))
                yield return restated;
    }

    /// <summary>What follows when the county believes a visit that was taken before: it is again what it was.</summary>
    public static Decision<UnitEvent> Confirm(UnitState state, VisitDoubt doubt, string reason, DecisionContext context)
    {
        var confirmed = context.Fact(new FlaggedVisitConfirmed(doubt.Id, context.Actor.Name, reason, doubt.Inspector));
        if (doubt.Taken!.Counted is not { } period || !DoubtFold.Recounts(state, period))
            return new Decision<UnitEvent>.Accepted([confirmed]);
        var after = UnitFold.Evolve(state, confirmed);
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
        return DoubtFold.Counting(state, visit) is { } duty
            ? [voided, .. Restated(UnitFold.Evolve(state, voided), duty, visit, context)]
            : [voided];
    }

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

    /// <summary>Whether the unit still has the visit. One that is older than all it keeps is believed to be as the journal tells; any other it would have, had the county not voided it.</summary>
    private static bool Has(UnitState state, VisitMark mark) =>
        state.Flagged.Any(visit => visit.Id == mark.Id)
        || state.Visits.Any(known => known.Id == mark.Id)
        || DoubtFold.Counting(state, mark.Id) is not null
        || (state.Visits.Length >= UnitState.KeptVisits && mark.StartedAt < state.Visits[0].StartedAt);

    private static bool IsKnown(UnitState state, Guid visit, Guid other) =>
        state.Judged.Any(judged => judged.Visit == visit && judged.Other == other)
        || state.Doubts.Any(doubt => doubt.Id == visit && doubt.Conflicts.Any(conflict => conflict.Visit == other));
}
