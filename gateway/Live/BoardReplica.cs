namespace Supervision.Gateway.Live;

/// <summary>
/// This process's copy of one board, with the version at which each row last changed. So any watcher that once had version v
/// of it can be brought up to date by one delta, however much it missed, without asking the actor; a watcher from before this
/// copy's beginning gets a snapshot.
/// </summary>
public sealed class BoardReplica(string scope, Presentation presentation)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (long At, RowView Row, long Seen)> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long At, ChildSummary Child)> _children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UnitSummary> _barring = new(StringComparer.Ordinal); // units from which anybody is recused
    private readonly Dictionary<string, long> _removed = new(StringComparer.Ordinal);
    private BoardSnapshot? _frame;
    private long _beginning;
    private long _alertsAt;
    private DeltaView? _latest;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>0 before the first snapshot.</summary>
    public long Version => _frame?.Version ?? 0;

    /// <summary>Replaces everything; rows that are the same keep the version they changed at.</summary>
    public void Take(BoardSnapshot snapshot)
    {
        lock (_gate)
        {
            if (_frame is null)
                _beginning = snapshot.Version;
            else if (snapshot.Version < _frame.Version)
                return;
            var at = snapshot.Version;
            foreach (var row in snapshot.Units)
                if (!(_units.TryGetValue(row.Unit, out var known) && known.Row.Version >= row.Version))
                    Put(row, at);
            foreach (var child in snapshot.Children)
                if (!(_children.TryGetValue(child.Code, out var known) && known.Child.Version >= child.Version))
                    Put(child, at);
            var present = snapshot
                .Units.Select(row => row.Unit)
                .Concat(snapshot.Children.Select(child => child.Code))
                .ToHashSet(StringComparer.Ordinal);
            foreach (var gone in _units.Keys.Concat(_children.Keys).Where(key => !present.Contains(key)).ToList())
                Drop(gone, at);
            _alertsAt = at;
            Move(snapshot with { Units = [], Children = [] });
        }
    }

    /// <summary>False when the delta does not follow on what is here: a snapshot is needed.</summary>
    public bool Take(BoardDelta delta)
    {
        lock (_gate)
        {
            if (_frame is null || delta.From > _frame.Version)
                return false;
            if (delta.To <= _frame.Version)
                return true;
            if (delta.From < _frame.Version)
                return false;
            foreach (var row in delta.Units)
                Put(row, delta.To);
            foreach (var child in delta.Children)
                Put(child, delta.To);
            foreach (var gone in delta.Removed)
                Drop(gone, delta.To);
            if (delta.Alerts is not null)
                _alertsAt = delta.To;
            Move(
                _frame with
                {
                    Version = delta.To,
                    AsOf = delta.AsOf,
                    CalendarProvisional = delta.CalendarProvisional,
                    Tally = delta.Tally,
                    Alerts = delta.Alerts ?? _frame.Alerts,
                    Campaign = delta.Campaign,
                }
            );
            return true;
        }
    }

    /// <param name="asSeen">By the version the unit's own account is given.</param>
    /// <returns>Null when the unit is not on the board.</returns>
    public long? VersionOf(string unit, bool asSeen)
    {
        lock (_gate)
            return !_units.TryGetValue(unit, out var known) ? null
                : asSeen ? known.Seen
                : known.Row.Version;
    }

    /// <summary>Completes when the version is no longer <paramref name="seen"/>.</summary>
    public Task Beyond(long seen)
    {
        lock (_gate)
            return Version != seen ? Task.CompletedTask : _changed.Task;
    }

    /// <summary>
    /// What brings a watcher from <paramref name="seen"/> to the present: nothing, a delta, or a snapshot when it never had
    /// this board or had one this copy knows nothing of. Null, null when it is up to date.
    /// </summary>
    /// <param name="reader">Code of an inspector who watches: units he is recused from are not on the board for him; the totals remain the board's. Null for everybody else.</param>
    public (BoardView? Snapshot, DeltaView? Delta) Since(long? seen, string? reader = null)
    {
        lock (_gate)
        {
            if (_frame is null || seen == Version)
                return default;
            HashSet<string>? barred =
                reader is null || _barring.Count == 0
                    ? null
                    : [.. _barring.Values.Where(row => !row.IsFor(reader)).Select(row => row.Unit)];
            if (barred is { Count: 0 })
                barred = null;
            if (seen is not { } from || from < _beginning || from > Version)
                return (
                    presentation.Show(
                        _frame with
                        {
                            Alerts = For(_frame.Alerts, barred),
                        },
                        _units
                            .Values.Select(row => row.Row)
                            .Where(row => barred?.Contains(row.Unit) != true)
                            .OrderBy(row => row.Unit, StringComparer.Ordinal),
                        [.. _children.Values.Select(child => child.Child).OrderBy(child => child.Code, StringComparer.Ordinal)]
                    ),
                    null
                );
            if (barred is null && _latest?.From == from && _latest.To == Version)
                return (null, _latest);
            var packer = new BoardPacker();
            var delta = new DeltaView(
                scope,
                from,
                Version,
                _frame.AsOf,
                presentation.Now,
                _frame.CalendarProvisional,
                _frame.Tally,
                packer.Rows(_units.Values.Where(row => row.At > from && barred?.Contains(row.Row.Unit) != true).Select(row => row.Row)),
                packer.Words,
                [.. _children.Values.Where(child => child.At > from).Select(child => child.Child)],
                [
                    .. _removed.Where(gone => gone.Value > from).Select(gone => gone.Key),
                    .. barred?.Where(unit => _units.TryGetValue(unit, out var row) && row.At > from) ?? [],
                ],
                _alertsAt > from ? For(_frame.Alerts, barred) : null,
                _frame.Campaign
            );
            if (barred is null)
                _latest = delta;
            return (null, delta);
        }
    }

    private static ImmutableArray<AlertView> For(ImmutableArray<AlertView> alerts, HashSet<string>? barred) =>
        barred is null ? alerts : [.. alerts.Where(alert => !barred.Contains(alert.Unit))];

    private void Put(ChildSummary child, long at)
    {
        _children[child.Code] = (at, child);
        _removed.Remove(child.Code);
    }

    private void Put(UnitSummary row, long at)
    {
        _units[row.Unit] = (at, RowView.Of(row), row.SeenVersion);
        if (row.Recused.IsDefaultOrEmpty)
            _barring.Remove(row.Unit);
        else
            _barring[row.Unit] = row;
        _removed.Remove(row.Unit);
    }

    /// <param name="unit">A unit's key or a child's code; the two never meet.</param>
    private void Drop(string unit, long at)
    {
        _barring.Remove(unit);
        if (_units.Remove(unit) | _children.Remove(unit))
            _removed[unit] = at;
    }

    private void Move(BoardSnapshot frame)
    {
        _frame = frame;
        var changed = _changed;
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.TrySetResult();
    }
}
