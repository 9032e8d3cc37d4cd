using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Supervision.Gateway.Api.Document;

/// <summary>
/// Says in the OpenAPI document what the serializer can't: numbers are never sent as strings, instants and periods are strings,
/// choices are names, and computed members are always there. The front end's types are generated from it.
/// </summary>
internal static class DocumentSchemas
{
    private static readonly Lazy<HashSet<string>> Shared = new(() =>
        [
            .. new[] { typeof(DocumentSchemas).Assembly, typeof(Keys).Assembly, typeof(Rung).Assembly }
                .SelectMany(assembly => assembly.GetTypes())
                .Where(type => type.IsVisible)
                .GroupBy(type => type.Name)
                .Where(name => name.Count() > 1)
                .Select(name => name.Key),
        ]
    );

    public static void AddPreciseSchemas(this OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = info => NameOf(info.Type) ?? OpenApiOptions.CreateDefaultSchemaReferenceId(info);
        options.AddSchemaTransformer(
            (schema, context, _) =>
            {
                Describe(schema, context.JsonTypeInfo);
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>
    /// A name of its own for a nested type that shares its name with another, <c>SandboxClockView</c>; null for all others. Under a
    /// shared one the document would show the first for both.
    /// </summary>
    public static string? NameOf(Type type) =>
        type.DeclaringType is { } outer && Shared.Value.Contains(type.Name)
            ? outer.Name.Replace("Api", "", StringComparison.Ordinal) + type.Name
            : null;

    private static void Describe(OpenApiSchema schema, JsonTypeInfo info)
    {
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var orNull = type == info.Type ? default(JsonSchemaType) : JsonSchemaType.Null;
        if (type == typeof(DateTimeOffset))
            (schema.Type, schema.Format) = (JsonSchemaType.String | orNull, "date-time");
        else if (type == typeof(Period))
            (schema.Type, schema.Pattern) = (JsonSchemaType.String | orNull, "^\\d{4}(-\\d{2}|Q[1-4])$");
        else if (type.IsEnum && schema.Enum is { Count: > 0 })
        {
            schema.Type = JsonSchemaType.String; // where null is taken besides, the member says so
            schema.Enum = [.. ChoiceNames.Of(type).Select(name => (JsonNode)name)];
            if (type.IsDefined(typeof(FlagsAttribute), inherit: false))
                (schema.Enum, schema.Pattern) = (
                    [],
                    $"^({string.Join('|', ChoiceNames.Of(type))})(, ({string.Join('|', ChoiceNames.Of(type))}))*$"
                );
        }
        else if (
            schema.Type is { } numeric
            && numeric.HasFlag(JsonSchemaType.String)
            && (numeric & (JsonSchemaType.Integer | JsonSchemaType.Number)) != 0
        )
            (schema.Type, schema.Pattern) = (numeric & ~JsonSchemaType.String, null);

        if (info.Kind != JsonTypeInfoKind.Object)
            return;
        foreach (var computed in info.Properties.Where(member => member.Set is null && !member.IsGetNullable))
            if (schema.Properties?.TryGetValue(computed.Name, out var found) == true && found is OpenApiSchema { Type: { } said } member)
                member.Type = said & ~JsonSchemaType.Null;
        Contracts[NameOf(type) ?? type.Name] = new(
            info.Properties.Where(member => member.IsRequired).Select(member => member.Name).ToFrozenSet(StringComparer.Ordinal),
            info.Properties.Where(member => member.Get is not null && !IsLeftOut(member))
                .Select(member => member.Name)
                .ToFrozenSet(StringComparer.Ordinal)
        );
        if (type == typeof(SessionView) && schema.Properties?["may"] is OpenApiSchema { Items: OpenApiSchema act })
            act.Enum = [.. Acts.Names.Select(name => (JsonNode)name)];
    }

    /// <summary>Sent only when there is something to say.</summary>
    private static bool IsLeftOut(JsonPropertyInfo member) =>
        member
            .AttributeProvider?.GetCustomAttributes(typeof(JsonIgnoreAttribute), inherit: true)
            .Cast<JsonIgnoreAttribute>()
            .Any(ignored => ignored.Condition != JsonIgnoreCondition.Never) == true;

    /// <summary>Which members of an object are there, by its name in the document.</summary>
    /// <param name="Demanded">By the reader of a body.</param>
    /// <param name="Sent">In every answer.</param>
    internal sealed record Contract(FrozenSet<string> Demanded, FrozenSet<string> Sent);

    internal static ConcurrentDictionary<string, Contract> Contracts { get; } = new(StringComparer.Ordinal);
}
