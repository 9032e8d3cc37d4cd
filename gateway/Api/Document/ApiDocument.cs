using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Supervision.Gateway.Api.Document;

/// <summary>
/// The OpenAPI document as it is served: what the framework finds of routes and types, and then what only this program knows: names,
/// who may ask, every way an operation can refuse, what a reader demands, the words of each member, and an example that was really sent.
/// </summary>
internal sealed class ApiDocument
{
    public const string Path = "/openapi/v1.json";

    private static readonly JsonSerializerOptions Written = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Lazy<Task<byte[]>> _bytes;

    public ApiDocument([FromKeyedServices("v1")] IOpenApiDocumentProvider found, IEnumerable<EndpointDataSource> routes) =>
        _bytes = new(() => Write(found, routes));

    public static void Map(WebApplication app) =>
        app.MapGet(Path, async (ApiDocument document) => TypedResults.Bytes(await document._bytes.Value, "application/json"))
            .ExcludeFromDescription();

    private static async Task<byte[]> Write(IOpenApiDocumentProvider found, IEnumerable<EndpointDataSource> routes)
    {
        var document = JsonNode
            .Parse(await (await found.GetOpenApiDocumentAsync()).SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!
            .AsObject();
        document["servers"] = new JsonArray(new JsonObject { ["url"] = "/", ["description"] = "本站 / this site" });
        DocumentTags.Describe(document);
        DocumentOperations.Complete(document, Endpoints(routes));
        DocumentMembers.Complete(document);
        return JsonSerializer.SerializeToUtf8Bytes(document, Written);
    }

    /// <summary>By method and path as the document writes them.</summary>
    private static Dictionary<string, EndpointMetadataCollection> Endpoints(IEnumerable<EndpointDataSource> routes)
    {
        var endpoints = new Dictionary<string, EndpointMetadataCollection>(StringComparer.Ordinal);
        foreach (var endpoint in routes.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        foreach (var method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
            endpoints[
                $"{method} /{string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Part))))}"
            ] = endpoint.Metadata;
        return endpoints;
    }

    private static string Part(Microsoft.AspNetCore.Routing.Patterns.RoutePatternPart part) =>
        part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
            _ => "",
        };
}
