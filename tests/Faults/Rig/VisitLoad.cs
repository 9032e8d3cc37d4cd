using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Supervision.Faults.Rig;

/// <summary>One visit as a phone keeps it in its outbox: the same bytes and the same key however often it is sent.</summary>
internal sealed record SentVisit(string Unit, Guid Key, object Body)
{
    public string Path => $"/api/v1/units/{Unit}/visits";

    /// <summary>The first answer that settled it; null while the outcome is unknown.</summary>
    public Answer? Settled { get; set; }
}

/// <summary>Inspectors who submit visits one after another, and remember what was answered.</summary>
internal sealed class VisitLoad
{
    private readonly Api _api;
    private readonly (string Unit, string Inspector)[] _units;
    private readonly DateTimeOffset _before;
    private readonly int[] _made;

    private readonly (int Turn, int Share)[] _turns; // of the unit among its inspector's, and how many those are
    private readonly ConcurrentQueue<SentVisit> _sent = new();
    private long _lastAnswer = Stopwatch.GetTimestamp();
    private int _turn;

    private VisitLoad(Api api, (string Unit, string Inspector)[] units, DateTimeOffset before) =>
        (_api, _units, _before, _made, _turns) = (
            api,
            units,
            before,
            new int[units.Length],
            [
                .. units.Select(
                    (unit, index) =>
                        (
                            units.Take(index).Count(other => other.Inspector == unit.Inspector),
                            units.Count(other => other.Inspector == unit.Inspector)
                        )
                ),
            ]
        );

    public IReadOnlyCollection<SentVisit> Sent => _sent;

    /// <summary>The units the visits go round.</summary>
    public IEnumerable<string> Units => _units.Select(unit => unit.Unit);

    public int Unanswered => _sent.Count(visit => visit.Settled is null);

    /// <summary>The longest time without a single visit acknowledged.</summary>
    public TimeSpan LongestSilence { get; private set; }

    /// <summary>Answers other than an acknowledgement or "unknown, send again".</summary>
    public ConcurrentQueue<Answer> Strange { get; } = new();

    /// <param name="before">Visits are dated backwards from here, each in a time of its own: none overlaps another.</param>
    public static async Task<VisitLoad> On(Api api, DateTimeOffset before, params IEnumerable<string> counties)
    {
        var units = new List<(string, string)>();
        foreach (var county in counties)
        foreach (var row in (await api.Read($"/api/v1/counties/{county}/board")).GetProperty("units").EnumerateArray())
            if (row.TryGetProperty("inspector", out var inspector) && inspector.GetString() is { } responsible)
                units.Add((row.GetProperty("unit").GetString()!, responsible));
        units.Should().NotBeEmpty();
        return new(api, [.. units], before);
    }

    /// <summary>A new visit, not sent yet, to the unit whose turn it is. Callers share the turns: no one caller gets round to every unit.</summary>
    public SentVisit Next() => To(Interlocked.Increment(ref _turn) % _units.Length);

    /// <summary>A new visit to each unit, made when it is taken, whatever other callers send meanwhile.</summary>
    public IEnumerable<SentVisit> OneToEach() => Enumerable.Range(0, _units.Length).Select(To);

    /// <summary>Callers send new visits, each as soon as its last one is answered, until cancelled.</summary>
    public async Task Flow(int callers, CancellationToken until)
    {
        Volatile.Write(ref _lastAnswer, Stopwatch.GetTimestamp());
        await Task.WhenAll(
            Enumerable
                .Range(0, callers)
                .Select(async _ =>
                {
                    while (!until.IsCancellationRequested)
                        if (!await Send(Next()))
                            await Pause();
                })
        );
    }

    /// <summary>One try; false when the outcome is unknown.</summary>
    public async Task<bool> Send(SentVisit visit)
    {
        if (await _api.TryPost(visit.Path, visit.Body, visit.Key) is not { } answer)
            return false;
        if (answer.Status == HttpStatusCode.OK)
        {
            visit.Settled = answer;
            lock (_sent)
            {
                var silence = Stopwatch.GetElapsedTime(_lastAnswer);
                if (silence > LongestSilence)
                    LongestSilence = silence;
                _lastAnswer = Stopwatch.GetTimestamp();
            }

            return true;
        }

        if (!answer.IsRetryableOrFalse())
            Strange.Enqueue(answer);
        return false;
    }

    /// <summary>Sends every visit whose outcome is unknown again, with its key, until it is answered.</summary>
    public Task RepeatUnanswered() =>
        Parallel.ForEachAsync(
            _sent.Where(visit => visit.Settled is null),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (visit, _) => await Eventually.True($"{visit.Key} is answered", () => Send(visit))
        );

    /// <summary>Sends answered visits again: each gives the very same answer.</summary>
    public Task RepeatAnswered(IEnumerable<SentVisit> answered) =>
        Parallel.ForEachAsync(
            answered,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (visit, _) =>
            {
                var again = await _api.Post(visit.Path, visit.Body, visit.Key);
                again.Should().Be(visit.Settled, "a repeat is answered like the first time");
            }
        );

    private SentVisit To(int index)
    {
        var (unit, inspector) = _units[index];
        // Nobody is in two places at once: an inspector's units take turns.
        var (turn, share) = _turns[index];
        var start = _before.AddMinutes(-10 * (turn + share * Interlocked.Increment(ref _made[index])));
        var visit = new SentVisit(
            unit,
            Guid.CreateVersion7(),
            new
            {
                inspector,
                kind = "Regular",
                startedAt = start,
                endedAt = start.AddMinutes(5),
                methods = new[] { new { method = "SiteInspection", count = 1 } },
            }
        );
        _sent.Enqueue(visit);
        return visit;
    }

    private static Task Pause() => Task.Delay(TimeSpan.FromMilliseconds(30), TimeProvider.System);
}

internal static class AnswerReading
{
    public static bool IsRetryableOrFalse(this Answer answer)
    {
        try
        {
            return answer.IsRetryable;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
