namespace Supervision.Rules.Roster.Tables;

/// <summary>What became of a table's rows. <see cref="Rows"/> = <see cref="Accepted"/> + <see cref="Rejected"/> + <see cref="Skipped"/> + <see cref="Held"/>.</summary>
/// <param name="Kind">None when the table was not recognised.</param>
/// <param name="Rows">Rows below the headers; all rows when there are no headers.</param>
/// <param name="Warned">Accepted rows with at least one warning.</param>
/// <param name="Normalised">Accepted rows in which something was changed in reading.</param>
/// <param name="Skipped">Blank and total rows, notes, repeated headers, identical duplicates.</param>
public sealed record SheetCount(
    string File,
    string? Sheet,
    RosterKind Kind,
    int Rows,
    int Accepted,
    int Warned,
    int Normalised,
    int Rejected,
    int Skipped
)
{
    /// <summary>Rows that wait for a confirmation.</summary>
    public int Held { get; init; }
}
