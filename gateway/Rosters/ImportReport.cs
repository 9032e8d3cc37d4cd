namespace Supervision.Gateway.Rosters;

/// <summary>What an import did, or what it would do: a dry run asks the same actors by the same rules and records nothing.</summary>
/// <param name="Registered">Units and inspectors that were new.</param>
/// <param name="Updated">Those whose profile, appointment or assignment changed.</param>
/// <param name="Unchanged">Those the roster says nothing new of.</param>
/// <param name="Findings">The gravest first when there are too many, at most <see cref="MostFindings"/>.</param>
/// <param name="Failed">Rows the actors refused; each has a finding.</param>
/// <param name="FindingsOmitted">How many more findings there were.</param>
public sealed record ImportReport(
    bool DryRun,
    ImmutableArray<SheetCount> Sheets,
    ImmutableArray<RosterFinding> Findings,
    int Registered,
    int Updated,
    int Unchanged,
    int Failed,
    int FindingsOmitted
)
{
    /// <summary>What many rows would change alike. Those that are not confirmed are not done; each says what is written to confirm it.</summary>
    public ImmutableArray<MassChange> Changes { get; init; } = [];

    /// <summary>Rows that were not taken and can be had as a file to mend.</summary>
    public int NotTaken { get; init; }

    /// <summary>More findings than this tell nobody anything; the counts stay complete.</summary>
    public const int MostFindings = 2_000;
}

/// <param name="Stage"><c>reading</c>, <c>judging</c>, <c>counties</c>, <c>inspectors</c>, <c>units</c>, <c>boards</c>.</param>
public sealed record ImportProgress(string Stage, int Done, int Total);
