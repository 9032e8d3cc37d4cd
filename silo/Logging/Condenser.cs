using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Supervision.Silo.Logging;

/// <summary>
/// Counts what repeats. The first entry of a cause is written at once; those that follow within a second become one entry at its
/// end, and so on every second until one passes without any.
/// </summary>
internal sealed class Condenser : IDisposable
{
    /// <summary>Entries without an exception may say different things in the same words: a few are written whole before they are counted.</summary>
    private const int WholeWithoutFault = 5;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>After so long without it, a cause is a new one and shows its stack trace again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Cause, Tally> _tallies = new();
    private readonly TimeProvider _time;
    private readonly ITimer _timer;

    public Condenser(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => EndSecond(), null, Second, Second);
    }

    public void Log<TState>(
        string category,
        ILogger inner,
        LogLevel level,
        EventId id,
        TState state,
        Exception? fault,
        Func<TState, Exception?, string> formatter
    )
    {
        var tally = _tallies.GetOrAdd(new(category, id.Id, Template(state), fault?.GetType(), Root(fault)?.GetType()), static _ => new());
        var showsTrace = false;
        lock (tally)
        {
            tally.LastSeen = _time.GetTimestamp();
            if (tally.Written >= (fault is null ? WholeWithoutFault : 1))
            {
                tally.Counted++;
                tally.Summary = count =>
                    Write(
                        inner,
                        level,
                        id,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{OneLine(formatter(state, fault), fault)} ({count:N0} more within a second)"
                        )
                    );
                return;
            }

            tally.Written++;
            if (fault is not null && !tally.HasShownTrace)
                showsTrace = tally.HasShownTrace = true;
        }

        if (fault is null || showsTrace)
            inner.Log(level, id, state, fault, formatter);
        else
            Write(inner, level, id, OneLine(formatter(state, fault), fault));
    }

    public void Dispose()
    {
        _timer.Dispose();
        EndSecond();
    }

    private void EndSecond()
    {
        foreach (var (cause, tally) in _tallies)
        {
            Action<int>? summary;
            int count;
            lock (tally)
            {
                (summary, count) = (tally.Summary, tally.Counted);
                (tally.Summary, tally.Counted) = (null, 0);
                // A second without any ends the run: the next one is written at once.
                if (count == 0)
                    tally.Written = 0;
                if (_time.GetElapsedTime(tally.LastSeen) > Remembered)
                    _tallies.TryRemove(cause, out _);
            }

            summary?.Invoke(count);
        }
    }

    private static void Write(ILogger inner, LogLevel level, EventId id, string text) =>
        inner.Log(level, id, text, null, static (line, _) => line);

    private static string OneLine(string text, Exception? fault)
    {
        var root = Root(fault);
        var line = root is null ? text : $"{text} [{root.GetType().Name}: {root.Message}]";
        return line.ReplaceLineEndings(" ");
    }

    private static Exception? Root(Exception? fault)
    {
        while (fault?.InnerException is { } inner)
            fault = inner;
        return fault;
    }

    /// <summary>The words of an entry without what varies in them.</summary>
    private static string Template<TState>(TState state) =>
        state is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } values
        && values[^1] is { Key: "{OriginalFormat}", Value: string words }
            ? words
            : typeof(TState).FullName ?? "";

    /// <param name="Words">Of the message, without its values.</param>
    /// <param name="Root">Type of the innermost exception.</param>
    private readonly record struct Cause(string Category, int Event, string Words, Type? Fault, Type? Root);

    private sealed class Tally
    {
        /// <summary>Entries of this run that were written whole.</summary>
        public int Written { get; set; }

        /// <summary>Entries of this second that were not.</summary>
        public int Counted { get; set; }

        public bool HasShownTrace { get; set; }

        public long LastSeen { get; set; }

        /// <summary>Writes one line for all that were counted, in the words of the newest.</summary>
        public Action<int>? Summary { get; set; }
    }
}
