namespace Supervision.Rules.Units.State;

/// <summary>Where an inspector was on a visit, and when.</summary>
/// <param name="Latitude">Degrees, −90 to 90.</param>
/// <param name="Longitude">Degrees, −180 to 180.</param>
/// <param name="AccuracyMetres">0 or more.</param>
[GenerateSerializer, Immutable, Alias("last-presence")]
public sealed record LastPresence(
    string Inspector,
    double Latitude,
    double Longitude,
    double AccuracyMetres,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt
)
{
    /// <summary>Null when the device did not say where it was, or says the location is simulated.</summary>
    public static LastPresence? Of(Visit visit) =>
        visit.Content?.Presence is { Mocked: false } presence
            ? new(visit.Inspector, presence.Latitude, presence.Longitude, presence.AccuracyMetres, visit.StartedAt, visit.EndedAt)
            : null;
}
