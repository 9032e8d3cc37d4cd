namespace Supervision.Rules.Units.Visits;

/// <summary>
/// Whether one person can have made two visits (5.3, presence.maxKmh). Visits are weighed in pairs, and a pair gives the same answer
/// whichever of the two arrived first: so in whatever order a person's visits arrive, the same ones end up doubted.
/// </summary>
public static class Travel
{
    /// <summary>Metres that nobody is asked about: a campus has several gates, a device's first fix is often poor.</summary>
    public const double SlackMetres = 500;

    /// <summary>A register names the middle of a campus, or its gate.</summary>
    public const double RegisteredAccuracyMetres = 300;

    /// <summary>Visits further apart in time than this are not weighed against each other: at any speed a county may set, the country is crossed.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromDays(2);

    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Where a visit was: what the device says, or what is registered of the unit when it says nothing or simulates; null when neither is known.</summary>
    public static Place? PlaceOf(Visit visit, Place? registered) =>
        visit.Content?.Presence is { Mocked: false } presence
            ? new(presence.Latitude, presence.Longitude, presence.AccuracyMetres)
            : registered;

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
    public static bool IsImplausible(LastPresence one, LastPresence other, int maxKmh) =>
        Exceeds(
            Metres(one.Latitude, one.Longitude, other.Latitude, other.Longitude) - one.AccuracyMetres - other.AccuracyMetres - SlackMetres,
            Between(one.StartedAt, one.EndedAt, other.StartedAt, other.EndedAt),
            maxKmh
        );

    /// <summary>The other visit as it contradicts this one: at the same time somewhere else, or too far away for the time between; null when one person can have made both.</summary>
    /// <param name="maxKmh">Along the straight line, above 0.</param>
    public static VisitConflict? Conflict(Attendance visit, Attendance other, int maxKmh)
    {
        if (visit.Visit == other.Visit || visit.Inspector != other.Inspector)
            return null;
        int? metres =
            visit.At is { } here && other.At is { } there
                ? (int)Math.Round(Metres(here.Latitude, here.Longitude, there.Latitude, there.Longitude))
                : null;
        if (visit.StartedAt < other.EndedAt && other.StartedAt < visit.EndedAt)
            return Found(null);
        if (metres is null)
            return null;
        var between = Between(visit.StartedAt, visit.EndedAt, other.StartedAt, other.EndedAt);
        if (!Exceeds(metres.Value - visit.At!.AccuracyMetres - other.At!.AccuracyMetres - SlackMetres, between, maxKmh))
            return null;
        return Found((int)Math.Min(99_999, Math.Ceiling(metres.Value * 3.6 / Math.Max(1, between.TotalSeconds))));

        VisitConflict Found(int? kmh) => new(other.Visit, other.Unit, other.UnitName, other.StartedAt, other.EndedAt, metres, kmh, maxKmh);
    }

    /// <summary>None or less when they overlap.</summary>
    private static TimeSpan Between(DateTimeOffset start, DateTimeOffset end, DateTimeOffset otherStart, DateTimeOffset otherEnd) =>
        start <= otherStart ? otherStart - end : start - otherEnd;

    private static bool Exceeds(double way, TimeSpan between, int maxKmh) =>
        way > 0 && way > maxKmh / 3.6 * Math.Max(0, between.TotalSeconds);
}
