using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Supervision.Gateway.Requests;

/// <summary>
/// What an endpoint takes from its address, found from what its handler declares. Everything else is refused: a parameter that
/// nobody answers would be believed to have been.
/// </summary>
/// <param name="Query">By name, which is the same in upper and lower case.</param>
/// <param name="Path">Parts of the path that are no text.</param>
public sealed record TakenQuery(ImmutableArray<QueryParameter> Query, ImmutableArray<QueryParameter> Path)
{
    /// <summary>Null when the request says nothing that is not taken.</summary>
    public Refusal? Objection(IQueryCollection query, RouteValueDictionary route)
    {
        foreach (var part in Path)
            if (route[part.Name] is string value && part.Objection([value]) is { } unreadable)
                return unreadable;
        foreach (var (name, values) in query)
        {
            if (Query.FirstOrDefault(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } taken)
                return Unknown(name);
            if (taken.Objection(values) is { } objection)
                return objection;
        }

        return null;
    }

    internal static TakenQuery Of(EndpointBuilder endpoint)
    {
        var parts = endpoint is RouteEndpointBuilder { RoutePattern: var pattern }
            ? pattern.Parameters.Select(part => part.Name).ToHashSet(StringComparer.OrdinalIgnoreCase)
            : [];
        var (query, path) = (ImmutableArray.CreateBuilder<QueryParameter>(), ImmutableArray.CreateBuilder<QueryParameter>());
        foreach (var declared in endpoint.Metadata.OfType<IParameterBindingMetadata>())
        {
            var attributes = Attribute(declared.ParameterInfo);
            var name = attributes.OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? declared.ParameterInfo.Name ?? declared.Name;
            var type = Bare(declared.ParameterInfo.ParameterType, out var repeats);
            if (declared.HasBindAsync || !QueryParameter.IsReadable(type) || attributes.OfType<IFromHeaderMetadata>().Any())
                continue;
            if (!parts.Contains(name))
                query.Add(new(name, type, repeats, attributes.OfType<RangeAttribute>().FirstOrDefault()));
            else if (type != typeof(string))
                path.Add(new(name, type));
        }

        if (endpoint.Metadata.OfType<PreviewMark>().Any())
            query.Add(new(CommandRequest.PreviewQuery, typeof(bool)));
        return new(query.ToImmutable(), path.ToImmutable());
    }

    private Refusal Unknown(string name) =>
        QueryParameter.Malformed(
            name,
            new($"不接受参数 {QueryParameter.Said(name)}", $"the parameter {QueryParameter.Said(name)} is not taken here"),
            Query.IsEmpty
                ? new("此处不带查询参数", "no parameter in the query")
                : new(
                    string.Join("、", Query.Select(parameter => parameter.Name)),
                    string.Join(", ", Query.Select(parameter => parameter.Name))
                )
        );

    /// <summary>A member of a class of parameters carries its own attributes.</summary>
    private static List<Attribute> Attribute(ParameterInfo declared) => [.. declared.GetCustomAttributes()];

    private static Type Bare(Type type, out bool repeats)
    {
        repeats = type.IsArray;
        var each = repeats ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(each) ?? each;
    }
}

public static class TakenQueries
{
    /// <summary>Every route of the group refuses what it does not take; a new one can't forget to.</summary>
    public static void RefuseUntakenQueries(this RouteGroupBuilder group) =>
        ((IEndpointConventionBuilder)group).Finally(endpoint => endpoint.Metadata.Add(TakenQuery.Of(endpoint)));

    /// <summary>After access is judged: who may not ask is told that, and nothing of parameters.</summary>
    public static void UseTakenQueries(this WebApplication app) =>
        app.Use(
            (context, next) =>
                context.GetEndpoint()?.Metadata.GetMetadata<TakenQuery>()?.Objection(context.Request.Query, context.Request.RouteValues)
                    is { } refusal
                    ? Answers.Refuse(refusal).ExecuteAsync(context)
                    : next(context)
        );
}
