using System.Collections.Concurrent;
using Orleans;

namespace Supervision.Actors.Tests;

/// <summary>Somebody who watches a board: a snapshot, and the deltas after it applied to a copy as they come.</summary>
internal sealed class Watch : IBoardObserver, IAsyncDisposable
{
    private readonly IBoardGrain _board;
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, UnitSummary> _rows = new(StringComparer.Ordinal);
    private readonly List<BoardDelta> _early = [];
    private readonly ConcurrentQueue<BoardDelta> _deltas = [];
    private readonly ConcurrentQueue<string> _faults = [];
    private IBoardObserver? _reference;

    private Watch(IBoardGrain board) => _board = board;

    public BoardSnapshot Start { get; private set; } = null!;

    /// <summary>As they were taken, without those before the snapshot.</summary>
    public IReadOnlyCollection<BoardDelta> Deltas => _deltas;

    /// <summary>Gaps, and totals that were not the sum of the rows.</summary>
    public IReadOnlyCollection<string> Faults => _faults;

    public long Version { get; private set; }

    public ImmutableArray<AlertView> Alerts { get; private set; }

    public BoardTally Tally { get; private set; } = BoardTally.Empty;

    public static async Task<Watch> Over(IGrainFactory grains, IBoardGrain board)
    {
        var watch = new Watch(board);
        watch._reference = grains.CreateObjectReference<IBoardObserver>(watch);
        watch.Take((await board.Subscribe(watch._reference))!);
        return watch;
    }

    public IBoardObserver Reference => _reference!;

    public IReadOnlyList<UnitSummary> Rows()
    {
        lock (_gate)
            return [.. _rows.Values];
    }

    public Task Reaches(long version) => Until.Is(() => Task.FromResult(Version), reached => reached >= version);

    public Task Changed(BoardDelta delta)
    {
        lock (_gate)
        {
            if (Start is null)
                _early.Add(delta);
            else
                Take(delta);
        }

        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync() => await _board.Unsubscribe(_reference!);

    /// <summary>A value's text, tallies included: arrays inside records compare by reference.</summary>
    public static string Text(BoardTally tally) => $"{tally with { Coverage = [] }} {string.Join(' ', tally.Coverage)}";

    private void Take(BoardSnapshot snapshot)
    {
        lock (_gate)
        {
            (Start, Version, Tally, Alerts) = (snapshot, snapshot.Version, snapshot.Tally, snapshot.Alerts);
            foreach (var row in snapshot.Units)
                _rows[row.Unit] = row;
            foreach (var delta in _early.Where(delta => delta.To > snapshot.Version))
                Take(delta);
        }
    }

    private void Take(BoardDelta delta)
    {
        if (delta.From != Version || delta.To <= delta.From)
            _faults.Enqueue($"a delta from {delta.From} to {delta.To} met {Version}");
        foreach (var row in delta.Units)
            _rows[row.Unit] = row;
        foreach (var gone in delta.Removed)
            _rows.Remove(gone);
        (Tally, Alerts) = (delta.Tally, delta.Alerts ?? Alerts);
        var sum = Text(Summaries.Tally(_rows.Values, delta.Tally.OpenAlerts));
        if (_rows.Count > 0 && Text(delta.Tally) != sum)
            _faults.Enqueue($"at {delta.To} the board says {Text(delta.Tally)}, its rows say {sum}");
        _deltas.Enqueue(delta);
        Version = delta.To;
    }
}
