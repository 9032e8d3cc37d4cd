using System.Text.Json.Serialization;
using Orleans.Concurrency;

namespace Supervision.Gateway.Api.Counties;

/// <summary>What a county's office keeps for itself: its plan of the year with the papers above it, and the departments it works with.</summary>
public static class OfficeApi
{
    /// <param name="Departments">In the county's order.</param>
    /// <param name="OwnDepartments">The county set its list; false while the built-in one applies.</param>
    /// <param name="Plans">The newest year first.</param>
    public sealed record OfficeView(
        string Name,
        ImmutableArray<Department> Departments,
        bool OwnDepartments,
        IReadOnlyList<YearPlan> Plans
    );

    /// <param name="Departments">Each once; at least three of them joint ones, at most 60.</param>
    public sealed record DepartmentsBody([property: JsonRequired] IReadOnlyList<Department> Departments);

    /// <param name="Title">1–200 characters.</param>
    /// <param name="TopPriority">教育督导“一号工程” (L16).</param>
    /// <param name="Documents">1–20; at least one of a level above the county.</param>
    public sealed record PlanBody(
        [property: JsonRequired] string Title,
        [property: JsonRequired] bool TopPriority,
        [property: JsonRequired] IReadOnlyList<PlanDocument> Documents
    );

    public static void MapOffice(this RouteGroupBuilder api)
    {
        var office = api.MapGroup("/counties/{code}/office").WithTags("县级督导 County office");
        office
            .MapGet("", Read)
            .Says<OfficeView>("年度方案、上级文件与联合办理部门 / The plan of the year, the papers above it, the departments worked with")
            .MayAsk(May.ReadPlan, Within.County);
        office
            .MapPost(
                "/departments",
                (string code, CommandRequest<DepartmentsBody> request, IClusterClient cluster) =>
                    Execute(cluster, code, request, body => new SetDepartments(UnitRequests.List(body.Departments)))
            )
            .IsCommand("设置联合办理部门和股室清单 / Set the list of joint departments and sections")
            .MayAsk(May.SetOffice, Within.County);
        office
            .MapPost("/plans/{year:int}", Plan)
            .IsCommand("登记年度督导方案及其上级文件 / Put the plan of a year on file, with the papers above it")
            .MayAsk(May.SetOffice, Within.County);
        office
            .MapPost("/files", Upload)
            .CountsAs(RequestKind.Upload)
            .Says<EvidenceApi.StoredView>("上传方案文件（请求正文即文件） / Upload a paper of the plan, which is the body itself")
            .Produces<EvidenceApi.StoredView>(StatusCodes.Status201Created)
            .Produces<Problem>(StatusCodes.Status413PayloadTooLarge, Problem.ContentType)
            .Produces<Problem>(StatusCodes.Status415UnsupportedMediaType, Problem.ContentType)
            .MayAsk(May.SetOffice, Within.County);
        office
            .MapGet("/files/{hash}", Download)
            .IsAudited()
            .WithSummary("下载方案文件 / Download a paper of the plan")
            .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
            .Produces<Problem>(StatusCodes.Status404NotFound, Problem.ContentType)
            .MayAsk(May.ReadOffice, Within.County);
    }

    private static async Task<IResult> Read(string code, IClusterClient cluster) =>
        !Scopes.IsBoard(Keys.County(code)) || await cluster.GetGrain<ICountyGrain>(Keys.County(code)).Books() is not { } office
            ? Answers.Refuse(Unknown())
            : TypedResults.Ok(new OfficeView(office.Name, office.Departments.Entries, office.OwnDepartments, [.. office.Plans.Reverse()]));

