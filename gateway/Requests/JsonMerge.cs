using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;

namespace Supervision.Gateway.Requests;

/// <summary>
/// Lays a record as it was sent over the one that stands (RFC 7396): a member that is absent stays as it is, one that is null is
/// cleared. Without this an absent member would become its type's default, and nobody would have asked for it.
/// </summary>
internal static class JsonMerge
{
    /// <exception cref="JsonException">A member is of another type.</exception>
    public static T Over<T>(T standing, JsonObject sent, JsonSerializerOptions options) =>
        Merge(JsonSerializer.SerializeToNode(standing, options)!.AsObject(), sent).Deserialize<T>(options)!;

    /// <summary>True when the sent record has the member, also as null.</summary>
    public static bool Has(this JsonObject sent, string member) =>
        sent.Any(each => each.Key.Equals(member, StringComparison.OrdinalIgnoreCase));

    private static JsonObject Merge(JsonObject standing, JsonObject sent)
    {
        foreach (var (name, value) in sent)
        {
            // Members are read whatever their case.
            var known =
                standing.Select(each => each.Key).FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;
            standing[known] = value is JsonObject inner && standing[known] is JsonObject under ? Merge(under, inner) : value?.DeepClone();
        }

        return standing;
    }
}

/// <summary>A whole record that is brought up to date: what was sent of it, and how it lies over the one that stands.</summary>
/// <param name="Sent">Null besides a refusal.</param>
public sealed record UpsertBody<T>(JsonObject? Sent, Refusal? Refusal, JsonSerializerOptions Options) : IEndpointParameterMetadataProvider
    where T : class
{
    public static async ValueTask<UpsertBody<T>> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            if (!context.Request.HasJsonContentType())
                return new(null, BodyFault.NotJson(), options);
            var sent = await context.Request.ReadFromJsonAsync<JsonObject>(options, context.RequestAborted);
            if (sent is null)
                return new(null, BodyFault.Empty(), options);
            sent.Deserialize<T>(options); // what is wrong by itself is said before anything is looked up
            return new(sent, null, options);
        }
        catch (JsonException fault)
        {
            return new(null, BodyFault.Of(fault, typeof(T), options), options);
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    public T Over(T standing) => JsonMerge.Over(standing, Sent!, Options);
}
