using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api.Examples;

/// <summary>A value known only when the story is told.</summary>
/// <param name="Sample">What stands for it in the document.</param>
internal sealed record Live(string? Actual, string Sample);

/// <summary>
/// Sends the example of one operation after another, as the document has it, and holds the answer against the document: the status is
/// one of its own, the answer is what its schema says, and it has the shape of the example.
/// </summary>
/// <param name="update">Writes the examples instead: <c>UPDATE_TYPES=1</c>.</param>
internal sealed class Teller(ApiDocumentText document, IReadOnlyDictionary<string, Person> people, bool update)
{
    private static readonly JsonSerializerOptions Written = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public List<string> Wrong { get; } = [];

    /// <summary>Status of each example that was sent.</summary>
    public Dictionary<string, int> Told { get; } = [];

    /// <param name="id">Name of the operation.</param>
    /// <param name="by">Who asks; <c>nobody</c> is not signed in.</param>
    /// <param name="parameters">Of path, query and headers, by name; without the operation id, which is made here.</param>
    /// <param name="body">As it is sent; null for none.</param>
    public async Task<Answer> Do(string id, string by, object? parameters = null, object? body = null, HttpContent? file = null)
    {
        var operation = document.Operation(id);
        var values = Values(operation, id, parameters);
        var asked = new JsonObject();
        foreach (var (name, value) in values)
            asked[name] = Sample(operation, name, value);
        var sample = body is null ? null : JsonSerializer.SerializeToNode(body, Written);
        var answer = await people[by]
            .Send(Request(operation, values, body is null ? null : Actual(JsonSerializer.SerializeToNode(body, Written)!), file));
        Told[id] = answer.Status;
        var example = new JsonObject
        {
            ["by"] = by,
            ["parameters"] = asked,
            ["body"] = Samples(sample),
            ["status"] = answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["answer"] = Trim(Json(answer)),
        };
        var differs = Compare(id, operation, example).ToList();
        if (!update)
            Wrong.AddRange(differs);
        else if (differs.Count > 0)
            await File.WriteAllTextAsync(
                Path.Combine(Sources.Folder("gateway/Api/Document/Examples"), id + ".json"),
                example.ToJsonString(Written) + "\n"
            );
        Hold(id, operation, answer);
        return answer;
    }

    private static IEnumerable<string> Compare(string id, DocumentOperation operation, JsonObject now)
    {
        foreach (var parameter in operation.Parameters)
        {
            var shown = parameter["example"];
            if (!JsonNode.DeepEquals(shown, now["parameters"]![(string)parameter["name"]!]))
                yield return $"{id}: the document's example of {parameter["name"]} is {shown?.ToJsonString() ?? "missing"}, sent was {now["parameters"]![(string)parameter["name"]!]?.ToJsonString()}";
        }

        var body = operation.Said["requestBody"]?["content"]?.AsObject().First().Value!["example"];
        if (!JsonNode.DeepEquals(body, now["body"]))
            yield return $"{id}: the document's example of the body is not what was sent: npm run types";
        if (
            operation.Said["responses"]![(string)now["status"]!]?["content"] is not JsonObject contents
            || !contents.Any(content => content.Key.EndsWith("json", StringComparison.Ordinal))
        )
            yield break;
        var shownAnswer = contents.First().Value!["example"];
        if (shownAnswer is null)
            yield return $"{id}: the document has no example of its answer {now["status"]}: npm run types";
        else if (Difference(shownAnswer, now["answer"], "") is { } difference)
            yield return $"{id}: the answer has not the shape of its example at {difference}";
    }

    /// <summary>The answer, and the example of the document, are what the schema says.</summary>
    private void Hold(string id, DocumentOperation operation, Answer answer)
    {
        if (operation.Said["responses"]?[answer.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)] is not { } said)
        {
            Wrong.Add($"{id} answered {answer.Status} {answer.Body}, which the document does not have");
            return;
        }

