namespace Supervision.Rules.Codes;

/// <summary>A county-level area of the list of 2023-06-30: what a county actor can be.</summary>
/// <param name="Code">Six digits; for a prefecture without counties (东莞, 中山, 儋州, 嘉峪关) its own code, ending in 00.</param>
/// <param name="City">Four digits; the province's two when no city stands between (直辖市, 省直辖县).</param>
/// <param name="Province">Two digits.</param>
/// <param name="StatisticalZone">True for an area that exists for statistics only (XXYY7Z, development zones) and is not in GB/T 2260.</param>
public sealed record CountyDivision(
    string Code,
    string Name,
    string City,
    string CityName,
    string Province,
    string ProvinceName,
    bool StatisticalZone
)
{
    public CountyProfile ToProfile() => new(Code, Name, City, CityName, Province, ProvinceName);
}

/// <param name="Code">Nine digits.</param>
/// <param name="County">The county it lies in, six digits.</param>
public sealed record Town(string Code, string Name, string County);

/// <summary>A county code that was given up; schools of that time still carry it in their papers.</summary>
/// <param name="Until">Year in which it ceased to be used.</param>
/// <param name="Successors">Codes in use today that took over its area, ascending; which of them a unit belongs to cannot be told from the code.</param>
public sealed record AbolishedCounty(string Code, string Name, int Until, ImmutableArray<string> Successors);
