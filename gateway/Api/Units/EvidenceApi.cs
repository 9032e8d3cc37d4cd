using Microsoft.OpenApi;
using Orleans.Concurrency;

namespace Supervision.Gateway.Api.Units;

/// <summary>Files that commands refer to by their hash.</summary>
/// <remarks>
/// Whoever may read a unit may read its files, with one exception: the unit's own user reads what that account uploaded, and
/// nothing else. A file belongs to whoever sent its content first.
/// </remarks>
public static class EvidenceApi
{
    /// <param name="Hash">SHA-256 of the content as it is kept, lower-case hex: what commands name it by.</param>
    /// <param name="Size">Bytes.</param>
    public sealed record StoredView(string Hash, long Size, string MediaType);

    /// <param name="UploadedBy">Account that sent it first.</param>
    public sealed record FileView(string Hash, long Size, string MediaType, string? FileName, string UploadedBy, DateTimeOffset UploadedAt);

    public static void MapEvidence(this RouteGroupBuilder api)
    {
        var evidence = api.MapGroup("/units/{kind}/{code}/evidence").WithTags("佐证材料 Evidence");
        evidence
            .MapPost("", Upload)
            .CountsAs(RequestKind.Upload)
            .Says<StoredView>("上传佐证材料（请求正文即文件） / Upload a file, which is the body itself")
            .WithMetadata(new TakesHeader("X-File-Name"))
            // Not Accepts: it would answer another type before the file is looked at, and without saying what is taken.
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    var schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" };
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Content = EvidenceType.All.ToDictionary(type => type.MediaType, _ => new OpenApiMediaType { Schema = schema }),
                    };
                    return Task.CompletedTask;
                }
            )
            .WithDescription(
                "图片（jpeg、png、webp、heic）不超过 10 MiB，pdf、docx、xlsx 不超过 20 MiB；类型以内容为准。文件名经百分号编码放入 X-File-Name，可选。照片中的位置、时间和设备信息在保存前去除，因此以答复中的 hash 为准。同样的内容得到同样的答复，因此不需要 Idempotency-Key。 / "
                    + "Photographs up to 10 MiB, papers up to 20 MiB; the content decides the type. The name goes percent-encoded into X-File-Name, optional. Place, time and device are taken out of photographs before they are kept: commands name the hash that is answered. The same content gives the same answer, so no Idempotency-Key is needed."
            )
            .Produces<StoredView>(StatusCodes.Status201Created)
            .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, Problem.ContentType)
            .Produces<Problem>(StatusCodes.Status415UnsupportedMediaType, Problem.ContentType)
            .MayAsk(May.AddEvidence, Within.Unit);
        evidence
            .MapGet("/{hash}", Download)
            .IsAudited()
            .WithSummary("下载佐证材料 / Download a file")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Produces<Problem>(StatusCodes.Status404NotFound, Problem.ContentType)
            .MayAsk(May.ReadEvidence, Within.Unit);
        evidence
            .MapGet("/{hash}/meta", Meta)
            .Says<FileView>("佐证材料的名称、大小与上传人 / A file's name, size and uploader")
            .MayAsk(May.ReadEvidence, Within.Unit);
    }

    /// <summary>Who may read a file of a unit that is in their scope.</summary>
    internal static bool MayRead(Actor actor, EvidenceFile file) =>
        actor.Role != ActorRole.UnitUser || (actor.Unit == file.Unit && actor.Name == file.UploadedBy);

    private static async Task<IResult> Upload(
        string kind,
        string code,
        HttpContext context,
        IClusterClient cluster,
        Presentation presentation,
        string? hash = null
    )
    {
        var actor = Caller.Of(context.User).Actor;
        if (await Unit(cluster, kind, code) is not { } at)
            return Answers.Refuse(UnitRefusals.UnitUnknown());
        var (upload, objection) = await EvidenceUpload.Read(context.Request, hash);
        if (upload is null)
            return Answers.Refuse(objection!);
        var file = new EvidenceFile(
            at.Unit,
            upload.Hash,
            at.County,
            upload.Type.MediaType,
            upload.Content.Length,
            upload.Name,
            actor.Name,
            presentation.Now
        );
        var isNew = await cluster.GetGrain<IEvidenceGrain>(0).Put(file, upload.Content.AsImmutable());
        (AuditNote.Of(context).Kept, AuditNote.Of(context).File) = (at.Unit, upload.Hash);
        var view = new StoredView(upload.Hash, upload.Content.Length, upload.Type.MediaType);
        return isNew
            ? TypedResults.Created($"/api/v1/units/{kind}/{Uri.EscapeDataString(code)}/evidence/{upload.Hash}", view)
            : TypedResults.Ok(view);
    }

    private static async Task<IResult> Download(string kind, string code, string hash, HttpContext context, IClusterClient cluster)
    {
        var (file, refusal) = await Find(kind, code, hash, context, cluster);
        if (file is null)
            return Answers.Refuse(refusal!);
        var tag = new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{hash}\"");
        var headers = context.Response.Headers;
        headers.CacheControl = "private, max-age=86400, immutable"; // a hash never means other content
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == tag.Tag))
        {
            headers.ETag = tag.ToString();
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        if (await cluster.GetGrain<IEvidenceGrain>(0).Content(file.Unit, hash) is not { } content)
            return Answers.Refuse(EvidenceRefusals.NotFound());
        var name = file.FileName ?? hash[..12] + (EvidenceType.Named(file.MediaType)?.Extension ?? "");
        return TypedResults.File(content.Value, file.MediaType, name, enableRangeProcessing: true, entityTag: tag);
    }

    private static async Task<IResult> Meta(string kind, string code, string hash, HttpContext context, IClusterClient cluster)
    {
        var (file, refusal) = await Find(kind, code, hash, context, cluster);
        return file is null
            ? Answers.Refuse(refusal!)
            : TypedResults.Ok(new FileView(file.Hash, file.Size, file.MediaType, file.FileName, file.UploadedBy, file.UploadedAt));
    }

    private static async Task<(EvidenceFile? File, Refusal? Refusal)> Find(
        string kind,
        string code,
        string hash,
        HttpContext context,
        IClusterClient cluster
    )
    {
        var actor = Caller.Of(context.User).Actor;
        if (await Unit(cluster, kind, code) is not { } at)
            return (null, UnitRefusals.UnitUnknown());
        var file = EvidenceHash.IsValid(hash) ? await cluster.GetGrain<IEvidenceGrain>(0).Find(at.Unit, hash) : null;
        return file is not null && MayRead(actor, file) ? (file, null) : (null, EvidenceRefusals.NotFound());
    }

    /// <summary>Null when it is not registered.</summary>
    private static async Task<(string Unit, string County)?> Unit(IClusterClient cluster, string kind, string code)
    {
        if (!Keys.IsCode(code) || !Keys.TryKind(kind, out var known))
            return null;
        var unit = Keys.Unit(known, code);
        return await cluster.CountyOfUnit(unit) is { } county ? (unit, county) : null;
    }
}
