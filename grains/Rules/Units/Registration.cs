namespace Supervision.Rules.Units;

/// <summary>Registering units and saying who is responsible for them (P1-02, P1-24; invariant 1).</summary>
public static class Registration
{
    /// <summary>Assignments may be planned this many days ahead.</summary>
    public const int PlannableDays = 730;

    // What rosters may write; beyond, civil time can't be reckoned.
    private const int EarliestYear = 1990;
    private const int LatestYear = 2100;

    public static Decision<UnitEvent> Register(UnitState state, RegisterUnit command, DecisionContext context)
    {
        var (now, rules) = (context.Now, context.Rules);
        var facts = new List<Fact<UnitEvent>>();
        var profile = Profiles.Merge(state.Profile, command.Profile, command.Untold);
        if (CentralSchools.Objection(profile) is { } central)
            return Decision<UnitEvent>.Refuse(central);
        if (
            command.Assignment is { } named
            && (Objection(named, now) ?? InspectorLoads.Objection(named, context.Schools, context)) is { } refusal
        )
            return Decision<UnitEvent>.Refuse(refusal);
        if (!state.Exists)
            Happen(new UnitRegistered(profile), now);
        else if (state.Profile!.Status == UnitStatus.Closed && profile.Status != UnitStatus.Closed)
            return Decision<UnitEvent>.Refuse(UnitRefusals.UnitClosedForGood());
        else if (state.Profile != profile)
            Happen(new ProfileChanged(profile), now);

        var isNew = state.Duties.IsEmpty;
        if (isNew)
            Happen(Duties.Open(state, Duties.PeriodOf(profile.Kind, now), CivilTime.DateOf(now), rules), now);
        else if (Reopened(state, CivilTime.DateOf(now), rules) is { } owed)
            Happen(owed, now);
        if (command.Assignment is { } assignment)
            foreach (var (happened, at) in Assigning(state, Known(state, assignment, command.KeepLastDay), now))
                Happen(happened, at);
        if (isNew && state.Responsible is null)
            Happen(new ResponsibleChanged(null, null), now); // starts with nobody: the county is told at once
        return new Decision<UnitEvent>.Accepted([.. facts]);

        void Happen(UnitEvent happened, DateTimeOffset at)
        {
            var fact = new Fact<UnitEvent>(happened, at, now);
            facts.Add(fact);
            state = Unit.Evolve(state, fact);
        }
    }

    /// <summary>A unit back in operation owes the period after all, when enough of it is left: only a suspension of the whole period exempts (5.3).</summary>
    private static PeriodOpened? Reopened(UnitState state, DateOnly today, Rulebook rules) =>
        state
            is {
                Profile.Status: UnitStatus.Active,
                Current: { State: DutyState.Exempt, Basis: nameof(ExemptionBasis.NotInOperation) } duty
            }
            ? Duties.Open(state, duty.Period, today, rules) as PeriodOpened
            : null;

    public static Decision<UnitEvent> Assign(UnitState state, AssignInspector command, DecisionContext context)
    {
        var now = context.Now;
        var assignment = Known(state, command.Assignment, command.KeepLastDay);
        if (state.Profile!.Status == UnitStatus.Closed)
            return Decision<UnitEvent>.Refuse(UnitRefusals.UnitClosedForGood());
        if ((Objection(assignment, now) ?? InspectorLoads.Objection(assignment, context.Schools, context)) is { } refusal)
            return Decision<UnitEvent>.Refuse(refusal);
        return new Decision<UnitEvent>.Accepted([
            .. Assigning(state, assignment, now).Select(next => new Fact<UnitEvent>(next.Event, next.At, now)),
        ]);
    }

    public static Decision<UnitEvent> Delegate(UnitState state, Assignment delegation, DateTimeOffset now)
    {
        if (state.Profile!.Status == UnitStatus.Closed)
            return Decision<UnitEvent>.Refuse(UnitRefusals.UnitClosedForGood());
        if (Objection(delegation, now) is { } refusal)
            return Decision<UnitEvent>.Refuse(refusal);
        if (delegation.To is null)
            return Decision<UnitEvent>.Refuse(Refusals.Required("to"));
        if (state.Deputies.Contains(delegation))
            return Decision<UnitEvent>.Unchanged;
        return new Decision<UnitEvent>.Accepted([new(new DeputyDelegated(delegation), now, now)]);
    }

    /// <summary>The assignment with the last day there is, when none was told.</summary>
    private static Assignment Known(UnitState state, Assignment told, bool keepLastDay) =>
        keepLastDay && state.Assignments.FirstOrDefault(known => known.Inspector == told.Inspector && known.From == told.From) is { } known
            ? known
            : told;

    /// <summary>
    /// The plan, and the change of hands if it takes effect at once. A start in the past reaches back to the start of the
    /// current period at most: closed periods keep the people they were closed with.
    /// </summary>
    private static IEnumerable<(UnitEvent Event, DateTimeOffset At)> Assigning(UnitState state, Assignment assignment, DateTimeOffset now)
    {
        if (state.Assignments.Contains(assignment))
            yield break;
        yield return (new InspectorAssigned(assignment), now);
        var today = CivilTime.DateOf(now);
        if (!assignment.Covers(today) || state.Responsible == assignment.Inspector)
            yield break;
        var start = CivilTime.StartOf(assignment.From);
        var floor = state.Current!.Period.Start;
        yield return (new ResponsibleChanged(state.Responsible, assignment.Inspector), start < floor ? floor : start);
    }

    private static Refusal? Objection(Assignment assignment, DateTimeOffset now)
    {
        var today = CivilTime.DateOf(now);
        if (Refusals.TextProblem("inspector", assignment.Inspector, 64) is { } nobody)
            return nobody;
        if (assignment.From.Year < EarliestYear)
            return Refusals.Invalid("from", "起始日期太早", "the first day is too early", $"≥ {EarliestYear}-01-01");
        if (assignment.To?.Year > LatestYear)
            return Refusals.Invalid("to", "截止日期太晚", "the last day is too late", $"≤ {LatestYear}-12-31");
        if (assignment.To < assignment.From)
            return UnitRefusals.AssignmentReversed(assignment);
        if (assignment.To < today)
            return UnitRefusals.AssignmentEnded(assignment);
        return assignment.From > today.AddDays(PlannableDays)
            ? UnitRefusals.AssignmentTooFar(assignment, today.AddDays(PlannableDays))
            : null;
    }
}
