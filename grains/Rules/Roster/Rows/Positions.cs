using System.Globalization;
using System.Text.RegularExpressions;

namespace Supervision.Rules.Roster.Rows;

using static RosterColumn;

/// <summary>Reads longitude and latitude, and looks whether they lie where the unit does.</summary>
internal static partial class Positions
{
    /// <summary>Six decimals of a degree are a tenth of a metre.</summary>
    private const int Decimals = 6;

    private static readonly Text Accepted = new(
        "度数，如经度 119.9675、纬度 30.5342",
        "degrees, such as longitude 119.9675 and latitude 30.5342"
    );

    private static readonly AreaBox China = CountyBoxes.Of("");

    /// <returns>Both degrees, or neither; null also when one of them was turned away, which has been said.</returns>
    public static (double Longitude, double Latitude)? Position(this RosterLine line, CountyDivision county)
    {
        var (longitude, latitude) = (Degrees(line, Lng), Degrees(line, Lat));
        if (longitude is not { } east || latitude is not { } north)
        {
            if (!line.IsRejected && (longitude ?? latitude) is not null)
            {
                var missing = longitude is null ? Lng : Lat;
                line.Warn(
                    RosterCode.PositionIncomplete,
                    missing,
                    new($"缺少{missing.Zh}，位置未读取", $"{missing.Name} is missing; the position was not read"),
                    RosterColumns.Accepted(missing)
                );
            }

            return null;
        }

        var box = CountyBoxes.Of(county.Code);
        if (box.Holds(east, north))
            return (east, north);
        if (box.Holds(north, east) || (China.Holds(north, east) && !China.Holds(east, north)))
        {
            line.Warn(
                RosterCode.PositionSwapped,
                Lng,
                new(
                    $"经度与纬度填反，按经度{Plain(north)}、纬度{Plain(east)}登记",
                    $"longitude and latitude are swapped; registered as longitude {Plain(north)}, latitude {Plain(east)}"
                ),
                new($"经度 {Plain(north)}，纬度 {Plain(east)}", $"longitude {Plain(north)}, latitude {Plain(east)}")
            );
            (east, north) = (north, east);
        }

        if (Math.Abs(east) > 180 || Math.Abs(north) > 90)
        {
            line.Reject(
                RosterCode.NumberOutOfRange,
                Math.Abs(east) > 180 ? Lng : Lat,
                new("没有这样的经纬度", "there is no such place on earth"),
                Accepted
            );
            return null;
        }

        if (!box.Holds(east, north))
        {
            var (zh, en) = box.Known ? (county.Name, county.Name) : ("国境", "the country");
            line.Warn(
                RosterCode.PositionOutside,
                Lng,
                new(
                    $"经度{Plain(east)}、纬度{Plain(north)}不在{zh}范围内，按所填登记，请核对",
                    $"longitude {Plain(east)}, latitude {Plain(north)} lies outside {en}; registered as it is, please check"
                ),
                new(
                    $"经度 {box.West}–{box.East}，纬度 {box.South}–{box.North}",
                    $"longitude {box.West}–{box.East}, latitude {box.South}–{box.North}"
                )
            );
        }

        return (east, north);
    }

    private static double? Degrees(RosterLine line, RosterColumn column)
    {
        if (line.SaysNothing(column, required: false))
            return null;
        var cell = line.Cell(column);
        var (text, changes) = CellCleaner.Clean(cell.Text, CellUse.Code);
        var match = Shape().Match(text.ToUpperInvariant());
        if (cell.Kind == CellKind.Date || !match.Success)
        {
            line.Reject(RosterCode.NumberInvalid, column, new($"不是{column.Zh}", $"this is no {column.Name}"), Accepted);
            return null;
        }

        var degrees = Math.Round(Number(match, "d") + (Number(match, "m") / 60) + (Number(match, "s") / 3600), Decimals);
        if (match.Groups["x"].Success || match.Groups["m"].Success)
            changes |= CellChange.Degrees;
        line.Changed(column, changes, Plain(degrees));
        return degrees;
    }

    private static double Number(Match match, string group) =>
        match.Groups[group] is { Success: true } part ? double.Parse(part.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture) : 0;

    private static string Plain(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """^(?<x>东经|北纬|[EN])?(?<d>-?[0-9]{1,3}(?:\.[0-9]{1,15})?)(?:(?<x>°|º|度)(?:(?<m>[0-9]{1,2}(?:\.[0-9]+)?)(?:′|'|’|分)(?:(?<s>[0-9]{1,2}(?:\.[0-9]+)?)(?:″|"|”|''|秒))?)?)?(?<x>[EN])?\z"""
    )]
    private static partial Regex Shape();
}
