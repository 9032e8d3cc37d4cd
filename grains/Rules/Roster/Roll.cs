namespace Supervision.Rules;

/// <summary>Units and inspectors of the upload that were taken.</summary>
internal sealed class Roll
{
    private readonly Dictionary<(UnitKind Kind, string Code), Profile> units;
    private readonly Dictionary<string, InspectorProfile> inspectors;

    public Roll(IReadOnlyList<RosterLine> accepted)
    {
        units = accepted.Select(line => line.Record).OfType<Profile>().ToDictionary(unit => (unit.Kind, unit.Code));
        inspectors = accepted.Select(line => line.Record).OfType<InspectorProfile>().ToDictionary(inspector => inspector.Code, StringComparer.Ordinal);
    }

    public IEnumerable<Profile> Units => units.Values;

    public IEnumerable<InspectorProfile> Inspectors => inspectors.Values;

    public Profile? Unit(UnitKind kind, string code) => units.GetValueOrDefault((kind, code));

    public InspectorProfile? Inspector(string code) => inspectors.GetValueOrDefault(code);
}
