using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Supervision.Actors.Units;

/// <summary>
/// Carries what units tell upward. At most one message is under way to each county or inspector; what comes meanwhile waits, the
/// latest of each unit only, and goes together: at once when idle, in batches under load. A failed one is sent again; one that
/// is lost with the process is found by the next reconciliation.
/// </summary>
public sealed partial class Reports(IGrainFactory grains, TimeProvider time, ILogger<Reports> logger)
{
    private const int MaxBatch = 512;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Outbox> _outboxes = new(StringComparer.Ordinal);

    /// <param name="target">Key of a county or an inspector.</param>
    public void Send(string target, UnitReport report)
    {
        while (true)
        {
            var outbox = _outboxes.GetOrAdd(target, static _ => new());
            lock (outbox)
            {
                if (outbox.Closed)
                    continue; // emptied and forgotten between the two lines
                var unit = report.Summary.Unit;
                if (outbox.Waiting.TryGetValue(unit, out var waiting))
                {
                    var newer = waiting.Summary.Version > report.Summary.Version ? waiting : report;
                    report = newer with
                    {
                        AlertsChanged = waiting.AlertsChanged || report.AlertsChanged,
                        Visits = [.. waiting.Visits, .. report.Visits],
                    };
                }

                outbox.Waiting[unit] = report;
                if (outbox.Sending)
                    return;
                outbox.Sending = true;
            }

            _ = Task.Run(() => Empty(target, outbox));
            return;
        }
    }

    private async Task Empty(string target, Outbox outbox)
    {
        using var system = Acting.AsSystem();
        while (Next(target, outbox) is { Length: > 0 } batch)
        {
            try
            {
                await (
                    target.StartsWith("county/", StringComparison.Ordinal)
                        ? grains.GetGrain<ICountyGrain>(target).Report(batch)
                        : grains.GetGrain<IInspectorGrain>(target).Report(batch)
                );
            }
            catch (Exception fault)
            {
                LogFailed(fault, target);
                foreach (var report in batch)
                    outbox.Return(report);
                await Task.Delay(RetryAfter, time);
                if (++outbox.Failures >= 5)
                    outbox.Forget(); // reconciliation finds what is dropped here
                continue;
            }

            outbox.Failures = 0;
            await Task.Delay(Pause, time); // what comes meanwhile goes together
        }
    }

    private ImmutableArray<UnitReport> Next(string target, Outbox outbox)
    {
        lock (outbox)
        {
            if (outbox.Waiting.Count == 0)
            {
                outbox.Closed = true;
                _outboxes.TryRemove(KeyValuePair.Create(target, outbox));
                return [];
            }

            if (outbox.Waiting.Count <= MaxBatch)
            {
                ImmutableArray<UnitReport> all = [.. outbox.Waiting.Values];
                outbox.Waiting.Clear();
                return all;
            }

            ImmutableArray<UnitReport> some = [.. outbox.Waiting.Values.Take(MaxBatch)];
            foreach (var report in some)
                outbox.Waiting.Remove(report.Summary.Unit);
            return some;
        }
    }

    private sealed class Outbox
    {
        public Dictionary<string, UnitReport> Waiting { get; } = new(StringComparer.Ordinal);

        public bool Sending { get; set; }

        public bool Closed { get; set; }

        public int Failures { get; set; }

        /// <summary>Puts back what was not taken, unless something newer waits already.</summary>
        public void Return(UnitReport report)
        {
            lock (this)
            {
                if (Waiting.TryAdd(report.Summary.Unit, report))
                    return;
                var newer = Waiting[report.Summary.Unit];
                Waiting[report.Summary.Unit] = newer with
                {
                    AlertsChanged = newer.AlertsChanged || report.AlertsChanged,
                    Visits = [.. report.Visits, .. newer.Visits],
                };
            }
        }

        public void Forget()
        {
            lock (this)
                Waiting.Clear();
            Failures = 0;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Reports to {Target} were not taken; they are sent again.")]
    private partial void LogFailed(Exception fault, string target);
}