        if (Json(answer) is not { } value)
            return;
        var content = said["content"]?.AsObject().FirstOrDefault(each => each.Key.EndsWith("json", StringComparison.Ordinal)).Value;
        if (content?["schema"] is not { } schema)
            Wrong.Add($"{id} answered JSON with {answer.Status}, and the document has no schema of it");
        else
            Wrong.AddRange(document.Faults(schema, value).Select(fault => $"{id}, answer {answer.Status}: {fault}"));
        if (content?["example"] is { } example && content["schema"] is { } of)
            Wrong.AddRange(document.Faults(of, example).Select(fault => $"{id}, example of {answer.Status}: {fault}"));
    }

    private static List<(string Name, object Value)> Values(DocumentOperation operation, string id, object? parameters)
    {
        var given = (parameters?.GetType().GetProperties() ?? [])
            .Select(property => (Name: property.Name.Replace('_', '-'), Value: property.GetValue(parameters)!))
            .ToList();
        if (
            operation.Parameters.Any(parameter => (string?)parameter["name"] == "Idempotency-Key")
            && !given.Any(value => value.Name == "Idempotency-Key")
        )
            given.Add(("Idempotency-Key", Key(id).ToString()));
        return given;
    }

    /// <summary>The operation id of a step, the same at every telling.</summary>
    public static Guid Key(string id)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(id))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x70), (byte)((bytes[8] & 0x3F) | 0x80));
        return new(bytes, bigEndian: true);
    }

    private static HttpRequestMessage Request(
        DocumentOperation operation,
        List<(string Name, object Value)> values,
        JsonNode? body,
        HttpContent? file
    )
    {
        var (path, query, headers) = (operation.Path, new List<string>(), new List<(string, string)>());
        foreach (var (name, value) in values)
        {
            var text = value is Live live ? live.Actual ?? "" : Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!;
            switch ((string?)operation.Parameters.FirstOrDefault(parameter => (string?)parameter["name"] == name)?["in"])
            {
                case "path":
                    path = path.Replace($"{{{name}}}", Uri.EscapeDataString(text), StringComparison.Ordinal);
                    break;
                case "query":
                    query.Add($"{name}={Uri.EscapeDataString(value is bool flag ? (flag ? "true" : "false") : text)}");
                    break;
                case "header":
                    headers.Add((name, text));
                    break;
                default:
                    throw new ArgumentException($"{operation.Path} takes no {name}.", nameof(values));
            }
        }

        var request = new HttpRequestMessage(new(operation.Method), path + (query.Count == 0 ? "" : "?" + string.Join('&', query)))
        {
            Content = file,
        };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null && file is null)
            request.Content = new StringContent(
                body.ToJsonString(),
                Encoding.UTF8,
                new MediaTypeHeaderValue(operation.Said["requestBody"]!["content"]!.AsObject().First().Key)
            );
        return request;
    }

    private static JsonNode? Sample(DocumentOperation operation, string name, object value)
    {
        var type =
            operation.Parameters.FirstOrDefault(parameter => (string?)parameter["name"] == name)?["schema"]?["type"]?.ToJsonString() ?? "";
        var text = value is Live live ? live.Sample : value;
        return type.Contains("integer", StringComparison.Ordinal)
                ? JsonValue.Create(Convert.ToInt64(text, System.Globalization.CultureInfo.InvariantCulture))
            : text is bool flag ? JsonValue.Create(flag)
            : JsonValue.Create(Convert.ToString(text, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static bool IsLive(JsonNode? node) =>
        node is JsonObject { Count: 2 } live && live.ContainsKey("actual") && live.ContainsKey("sample");

    private static JsonNode? Samples(JsonNode? node) => Each(node, live => live["sample"]);

    private static JsonNode Actual(JsonNode node) => Each(node, live => live["actual"])!;

    private static JsonNode? Each(JsonNode? node, Func<JsonNode, JsonNode?> choose) =>
        node switch
        {
            null => null,
            _ when IsLive(node) => choose(node)?.DeepClone(),
            JsonObject members => new JsonObject(
                members
                    .Where(member => member.Value is not null)
                    .Select(member => KeyValuePair.Create(member.Key, Each(member.Value, choose)))
            ),
            JsonArray items => new JsonArray([.. items.Select(item => Each(item, choose))]),
            _ => node.DeepClone(),
        };

    private static JsonNode? Json(Answer answer) =>
        answer.Type?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true && answer.Body.Length > 0 ? answer.Node : null;

    /// <summary>What a reader needs of a long answer: two items of each list, and nothing that is secret or another at each telling.</summary>
    private static JsonNode? Trim(JsonNode? node, string name = "") =>
        node switch
        {
            JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Trim(member.Value, member.Key)))),
            JsonArray items => new JsonArray([.. items.Take(2).Select(item => Trim(item, name))]),
            JsonValue value when value.TryGetValue<string>(out var text) => name switch
            {
                "accessToken"
                or "refreshToken"
                or "antiforgery"
                or "password"
                or "key"
                or "recoveryCodes"
                or "challenge"
                or "qr"
                or "uri" => $"<{name}>",
                _ when text.Length > 300 => text[..300],
                _ => Guid.TryParse(text, out _) ? "0199c1a2-0000-7000-8000-000000000001" : text,
            },
            _ => node?.DeepClone(),
        };

    /// <summary>Where two answers have other members, or values of another kind; null when they have one shape.</summary>
    private static string? Difference(JsonNode? shown, JsonNode? now, string at)
    {
        if (shown is null || now is null)
            return null; // null is a value of whatever may be null; the schema judges it
        if (
            shown.GetValueKind() != now.GetValueKind()
            && !(
                shown.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                && now.GetValueKind() is JsonValueKind.True or JsonValueKind.False
            )
        )
            return at;
        if (shown is JsonArray first && now is JsonArray second)
            return first.Count > 0 && second.Count > 0 ? Difference(first[0], second[0], at + "[0]") : null;
        if (
            shown is not JsonObject left
            || now is not JsonObject right
            || at.EndsWith(".values", StringComparison.Ordinal)
            || at.EndsWith(".data", StringComparison.Ordinal)
        )
            return null;
        foreach (var name in left.Select(member => member.Key).Union(right.Select(member => member.Key)))
            if (left.ContainsKey(name) != right.ContainsKey(name))
                return $"{at}.{name}";
            else if (Difference(left[name], right[name], $"{at}.{name}") is { } deeper)
                return deeper;
        return null;
    }
}
