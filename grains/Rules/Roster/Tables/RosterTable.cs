namespace Supervision.Rules.Roster.Tables;

using static RosterColumn;

/// <summary>The columns of one kind of table.</summary>
/// <param name="Naming">Columns only this kind has under this meaning, with the weight they have in recognising it.</param>
/// <param name="Required">Each entry is a choice: one of its columns must be there.</param>
/// <param name="Stored">Further columns that are read.</param>
/// <param name="Ignored">Columns that are known and not stored.</param>
internal sealed record RosterTable(
    RosterKind Kind,
    RosterColumn Key,
    ImmutableArray<(RosterColumn Column, int Weight)> Naming,
    ImmutableArray<ImmutableArray<RosterColumn>> Required,
    ImmutableArray<RosterColumn> Stored,
    ImmutableArray<RosterColumn> Ignored
)
{
    private static readonly ImmutableArray<RosterColumn> Everywhere =
    [
        CityCode,
        CityName,
        ProvinceCode,
        ProvinceName,
        Lng,
        Lat,
        Serial,
        Remark,
        NotTaken,
        SourceRow,
    ];

    public static readonly ImmutableArray<RosterTable> All =
    [
        new(
            RosterKind.Counties,
            CountyCode,
            [(CountyCode, 5), (Population, 2), (Towns, 2), (Schools, 2), (CenterLng, 2)],
            [
                [CountyCode],
            ],
            [CountyName],
            [CenterLng, CenterLat, Population, Towns, Schools, Primary, Junior, NineYear, Students, Institutions, Inspectors]
        ),
        new(
            RosterKind.Schools,
            SchoolNumber,
            [(SchoolNumber, 5), (SchoolName, 4), (KindCn, 2), (KindEn, 2), (PrimaryStudents, 2)],
            [
                [SchoolNumber],
                [SchoolName],
                [KindCn, KindEn],
                [CountyCode],
            ],
            [
                CountyName,
                TownCode,
                TownName,
                Status,
                Students,
                PrimaryStudents,
                JuniorStudents,
                MaleStudents,
                FemaleStudents,
                Lng,
                Lat,
                CentralCode,
            ],
            [Ownership, UrbanRural, Classes, Teachers, Boarding]
        ),
        new(
            RosterKind.Institutions,
            InstitutionCode,
            [(InstitutionCode, 5), (InstitutionName, 4), (Subtype, 2), (Category, 2), (Trainees, 2)],
            [
                [InstitutionCode],
                [InstitutionName],
                [Subtype, Category],
                [CountyCode],
            ],
            [CountyName, TownCode, TownName, Status, Trainees, Lng, Lat],
            [LegalNature, CompetentDept, FundsSupervised, OnWhitelist]
        ),
        new(
            RosterKind.Inspectors,
            InspectorCode,
            [(InspectorCode, 5), (EmploymentWord, 4), (Stage, 2), (SchoolCount, 2)],
            [
                [InspectorCode],
                [CountyCode],
                [EmploymentWord],
                [ValidFrom],
            ],
            [CountyName, ZoneCode, ValidTo],
            [Stage, SchoolCount, InstitutionCount, TownCodes]
        ),
        new(
            RosterKind.Assignments,
            TargetCode,
            [(TargetCode, 5), (InspectorCode, 3), (TargetKind, 4), (TargetName, 2)],
            [
                [InspectorCode],
                [TargetKind],
                [TargetCode],
                [ValidFrom],
            ],
            [CountyCode, ZoneCode, ValidTo],
            [CountyName, TownCode, TownName, TargetName, MinVisits]
        ),
    ];

    private readonly Lazy<Dictionary<string, RosterColumn>> byHeader = new(() => ByHeader(Naming, Required, Stored, Ignored));

    /// <summary>Everything that is read, the key first, in the order of a template.</summary>
    public IEnumerable<RosterColumn> Read => Required.SelectMany(choice => choice).Concat(Stored).Prepend(Key).Distinct();

    public bool IsStored(RosterColumn column) => Stored.Contains(column) || Required.Any(choice => choice.Contains(column));

    /// <param name="folded">What <see cref="Headers.Fold"/> made of a header.</param>
    public RosterColumn? Find(string folded) => byHeader.Value.GetValueOrDefault(folded);

    /// <summary>How much a row of headers looks like this table; 0 when no naming column is among them.</summary>
    public int Score(IReadOnlyCollection<string> folded)
    {
        var found = folded.Select(Find).OfType<RosterColumn>().Distinct().ToList();
        var naming = Naming.Where(entry => found.Contains(entry.Column)).Sum(entry => entry.Weight);
        return naming == 0 ? 0 : naming + found.Count(column => Naming.All(entry => entry.Column != column));
    }

    private static Dictionary<string, RosterColumn> ByHeader(
        ImmutableArray<(RosterColumn Column, int Weight)> naming,
        ImmutableArray<ImmutableArray<RosterColumn>> required,
        ImmutableArray<RosterColumn> stored,
        ImmutableArray<RosterColumn> ignored
    )
    {
        var map = new Dictionary<string, RosterColumn>(StringComparer.Ordinal);
        foreach (
            var column in naming
                .Select(entry => entry.Column)
                .Concat(required.SelectMany(choice => choice))
                .Concat(stored)
                .Concat(ignored)
                .Concat(Everywhere)
        )
        foreach (var header in column.Others.Prepend(column.Zh).Prepend(column.Name))
            map.TryAdd(Headers.Fold(header), column);
        return map;
    }
}
