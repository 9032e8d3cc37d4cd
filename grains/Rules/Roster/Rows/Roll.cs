namespace Supervision.Rules.Roster.Rows;

/// <summary>Units and inspectors of the upload that were taken.</summary>
internal sealed class Roll
{
    private readonly Dictionary<(UnitKind Kind, string Code), Profile> units;
    private readonly Dictionary<string, InspectorProfile> inspectors;

    public Roll(IReadOnlyList<RosterLine> accepted, RosterContext context)
    {
        Units = [.. accepted.Select(line => line.Record).OfType<UnitRow>()];
        Inspectors = [.. accepted.Select(line => line.Record).OfType<InspectorRow>()];
        units = Units.ToDictionary(
            row => (row.Told.Kind, row.Told.Code),
            row => Profiles.Merge(context.Unit(row.Told.Kind, row.Told.Code), row.Told, row.Untold)
        );
        inspectors = Inspectors.ToDictionary(
            row => row.Told.Code,
            row => InspectorProfiles.Merge(context.Inspector(row.Told.Code), row.Told, row.Untold),
            StringComparer.Ordinal
        );
    }

    public ImmutableArray<UnitRow> Units { get; }

    public ImmutableArray<InspectorRow> Inspectors { get; }

    /// <summary>The unit as it will be registered; null when the upload does not hold it.</summary>
    public Profile? Unit(UnitKind kind, string code) => units.GetValueOrDefault((kind, code));

    /// <summary>The inspector as the upload leaves them; null when it does not hold them.</summary>
    public InspectorProfile? Inspector(string code) => inspectors.GetValueOrDefault(code);
}
