using Microsoft.AspNetCore.Http.Features;
using Microsoft.OpenApi;

namespace Supervision.Gateway.Api.Counties;

/// <summary>Approved maps: shown to whoever sees the region's board, brought and taken away by system administrators.</summary>
public static class MapsApi
{
    /// <param name="Map">Null when nobody brought one: the board shows tiles.</param>
    public sealed record MapView(ApprovedMap? Map);

    public static void MapMaps(this RouteGroupBuilder api)
    {
        var map = api.MapGroup("/regions/{code}/map").WithTags("看板 Boards");
        map.MapGet("", Read).Says<MapView>("本地区的审定地图（含审图号） / The region's approved map").MayAsk(May.ReadBoard, Within.Region);
        map.MapPut("", Write)
            .Says<MapView>(
                "载入审定地图：GeoJSON 即请求正文，须含 approvalNumber（审图号） / Bring an approved map: the body is GeoJSON with its approvalNumber"
            )
            .WithDescription(
                "加 ?preview=true 只核对并返回将显示的地图，不保存。 / With ?preview=true it is only read: what would be shown is answered, and nothing is kept."
            )
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Content = new Dictionary<string, OpenApiMediaType>
                        {
                            ["application/geo+json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
                        },
                    };
                    return Task.CompletedTask;
                }
            )
            .CountsAs(RequestKind.Upload)
            .MayAsk(May.SetUp, Within.Region);
        map.MapDelete("", Remove).Says<MapView>("撤下审定地图 / Take the approved map away").MayAsk(May.SetUp, Within.Region);
    }

    private static async Task<IResult> Read(string code, HttpContext context, ApprovedMaps maps)
    {
        if (!Keys.IsRegion(code))
            return Unknown();
        var (map, fault) = await maps.Of(code, context.RequestAborted);
        return fault is null ? TypedResults.Ok(new MapView(map)) : Answers.Refuse(Faulty(fault));
    }

    private static async Task<IResult> Write(string code, HttpContext context, ApprovedMaps maps, bool preview = false)
    {
        if (!Keys.IsRegion(code))
            return Unknown();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = ApprovedMap.MaxBytes + 1;
        var content = new byte[ApprovedMap.MaxBytes + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(
            content,
            content.Length,
            throwOnEndOfStream: false,
            context.RequestAborted
        );
        var (map, fault) = ApprovedMap.Read(content.AsMemory(0, length), code);
        if (map is null)
            return Answers.Refuse(Faulty(fault!));
        if (!preview)
            await maps.Keep(code, content.AsMemory(0, length), context.RequestAborted);
        return TypedResults.Ok(new MapView(map));
    }

    private static IResult Remove(string code, ApprovedMaps maps)
    {
        if (!Keys.IsRegion(code))
            return Unknown();
        maps.Remove(code);
        return TypedResults.Ok(new MapView(null));
    }

    private static Refusal Faulty(Text fault) =>
        new(RefusalCode.FieldInvalid, "map", fault, new("含审图号的 GeoJSON", "GeoJSON with its approval number"));

    private static IResult Unknown() =>
        Answers.Refuse(new(RefusalCode.RegionUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null));
}
