using System.Text.Json.Serialization;

namespace Supervision.Rules;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "e")]
[JsonDerivedType(typeof(CountyRegistered), "county-registered")]
[JsonDerivedType(typeof(CountyChanged), "county-changed")]
[JsonDerivedType(typeof(TermsSet), "terms-set")]
[JsonDerivedType(typeof(TermsReset), "terms-reset")]
[JsonDerivedType(typeof(PolicyActivated), "policy-activated")]
[JsonDerivedType(typeof(CoverageBelow), "coverage-below")]
[JsonDerivedType(typeof(CoverageRestated), "coverage-restated")]
[JsonDerivedType(typeof(CountyStepProposed), "county-step-proposed")]
[JsonDerivedType(typeof(CountyStepDecided), "county-step-decided")]
[JsonDerivedType(typeof(CountyStepRejected), "county-step-rejected")]
[JsonDerivedType(typeof(CountyStepLapsed), "county-step-lapsed")]
[JsonDerivedType(typeof(CountyStepDischarged), "county-step-discharged")]
[JsonDerivedType(typeof(ApprovalAsked), "approval-asked")]
[JsonDerivedType(typeof(ApprovalGiven), "approval-given")]
[JsonDerivedType(typeof(ApprovalRefused), "approval-refused")]
[JsonDerivedType(typeof(ApprovalUsed), "approval-used")]
[JsonDerivedType(typeof(AuditRootSealed), "audit-root-sealed")]
[JsonDerivedType(typeof(CountyFactsAnnulled), "county-facts-annulled")]
[JsonDerivedType(typeof(ZoneSet), "zone-set")]
[JsonDerivedType(typeof(ZoneRemoved), "zone-removed")]
[JsonDerivedType(typeof(AreaAssigned), "area-assigned")]
[JsonDerivedType(typeof(AreaReleased), "area-released")]
[JsonDerivedType(typeof(ZoneOutgrown), "zone-outgrown")]
[JsonDerivedType(typeof(ZoneFits), "zone-fits")]
[JsonDerivedType(typeof(DepartmentsSet), "departments-set")]
[JsonDerivedType(typeof(YearPlanSet), "year-plan-set")]
public abstract record CountyEvent;

public sealed record CountyRegistered(CountyProfile Profile) : CountyEvent;

public sealed record CountyChanged(CountyProfile Profile) : CountyEvent;

public sealed record TermsSet(Terms Terms) : CountyEvent;

/// <summary>The county gave its own terms up.</summary>
public sealed record TermsReset : CountyEvent;

public sealed record PolicyActivated(Policy Policy) : CountyEvent;

[GenerateSerializer, Immutable, Alias("county-command")]
public abstract record CountyCommand;

/// <summary>Registers a county or brings its name and superiors up to date; asking for what already is changes nothing.</summary>
[GenerateSerializer, Immutable, Alias("register-county")]
public sealed record RegisterCounty(CountyProfile Profile) : CountyCommand;

/// <summary>
/// Sets the county's own terms and breaks; they hold for the halves of school years they name, the province's for the others. Open periods keep the days
/// they were opened with.
/// </summary>
[GenerateSerializer, Immutable, Alias("set-terms")]
public sealed record SetTerms(Terms Terms) : CountyCommand;

/// <summary>Gives the county's own terms up: the province's hold again, or the assumed ones.</summary>
[GenerateSerializer, Immutable, Alias("reset-terms")]
public sealed record ResetTerms : CountyCommand;

/// <summary>
/// Puts a policy into force from its day on, under the next version number whatever number it came with. What began before is
/// judged by its own version to the end. Asking for what the newest version says already changes nothing.
/// </summary>
/// <param name="Over">The version the asker saw as the newest: when another one is by now, the command is refused. Null does not check.</param>
[GenerateSerializer, Immutable, Alias("activate-policy")]
public sealed record ActivatePolicy(Policy Policy, int? Over = null) : CountyCommand;

/// <param name="Terms">Null while the province's apply.</param>
/// <param name="Policies">Every version ever activated: facts pin versions, so none may be forgotten.</param>
/// <param name="Ladder">Kept by the province; null before anything was on it.</param>
/// <param name="Approvals">What waits for, or was given, a second person's consent; null before anything was asked.</param>
/// <param name="AuditedThrough">Last civil day whose root was sealed; null before the county is registered.</param>
[GenerateSerializer, Immutable, Alias("county-state")]
public sealed record CountyState(
    CountyProfile? Profile,
    Terms? Terms,
    ImmutableArray<Policy> Policies,
    CountyLadderState? Ladder = null,
    ApprovalBook? Approvals = null,
    DateOnly? AuditedThrough = null
)
{
    public static readonly CountyState Empty = new(null, null, []);

    /// <summary>By code.</summary>
    [Id(4)]
    public ImmutableArray<Zone> Zones { get; init; } = [];

    /// <summary>Who gets the schools that join an area; by area.</summary>
    [Id(5)]
    public ImmutableArray<AreaAssignment> Areas { get; init; } = [];

    /// <summary>Zones on record as having too many schools.</summary>
    [Id(6)]
    public ImmutableArray<OutgrownZone> Outgrown { get; init; } = [];

    /// <summary>Null while the built-in list applies.</summary>
    [Id(40)]
    public DepartmentList? Departments { get; init; }

    /// <summary>By year; null before the first.</summary>
    [Id(41)]
    public ImmutableArray<YearPlan>? YearPlans { get; init; }

    [JsonIgnore]
    public ImmutableArray<YearPlan> OfYearPlans => YearPlans ?? [];

    [JsonIgnore]
    public DepartmentList OfDepartments => Departments ?? DepartmentList.Default;

    [JsonIgnore]
    public CountyLadderState OfLadder => Ladder ?? CountyLadderState.Empty;

    [JsonIgnore]
    public ApprovalBook OfApprovals => Approvals ?? ApprovalBook.Empty;
}

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
            _ => Rules.Zones.Evolve(state, fact)
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
                new(RefusalCode.CountyUnknown, null, new("没有登记这个县(市、区)", "this county is not registered"), null)
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
            _ => Rules.Zones.Decide(state, command, now)
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