    private static async Task<IResult> Plan(string code, int year, CommandRequest<PlanBody> request, IClusterClient cluster)
    {
        if (request.Body is { Documents: { } documents })
        {
            // The paper of a plan is a file of the county's, or none.
            var hashes = documents
                .Select((document, at) => (Field: $"documents[{at}].hash", document?.Hash))
                .Where(named => EvidenceHash.IsValid(named.Hash))
                .ToList();
            var missing = hashes.Count == 0 ? [] : await Missing(cluster, code, [.. hashes.Select(named => named.Hash!)]);
            if (hashes.FirstOrDefault(named => missing.Contains(named.Hash!)) is { Hash: { } hash, Field: var field })
                return Answers.Refuse(EvidenceRefusals.Unknown(field, hash));
        }

        return await Execute(
            cluster,
            code,
            request,
            body => new SetYearPlan(new(year, body.Title, body.TopPriority, UnitRequests.List(body.Documents)))
        );
    }

    private static async Task<IResult> Upload(
        string code,
        HttpContext context,
        IClusterClient cluster,
        Presentation presentation,
        string? hash = null
    )
    {
        var actor = Caller.Of(context.User).Actor;
        if (await cluster.BooksOf(code) is null)
            return Answers.Refuse(Unknown());
        var (upload, objection) = await EvidenceUpload.Read(context.Request, hash);
        if (upload is null)
            return Answers.Refuse(objection!);
        var file = new EvidenceFile(
            Keys.County(code),
            upload.Hash,
            code,
            upload.Type.MediaType,
            upload.Content.Length,
            upload.Name,
            actor.Name,
            presentation.Now
        );
        var isNew = await Put(cluster, file, upload.Content);
        (AuditNote.Of(context).Kept, AuditNote.Of(context).File) = (file.Unit, upload.Hash);
        var view = new EvidenceApi.StoredView(upload.Hash, upload.Content.Length, upload.Type.MediaType);
        return isNew ? TypedResults.Created($"/api/v1/counties/{code}/office/files/{upload.Hash}", view) : TypedResults.Ok(view);
    }

    private static async Task<IResult> Download(string code, string hash, HttpContext context, IClusterClient cluster)
    {
        if (!EvidenceHash.IsValid(hash) || await Content(cluster, code, hash) is not { } found)
            return Answers.Refuse(EvidenceRefusals.NotFound());
        context.Response.Headers.CacheControl = "private, max-age=86400, immutable"; // a hash never means other content
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return TypedResults.File(
            found.Content,
            found.File.MediaType,
            found.File.FileName ?? hash[..12] + (EvidenceType.Named(found.File.MediaType)?.Extension ?? "")
        );
    }

    // A county's files are nobody's unit: the endpoint has judged who may keep and read them.

    private static async Task<bool> Put(IClusterClient cluster, EvidenceFile file, byte[] content)
    {
        using var system = Acting.AsSystem();
        return await cluster.GetGrain<IEvidenceGrain>(0).Put(file, content.AsImmutable());
    }

    private static async Task<ImmutableArray<string>> Missing(IClusterClient cluster, string code, ImmutableArray<string> hashes)
    {
        using var system = Acting.AsSystem();
        return await cluster.GetGrain<IEvidenceGrain>(0).Missing(Keys.County(code), hashes);
    }

    private static async Task<(EvidenceFile File, byte[] Content)?> Content(IClusterClient cluster, string code, string hash)
    {
        using var system = Acting.AsSystem();
        var files = cluster.GetGrain<IEvidenceGrain>(0);
        return await files.Find(Keys.County(code), hash) is { } file && await files.Content(file.Unit, hash) is { } content
            ? (file, content.Value)
            : null;
    }

    private static async Task<IResult> Execute<TBody>(
        IClusterClient cluster,
        string code,
        CommandRequest<TBody> request,
        Func<TBody, CountyCommand> command
    )
        where TBody : class
    {
        if (request.Refusal is { } malformed)
            return Answers.Refuse(malformed);
        if (!Scopes.IsBoard(Keys.County(code)))
            return Answers.Refuse(Unknown());
        return request.Answer(
            Keys.County(code),
            await cluster.GetGrain<ICountyGrain>(Keys.County(code)).Execute(request.Submit(command(request.Body!)))
        );
    }

    private static Refusal Unknown() =>
        new(RefusalCode.CountyUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null);
}
