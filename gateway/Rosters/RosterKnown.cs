namespace Supervision.Gateway.Rosters;

/// <summary>What is registered in an area, as a roster is judged against it.</summary>
internal sealed class RosterKnown
{
    private readonly Dictionary<string, UnitSummary> _units;
    private readonly Dictionary<string, InspectorProfile> _inspectors;
    private readonly ILookup<(UnitKind Kind, string County, string Name), string> _names;

    private readonly IReadOnlyDictionary<string, OfficePolicy> _offices;
    private readonly Func<string, IReadOnlySet<string>> _schoolsOf;
    private readonly ILookup<string?, UnitSummary> _points;

    private RosterKnown(
        ImmutableArray<UnitSummary> units,
        ImmutableArray<InspectorProfile> inspectors,
        IReadOnlyDictionary<string, OfficePolicy> offices
    )
    {
        var loads = InspectorLoads.Of(units);
        _schoolsOf = code => loads.GetValueOrDefault(code) ?? ImmutableHashSet<string>.Empty;
        _points = units.ToLookup(unit => unit.Central, StringComparer.Ordinal);
        _offices = offices;
        _units = units.ToDictionary(unit => unit.Unit, StringComparer.Ordinal);
        _inspectors = inspectors.ToDictionary(inspector => inspector.Code, StringComparer.Ordinal);
        _names = units
            .Where(unit => unit.Status != UnitStatus.Closed)
            .ToLookup(unit => (unit.Kind, unit.County, RosterContext.NameOf(unit.Name)), unit => unit.Code);
    }

    /// <param name="area">Leading digits of county codes; empty for all.</param>
    public static async Task<RosterKnown> Of(IClusterClient cluster, string area)
    {
        var directory = cluster.GetGrain<IDirectoryGrain>(0);
        var (units, inspectors) = (await directory.Units(area), await directory.Inspectors(area));
        var offices = new Dictionary<string, OfficePolicy>(StringComparer.Ordinal);
        foreach (var county in inspectors.Select(inspector => inspector.County).Distinct())
            if (await cluster.GetGrain<ICountyGrain>(Keys.County(county)).Office() is { } office)
                offices[county] = office.Policy.OfOffice;
        return new(units, inspectors, offices);
    }

    public RosterContext Context(DateOnly today, string area, ImmutableArray<string> confirmed) =>
        new(
            today,
            area.Length == 0 ? [] : [area],
            (kind, code) => Find(kind, code) is { } unit ? Profile(unit) : null,
            _inspectors.GetValueOrDefault
        )
        {
            Namesakes = (kind, county, name) => _names[(kind, county, name)],
            Responsible = (kind, code) => Find(kind, code)?.Inspector,
            Confirmed = confirmed,
            SchoolsOf = _schoolsOf,
            OfficeOf = county => _offices.GetValueOrDefault(county) ?? OfficePolicy.Default,
            PointsOf = code => _points[code].Select(Profile),
        };

    public bool IsNew(RegisterUnit register) => Find(register.Profile.Kind, register.Profile.Code) is null;

    public bool IsNew(AppointInspector appoint) => !_inspectors.ContainsKey(appoint.Profile.Code);

    private UnitSummary? Find(UnitKind kind, string code) => _units.GetValueOrDefault(Keys.Unit(kind, code));

    private static Profile Profile(UnitSummary unit) =>
        new(unit.Kind, unit.Code, unit.Name, unit.County, unit.Town, unit.TownName, unit.Category, unit.Status, unit.Students)
        {
            Longitude = unit.Longitude,
            Latitude = unit.Latitude,
            Central = unit.Central,
        };
}
