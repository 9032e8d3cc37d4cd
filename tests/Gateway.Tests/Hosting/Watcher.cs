using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Supervision.Contracts;

namespace Supervision.Gateway.Tests.Hosting;

/// <summary>A browser at a board: takes what the hub sends, applies it as the page does, and remembers every message.</summary>
public sealed class Watcher : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly ConcurrentDictionary<string, Board> _boards = new();

    private Watcher(HubConnection hub)
    {
        _hub = hub;
        hub.On<BoardView>("Snapshot", board => Of(board.Scope).Take(board));
        hub.On<DeltaView>("Delta", delta => Of(delta.Scope).Take(delta));
    }

    public static async Task<Watcher> Connect(Person person)
    {
        var watcher = new Watcher(person.Hub());
        await watcher._hub.StartAsync();
        return watcher;
    }

    public Board Of(string scope) => _boards.GetOrAdd(scope, _ => new());

    public async Task<Board> Watch(string scope, long? lastVersion = null)
    {
        await _hub.InvokeAsync("Watch", scope, lastVersion);
        return Of(scope);
    }

    public Task Unwatch(string scope) => _hub.InvokeAsync("Unwatch", scope);

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    /// <summary>One board as the page has it. Used from the connection's thread and from the test's.</summary>
    public sealed class Board
    {
        private readonly Lock _gate = new();
        private readonly SortedDictionary<string, RowView> _units = new(StringComparer.Ordinal);
        private readonly SortedDictionary<string, ChildSummary> _children = new(StringComparer.Ordinal);
        private readonly List<object> _messages = [];
        private BoardTally _tally = BoardTally.Empty;
        private IReadOnlyList<AlertView> _alerts = [];
        private long _version;

        public long Version
        {
            get
            {
                lock (_gate)
                    return _version;
            }
        }

        public IReadOnlyList<object> Messages
        {
            get
            {
                lock (_gate)
                    return [.. _messages];
            }
        }

        public IReadOnlyList<DeltaView> Deltas => [.. Messages.OfType<DeltaView>()];

        public RowView? Row(string unit)
        {
            lock (_gate)
                return _units.GetValueOrDefault(unit);
        }

        /// <summary>A page that was here before, with what it had then.</summary>
        public Board Begin(BoardView board)
        {
            Take(board);
            lock (_gate)
                _messages.Clear();
            return this;
        }

        public void Take(BoardView board)
        {
            lock (_gate)
            {
                _messages.Add(board);
                _units.Clear();
                _children.Clear();
                foreach (var row in Rows(board.Units, board.Words))
                    _units[row.Unit] = row;
                foreach (var child in board.Children)
                    _children[child.Code] = child;
                (_tally, _alerts, _version) = (board.Tally, board.Alerts, board.Version);
            }
        }

        public void Take(DeltaView delta)
        {
            lock (_gate)
            {
                _messages.Add(delta);
                if (delta.From != _version)
                    return; // a gap: the test that looks at the messages sees it
                foreach (var row in Rows(delta.Units, delta.Words))
                    _units[row.Unit] = row;
                foreach (var child in delta.Children)
                    _children[child.Code] = child;
                foreach (var gone in delta.Removed)
                    _ = _units.Remove(gone) | _children.Remove(gone);
                (_tally, _version) = (delta.Tally, delta.To);
                if (delta.Alerts is { } alerts)
                    _alerts = alerts;
            }
        }

        /// <summary>True when this page shows exactly what the REST board says.</summary>
        public bool Shows(BoardView board)
        {
            lock (_gate)
                return Same(_units.Values, Rows(board.Units, board.Words))
                    && Same(
                        _children.Values.Select(child => (child.Code, Write(child.Tally))),
                        board.Children.Select(child => (child.Code, Write(child.Tally)))
                    )
                    && Same(_tally, board.Tally)
                    && Same(_alerts, board.Alerts);
        }

        public bool Follows() => Deltas.Zip(Deltas.Skip(1)).All(pair => pair.First.To == pair.Second.From);

        /// <summary>With the words in their places.</summary>
        private static IEnumerable<RowView> Rows(IReadOnlyList<BoardRow> rows, BoardWords words) =>
            rows.Select(row => new RowView(
                row.Unit,
                row.Version,
                row.Kind,
                row.Code,
                row.Name,
                row.County,
                row.Town,
                row.TownName,
                row.Category,
                row.Status,
                row.Students,
                row.Inspector,
                row.Colour,
                row.Period,
                row.State,
                row.Required,
                row.Done,
                row.Recent,
                row.LastVisitAt,
                row.AwaitingApproval,
                Reasons(row.Reasons, words),
                row.NextDueAt,
                new(
                    row.Cases.Colour,
                    Reasons(row.Cases.Reasons, words),
                    row.Cases.OpenIssues,
                    row.Cases.OverdueIssues,
                    row.Cases.Rung,
                    row.Cases.Waiting
                ),
                row.Central
            ));

        private static ImmutableArray<ReasonView> Reasons(ImmutableArray<int> places, BoardWords words) =>
            [
                .. places
                    .Select(place => words.Reasons[place])
                    .Select(reason => new ReasonView(
                        reason.Code,
                        words.Texts[reason.Text],
                        words.Texts[reason.Clause],
                        reason.Clears is { } clears ? words.Texts[clears] : null,
                        reason.Next is { } next ? words.Texts[next] : null,
                        reason.Since,
                        reason.NextChangeAt,
                        reason.Evidence
                    )),
            ];

        private static bool Same<T>(T left, T right) => Write(left) == Write(right);

        private static bool Same<T>(IEnumerable<T> left, IEnumerable<T> right) => left.Select(Write).SequenceEqual(right.Select(Write));

        private static string Write<T>(T value) => JsonSerializer.Serialize(value, Answer.Json);
    }
}
