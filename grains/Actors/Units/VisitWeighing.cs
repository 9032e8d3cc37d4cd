using Microsoft.Extensions.Logging;

namespace Supervision.Actors.Units;

/// <summary>
/// Weighs one inspector's visits against each other: each when it arrives, for the answer, and once more after its commit, for visits that arrived at the same
/// moment. What contradicts is told to both units; telling again changes nothing, so a fault or a lost report costs nothing but time.
/// </summary>
/// <param name="county">Of the appointment; null while nobody with this code is appointed.</param>
internal sealed partial class VisitWeighing(
    string inspector,
    IJournal journal,
    Rulebooks rulebooks,
    IGrainFactory grains,
    Func<string?> county,
    ILogger logger
)
{
    private const int MostWeighed = 2_000;

    /// <summary>What was recorded in so long a time is looked at once more when the actor begins.</summary>
    private static readonly TimeSpan Rechecked = TimeSpan.FromDays(35);

    /// <summary>Clocks of silos differ by less.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    private readonly OwnVisits _own = new(inspector, journal);
    private readonly HashSet<Guid> _weighed = [];
    private readonly Queue<Attendance> _waiting = [];
    private DateTimeOffset? _checkedUntil;
    private bool _isWeighing;

    public void Know(UnitSummary row) => _own.Know(row);

    /// <summary>What stands against a visit that is about to arrive.</summary>
    /// <returns>Null when the unit is not registered, or no unit takes a visit of that day.</returns>
    public async Task<(Attendance? Weighed, ImmutableArray<VisitConflict> Conflicts)> Weigh(string unit, Visit visit, DateTimeOffset now)
    {
        if (visit.StartedAt > now.AddDays(1) || visit.StartedAt < now.AddYears(-2))
            return (null, []); // no unit takes such a visit
        await _own.Ready(now);
        var (name, unitCounty, registered) = await _own.Unit(unit);
        if (unitCounty.Length == 0)
            return (null, []);
        var weighed = Visitors.Attendance(visit, unit, name, unitCounty, registered);
        return (weighed, await Against(weighed));
    }

    /// <summary>Units told of visits after their commit; nobody waits for what follows.</summary>
    public void Told(ImmutableArray<VisitNews> news, DateTimeOffset now)
    {
        foreach (var each in news)
            _own.Take(each);
        Add(news.Where(each => !each.IsVoid).Select(each => each.Visit));
        if (_waiting.Count > 0)
            WeighWaiting(now).Ignore();
    }

    /// <summary>Reads the journal for visits nobody told of.</summary>
    public async Task Recheck(DateTimeOffset now)
    {
        var from = _checkedUntil ?? now - Rechecked;
        Add(await _own.Recorded(from - Overlap));
        _checkedUntil = now;
        await WeighWaiting(now);
    }

    private void Add(IEnumerable<Attendance> visits)
    {
        if (_weighed.Count > MostWeighed)
            _weighed.Clear();
        foreach (var visit in visits)
            if (_weighed.Add(visit.Visit))
                _waiting.Enqueue(visit);
    }

    private async Task WeighWaiting(DateTimeOffset now)
    {
        if (_isWeighing)
            return;
        _isWeighing = true;
        Attendance? visit = null;
        try
        {
            while (_waiting.TryDequeue(out visit))
            {
                await _own.Ready(now);
                foreach (var conflict in await Against(visit))
                    await TellBoth(visit, conflict);
            }
        }
        catch (Exception fault)
        {
            if (visit is not null)
                _waiting.Enqueue(visit); // the next report or recheck goes on with it
            LogNotWeighed(fault, inspector);
        }
        finally
        {
            _isWeighing = false;
        }
    }

    private async Task<ImmutableArray<VisitConflict>> Against(Attendance visit)
    {
        var others = await _own.Around(visit);
        if (others.Count == 0)
            return [];
        var rules = await rulebooks.Of(county() ?? visit.County);
        return Itinerary.Against(visit, others, day => rules.PolicyOn(day).OfOffice.MaxSpeedKmh);
    }

    /// <summary>Both sides are told of each other: whichever came later, neither is believed more than the other.</summary>
    private async Task TellBoth(Attendance visit, VisitConflict conflict)
    {
        await Tell(visit.Unit, new(visit.Visit, inspector, visit.StartedAt, visit.EndedAt, false), conflict);
        await Tell(
            conflict.Unit,
            new(conflict.Visit, inspector, conflict.StartedAt, conflict.EndedAt, false),
            conflict with
            {
                Visit = visit.Visit,
                Unit = visit.Unit,
                UnitName = visit.UnitName,
                StartedAt = visit.StartedAt,
                EndedAt = visit.EndedAt,
            }
        );
    }

    private Task<Outcome> Tell(string unit, VisitMark mark, VisitConflict conflict) =>
        grains.Unit(unit).Execute(Submission<UnitCommand>.Upsert(Actor.System, new QuestionVisit(mark, [conflict])));

    [LoggerMessage(
        LogLevel.Error,
        "The visits of {Inspector} could not be weighed against each other; it is tried again with the next report, within the hour at the latest."
    )]
    private partial void LogNotWeighed(Exception fault, string inspector);
}
