namespace Supervision.Rules.Roster;

/// <summary>A responsible inspector for a unit that is registered already.</summary>
/// <param name="Code">The unit's own code, see <see cref="Profile.Code"/>.</param>
public sealed record UnitAssignment(UnitKind Kind, string Code, Assignment Assignment)
{
    /// <summary>See <see cref="AssignInspector.KeepLastDay"/>.</summary>
    public bool KeepLastDay { get; init; }
}

/// <summary>Rows of one table that were not taken, as they were written.</summary>
/// <param name="Headers">As the file has them.</param>
public sealed record RosterLeftovers(
    RosterKind Kind,
    string File,
    string? Sheet,
    ImmutableArray<string> Headers,
    ImmutableArray<RosterLeftover> Rows
);

/// <param name="Cells">Beginning with the first column; as many as there are headers.</param>
/// <param name="Reasons">Why the row was not taken, with what would be accepted.</param>
public sealed record RosterLeftover(int Row, ImmutableArray<string> Cells, Text Reasons);

/// <summary>
/// Everything an upload asks for, in an order of its own (by code), so that the order of rows, tables and files does not matter.
/// Nothing in it has happened yet; carrying it out twice changes nothing the second time.
/// </summary>
/// <param name="Counties">Every county an accepted row refers to; with or without a table of counties.</param>
/// <param name="Units">Each with its responsible inspector when the same upload names one.</param>
/// <param name="Assignments">For units that are registered and not in this upload. Carry them out after <see cref="Inspectors"/> and <see cref="Units"/>.</param>
/// <param name="Findings">By table as given, then by row; those of a whole table first.</param>
public sealed record RosterPlan(
    ImmutableArray<CountyProfile> Counties,
    ImmutableArray<AppointInspector> Inspectors,
    ImmutableArray<RegisterUnit> Units,
    ImmutableArray<UnitAssignment> Assignments,
    ImmutableArray<RosterFinding> Findings,
    ImmutableArray<SheetCount> Sheets
)
{
    /// <summary>What many rows would change alike, confirmed or not; the rows of those that are not confirmed are in no other list.</summary>
    public ImmutableArray<MassChange> Changes { get; init; } = [];

    internal ImmutableArray<RosterTableView> Views { get; init; } = [];

    /// <summary>True when nothing at all was turned away.</summary>
    public bool IsClean => !Findings.Any(finding => finding.Severity == FindingGrade.Rejected);

    /// <summary>True when both would change the same things in the same way, whatever was said on the way.</summary>
    public bool AsksTheSameAs(RosterPlan other) =>
        Counties.AsSpan().SequenceEqual(other.Counties.AsSpan())
        && Inspectors.AsSpan().SequenceEqual(other.Inspectors.AsSpan())
        && Units.AsSpan().SequenceEqual(other.Units.AsSpan())
        && Assignments.AsSpan().SequenceEqual(other.Assignments.AsSpan());

    /// <summary>Turns away rows that the actors refuse, in their words. Each refusal stands in the row and column it is about.</summary>
    /// <param name="refused">By actor key; a refusal about an assignment is told in its row.</param>
    public RosterPlan WithRefused(IEnumerable<(string Actor, bool OfAssignment, Refusal Refusal)> refused)
    {
        var lines = RefusedRows.Index(Views);
        foreach (var (actor, ofAssignment, refusal) in refused)
            RefusedRows.Reject(lines, actor, ofAssignment, refusal);
        return this with { Findings = [.. Views.SelectMany(view => view.Findings)], Sheets = [.. Views.Select(view => view.Count())] };
    }

    /// <summary>The rows that were rejected or wait for a confirmation, by table.</summary>
    public ImmutableArray<RosterLeftovers> Leftovers() => [.. Views.Select(RefusedRows.Left).OfType<RosterLeftovers>()];

    public bool Equals(RosterPlan? other) =>
        other is not null
        && AsksTheSameAs(other)
        && Changes.AsSpan().SequenceEqual(other.Changes.AsSpan())
        && Findings.AsSpan().SequenceEqual(other.Findings.AsSpan())
        && Sheets.AsSpan().SequenceEqual(other.Sheets.AsSpan());

    public override int GetHashCode() =>
        HashCode.Combine(Counties.Length, Inspectors.Length, Units.Length, Assignments.Length, Findings.Length, Sheets.Length);
}
