namespace Supervision.Rules.Codes;

/// <param name="Code">GB/T 2260, six digits; a prefecture without counties (东莞, 中山) uses its own.</param>
/// <param name="City">First four digits, the region above; equal to the province's two for a county directly under it.</param>
/// <param name="Province">First two digits.</param>
[GenerateSerializer, Immutable, Alias("county-profile")]
public sealed record CountyProfile(string Code, string Name, string City, string CityName, string Province, string ProvinceName);
