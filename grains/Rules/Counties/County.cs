namespace Supervision.Rules.Counties;

public static class County
{
    public static CountyState Evolve(CountyState state, Fact<CountyEvent> fact) =>
        fact.Event switch
        {
            CountyRegistered e => state with { Profile = e.Profile, AuditedThrough = AuditRoots.Before(fact.RecordedAt) },
            CountyChanged e => state with { Profile = e.Profile },
            TermsSet e => state with { Terms = e.Terms },
            TermsReset => state with { Terms = null },
            AuditRootSealed e => state with { AuditedThrough = e.Day },
            CountyFactsAnnulled e => state with
            {
                Ladder = state.OfLadder with { LastStep = Math.Max(state.OfLadder.LastStep, e.LastStep) },
            },
            DepartmentsSet e => state with { Departments = new(e.Entries) },
            YearPlanSet e => YearPlans.Evolve(state, e),
            PolicyActivated e => state with { Policies = state.Policies.Add(e.Policy) },
            ApprovalAsked or ApprovalGiven or ApprovalRefused or ApprovalUsed => state with
            {
                Approvals = ApprovalRules.Evolve(state.OfApprovals, fact),
            },
            _ => Counties.Zones.Evolve(state, fact)
                ?? state with
                {
                    Ladder =
                        CountyLadderRules.Evolve(state.OfLadder, fact)
                        ?? throw new ArgumentOutOfRangeException(nameof(fact), fact.Event.GetType().Name, "An event without a fold."),
                },
        };

    /// <param name="by">Who asks; null is the system.</param>
    public static Decision<CountyEvent> Decide(CountyState state, CountyCommand command, DateTimeOffset now, Actor? by = null) =>
        command switch
        {
            RegisterCounty { Profile: var profile } when profile == state.Profile => Decision<CountyEvent>.Unchanged,
            RegisterCounty { Profile: var profile } => One(
                state.Profile is null ? new CountyRegistered(profile) : new CountyChanged(profile),
                now
            ),
            _ when state.Profile is null => Decision<CountyEvent>.Refuse(
                new(RefusalCode.CountyUnknown, null, new("没有登记这个县（市、区）", "this county is not registered"), null)
            ),
            ActivatePolicy activate => PolicyActivation.Decide(state, activate, now),
            ResetTerms => state.Terms is null ? Decision<CountyEvent>.Unchanged : One(new TermsReset(), now),
            SetTerms { Terms: var terms } when TermRules.Problem(terms) is { } refusal => Decision<CountyEvent>.Refuse(refusal),
            SetTerms { Terms: var terms } => TermRules.Same(state.Terms, TermRules.Tidied(terms))
                ? Decision<CountyEvent>.Unchanged
                : One(new TermsSet(TermRules.Tidied(terms)), now),
            SetYearPlan plan => YearPlans.Decide(state, plan, by ?? Actor.System, now),
            SetDepartments set => DepartmentRules.Decide(state, set, by ?? Actor.System, now),
            AskApproval or ApproveRequest or RejectRequest or UseApproval => ApprovalRules.Decide(
                state.OfApprovals,
                command,
                by ?? Actor.System,
                now
            ),
            _ => Counties.Zones.Decide(state, command, now)
                ?? CountyLadderRules.Decide(state, command, by ?? Actor.System, now)
                ?? throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command without a rule."),
        };

    /// <summary>What the units of the county are judged by.</summary>
    public static Rulebook Rulebook(CountyState state) =>
        new(new SchoolCalendar(Calendars.StateCouncil, Calendars.TermsOf(state.Profile?.Province), state.Terms), state.Policies)
        {
            Departments = state.OfDepartments,
        };

    private static Decision<CountyEvent> One(CountyEvent happened, DateTimeOffset now) =>
        new Decision<CountyEvent>.Accepted([new(happened, now, now)]);
}
