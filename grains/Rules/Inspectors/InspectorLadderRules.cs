namespace Supervision.Rules.Inspectors;

/// <summary>
/// What follows by itself from duties charged to an inspector (5.5): reminders, proposals, and their end when the cause goes
/// away. Nothing here decides a measure but the reminder.
/// </summary>
public static class InspectorLadderRules
{
    /// <summary>
    /// Facts that make the state agree with what rows say; none when it does already. Duties whose period ended over 365 days ago
    /// are not noticed any more, so one that was forgotten is never counted again.
    /// </summary>
    public static ImmutableArray<Fact<InspectorEvent>> Charge(
        InspectorState state,
        IEnumerable<ChargedDuty> duties,
        DateTimeOffset now,
        Rulebook rules
    )
    {
        if (state.Profile is null)
            return [];
        var facts = ImmutableArray.CreateBuilder<Fact<InspectorEvent>>();
        var from = InspectorState.CountedFrom(now);
        foreach (
            var duty in duties
                .Where(duty => duty.Period.End >= from && duty.Period.End <= now)
                .OrderBy(duty => duty.Period.End)
                .ThenBy(duty => duty.Unit, StringComparer.Ordinal)
        )
        {
            var known = state.Find(new(duty.Unit, duty.Period));
            if (known is null && duty.State == DutyState.Missed)
                Happen(new DutyMissed(duty.Unit, duty.UnitName, duty.Period), duty.Period.End);
            else if (known is { Stands: false } && duty.State == DutyState.Missed)
                Happen(new DutyRestated(duty.Unit, duty.Period, duty.State), now); // what had satisfied it is believed no more
            else if (known is { Stands: true } && duty.State is DutyState.Satisfied or DutyState.SatisfiedLate or DutyState.Excused)
                Happen(new DutyRestated(duty.Unit, duty.Period, duty.State), now);
        }

        if (facts.Count == 0)
            return [];
        foreach (var no in Lapsed(state, rules).ToList())
            Happen(new StepLapsed(no), now);
        if (state.RevokedOn is not null)
            return facts.ToImmutable();
        Remind();
        Propose();
        return facts.ToImmutable();

        void Happen(InspectorEvent happened, DateTimeOffset at)
        {
            var fact = new Fact<InspectorEvent>(happened, at, now);
            state = Inspector.Evolve(state, fact);
            facts.Add(fact);
        }

        void Remind()
        {
            var today = CivilTime.DateOf(now);
            foreach (var month in state.Months(now))
            {
                if (
                    state.Steps.Any(step =>
                        step.Rung == InspectorRung.Reminder && step.State != StepState.Lapsed && step.FirstMonth == month
                    )
                )
                    continue;
                var policy = rules.PolicyOn(today);
                Happen(
                    new ReminderIssued(
                        state.LastStep + 1,
                        month,
                        Of(month),
                        rules.Work.AddWorkingDays(today, policy.OfInspector.AcknowledgeDays),
                        policy.Version
                    ),
                    month.End
                );
            }
        }

        void Propose()
        {
            var today = CivilTime.DateOf(now);
            var policy = rules.PolicyOn(today);
            var months = state.Months(now);
            var rung = policy.OfInspector.RungAt(months.Length);
            if (rung == InspectorRung.None || IsAnswered(state, rung, months[^1]))
                return;
            foreach (
                var lower in state
                    .Steps.Where(step => step is { State: StepState.Proposed, IsByRule: true } && step.Rung < rung)
                    .Select(step => step.No)
                    .ToList()
            )
                Happen(new StepLapsed(lower), now);
            Happen(
                new StepProposed(
                    state.LastStep + 1,
                    rung,
                    Actor.System.Name,
                    null,
                    [.. state.Standing(now).Select(duty => duty.Ref)],
                    rules.Work.AddWorkingDays(today, policy.OfInspector.DecideDays),
                    policy.Version
                ),
                now
            );
        }

        ImmutableArray<DutyRef> Of(Period month) => [.. state.Standing(now).Select(duty => duty.Ref).Where(duty => duty.Month == month)];
    }

    /// <summary>One as high waits for its decision, or the newest month was before the county already, whatever it decided.</summary>
    private static bool IsAnswered(InspectorState state, InspectorRung rung, Period newest) =>
        state.Steps.Any(step =>
            step.Rung >= rung && (step.State == StepState.Proposed || (step.State != StepState.Lapsed && step.LastMonth >= newest))
        );

    /// <summary>Reminders nobody acknowledged and proposals of rules that rest on too little now. What has grown too old still counts for them.</summary>
    private static IEnumerable<int> Lapsed(InspectorState state, Rulebook rules)
    {
        foreach (var step in state.Steps)
        {
            if (
                !(step.State == StepState.Proposed && step.IsByRule)
                && !(step.State == StepState.Decided && step.Rung == InspectorRung.Reminder)
            )
                continue;
            var months = step.Duties.Where(duty => state.Find(duty) is not { Stands: false }).Select(duty => duty.Month).Distinct().Count();
            if (months < rules.PolicyVersion(step.PolicyVersion).OfInspector.MonthsOf(step.Rung))
                yield return step.No;
        }
    }
}
