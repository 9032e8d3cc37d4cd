using System.Text.Json;
using System.Text.Json.Serialization;

namespace Supervision.Gateway.Api.Policies;

/// <summary>The thresholds a county judges by: what there is to set, what the source's plans set, and the county's own versions.</summary>
public static class PoliciesApi
{
    /// <summary>A policy as it is asked for: the newest version, a preset laid over it, and single values over both.</summary>
    /// <param name="Preset">Name of a preset; null for none.</param>
    /// <param name="Values">By key; numbers, true or false, lists, or the text the catalogue shows.</param>
    /// <param name="EffectiveFrom">First civil day; after today.</param>
    /// <param name="Title">At most 100 characters; null takes the preset's.</param>
    /// <param name="Over">The version seen as the newest: another one by now refuses. Null takes the newest as it is.</param>
    public sealed record PolicyBody(
        string? Preset,
        IReadOnlyDictionary<string, JsonElement>? Values,
        DateOnly? EffectiveFrom,
        string? Title,
        int? Over
    );

    /// <summary>A policy to be activated or previewed: its day has to be said.</summary>
    /// <inheritdoc cref="PolicyBody"/>
    public sealed record DatedPolicyBody(
        string? Preset,
        IReadOnlyDictionary<string, JsonElement>? Values,
        [property: JsonRequired] DateOnly EffectiveFrom,
        string? Title,
        int? Over
    )
    {
        public PolicyBody AsAsked() => new(Preset, Values, EffectiveFrom, Title, Over);
    }

    /// <param name="Valid">Activating it now would be accepted.</param>
    /// <param name="Problems">Each as the refusal it would be, with the parameter's key as its field.</param>
    public sealed record CheckView(bool Valid, IReadOnlyList<Problem> Problems);

    public static void MapPolicies(this RouteGroupBuilder api)
    {
        api.MapGet("/policies/catalogue", () => Catalogue)
            .WithTags("政策 Policies")
            .Says<IReadOnlyList<ParameterView>>("参数目录：范围、单位、默认值与出处 / Every parameter with range, unit, default and source")
            .NeedsSession();
        api.MapGet("/policies/presets", () => Presets)
            .WithTags("政策 Policies")
            .Says<IReadOnlyList<PresetView>>("预设方案：原文各方案所定的参数 / Presets: what the source's plans decide")
            .NeedsSession();
        var policies = api.MapGroup("/counties/{code}/policies").WithTags("政策 Policies");
        policies
            .MapGet("", Read)
            .Says<PoliciesView>("本县（市、区）政策的全部版本，最新在前 / A county's policy versions, newest first")
            .MayAsk(May.ReadPolicies, Within.County);
        policies
            .MapPost("/validate", Validate)
            .Says<CheckView>("检查拟设政策，不作更改 / Check a policy without changing anything")
            .MayAsk(May.TryPolicies, Within.County);
        policies
            .MapPost("/preview", Preview)
            .Says<PolicyPreviewView>("预览拟设政策的差异与影响范围 / Preview what a policy would change, and for whom")
            .MayAsk(May.TryPolicies, Within.County);
        policies
            .MapPost("/activate", Activate)
            .IsCommand("启用新版政策，自生效日起适用于新的周期 / Activate a policy for what begins from its day on")
            .MayAsk(May.SetPolicies, Within.County);
    }

    private static IReadOnlyList<ParameterView> Catalogue { get; } = [.. PolicyCatalogue.All.Select(ParameterView.Of)];

    private static IReadOnlyList<PresetView> Presets { get; } = [.. PolicyPresets.All.Select(PresetView.Of)];

    private static async Task<IResult> Read(string code, IClusterClient cluster)
    {
        var (policies, refusal) = await Find(code, cluster);
        return refusal is null ? TypedResults.Ok(PoliciesView.Of(code, policies!)) : Answers.Refuse(refusal);
    }

    private static async Task<IResult> Validate(string code, PolicyBody body, IClusterClient cluster)
    {
        var (preview, problems) = await Try(code, body, cluster);
        return preview is null
            ? Answers.Refuse(problems[0])
            : TypedResults.Ok(new CheckView(problems.IsEmpty, [.. problems.Select(Problem.Of)]));
    }

    private static async Task<IResult> Preview(string code, DatedPolicyBody body, IClusterClient cluster)
    {
        var (preview, problems) = await Try(code, body.AsAsked(), cluster);
        return preview is null || !problems.IsEmpty ? Answers.Refuse(problems[0]) : TypedResults.Ok(PolicyPreviewView.Of(preview));
    }

    private static async Task<IResult> Activate(string code, CommandRequest<DatedPolicyBody> request, IClusterClient cluster)
    {
        if (request.Refusal is { } malformed)
            return Answers.Refuse(malformed);
        var (policies, unknown) = await Find(code, cluster);
        if (unknown is not null)
            return Answers.Refuse(unknown);
        var (command, problems) = PolicyReader.Command(request.Body!.AsAsked(), policies!);
        return problems.IsEmpty
            ? request.Answer(
                Keys.County(code),
                await cluster.GetGrain<ICountyGrain>(Keys.County(code)).Execute(request.Submit<CountyCommand>(command))
            )
            : Answers.Refuse(problems[0]);
    }

    /// <summary>What the body would do, and everything wrong with it; no preview when there is no such county.</summary>
    private static async Task<(PolicyPreview? Preview, ImmutableArray<Refusal> Problems)> Try(
        string code,
        PolicyBody body,
        IClusterClient cluster
    )
    {
        var (policies, refusal) = await Find(code, cluster);
        if (refusal is not null)
            return (null, [refusal]);
        var (command, problems) = PolicyReader.Command(body, policies!);
        var preview = await cluster.GetGrain<ICountyGrain>(Keys.County(code)).Preview(command);
        if (preview is null)
            return (null, [Unknown()]);
        // A day that was not given is no wrong day.
        return (
            preview,
            [
                .. problems,
                .. preview.Problems.Where(problem => body.EffectiveFrom is not null || problem.Code != RefusalCode.PolicyEffectiveTooEarly),
            ]
        );
    }

    private static async Task<(CountyPolicies? Policies, Refusal? Refusal)> Find(string code, IClusterClient cluster)
    {
        if (!Scopes.IsBoard(Keys.County(code)))
            return (null, Unknown());
        return await cluster.GetGrain<ICountyGrain>(Keys.County(code)).Policies() is { } policies ? (policies, null) : (null, Unknown());
    }

    private static Refusal Unknown() =>
        new(RefusalCode.CountyUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null);
}
