using System.Globalization;

namespace Supervision.Rules.Roster.Rows;

/// <summary>The smallest box of meridians and parallels around an area, in degrees of WGS-84.</summary>
/// <param name="Known">False when it is the whole country because the county's own is not known.</param>
public readonly record struct AreaBox(double West, double South, double East, double North, bool Known)
{
    /// <summary>Islands, enclaves and the offset of Chinese map coordinates (GCJ-02) lie within this distance of a box, in degrees.</summary>
    private const double Margin = 0.1;

    public bool Holds(double longitude, double latitude) =>
        longitude >= West - Margin && longitude <= East + Margin && latitude >= South - Margin && latitude <= North + Margin;
}

/// <summary>Where counties lie: Zhejiang's by their own boxes, all others within the country.</summary>
public static class CountyBoxes
{
    private static readonly AreaBox China = new(73, 3, 136, 54, Known: false);

    private static readonly Lazy<Dictionary<string, AreaBox>> Boxes = new(() =>
        DataFile
            .ReadRows("county-boxes-zhejiang.csv")
            .ToDictionary(
                row => row[0],
                row => new AreaBox(Degrees(row[1]), Degrees(row[2]), Degrees(row[3]), Degrees(row[4]), Known: true),
                StringComparer.Ordinal
            )
    );

    /// <param name="county">Six digits.</param>
    public static AreaBox Of(string county) => Boxes.Value.TryGetValue(county, out var box) ? box : China;

    private static double Degrees(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
