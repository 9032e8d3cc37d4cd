namespace Supervision.Contracts;

/// <summary>The one place that knows which grain class a kind of unit is.</summary>
public static class UnitLookup
{
    /// <summary>Prefixes of the units' keys, as a head query takes them.</summary>
    public static readonly IReadOnlyList<string> Kinds = [UnitKeys.Prefix(UnitKind.School), UnitKeys.Prefix(UnitKind.Institution)];

    public static IUnitGrain Unit(this IGrainFactory grains, UnitKind kind, string code) =>
        kind == UnitKind.School
            ? grains.GetGrain<ISchoolGrain>(Keys.Unit(kind, code))
            : grains.GetGrain<IInstitutionGrain>(Keys.Unit(kind, code));

    /// <param name="key">As a head or a row names it, e.g. <c>school/2133901746</c>.</param>
    public static IUnitGrain Unit(this IGrainFactory grains, string key) =>
        grains.Unit(
            Keys.TryKind(key[..key.IndexOf('/', StringComparison.Ordinal)], out var kind)
                ? kind
                : throw new ArgumentException($"{key} is no unit.", nameof(key)),
            Keys.Code(key)
        );
}
