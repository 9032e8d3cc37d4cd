namespace Supervision.Journal.Sql;

/// <summary>A statement both stores understand; parameters are <c>$1</c>, <c>$2</c>, … in order.</summary>
/// <param name="Changes">Rows it must change, or the whole transaction is undone; null for any number.</param>
internal sealed record Statement(string Text, int? Changes, params object?[] Values);

/// <summary>Runs statements written once for both stores; each turns values and rows into its own types.</summary>
internal interface IStatements
{
    Task<IReadOnlyList<T>> Rows<T>(string text, Func<StoredRow, T> record, CancellationToken cancellation, params object?[] values);

    /// <summary>All in one transaction; the last one's changed rows, or null when one did not change what it must and nothing was written.</summary>
    Task<int?> Write(IReadOnlyList<Statement> statements, CancellationToken cancellation);
}
