using System.Collections.Immutable;

namespace Supervision.Contracts;

/// <param name="ActivatedAt">When it was set; null for the built-in default.</param>
/// <param name="ActivatedBy">Account that set it; null for the built-in default.</param>
[GenerateSerializer, Immutable, Alias("policy-version")]
public sealed record PolicyVersion(Policy Policy, DateTimeOffset? ActivatedAt, string? ActivatedBy);

/// <param name="Versions">Newest first; the last is the built-in default, version 0.</param>
/// <param name="InForce">The version that judges what begins today.</param>
/// <param name="Today">Civil day the answer was given on.</param>
[GenerateSerializer, Immutable, Alias("county-policies")]
public sealed record CountyPolicies(ImmutableArray<PolicyVersion> Versions, int InForce, DateOnly Today);

/// <summary>What activating a policy would do. What has begun keeps the version it began with.</summary>
/// <param name="Problems">Why it would be refused; when there are any, the rest says what it would do without them.</param>
/// <param name="Over">The newest version now, which the differences are against.</param>
/// <param name="Version">The number it would get; <paramref name="Over"/> when it would change nothing.</param>
/// <param name="FirstMonth">The first month of schools it would judge: the first to begin on or after its day.</param>
/// <param name="Schools">Schools that would fare otherwise: the rules were run for each with and without it, up to the end of that month.</param>
/// <param name="FirstQuarter">The same for institutions.</param>
[GenerateSerializer, Immutable, Alias("policy-preview")]
public sealed record PolicyPreview(
    ImmutableArray<Refusal> Problems,
    int Over,
    int Version,
    DateOnly EffectiveFrom,
    ImmutableArray<PolicyDifference> Differences,
    Period FirstMonth,
    int Schools,
    Period FirstQuarter,
    int Institutions
);
