using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Supervision.Gateway.Tests.Api.Examples;

internal sealed record DocumentOperation(string Id, string Method, string Path, JsonObject Said)
{
    public IReadOnlyList<JsonNode> Parameters => [.. (Said["parameters"]?.AsArray() ?? []).Select(parameter => parameter!)];
}

/// <summary>The OpenAPI document as it is served, and what it says of JSON.</summary>
internal sealed class ApiDocumentText(JsonNode document)
{
    private readonly Dictionary<string, JsonSchema> _schemas = [];

    public JsonNode Document => document;

    public IReadOnlyList<DocumentOperation> Operations { get; } =
    [
        .. document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject()
                    .Select(operation => new DocumentOperation(
                        (string?)operation.Value!["operationId"] ?? "",
                        operation.Key.ToUpperInvariant(),
                        path.Key,
                        operation.Value!.AsObject()
                    ))
            ),
    ];

    public DocumentOperation Operation(string id) =>
        Operations.FirstOrDefault(operation => operation.Id == id)
        ?? throw new ArgumentException($"No operation is called {id}.", nameof(id));

    /// <summary>Where a value is not what a schema of the document says.</summary>
    public IEnumerable<string> Faults(JsonNode schema, JsonNode value)
    {
        var text = schema.ToJsonString();
        if (!_schemas.TryGetValue(text, out var known))
        {
            var whole = new JsonObject
            {
                ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
                ["allOf"] = new JsonArray(JsonNode.Parse(text)),
                ["components"] = document["components"]!.DeepClone(),
            };
            _schemas[text] = known = JsonSchema.FromText(whole.ToJsonString());
        }

        var results = known.Evaluate(JsonSerializer.SerializeToElement(value), new EvaluationOptions { OutputFormat = OutputFormat.List });
        if (results.IsValid)
            return [];
        return (results.Details ?? [])
            .Where(detail => detail.Errors is { Count: > 0 })
            .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation} {error.Key}: {error.Value}"))
            .Take(5);
    }
}
