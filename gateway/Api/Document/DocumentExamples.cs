using System.Text.Json.Nodes;

namespace Supervision.Gateway.Api.Document;

/// <summary>
/// The example of each operation, a file of its own beside this one under its name: a request that a test sends, and the answer it
/// got, with what changes from day to day written as in the file. They are made by that test.
/// </summary>
internal static class DocumentExamples
{
    public static void Add(JsonObject operation)
    {
        if ((string?)operation["operationId"] is not { } id || Read(id) is not { } example)
            return;
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            if (example["parameters"]?[(string)parameter!["name"]!] is { } value)
                parameter["example"] = value.DeepClone();
        if (example["body"] is { } body)
            foreach (var (_, content) in operation["requestBody"]?["content"]?.AsObject() ?? [])
                content!["example"] = body.DeepClone();
        if (example["answer"] is { } answer && operation["responses"]?[(string)example["status"]!]?["content"] is JsonObject contents)
            foreach (var (_, content) in contents)
                content!["example"] = answer.DeepClone();
    }

    private static JsonNode? Read(string id)
    {
        using var file = typeof(DocumentExamples).Assembly.GetManifestResourceStream($"Api/Document/Examples/{id}.json");
        return file is null ? null : JsonNode.Parse(file);
    }
}
