namespace Supervision.Actors.Units;

/// <summary>A person's visits as the journal has them: read from the events that are about them, of whatever unit.</summary>
internal static class Visitors
{
    /// <summary>One visit that is not void.</summary>
    /// <param name="Unit">Actor key.</param>
    internal sealed record Journaled(string Unit, Visit Visit, DateTimeOffset RecordedAt)
    {
        public VisitMark Mark => new(Visit.Id, Visit.Inspector, Visit.StartedAt, Visit.EndedAt, false);
    }

    /// <summary>Visits that arrived and are not void, each once.</summary>
    public static async Task<IReadOnlyList<Journaled>> Of(IJournal journal, VisitorQuery query)
    {
        var visits = new Dictionary<Guid, Journaled>();
        foreach (var stored in await journal.Visits(query))
        {
            var happened = RulesJson.Read<UnitEvent>(stored.Payload.Span);
            if (happened is VisitVoided { VisitId: var gone })
                visits.Remove(gone);
            else if (Arrived(happened) is { } visit)
                visits[visit.Id] = new(stored.Stream, visit, stored.RecordedAt);
        }

        return [.. visits.Values];
    }

    /// <summary>The visit an event is the arrival of; null for every other. One that was doubted arrives a second time when it is believed.</summary>
    public static Visit? Arrived(UnitEvent happened) =>
        happened switch
        {
            VisitAccepted e => e.Visit,
            VisitFlagged e => e.Visit,
            VisitHeld e => e.Visit,
            _ => null,
        };

    /// <param name="registered">The unit's registered place, or null.</param>
    public static Attendance Attendance(Visit visit, string unit, string unitName, string county, Place? registered) =>
        new(visit.Id, visit.Inspector, unit, unitName, county, visit.StartedAt, visit.EndedAt, Travel.PlaceOf(visit, registered));
}
