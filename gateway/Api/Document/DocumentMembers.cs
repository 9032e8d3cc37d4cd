using System.Text.Json.Nodes;

namespace Supervision.Gateway.Api.Document;

/// <summary>
/// Says of every member what it is and whether it has to be there: in an answer, what is always sent; in a body, what the reader
/// demands. A type that stands in both and differs there gets a second name for bodies, <c>QuietHoursInput</c>.
/// </summary>
internal static class DocumentMembers
{
    private const string Reference = "#/components/schemas/";

    public static void Complete(JsonObject document)
    {
        var schemas = document["components"]!["schemas"]!.AsObject();
        foreach (var (type, schema) in schemas)
            Describe(type, schema!.AsObject());
        var (asked, answered) = (Reached(Parts(document, "requestBody"), schemas), Reached(Parts(document, "responses"), schemas));
        var twofold = asked
            .Intersect(answered)
            .Where(type => DocumentSchemas.Contracts.TryGetValue(type, out var contract) && !contract.Demanded.SetEquals(contract.Sent))
            .ToHashSet(StringComparer.Ordinal);
        while (
            asked.Intersect(answered).FirstOrDefault(type => !twofold.Contains(type) && References(schemas[type]!).Any(twofold.Contains))
                is { } holder
        )
            twofold.Add(holder);
        foreach (var type in twofold)
            schemas[type + "Input"] = schemas[type]!.DeepClone();
        foreach (var (type, schema) in schemas.ToList())
        {
            var isInput = type.EndsWith("Input", StringComparison.Ordinal) && twofold.Contains(type[..^5]);
            var asks = isInput || (asked.Contains(type) && !answered.Contains(type));
            if (DocumentSchemas.Contracts.TryGetValue(isInput ? type[..^5] : type, out var contract))
                Require(schema!.AsObject(), asks ? contract.Demanded : contract.Sent, asks);
            if (asks)
                Rename(schema!, twofold);
        }

        foreach (var body in Parts(document, "requestBody"))
            Rename(body, twofold);
    }

    private static void Describe(string type, JsonObject schema)
    {
        foreach (var (member, of) in schema["properties"]?.AsObject() ?? [])
        {
            if (DocumentWords.OfMember(type, member) is not { } words)
                continue;
            of!["description"] = words;
        }
    }

    private static void Require(JsonObject schema, IReadOnlySet<string> members, bool asks)
    {
        if (schema["properties"] is not JsonObject properties)
            return;
        var required = properties.Select(property => property.Key).Where(members.Contains).ToList();
        if (required.Count == 0)
            schema.Remove("required");
        else
            schema["required"] = new JsonArray([.. required.Select(member => (JsonNode)member)]);
        if (asks)
            schema["additionalProperties"] = false; // a member that is not listed is refused
    }

    private static void Rename(JsonNode node, HashSet<string> twofold)
    {
        if (node is JsonObject members)
        {
            if (
                (string?)(members["$ref"] as JsonValue) is { } reference
                && reference.StartsWith(Reference, StringComparison.Ordinal)
                && twofold.Contains(reference[Reference.Length..])
            )
                members["$ref"] = reference + "Input";
            foreach (var (_, member) in members.ToList())
                if (member is not null)
                    Rename(member, twofold);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                if (item is not null)
                    Rename(item, twofold);
        }
    }

    private static List<JsonNode> Parts(JsonObject document, string part) =>
        [
            .. document["paths"]!
                .AsObject()
                .SelectMany(path => path.Value!.AsObject())
                .Select(operation => operation.Value![part])
                .OfType<JsonNode>(),
        ];

    private static HashSet<string> Reached(IEnumerable<JsonNode> from, JsonObject schemas)
    {
        var (reached, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<JsonNode>(from));
        while (open.TryPop(out var node))
            foreach (var type in References(node))
                if (reached.Add(type))
                    open.Push(schemas[type]!);
        return reached;
    }

    private static IEnumerable<string> References(JsonNode node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member =>
                member.Key == "$ref"
                && member.Value is JsonValue value
                && value.TryGetValue<string>(out var reference)
                && reference.StartsWith(Reference, StringComparison.Ordinal)
                    ? [reference[Reference.Length..]]
                : member.Value is null ? []
                : References(member.Value)
            ),
            JsonArray items => items.Where(item => item is not null).SelectMany(item => References(item!)),
            _ => [],
        };
}
