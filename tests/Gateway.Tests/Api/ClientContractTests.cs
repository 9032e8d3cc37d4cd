using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Supervision.Gateway.Tests.Hosting;

namespace Supervision.Gateway.Tests.Api;

/// <summary>
/// What the front end is compiled against is what this server says: its OpenAPI document and its hub. After a wanted change run
/// <c>npm run types</c> in gateway/web, which runs these tests with <c>UPDATE_TYPES=1</c> and generates the TypeScript.
/// </summary>
public sealed class ClientContractTests(Springs springs)
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_TYPES") is { Length: > 0 };

    [Fact]
    public async Task OpenApiDocument_IsTheOneTheFrontEndWasCompiledAgainst()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var document = (await spring.Admin.Get("/openapi/v1.json")).Node.AsObject();

        Compare(
            "openapi.json",
            Sorted(document)!
                .ToJsonString(
                    new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
                ) + "\n"
        );
    }

    [Fact]
    public void Hub_IsTheOneTheFrontEndWasCompiledAgainst() => Compare("hub.ts", HubTypes.Write());

    /// <summary>Of two that shared one, the document would show the first for both.</summary>
    [Fact]
    public async Task TypesOfTheDocument_HaveNamesOfTheirOwn()
    {
        var spring = await springs.On(StoreUnderTest.Sqlite);
        var endpoints = spring.Gateway.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        var seen = new HashSet<Type>();
        foreach (var endpoint in endpoints)
        {
            foreach (var answer in endpoint.Metadata.OfType<IProducesResponseTypeMetadata>())
                Visit(answer.Type);
            foreach (var body in endpoint.Metadata.OfType<IAcceptsMetadata>())
                Visit(body.RequestType);
        }

        seen.Where(type => !type.IsGenericType && type.Assembly.GetName().Name!.StartsWith("Supervision", StringComparison.Ordinal))
            .GroupBy(type => DocumentSchemas.NameOf(type) ?? type.Name)
            .Where(name => name.Count() > 1)
            .Select(name => string.Join(", ", name.Select(type => type.FullName)))
            .Should()
            .BeEmpty("DocumentSchemas.NameOf tells them apart");

        void Visit(Type? type)
        {
            if (type is null || !seen.Add(type))
                return;
            foreach (var argument in type.GetGenericArguments())
                Visit(argument);
            if (type.IsArray)
                Visit(type.GetElementType());
            if (type.Assembly.GetName().Name!.StartsWith("Supervision", StringComparison.Ordinal) && !type.IsEnum)
                foreach (var member in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                    Visit(member.PropertyType);
        }
    }

    private static void Compare(string name, string present)
    {
        var file = Path.Combine(Folder(), name);
        if (Update)
            File.WriteAllText(file, present);
        (File.Exists(file) ? File.ReadAllText(file) : "")
            .ReplaceLineEndings("\n")
            .Should()
            .Be(present, "gateway/web/src/client/generated/{0} is generated: npm run types", name);
    }

    private static JsonNode? Sorted(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members
                    .OrderBy(member => member.Key, StringComparer.Ordinal)
                    .Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Sorted)]),
            _ => node?.DeepClone(),
        };

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Supervision.Actors.sln")))
            folder = folder.Parent!;
        return Directory.CreateDirectory(Path.Combine(folder.FullName, "gateway/web/src/client/generated")).FullName;
    }
}
