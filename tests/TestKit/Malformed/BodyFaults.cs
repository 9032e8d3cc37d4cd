using System.Text;
using System.Text.Json.Nodes;

namespace Supervision.TestKit.Malformed;

/// <summary>Ways to spoil a body that looked right. Some leave it valid: then it must do what it says, or be refused.</summary>
public sealed class BodyFaults(Random random)
{
    /// <summary>Raw JSON: what a serializer would not write.</summary>
    private static readonly string[] Values =
    [
        "null",
        "true",
        "0",
        "-1",
        "1e400",
        "-1e-400",
        "2147483648",
        "9223372036854775808",
        "99999999999999999999999999999999999999",
        "0.1",
        "[]",
        "{}",
        "[null]",
        "[[[]]]",
        "\"\"",
        "\" \"",
        "\"\\u0000\"",
        "\"a\\u0000b\"",
        "\"\\ud800\"",
        "\"\\udc00x\"",
        "\"\\ud83d\\ude00\"",
        "\"\\u202e\\u200b\\ufeff\"",
        "\"=1+1\"",
        "\"<script>alert(1)</script>\"",
        "\"' or 1=1--\"",
        "\"../../../etc/passwd\"",
        "\"2026-02-30\"",
        "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59.9999999Z\"",
        "\"2026-04-09T10:00:00\"",
        "\"2026-04-09T10:00:00+99:00\"",
        "\"00000000-0000-0000-0000-000000000000\"",
        "\"None\"",
        "\"7\"",
        "\"-7\"",
        "\"NaN\"",
        "NaN",
        "Infinity",
        "'x'",
        "undefined",
        "01",
        "\"\\x\"",
        "\"\n\"",
        "{\"$type\":\"x\",\"$ref\":\"1\",\"$id\":\"2\"}",
        "{\"__proto__\":{}}",
    ];

    private const string Mark = "\"@@spoiled@@\"";

    /// <summary>One fault more.</summary>
    public byte[] Spoil(JsonNode? body) =>
        random.Next(9) switch
        {
            0 => Bytes(body)[..random.Next(Bytes(body).Length + 1)],
            1 => Inserted(Bytes(body)),
            2 => Nested(random.Next(50, 4000)),
            3 => [0xEF, 0xBB, 0xBF, .. Bytes(body)],
            4 => random.Next(2) == 0 ? Encoding.Unicode.GetBytes(body?.ToJsonString() ?? "null") : [0xFF, 0xFE, 0x00],
            5 => Doubled(body),
            6 => Without(body),
            _ => Replaced(body),
        };

    public static byte[] Bytes(JsonNode? body) => Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null");

    /// <summary>Anywhere in the tree, by something of another type or beyond every range; long texts and lists too.</summary>
    private byte[] Replaced(JsonNode? body)
    {
        var spoiled = body?.DeepClone();
        var places = Places(spoiled).ToList();
        var with = random.Next(12) switch
        {
            0 => $"\"{new string('督', random.Next(1, 9000))}\"",
            1 => $"[{string.Join(',', Enumerable.Repeat("\"x\"", random.Next(1, 3000)))}]",
            _ => Values[random.Next(Values.Length)],
        };
        if (places.Count == 0)
            return Encoding.UTF8.GetBytes(with);
        var (parent, at) = places[random.Next(places.Count)];
        if (parent is JsonObject members)
            members[(string)at] = "@@spoiled@@";
        else
            parent.AsArray()[(int)at] = "@@spoiled@@";
        return Encoding.UTF8.GetBytes(spoiled!.ToJsonString().Replace(Mark, with, StringComparison.Ordinal));
    }

    private byte[] Without(JsonNode? body)
    {
        if (body?.DeepClone() is not JsonObject { Count: > 0 } members)
            return "{}"u8.ToArray();
        for (var i = random.Next(1, 3); i > 0 && members.Count > 0; i--)
            members.Remove(members.ElementAt(random.Next(members.Count)).Key);
        if (random.Next(3) == 0)
            members[random.Next(2) == 0 ? "unknown" : "__proto__"] = random.Next();
        return Bytes(members);
    }

    /// <summary>A member twice, with values of different types.</summary>
    private byte[] Doubled(JsonNode? body)
    {
        if (body is not JsonObject { Count: > 0 } members)
            return "{\"a\":1,\"a\":null}"u8.ToArray();
        var name = members.ElementAt(random.Next(members.Count)).Key;
        return Encoding.UTF8.GetBytes(
            $"{{\"{(random.Next(2) == 0 ? name : name.ToUpperInvariant())}\":{Values[random.Next(Values.Length)]},{body.ToJsonString()[1..]}"
        );
    }

    private byte[] Inserted(byte[] body)
    {
        var at = random.Next(body.Length + 1);
        var garbage = new byte[random.Next(1, 9)];
        random.NextBytes(garbage);
        return [.. body[..at], .. garbage, .. body[at..]];
    }

    private byte[] Nested(int depth) =>
        Encoding.UTF8.GetBytes(
            random.Next(2) == 0
                ? new string('[', depth) + new string(']', depth)
                : string.Concat(Enumerable.Repeat("{\"note\":", depth)) + "1" + new string('}', depth)
        );

    private static IEnumerable<(JsonNode Parent, object At)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.ToList().SelectMany(member => Places(member.Value).Prepend((members, member.Key))),
            JsonArray items => Enumerable.Range(0, items.Count).SelectMany(index => Places(items[index]).Prepend((items, index))),
            _ => [],
        };
}
