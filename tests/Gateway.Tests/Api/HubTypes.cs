using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Supervision.Gateway.Tests.Api;

/// <summary>The hub as TypeScript, from its methods: it is no part of the OpenAPI document, but its rows are.</summary>
internal static class HubTypes
{
    /// <summary>Payloads the document describes already; the others are written out here.</summary>
    private static readonly HashSet<Type> Described = [typeof(BoardView)];

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Write()
    {
        var payloads = new SortedDictionary<string, Type>(StringComparer.Ordinal);
        var calls = typeof(IBoardClient)
            .GetMethods()
            .OrderBy(method => method.Name, StringComparer.Ordinal)
            .Select(method => $"  {method.Name}({Parameters(method)}): void")
            .ToList();
        var methods = typeof(BoardHub)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsVirtual)
            .OrderBy(method => method.Name, StringComparer.Ordinal)
            .Select(method => $"  {method.Name}({Parameters(method)}): Promise<void>")
            .ToList();
        string[] lines =
        [
            "// Generated from BoardHub and IBoardClient: npm run types.",
            "",
            "import type { components } from './api'",
            "",
            "type Schemas = components['schemas']",
            "",
            "/** What the server calls. */",
            "export interface BoardHubClient {",
            .. calls,
            "}",
            "",
            "/** What a client calls. */",
            "export interface BoardHub {",
            .. methods,
            "}",
            .. payloads.Values.SelectMany(payload =>
                (string[])["", $"export interface {payload.Name} {{", .. payload.GetProperties().Select(Member), "}"]
            ),
        ];
        return string.Join('\n', lines) + "\n";

        string Parameters(MethodInfo method) =>
            string.Join(
                ", ",
                method
                    .GetParameters()
                    .Select(parameter =>
                    {
                        var type = parameter.ParameterType;
                        if (type.Assembly == typeof(BoardView).Assembly && !Described.Contains(type))
                            payloads[type.Name] = type;
                        return $"{parameter.Name}: {(payloads.ContainsKey(type.Name) ? type.Name : NameOf(type, Nullability.Create(parameter)))}";
                    })
            );
    }

    private static string Member(PropertyInfo member) =>
        $"  {JsonNamingPolicy.CamelCase.ConvertName(member.Name)}: {NameOf(member.PropertyType, Nullability.Create(member))}";

    private static string NameOf(Type type, NullabilityInfo? nullability)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var orNull = plain != type || nullability?.ReadState == NullabilityState.Nullable ? " | null" : "";
        if (plain == typeof(string) || plain == typeof(DateTimeOffset))
            return "string" + orNull;
        if (plain == typeof(bool))
            return "boolean" + orNull;
        if (plain == typeof(int) || plain == typeof(long))
            return "number" + orNull;
        if (plain.IsGenericType && plain.IsAssignableTo(typeof(IEnumerable)))
            return $"{NameOf(plain.GetGenericArguments()[0], null)}[]{orNull}";
        return $"Schemas['{plain.Name}']{orNull}";
    }
}
