using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Supervision.Gateway.Api.Units;

/// <summary>What a phone takes along before it goes where there is no signal. Both answers have an ETag: asking again costs little.</summary>
/// <remarks>Visits come back one by one to their units, like everybody's: each has its own receipt, refusal and photographs.</remarks>
public static class FieldApi
{
    /// <summary>The server's time, also when nothing else changed.</summary>
    public const string TimeHeader = "X-Server-Time";

    private const int MaxBesides = 20;
    private const int AtOnce = 16;

    public static void MapField(this RouteGroupBuilder api)
    {
        api.MapGet("/inspectors/{code}/field", Read)
            .WithTags("督学 Inspectors")
            .Says<FieldView>(
                "督学手机的离线资料：任务、未办结问题、计划 / What an inspector's phone takes along: worklist, open issues, plans"
            )
            .WithDescription(
                "also 可另带至多 20 个单位（school/2133901746，以逗号分隔）。 / also brings up to 20 more units (school/2133901746, with commas)."
            )
            .MayAsk(May.TakeAlong, Within.Inspector);
        api.MapGet("/field/catalogue", Catalogue)
            .WithTags("督学 Inspectors")
            .Says<FieldCatalogue>("检查表各版本与问题分类 / Checklists of every version, and the categories of issues")
            .MayAsk(May.ReadCatalogue);
    }

    /// <summary>In the words of the caller's county.</summary>
    private static async Task<IResult> Catalogue(
        HttpContext context,
        IClusterClient cluster,
        IOptions<JsonOptions> json,
        Presentation presentation
    )
    {
        var area = Caller.Of(context.User).Actor.Area;
        using var system = Acting.AsSystem(); // everybody who fills forms in reads their county's name of the platform
        var office = Scopes.IsBoard(Keys.County(area)) ? await cluster.GetGrain<ICountyGrain>(Keys.County(area)).Office() : null;
        return Answer(context, json, presentation, office is null ? FieldCatalogue.Present : FieldCatalogue.In(office.Policy));
    }

    private static async Task<IResult> Read(
        string code,
        HttpContext context,
        IClusterClient cluster,
        Presentation presentation,
        IOptions<JsonOptions> json,
        string? also = null
    )
    {
        var caller = Caller.Of(context.User);
        var inspector = Keys.IsCode(code) ? cluster.GetGrain<IInspectorGrain>(Keys.Inspector(code)) : null;
        if (inspector is null || await inspector.Worklist() is not { } list)
            return Answers.Refuse(
                new(RefusalCode.InspectorUnknown, "code", new("没有聘任这位督学", "no such inspector is appointed"), null)
            );

        var besides = (also ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (besides.Length > MaxBesides || !besides.All(Keys.IsUnit))
            return Answers.Refuse(
                Refusals.Invalid(
                    "also",
                    $"单位写法不符，或超过 {MaxBesides} 个",
                    $"units are written with kind and code, {MaxBesides} at most",
                    "school/2133901746,institution/PX-330521-0001"
                )
            );
        var keys = list.Units.Select(unit => unit.Unit).Concat(besides).Distinct(StringComparer.Ordinal);
        var units = new List<FieldUnit>();
        foreach (var some in keys.Chunk(AtOnce))
        {
            var read = await Task.WhenAll(some.Select(key => Unit(cluster, key, caller.Actor)));
            units.AddRange(read.OfType<UnitView>().Select(unit => FieldUnit.Of(unit, code)));
        }

        var nextMonth = Period.MonthOf(CivilTime.DateOf(presentation.Now)).Next;
        var departments = (await cluster.BooksOf(list.Profile.County))?.Departments ?? DepartmentList.Default;
        return Answer(
            context,
            json,
            presentation,
            new FieldView(
                list.Profile,
                presentation.Demonstration,
                presentation.ClockSpeed,
                await inspector.TeachingDays(nextMonth.LastDay),
                units,
                [.. departments.Entries.Select(entry => entry.Name)]
            )
        );
    }

    /// <summary>Null for what is no unit, or none the inspector may read: a phone may remember one that was never registered here, or from which he is recused.</summary>
    private static async Task<UnitView?> Unit(IClusterClient cluster, string key, Actor actor) =>
        key.Split('/') is [var kind, var code]
        && UnitRequests.Unit(cluster, kind, code) is { } unit
        && await cluster.ReadingOfUnit(key, actor) is ({ } county, null)
        && actor.Covers(key, county)
            ? await unit.Read()
            : null;

    private static IResult Answer<T>(HttpContext context, IOptions<JsonOptions> json, Presentation presentation, T value)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, json.Value.SerializerOptions);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..24]}\"");
        context.Response.Headers[TimeHeader] = presentation.Now.UtcDateTime.ToString(
            "O",
            System.Globalization.CultureInfo.InvariantCulture
        );
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.ETag = tag.ToString();
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(body, "application/json");
    }
}
