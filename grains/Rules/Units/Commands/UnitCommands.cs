namespace Supervision.Rules.Units.Commands;

/// <summary>What people ask of a unit. Imperative; carries everything the decision needs except state, time and policy.</summary>
[GenerateSerializer, Immutable, Alias("unit-command")]
public abstract record UnitCommand;

/// <summary>Registers the unit or brings its profile up to date; asking for what already is changes nothing.</summary>
/// <param name="Assignment">The responsible inspector the roster names; null leaves assignments as they are.</param>
[GenerateSerializer, Immutable, Alias("register-unit")]
public sealed record RegisterUnit(Profile Profile, Assignment? Assignment) : UnitCommand
{
    /// <summary>Fields of the profile that say nothing: they stay as they are. A new unit takes the profile as it is.</summary>
    [Id(0)]
    public ProfileFields Untold { get; init; }

    /// <summary>True when the assignment's last day was not told: the same inspector from the same day keeps the one there is.</summary>
    [Id(1)]
    public bool KeepLastDay { get; init; }
}

/// <summary>Makes an inspector responsible from a day on; replaces what was planned from that day.</summary>
[GenerateSerializer, Immutable, Alias("assign-inspector")]
public sealed record AssignInspector(Assignment Assignment) : UnitCommand
{
    /// <summary>True when the last day was not told: the same inspector from the same day keeps the one there is.</summary>
    [Id(0)]
    public bool KeepLastDay { get; init; }
}

/// <summary>Lets a deputy's visits count like the responsible inspector's, for the days given (5.3 委托).</summary>
[GenerateSerializer, Immutable, Alias("delegate-deputy")]
public sealed record DelegateDeputy(Assignment Delegation) : UnitCommand;

/// <summary>Keeps an inspector away from the unit; ends what he is assigned or delegated there. Asking for what already is changes nothing (回避).</summary>
/// <param name="Reason">1–500 characters.</param>
/// <param name="Document">1–200 characters.</param>
/// <param name="Since">First day of the interest, today at the latest; null for today. The inspector's visits since then are listed for the county.</param>
/// <param name="Visits">The inspector's visits since then as the journal has them, besides those in the unit's memory; the unit adds them itself.</param>
[GenerateSerializer, Immutable, Alias("recuse-inspector")]
public sealed record RecuseInspector(
    string Inspector,
    string Reason,
    string Document,
    DateOnly? Since = null,
    ImmutableArray<VisitMark> Visits = default
) : UnitCommand;

/// <param name="Reason">1–500 characters.</param>
/// <param name="Document">1–200 characters.</param>
[GenerateSerializer, Immutable, Alias("lift-recusal")]
public sealed record LiftRecusal(string Inspector, string Reason, string Document) : UnitCommand;

/// <param name="Flags">What the edge found implausible about it; unset or empty when nothing.</param>
/// <param name="Conflicts">The inspector's other visits it can't be reconciled with, as the edge found them; unset or empty when none.</param>
[GenerateSerializer, Immutable, Alias("record-visit")]
public sealed record RecordVisit(Visit Visit, ImmutableArray<VisitFlag> Flags = default, ImmutableArray<VisitConflict> Conflicts = default)
    : UnitCommand
{
    /// <summary>The gate code as the inspector typed it, for the unit to check; null when none was typed. It goes no further than the unit.</summary>
    [Id(4)]
    public string? GateCode { get; init; }

    /// <summary>What the unit found of the code; whatever a caller says is replaced.</summary>
    [Id(5)]
    public GateProof Gate { get; init; }

    /// <summary>Everything but the code.</summary>
    protected override bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append(
            System.Globalization.CultureInfo.InvariantCulture,
            $"Visit = {Visit}, Flags = {(Flags.IsDefault ? "" : string.Join(", ", Flags))}, Gate = {Gate}"
        );
        return true;
    }
}

/// <summary>
/// The inspector's other visits contradict one that arrived before: the system's own command. Telling it again, or of a contradiction the county has
/// judged, changes nothing.
/// </summary>
/// <param name="Visit">As the journal has it; the unit's own memory decides where it still has the visit.</param>
[GenerateSerializer, Immutable, Alias("question-visit")]
public sealed record QuestionVisit(VisitMark Visit, ImmutableArray<VisitConflict> Conflicts) : UnitCommand;

[GenerateSerializer, Immutable, Alias("plan-visit")]
public sealed record PlanVisit(VisitPlan Plan) : UnitCommand;

[GenerateSerializer, Immutable, Alias("drop-plan")]
public sealed record DropPlan(Guid Plan, string Reason) : UnitCommand;

[GenerateSerializer, Immutable, Alias("confirm-flagged")]
public sealed record ConfirmFlagged(Guid VisitId, string Reason) : UnitCommand;

/// <summary>Voids a visit that waits for confirmation, review or late approval.</summary>
[GenerateSerializer, Immutable, Alias("void-visit")]
public sealed record VoidVisit(Guid VisitId, string Reason) : UnitCommand;

/// <summary>The county accepts a reason for a missed period, with a document.</summary>
[GenerateSerializer, Immutable, Alias("excuse-period")]
public sealed record ExcusePeriod(Period Period, string Reason, string Document) : UnitCommand;

/// <summary>The county lets visits that arrived after the grace count for their period.</summary>
/// <param name="VisitId">One held visit; null approves all held for the period.</param>
[GenerateSerializer, Immutable, Alias("approve-late-visit")]
public sealed record ApproveLateVisit(Period Period, Guid? VisitId, string Reason) : UnitCommand;
