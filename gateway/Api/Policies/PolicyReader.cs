using System.Text.Json;
using System.Text.Json.Nodes;

namespace Supervision.Gateway.Api.Policies;

/// <summary>Policies and their values between JSON and the texts the rules know them by.</summary>
internal static class PolicyReader
{
    /// <summary>Problems of one request that are reported.</summary>
    private const int MostProblems = 100;

    /// <summary>The command a body asks for, and what of it could not be laid over the newest version.</summary>
    public static (ActivatePolicy Command, ImmutableArray<Refusal> Problems) Command(PoliciesApi.PolicyBody body, CountyPolicies policies)
    {
        var problems = new List<Refusal>();
        var policy = policies.Versions[0].Policy;
        var title = string.IsNullOrWhiteSpace(body.Title) ? null : body.Title.Trim();
        if (body.Preset is { } name)
        {
            if (PolicyPresets.Find(name) is { } preset)
                (policy, title) = (preset.Over(policy), title ?? preset.Title.Zh);
            else
                problems.Add(PolicyRefusals.PresetUnknown(name));
        }

        foreach (var (key, value) in (body.Values ?? new Dictionary<string, JsonElement>()).Take(MostProblems))
        {
            Refusal? refusal;
            if (PolicyCatalogue.Find(key) is not { } parameter)
                refusal = PolicyRefusals.ParameterUnknown(key);
            else if (Text(parameter.Range.Kind, value) is { } text)
                (policy, refusal) = parameter.Write(policy, text);
            else
                refusal = PolicyRefusals.ValueInvalid(parameter, value.ValueKind == JsonValueKind.Null ? null : value.GetRawText());
            if (refusal is not null)
                problems.Add(refusal);
        }

        if (body.Values?.Count > MostProblems)
            problems.Add(Refusals.Invalid("values", "参数过多", "there are too many values", $"≤ {MostProblems}"));
        if (body.EffectiveFrom is null)
            problems.Add(Refusals.Required("effectiveFrom"));
        var asked = policy with { EffectiveFrom = body.EffectiveFrom ?? DateOnly.MinValue, Title = title };
        return (new(asked, body.Over ?? policies.Versions[0].Policy.Version), [.. problems]);
    }

    /// <summary>A value as the catalogue's kind is natural in JSON.</summary>
    public static JsonNode Json(PolicyParameter parameter, string value) =>
        parameter.Range.Kind switch
        {
            PolicyValueKind.Number when PolicyValue.Number(value) is { } number => JsonValue.Create(number),
            PolicyValueKind.Flag when PolicyValue.Flag(value) is { } flag => JsonValue.Create(flag),
            PolicyValueKind.Numbers when PolicyValue.Numbers(value) is { } numbers => new JsonArray([
                .. numbers.Select(number => (JsonNode)JsonValue.Create(number)),
            ]),
            PolicyValueKind.Choices => new JsonArray([.. PolicyValue.Names(value).Select(name => (JsonNode)JsonValue.Create(name)!)]),
            _ => JsonValue.Create(value)!,
        };

    /// <summary>Null for JSON that is no value of the kind.</summary>
    private static string? Text(PolicyValueKind kind, JsonElement value) =>
        (kind, value.ValueKind) switch
        {
            (_, JsonValueKind.String) => String(value),
            (PolicyValueKind.Number, JsonValueKind.Number) => value.GetRawText(),
            (PolicyValueKind.Flag, JsonValueKind.True) => PolicyValue.Of(true),
            (PolicyValueKind.Flag, JsonValueKind.False) => PolicyValue.Of(false),
            (PolicyValueKind.Numbers or PolicyValueKind.Choices, JsonValueKind.Array) => List(value),
            _ => null,
        };

    private static string? List(JsonElement value)
    {
        var items = value
            .EnumerateArray()
            .Select(item =>
                item.ValueKind == JsonValueKind.String ? String(item)
                : item.ValueKind == JsonValueKind.Number ? item.GetRawText()
                : null
            )
            .ToList();
        return items.Contains(null) ? null : string.Join(", ", items);
    }

    /// <summary>Null for half a surrogate pair, which JSON can escape and no text can hold.</summary>
    private static string? String(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
