using System.Text.Json.Nodes;

namespace Supervision.TestKit.Malformed;

/// <param name="Method">Upper case.</param>
/// <param name="Path">With its parameters in braces.</param>
/// <param name="Query">Names of the parameters a query may have.</param>
/// <param name="Body">Schema of the body; null when there is none, or when it is no JSON.</param>
/// <param name="BodyTypes">Media types it takes.</param>
public sealed record ApiOperation(string Method, string Path, IReadOnlyList<string> Query, JsonNode? Body, IReadOnlyList<string> BodyTypes)
{
    public bool Changes => Method is not ("GET" or "HEAD");

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>What an OpenAPI document says may be asked.</summary>
public sealed class ApiDescription
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    private readonly JsonNode _document;

    public ApiDescription(string document)
    {
        _document = JsonNode.Parse(document)!;
        Operations =
        [
            .. from path in _document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            where Methods.Contains(operation.Key)
            select Read(operation.Key.ToUpperInvariant(), path.Key, operation.Value!),
        ];
    }

    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>The schema itself when it only refers to another.</summary>
    public JsonNode Resolve(JsonNode schema)
    {
        while ((string?)schema["$ref"] is { } reference)
            schema = _document["components"]!["schemas"]![reference.Split('/')[^1]]!;
        return schema["oneOf"] is JsonArray { Count: > 0 } alternatives ? Resolve(alternatives[^1]!) : schema;
    }

    private static ApiOperation Read(string method, string path, JsonNode said)
    {
        var content = said["requestBody"]?["content"]?.AsObject();
        return new(
            method,
            path,
            [
                .. (said["parameters"]?.AsArray() ?? [])
                    .Where(parameter => (string?)parameter!["in"] == "query")
                    .Select(parameter => (string)parameter!["name"]!),
            ],
            content?["application/json"]?["schema"],
            [.. (content ?? []).Select(type => type.Key)]
        );
    }
}
