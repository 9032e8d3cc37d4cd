using System.Globalization;
using System.Text.Json.Nodes;

namespace Supervision.TestKit.Malformed;

/// <summary>Bodies and paths that look right: of the types the document asks for, about units that exist.</summary>
public sealed class Shapes(ApiDescription api, Random random)
{
    private static readonly string[] Schools = ["2133901763", "2133901764", "2133901765", "2133901746", "2133901815"];
    private static readonly string[] Institutions = ["PX-330502-0001", "PX-330502-0002"];
    private static readonly string[] Counties = ["330502", "330502", "330521", "999999"];

    /// <summary>A path about something that exists, more often than not.</summary>
    public string Path(string template)
    {
        var school = !Chance(4);
        return string.Join(
            '/',
            template
                .Split('/')
                .Select(part =>
                    part switch
                    {
                        "{kind}" => school ? "school" : "institution",
                        "{code}" when template.Contains("/units/", StringComparison.Ordinal) => Pick(school ? Schools : Institutions),
                        "{code}" when template.Contains("/inspectors/", StringComparison.Ordinal) => Uri.EscapeDataString("督学-330502-01"),
                        "{code}" when template.Contains("/regions/", StringComparison.Ordinal) => Chance(3) ? "CN" : "3305",
                        "{period}" => school ? "2026-03" : "2026Q1",
                        _ when part.StartsWith('{') => Uri.EscapeDataString(Value(part.Trim('{', '}'))),
                        _ => part.Replace("{code}", "330502", StringComparison.Ordinal),
                    }
                )
        );
    }

    private string Value(string parameter) =>
        parameter switch
        {
            "code" => Pick(Counties),
            "round" => "2026Q2",
            "no" => Number(0, 4),
            "id" => Guid.NewGuid().ToString(),
            "hash" => new string("0123456789abcdef"[random.Next(16)], 64),
            _ => "x",
        };

    public JsonNode? Body(JsonNode schema) => Of(schema, "", 0);

    private JsonNode? Of(JsonNode given, string name, int depth)
    {
        var schema = api.Resolve(given);
        if (schema["enum"] is JsonArray { Count: > 0 } choices)
            return choices[random.Next(choices.Count)]?.DeepClone();
        var types = schema["type"] switch
        {
            JsonArray several => [.. several.Select(type => (string)type!)],
            JsonValue one => [(string)one!],
            _ => Array.Empty<string>(),
        };
        if (types.Contains("null") && Chance(3))
            return null;
        return types.FirstOrDefault(type => type is not "null") switch
        {
            "object" when depth < 6 => Object(schema, depth),
            "array" when depth < 6 => new JsonArray([
                .. Enumerable.Range(0, random.Next(3)).Select(_ => Of(schema["items"]!, name, depth + 1)),
            ]),
            "integer" => random.Next(0, 5),
            "number" => random.NextDouble() * 200 - 100,
            "boolean" => Chance(2),
            "string" => Text(schema, name),
            _ => new JsonObject(),
        };
    }

    private JsonObject Object(JsonNode schema, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
            made[name] = Of(member!, name, depth + 1);
        return made;
    }

    private JsonNode Text(JsonNode schema, string name) =>
        ((string?)schema["format"], name) switch
        {
            (_, "userName") => $"nobody-{random.Next(20)}", // a name somebody has would be locked by wrong passwords
            (_, "startedAt") => "2026-04-09T09:00:00+08:00",
            ("date-time", _) => "2026-04-09T10:00:00+08:00",
            ("date", "heldOn") => "2026-04-10",
            ("date", _) => string.Create(CultureInfo.InvariantCulture, $"2026-0{random.Next(4, 8)}-{random.Next(10, 28)}"),
            ("uuid", _) => Guid.NewGuid().ToString(),
            (_, "inspector") => "督学-330502-01",
            (_, "category") => "S-HW-04",
            (_, "period") => "2026-03",
            _ => Chance(2) ? "作业公示不全，已当面指出" : "x",
        };

    private string Number(int from, int to) => random.Next(from, to).ToString(CultureInfo.InvariantCulture);

    private string Pick(string[] from) => from[random.Next(from.Length)];

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;
}
