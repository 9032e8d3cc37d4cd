namespace Supervision.Actors.Units;

/// <summary>
/// The visits of one inspector as far as an inspector's actor keeps them in memory: the newest by start, at most <see cref="Most"/>. They are read from the
/// journal once, and told by the units from then on; what is older than is kept is read from the journal when a visit has to be weighed against it.
/// </summary>
internal sealed class OwnVisits(string inspector, IJournal journal)
{
    private const int Most = 600;

    /// <summary>How far back visits are read when the actor wakes: late uploads of the month before are common, of others rare.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(45);

    private readonly Dictionary<Guid, Attendance> _visits = [];
    private readonly HashSet<Guid> _void = [];
    private readonly Dictionary<string, (string Name, string County, Place? Registered)> _units = new(StringComparer.Ordinal);
    private Task? _reading;
    private DateTimeOffset _from = DateTimeOffset.MaxValue; // visits that began from here on are all here, as far as they were told or read

    /// <summary>Makes sure that memory was read; after a fault of the store the next caller tries again.</summary>
    public async Task Ready(DateTimeOffset now)
    {
        if (_from != DateTimeOffset.MaxValue)
            return;
        try
        {
            await (_reading ??= Read(now));
        }
        finally
        {
            _reading = null;
        }
    }

    /// <summary>What a unit tells after its commit.</summary>
    public void Take(VisitNews news)
    {
        if (!news.IsVoid)
        {
            Add(news.Visit);
            return;
        }

        if (_void.Count > Most)
            _void.Clear();
        _void.Add(news.Visit.Visit);
        _visits.Remove(news.Visit.Visit);
    }

    /// <summary>Visits the journal recorded lately, whoever told of them.</summary>
    public async Task<IReadOnlyList<Attendance>> Recorded(DateTimeOffset from)
    {
        var recorded = new List<Attendance>();
        foreach (var stored in await Visitors.Of(journal, new(inspector, DateTimeOffset.UnixEpoch, RecordedFrom: from)))
        {
            var visit = await Weighed(stored);
            Add(visit);
            if (!_void.Contains(visit.Visit))
                recorded.Add(visit);
        }

        return recorded;
    }

    /// <summary>Visits near enough to one in time to be weighed against it.</summary>
    public async Task<IReadOnlyCollection<Attendance>> Around(Attendance visit)
    {
        var (from, until) = (visit.StartedAt - Itinerary.Window - VisitRules.MaxDuration, visit.EndedAt + Itinerary.Window);
        if (from >= _from)
            return [.. _visits.Values.Where(other => other.StartedAt >= from && other.StartedAt < until)];
        var around = new Dictionary<Guid, Attendance>();
        foreach (var stored in await Visitors.Of(journal, new(inspector, from, until)))
            around[stored.Visit.Id] = await Weighed(stored);
        foreach (var known in _visits.Values.Where(other => other.StartedAt >= from && other.StartedAt < until))
            around[known.Visit] = known;
        foreach (var gone in _void)
            around.Remove(gone);
        return around.Values;
    }

    /// <summary>Name, county and registered place of a unit as its head has them.</summary>
    public async Task<(string Name, string County, Place? Registered)> Unit(string unit)
    {
        if (_units.TryGetValue(unit, out var known))
            return known;
        var head = await journal.Read(unit, long.MaxValue);
        if (head is null)
            return ("", "", null);
        var row = RulesJson.Read<UnitSummary>(head.Head.Summary.Span);
        if (_units.Count > Most)
            _units.Clear();
        return _units[unit] = (row.Name, row.County, row.Registered);
    }

    /// <summary>A unit's row may tell of another name, county or place.</summary>
    public void Know(UnitSummary row)
    {
        if (_units.ContainsKey(row.Unit))
            _units[row.Unit] = (row.Name, row.County, row.Registered);
    }

    private async Task Read(DateTimeOffset now)
    {
        var from = now - Remembered;
        foreach (var stored in await Visitors.Of(journal, new(inspector, from)))
            Add(await Weighed(stored));
        if (_from == DateTimeOffset.MaxValue)
            _from = from;
    }

    private async Task<Attendance> Weighed(Visitors.Journaled stored)
    {
        var (name, county, registered) = await Unit(stored.Unit);
        return Visitors.Attendance(stored.Visit, stored.Unit, name, county, registered);
    }

    private void Add(Attendance visit)
    {
        if (_void.Contains(visit.Visit) || !_visits.TryAdd(visit.Visit, visit) || _visits.Count <= Most)
            return;
        var oldest = _visits.Values.MinBy(kept => kept.StartedAt)!;
        _visits.Remove(oldest.Visit);
        if (_from != DateTimeOffset.MaxValue && oldest.StartedAt >= _from)
            _from = oldest.StartedAt.AddTicks(1);
    }
}
