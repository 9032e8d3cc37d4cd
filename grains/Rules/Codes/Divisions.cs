namespace Supervision.Rules.Codes;

/// <summary>
/// Provinces, cities, counties and towns as the National Bureau of Statistics listed them on 2023-06-30, and the county codes given up since 2000.
/// Towns and abolished codes are known for Zhejiang (33) and Henan (41) only.
/// </summary>
public sealed class Divisions
{
    private static readonly Lazy<Divisions> Built = new(DivisionsReader.Read);

    private readonly Dictionary<string, string> provinces;
    private readonly Dictionary<string, string> cities;
    private readonly Dictionary<string, CountyDivision> counties;
    private readonly Dictionary<string, Town> towns;
    private readonly Dictionary<string, AbolishedCounty> abolished;
    private readonly HashSet<string> provincesWithTowns;
    private readonly ILookup<string, Town> townsByCounty;
    private readonly ILookup<(string Province, string Name), CountyDivision> countiesByName;

    internal Divisions(
        Dictionary<string, string> provinces,
        Dictionary<string, string> cities,
        Dictionary<string, CountyDivision> counties,
        Dictionary<string, Town> towns,
        Dictionary<string, AbolishedCounty> abolished
    )
    {
        this.provinces = provinces;
        this.cities = cities;
        this.counties = counties;
        this.towns = towns;
        this.abolished = abolished;
        provincesWithTowns = towns.Keys.Select(code => code[..2]).ToHashSet(StringComparer.Ordinal);
        townsByCounty = towns.Values.ToLookup(town => town.County, StringComparer.Ordinal);
        countiesByName = counties.Values.ToLookup(county => (county.Province, county.Name));
    }

    /// <summary>The list that travels inside this assembly; read once, on first use.</summary>
    public static Divisions Embedded => Built.Value;

    public IReadOnlyCollection<CountyDivision> Counties => counties.Values;

    /// <param name="code">Two digits.</param>
    /// <returns>Null when there is no such province in the list (Hong Kong, Macao and Taiwan are not).</returns>
    public string? FindProvince(string code) => provinces.GetValueOrDefault(code);

    /// <param name="code">Four digits.</param>
    public string? FindCity(string code) => cities.GetValueOrDefault(code);

    /// <param name="code">Six digits.</param>
    /// <returns>Null for an abolished or unheard-of code, and for a city that has counties.</returns>
    public CountyDivision? FindCounty(string code) => counties.GetValueOrDefault(code);

    /// <returns>Null when the code is in use, or was never used in a province whose history is known.</returns>
    public AbolishedCounty? FindAbolished(string code) => abolished.GetValueOrDefault(code);

    /// <param name="code">Nine digits.</param>
    public Town? FindTown(string code) => towns.GetValueOrDefault(code);

    /// <param name="province">Two digits.</param>
    /// <returns>False when nothing can be said about the province's towns.</returns>
    public bool KnowsTownsOf(string province) => provincesWithTowns.Contains(province);

    public IEnumerable<Town> TownsOf(string county) => townsByCounty[county];

    /// <param name="province">Two digits; county names repeat across provinces (朝阳区, 鼓楼区).</param>
    public IEnumerable<CountyDivision> CountiesNamed(string province, string name) => countiesByName[(province, name)];
}
