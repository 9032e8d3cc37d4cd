using System.Text.Json.Nodes;

namespace Supervision.Gateway.Api.Policies;

/// <summary>A parameter as there is one to set.</summary>
/// <param name="Source">Lines and decisions it rests on; null when there are none.</param>
/// <param name="Minimum">Least value, of each in a list; first month of a window; null when there is none.</param>
/// <param name="Maximum">Greatest value, of each in a list; last month of a window; most characters of a text; null when there is none.</param>
/// <param name="Choices">Empty unless there are choices.</param>
/// <param name="Accepted">The range in words.</param>
public sealed record ParameterView(
    string Key,
    Text Group,
    PolicyValueKind Kind,
    Text Unit,
    Text Meaning,
    string? Source,
    int? Minimum,
    int? Maximum,
    ImmutableArray<string> Choices,
    Text Accepted,
    JsonNode Default
)
{
    public static ParameterView Of(PolicyParameter parameter) =>
        new(
            parameter.Key,
            parameter.Group,
            parameter.Range.Kind,
            parameter.Unit,
            parameter.Meaning,
            parameter.Source,
            parameter.Range.Minimum,
            parameter.Range.Maximum,
            parameter.Range.Choices,
            PolicyRefusals.Accepted(parameter),
            PolicyReader.Json(parameter, parameter.Default)
        );
}

/// <param name="Source">Lines of the plan, and the decision that reads them.</param>
public sealed record PresetValueView(string Key, JsonNode Value, string Source);

/// <param name="Source">The lines the plan fills, as far as its text is known.</param>
/// <param name="Silent">What its known text leaves open; a preset leaves that as it is.</param>
public sealed record PresetView(string Name, Text Title, string Source, Text Silent, IReadOnlyList<PresetValueView> Values)
{
    public static PresetView Of(PolicyPreset preset) =>
        new(
            preset.Name,
            preset.Title,
            preset.Source,
            preset.Silent,
            [
                .. preset.Values.Select(each => new PresetValueView(
                    each.Key,
                    PolicyReader.Json(PolicyCatalogue.Find(each.Key)!, each.Value),
                    each.Source
                )),
            ]
        );
}

/// <param name="Version">0 is the built-in default.</param>
/// <param name="EffectiveFrom">First civil day it applies to what begins; null for the built-in default.</param>
/// <param name="Values">Every parameter by its key.</param>
public sealed record PolicyVersionView(
    int Version,
    DateOnly? EffectiveFrom,
    string? Title,
    DateTimeOffset? ActivatedAt,
    string? ActivatedBy,
    bool InForce,
    IReadOnlyDictionary<string, JsonNode> Values
);

/// <param name="Today">Civil day of the answer.</param>
/// <param name="InForce">The version that judges what begins today.</param>
/// <param name="Versions">Newest first, the built-in default last.</param>
public sealed record PoliciesView(string County, DateOnly Today, int InForce, IReadOnlyList<PolicyVersionView> Versions)
{
    public static PoliciesView Of(string county, CountyPolicies policies) =>
        new(
            county,
            policies.Today,
            policies.InForce,
            [
                .. policies.Versions.Select(version => new PolicyVersionView(
                    version.Policy.Version,
                    version.ActivatedAt is null ? null : version.Policy.EffectiveFrom,
                    version.Policy.Title,
                    version.ActivatedAt,
                    version.ActivatedBy,
                    version.Policy.Version == policies.InForce,
                    PolicyCatalogue.All.ToDictionary(
                        parameter => parameter.Key,
                        parameter => PolicyReader.Json(parameter, parameter.Read(version.Policy) ?? "")
                    )
                )),
            ]
        );
}

/// <summary>A parameter that would change.</summary>
public sealed record DifferenceView(string Key, Text Meaning, Text Unit, JsonNode Before, JsonNode After)
{
    public static DifferenceView Of(PolicyDifference difference)
    {
        var parameter = PolicyCatalogue.Find(difference.Key)!;
        return new(
            difference.Key,
            parameter.Meaning,
            parameter.Unit,
            PolicyReader.Json(parameter, difference.Before),
            PolicyReader.Json(parameter, difference.After)
        );
    }
}

/// <summary>What activating would do; whatever has begun by then keeps the version it began with.</summary>
/// <param name="Over">The newest version now, which the differences are against.</param>
/// <param name="Version">The number it would get; the same as <paramref name="Over"/> when nothing would change.</param>
/// <param name="FirstMonth">The first month of schools it would judge.</param>
/// <param name="Schools">How many schools would fare otherwise: the rules were run for each with and without it.</param>
/// <param name="FirstQuarter">The first quarter of institutions it would judge.</param>
/// <param name="Institutions">The same of institutions.</param>
public sealed record PolicyPreviewView(
    int Over,
    int Version,
    DateOnly EffectiveFrom,
    IReadOnlyList<DifferenceView> Differences,
    Period FirstMonth,
    int Schools,
    Period FirstQuarter,
    int Institutions
)
{
    public static PolicyPreviewView Of(PolicyPreview preview) =>
        new(
            preview.Over,
            preview.Version,
            preview.EffectiveFrom,
            [.. preview.Differences.Select(DifferenceView.Of)],
            preview.FirstMonth,
            preview.Schools,
            preview.FirstQuarter,
            preview.Institutions
        );
}
