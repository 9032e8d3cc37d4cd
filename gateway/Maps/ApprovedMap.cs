using System.Text.Json;
using System.Text.RegularExpressions;

namespace Supervision.Gateway.Maps;

/// <summary>One area of a map.</summary>
/// <param name="Code">As children of a region are written: two, four or six digits.</param>
/// <param name="Rings">Closed rings of longitude and latitude; holes among them, to be filled even-odd.</param>
public sealed record MapShape(string Code, string Name, IReadOnlyList<IReadOnlyList<double[]>> Rings);

/// <summary>
/// A map an operator brought. Published maps of China need an approval number (审图号); none is shown without its own, and none is
/// part of this product.
/// </summary>
public sealed partial record ApprovedMap(string Approval, IReadOnlyList<MapShape> Shapes)
{
    public const int MaxBytes = 4 * 1024 * 1024;
    public const int MaxPoints = 200_000;

    /// <summary>Reads GeoJSON with a member <c>approvalNumber</c>; null besides what is wrong.</summary>
    /// <param name="region"><c>CN</c>, two or four digits: every shape is a part of it, named by <c>properties.code</c> or <c>adcode</c>.</param>
    public static (ApprovedMap? Map, Text? Fault) Read(ReadOnlyMemory<byte> content, string region)
    {
        if (content.Length > MaxBytes)
            return Wrong($"文件超过 {MaxBytes / 1024 / 1024} MB", $"the file is over {MaxBytes / 1024 / 1024} MB");
        try
        {
            using var document = JsonDocument.Parse(content, new() { MaxDepth = 16 });
            return Read(document.RootElement, region);
        }
        catch (Exception fault)
            when (fault is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException
            )
        {
            return Wrong("不是 GeoJSON", "it is no GeoJSON");
        }
    }

    private static (ApprovedMap? Map, Text? Fault) Read(JsonElement root, string region)
    {
        if (Member(root, "type") != "FeatureCollection")
            return Wrong("不是图形的集合", "a FeatureCollection is needed");
        var approval = Member(root, "approvalNumber") ?? "";
        if (!ApprovalNumber().IsMatch(approval))
            return Wrong("缺少审图号，如 GS(2024)0650号", "the approval number (approvalNumber) is missing, e.g. GS(2024)0650号");
        var shapes = new List<MapShape>();
        var points = 0;
        foreach (var feature in root.GetProperty("features").EnumerateArray())
        {
            var properties = feature.GetProperty("properties");
            var code = CodeOf(Member(properties, "code") ?? Member(properties, "adcode") ?? "", region);
            if (code is null || shapes.Exists(shape => shape.Code == code))
                return Wrong(
                    $"第 {shapes.Count + 1} 个图形的代码缺失、重复或不属于本地区",
                    $"the code of shape {shapes.Count + 1} is missing, repeated or of another area"
                );
            var geometry = feature.GetProperty("geometry");
            var polygons = Member(geometry, "type") switch
            {
                "Polygon" => [geometry.GetProperty("coordinates")],
                "MultiPolygon" => geometry.GetProperty("coordinates").EnumerateArray().ToList(),
                _ => [],
            };
            var rings = polygons.SelectMany(polygon => polygon.EnumerateArray()).Select(Ring).ToList();
            points += rings.Sum(ring => ring.Length);
            if (rings.Count == 0 || rings.Exists(ring => ring.Length < 4 || !ring.All(IsInChina)))
                return Wrong(
                    $"{code} 的图形须为多边形，坐标为经纬度",
                    $"{code} needs a Polygon or MultiPolygon of longitudes and latitudes"
                );
            if (points > MaxPoints)
                return Wrong($"坐标点超过 {MaxPoints} 个，请先简化", $"there are over {MaxPoints} points; simplify it first");
            shapes.Add(new(code, Member(properties, "name") ?? code, rings));
        }

        return shapes.Count == 0 ? Wrong("没有图形", "it has no shapes") : (new(approval, shapes), null);
    }

    /// <summary><c>330000</c> is written <c>33</c> and <c>330500</c> <c>3305</c>; null when it is no part of the region.</summary>
    private static string? CodeOf(string code, string region)
    {
        if (code.Length is not (2 or 4 or 6) || !code.All(char.IsAsciiDigit))
            return null;
        var part =
            code.Length == 6 && code.EndsWith("0000", StringComparison.Ordinal) ? code[..2]
            : code.Length == 6 && code.EndsWith("00", StringComparison.Ordinal) ? code[..4]
            : code;
        return region == "CN"
            ? part.Length == 2
                ? part
                : null
            : part.Length > region.Length && part.StartsWith(region, StringComparison.Ordinal)
                ? part
                : null;
    }

    private static double[][] Ring(JsonElement ring) =>
        [.. ring.EnumerateArray().Select(point => new[] { point[0].GetDouble(), point[1].GetDouble() })];

    private static bool IsInChina(double[] point) => point[0] is >= 72 and <= 137 && point[1] is >= 0 and <= 55;

    private static string? Member(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Number ? value.GetRawText()
        : null;

    private static (ApprovedMap? Map, Text? Fault) Wrong(string zh, string en) => (null, new(zh, en));

    [GeneratedRegex(@"^[\p{IsCJKUnifiedIdeographs}A-Z]{1,6}[(（](19|20)\d{2}[)）]\d{1,6}号$")]
    private static partial Regex ApprovalNumber();
}
