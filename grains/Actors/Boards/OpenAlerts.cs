namespace Supervision.Actors.Boards;

/// <summary>A county's open alerts as the journal last told them, and whether a push has to carry them.</summary>
internal sealed class OpenAlerts(IJournal journal, string county)
{
    private Task _loading = Task.CompletedTask;
    private bool _changed;

    public int Count { get; private set; }

    /// <summary>Newest first, at most 100.</summary>
    public ImmutableArray<AlertView> Newest { get; private set; } = [];

    /// <summary>Alerts were raised or resolved since the journal was last asked.</summary>
    public bool IsStale { get; set; } = true;

    /// <summary>Asks the journal. One question after another: an answer that is late must not replace a younger one.</summary>
    public Task Load() => _loading = Load(_loading);

    /// <summary>The alerts when they differ from what was last taken here, else null.</summary>
    public ImmutableArray<AlertView>? TakeChanged()
    {
        var changed = _changed;
        _changed = false;
        return changed ? Newest : null;
    }

    private async Task Load(Task earlier)
    {
        await earlier.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        IsStale = false;
        try
        {
            var count = await journal.CountOpenAlerts(county);
            ImmutableArray<AlertView> newest = [.. (await journal.Alerts(new(county, OpenOnly: true))).Select(StoredAlerts.View)];
            _changed |= !newest.Select(Mark).SequenceEqual(Newest.Select(Mark));
            (Count, Newest) = (count, newest);
        }
        catch
        {
            IsStale = true;
            throw;
        }
    }

    private static (long, DateTimeOffset?) Mark(AlertView alert) => (alert.Sequence, alert.AcknowledgedAt);
}
