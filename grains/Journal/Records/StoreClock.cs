using System.Globalization;

namespace Supervision.Journal.Records;

/// <summary>What a store knows of the present, for comparison with a machine's clock.</summary>
public interface IStoreClock
{
    /// <param name="after">Only facts recorded later than this count as newest; those in an annulled window don't.</param>
    /// <returns>The database's own clock, null where the store has none; and when the newest such fact was recorded, null when there is none.</returns>
    /// <exception cref="JournalUnavailableException">The store did not answer.</exception>
    Task<(DateTimeOffset? Database, DateTimeOffset? Newest)> Read(DateTimeOffset after, CancellationToken cancellation = default);
}

internal sealed class StoreClock(IStatements statements, JournalOptions options) : IStoreClock
{
    public async Task<(DateTimeOffset? Database, DateTimeOffset? Newest)> Read(
        DateTimeOffset after,
        CancellationToken cancellation = default
    )
    {
        var database = options.PostgresConnectionString is null
            ? default(DateTimeOffset?)
            : (await statements.Rows("select clock_timestamp()", row => row.Instant(0), cancellation).ConfigureAwait(false))[0];
        if (await Newest(after, [], cancellation).ConfigureAwait(false) is not { } newest)
            return (database, null);
        var windows = await statements
            .Rows(
                $"select name from journal_facts where name like '{AnnulledWindow.Prefix}%'",
                row => AnnulledWindow.Parse(row.Text(0)),
                cancellation
            )
            .ConfigureAwait(false);
        return (database, windows.Count == 0 ? newest : await Newest(after, windows, cancellation).ConfigureAwait(false));
    }

    private async Task<DateTimeOffset?> Newest(DateTimeOffset after, IReadOnlyList<AnnulledWindow> windows, CancellationToken cancellation)
    {
        var values = new List<object?> { after };
        var outside = string.Concat(
            windows.Select(window =>
            {
                values.Add(window.From);
                values.Add(window.To);
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $" and not (recorded_at >= ${values.Count - 1} and recorded_at <= ${values.Count})"
                );
            })
        );
        return (
            await statements
                .Rows(
                    $"select max(recorded_at) from journal_events where recorded_at > $1{outside}",
                    row => row.InstantOrNull(0),
                    cancellation,
                    [.. values]
                )
                .ConfigureAwait(false)
        )[0];
    }
}
