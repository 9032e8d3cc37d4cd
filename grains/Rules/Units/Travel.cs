namespace Supervision.Rules;

/// <summary>Where an inspector was on a visit, and when.</summary>
/// <param name="Latitude">Degrees, −90 to 90.</param>
/// <param name="Longitude">Degrees, −180 to 180.</param>
/// <param name="AccuracyMetres">0 or more.</param>
[GenerateSerializer, Immutable, Alias("last-presence")]
public sealed record LastPresence(string Inspector, double Latitude, double Longitude, double AccuracyMetres, DateTimeOffset StartedAt, DateTimeOffset EndedAt);

/// <summary>Whether one person can have made two visits (5.3, presence.maxKmh).</summary>
public static class Travel
{
    /// <summary>Metres that nobody is asked about: a campus has several gates, a device's first fix is often poor.</summary>
    public const double SlackMetres = 500;

    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Null when the device did not say where it was, or says the location is simulated.</summary>
    public static LastPresence? PlaceOf(Visit visit) => visit.Content?.Presence is { Mocked: false } presence
        ? new(visit.Inspector, presence.Latitude, presence.Longitude, presence.AccuracyMetres, visit.StartedAt, visit.EndedAt)
        : null;

    /// <summary>Metres on the great circle, within half a percent of the way a crow flies.</summary>
    public static double Metres(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (north, otherNorth) = (double.DegreesToRadians(latitude), double.DegreesToRadians(otherLatitude));
        var (up, across) = (Math.Sin((otherNorth - north) / 2), Math.Sin(double.DegreesToRadians(otherLongitude - longitude) / 2));
        var haversine = up * up + Math.Cos(north) * Math.Cos(otherNorth) * across * across;
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
    }

    /// <summary>
    /// The places are farther apart than one gets in the time between the visits, none when they overlap. What both devices
    /// may be wrong by, and <see cref="SlackMetres"/>, are taken off the way first.
    /// </summary>
    /// <param name="maxKmh">Along the straight line, above 0.</param>
    public static bool IsImplausible(LastPresence one, LastPresence other, int maxKmh)
    {
        var way = Metres(one.Latitude, one.Longitude, other.Latitude, other.Longitude) - one.AccuracyMetres - other.AccuracyMetres - SlackMetres;
        var (earlier, later) = one.StartedAt <= other.StartedAt ? (one, other) : (other, one);
        var between = later.StartedAt - earlier.EndedAt;
        return way > 0 && way > maxKmh / 3.6 * Math.Max(0, between.TotalSeconds);
    }
}
