using System.Globalization;

namespace Supervision.Rules.Codes;

/// <summary>Reads the embedded lists. They are plain comma-separated text without quoting; a malformed line is a bug and throws.</summary>
internal static class DivisionsReader
{
    public static Divisions Read()
    {
        var provinces = Rows("provinces.csv").ToDictionary(row => row[0][..2], row => row[1], StringComparer.Ordinal);
        var cities = Rows("cities.csv")
            .Where(row => !BetweenNothing(row[1]))
            .ToDictionary(row => row[0][..4], row => row[1], StringComparer.Ordinal);
        var counties = Rows("counties-china.csv").Select(ToCounty).ToDictionary(county => county.Code, StringComparer.Ordinal);
        foreach (var prefecture in PrefecturesWithoutCounties(counties.Values, cities))
            counties.TryAdd(prefecture.Code, prefecture);
        var towns = Rows("zhejiang-towns.csv")
            .Concat(Rows("henan-towns.csv"))
            .Select(row => new Town(row[0], row[1], row[3]))
            .ToDictionary(town => town.Code, StringComparer.Ordinal);
        return new(provinces, cities, counties, towns, Abolished(counties));
    }

    private static CountyDivision ToCounty(string[] row)
    {
        var province = row[4][..2];
        return BetweenNothing(row[3])
            ? new(row[0], row[1], province, row[5], province, row[5], row[6] == "1")
            : new(row[0], row[1], row[2][..4], row[3], province, row[5], row[6] == "1");
    }

    /// <summary>The list fills the second level with words that name no city: districts of 直辖市, and counties directly under a province.</summary>
    private static bool BetweenNothing(string city) =>
        city is "市辖区" or "县" || city.EndsWith("直辖县级行政区划", StringComparison.Ordinal);

    /// <summary>嘉峪关 is listed as its own only county (620201); GB/T 2260 knows the prefecture code alone.</summary>
    private static List<CountyDivision> PrefecturesWithoutCounties(
        IEnumerable<CountyDivision> counties,
        Dictionary<string, string> cities
    ) =>
        counties
            .GroupBy(county => county.City, StringComparer.Ordinal)
            .Where(group => group.Count() == 1 && cities.GetValueOrDefault(group.Key) == group.Single().Name)
            .Select(group => group.Single() with { Code = group.Key + "00" })
            .ToList();

    private static Dictionary<string, AbolishedCounty> Abolished(Dictionary<string, CountyDivision> counties)
    {
        var given = Rows("county-code-history-33-41.csv")
            .Where(row => row[4] == "县级" && row[5] == "弃用" && !counties.ContainsKey(row[0]))
            .GroupBy(row => row[0], StringComparer.Ordinal)
            .Select(group => group.MaxBy(row => row[7], StringComparer.Ordinal)!)
            .ToDictionary(row => row[0], StringComparer.Ordinal);
        return given.Values.ToDictionary(
            row => row[0],
            row => new AbolishedCounty(
                row[0],
                row[3],
                int.Parse(row[7], CultureInfo.InvariantCulture),
                [.. InUse(row[0], given, counties).Order(StringComparer.Ordinal)]
            ),
            StringComparer.Ordinal
        );
    }

    /// <summary>Follows successors that were given up themselves. <c>330602[2001]</c> lost part of its area in 2001, before the code ended.</summary>
    private static HashSet<string> InUse(string code, Dictionary<string, string[]> given, Dictionary<string, CountyDivision> counties)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { code };
        var open = new Queue<string>([code]);
        while (open.TryDequeue(out var next))
        {
            if (counties.ContainsKey(next))
                found.Add(next);
            else if (given.TryGetValue(next, out var row))
                foreach (var successor in row[8].Split(';', StringSplitOptions.RemoveEmptyEntries))
                    if (seen.Add(successor[..6]))
                        open.Enqueue(successor[..6]);
        }

        return found;
    }

    private static List<string[]> Rows(string resource)
    {
        using var stream =
            typeof(DivisionsReader).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The embedded list {resource} is missing.");
        using var reader = new StreamReader(stream);
        var rows = new List<string[]>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            if (line.Length > 0)
                rows.Add(line.Split(','));
        return rows;
    }
}
