namespace Supervision.Gateway.Views;

/// <summary>What every page shows beside the data: the server's present, and whether this is a sandbox or demonstration data (演示).</summary>
public sealed class Presentation(TimeProvider time, GatewaySettings settings, SimulatedTime? simulated = null)
{
    public DateTimeOffset Now => CivilTime.Keep((simulated ?? time).GetUtcNow());

    /// <summary>Seconds of <see cref="Now"/> in a real second: 1, or a sandbox's speed; 0 while it stands still.</summary>
    public double ClockSpeed => simulated?.Speed ?? 1;

    public bool Sandbox => settings.Sandbox;

    /// <summary>Set once the store is known to hold demonstration data.</summary>
    public bool Demonstration { get; set; } = settings.Sandbox;

    public BoardView Show(BoardSnapshot board) => Show(board, board.Units.Select(RowView.Of), board.Children);

    /// <summary>Without the units that are not for the reader, and their alerts; the totals are the board's.</summary>
    /// <param name="barred">Actor keys.</param>
    public BoardView Show(BoardSnapshot board, IReadOnlySet<string> barred) =>
        barred.Count == 0
            ? Show(board)
            : Show(
                board with
                {
                    Alerts = [.. board.Alerts.Where(alert => !barred.Contains(alert.Unit))],
                },
                board.Units.Where(row => !barred.Contains(row.Unit)).Select(RowView.Of),
                board.Children
            );

    /// <summary>The frame with these rows and children instead of its own.</summary>
    public BoardView Show(BoardSnapshot frame, IEnumerable<RowView> rows, ImmutableArray<ChildSummary> children)
    {
        var packer = new BoardPacker();
        return new(
            frame.Scope,
            frame.Name,
            frame.Version,
            frame.AsOf,
            Now,
            Demonstration,
            Sandbox,
            frame.CalendarProvisional,
            frame.Tally,
            packer.Rows(rows),
            packer.Words,
            children,
            frame.Alerts,
            frame.Campaign
        );
    }
}
