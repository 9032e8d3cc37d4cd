using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using FromQueryAttribute = Microsoft.AspNetCore.Mvc.FromQueryAttribute;

namespace Supervision.Gateway.Api.Rosters;

public static class RostersApi
{
    private const string Lines = "application/x-ndjson";
    private const string Tag = "名册 Rosters";
    private const string Xlsx = "xlsx";
    private const string Csv = "csv";
    private const long MostBytes = 8L * RosterLimits.MostBytes;

    public static void MapRosters(this RouteGroupBuilder api)
    {
        api.MapPost("/rosters/import", Import)
            .Streams()
            .CountsAs(RequestKind.Upload)
            .WithTags(Tag)
            .Accepts<IFormFileCollection>("multipart/form-data")
            .IsCommand<ImportReport>(
                "导入名册（csv、xlsx；dryRun=true 只检查）。Accept: application/x-ndjson 时逐行报告进度 / Import a roster; with Accept: application/x-ndjson progress is streamed line by line"
            )
            .WithDescription(
                "需要 Idempotency-Key(UUID)。dryRun=true 按同样的规则逐行预览，不作更改。多行作同样的更改时须以 confirm=编号:行数 确认（见报告的 changes），不符则全部不导入。"
                    + " / Needs an Idempotency-Key (UUID). With dryRun=true every row is previewed by the same rules and nothing is changed. What many rows would change alike is done only with confirm=id:count, see changes of the report; one that differs refuses everything."
            )
            .MayAsk(May.ImportRoster);
        api.MapPost("/rosters/import/rejected", Rejected)
            .CountsAs(RequestKind.Upload)
            .WithTags(Tag)
            .Accepts<IFormFileCollection>("multipart/form-data")
            .WithSummary(
                "取回未导入的行，附原因，更正后可再次导入 / The rows that are not taken, with the reason, as a file to mend and import again"
            )
            .WithDescription(
                "发送与导入相同的文件；format 为 xlsx（每张表一页）或 csv（一张表，有几张时以 kind 指明）。不作任何更改。 / Send the files of the import; format is xlsx (a sheet for each table) or csv (one table, which kind says if there are several). Changes nothing."
            )
            .Produces(StatusCodes.Status200OK, contentType: SpreadsheetFile.XlsxType)
            .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, Problem.ContentType)
            .MayAsk(May.ImportRoster);
        api.MapGet("/rosters/template", Template)
            .WithTags(Tag)
            .WithSummary("下载名册模板：列名、示例行与可填内容 / A template: headers, an example and what may stand in each column")
            .Produces(StatusCodes.Status200OK, contentType: SpreadsheetFile.XlsxType)
            .Produces<Problem>(StatusCodes.Status422UnprocessableEntity, Problem.ContentType)
            .MayAsk(May.ImportRoster);
    }

    /// <param name="kind"><c>schools</c>, <c>institutions</c>, <c>inspectors</c> or <c>assignments</c>.</param>
    /// <param name="format"><c>xlsx</c> or <c>csv</c>.</param>
    private static IResult Template(HttpContext context, string kind, string format = Xlsx)
    {
        var english = IssueListsApi.PrefersEnglish(context.Request);
        if (Kind(kind) is not { } known || RosterTemplate.Of(known, english) is not { } template)
            return Answers.Refuse(
                Refusals.Invalid(
                    "kind",
                    "没有这种名册的模板",
                    "there is no template of this kind",
                    string.Join(" | ", RosterTemplate.Kinds.Select(Name))
                )
            );
        if (FormatProblem(format) is { } refusal)
            return Answers.Refuse(refusal);
        return File(
            RosterFiles.Template(template, format == Csv, english),
            english ? $"template-{template.Name}" : $"{template.Name}名册模板",
            format
        );
    }

    private static async Task<IResult> Rejected(
        HttpContext context,
        RosterImport import,
        Presentation presentation,
        string format = Xlsx,
        string? kind = null
    )
    {
        var wanted = kind is null ? RosterKind.None : Kind(kind) ?? RosterKind.None;
        if (kind is not null && wanted == RosterKind.None)
            return Answers.Refuse(
                Refusals.Invalid(
                    "kind",
                    "没有这种名册",
                    "there is no such roster",
                    string.Join(" | ", Enum.GetValues<RosterKind>().Skip(1).Select(Name))
                )
            );
        if ((FormatProblem(format) ?? await Objection(context)) is { } refusal)
            return Answers.Refuse(refusal);
        var (files, _) = await Read(context, []);
        var (_, plan, _) = await import.Run(
            files,
            Caller.Of(context.User).Actor,
            CivilTime.DateOf(presentation.Now),
            dryRun: true,
            [],
            _ => Task.CompletedTask,
            context.RequestAborted
        );
        var tables = plan.Leftovers().Where(table => kind is null || table.Kind == wanted).ToList();
        if (tables.Count == 0)
            return Answers.Refuse(Refusals.Invalid("files", "没有未导入的行", "every row is taken"));
        if (format == Csv && tables.Count > 1)
            return Answers.Refuse(
                Refusals.Invalid(
                    "kind",
                    "有几张表有未导入的行，csv 只能放一张",
                    "several tables have such rows, and csv holds one",
                    string.Join(" | ", tables.Select(table => Name(table.Kind)).Distinct())
                )
            );
        var english = IssueListsApi.PrefersEnglish(context.Request);
        return File(RosterFiles.Leftovers(tables, format == Csv, english), english ? "rows-not-taken" : "未导入的行", format);
    }

    private static FileContentHttpResult File(byte[] content, string name, string format) =>
        TypedResults.File(content, format == Csv ? SpreadsheetFile.CsvType : SpreadsheetFile.XlsxType, $"{name}.{format}");

    private static Refusal? FormatProblem(string format) =>
        format is Xlsx or Csv ? null : Refusals.Invalid("format", "没有这种格式", "no such format", $"{Xlsx} | {Csv}");

    private static RosterKind? Kind(string name) =>
        Enum.GetValues<RosterKind>().Skip(1).Cast<RosterKind?>().FirstOrDefault(kind => Name(kind!.Value) == name);

    private static string Name(RosterKind kind) => kind.ToString().ToLowerInvariant();

    private static async Task Import(
        HttpContext context,
        RosterImport import,
        IClusterClient cluster,
        Presentation presentation,
        IOptions<JsonOptions> json,
        [FromQuery] string[]? confirm = null,
        bool dryRun = false
    )
    {
        var caller = Caller.Of(context.User);
        var hasKey = Guid.TryParse(context.Request.Headers[CommandRequest.KeyHeader], out var opId) && opId != Guid.Empty;
        if ((hasKey || dryRun ? await Objection(context) : Refusals.KeyMissing()) is { } refusal)
        {
            await Answers.Refuse(refusal).ExecuteAsync(context);
            return;
        }

        ImmutableArray<string> confirmed = [.. confirm ?? []];
        var (files, fingerprint) = await Read(context, confirmed);
        var directory = cluster.GetGrain<IDirectoryGrain>(0);
        var scope = $"import/{caller.Actor.Name}";
        if (!dryRun && await Answered() is { } earlier)
        {
            if (!earlier.Fingerprint.Span.SequenceEqual(fingerprint))
                await Answers.Refuse(Refusals.KeyReused()).ExecuteAsync(context);
            else
                await Report(earlier.Body);
            return;
        }

        try
        {
            var (report, _, differs) = await import.Run(
                files,
                caller.Actor,
                CivilTime.DateOf(presentation.Now),
                dryRun,
                confirmed,
                progress =>
                    Streams(context)
                        ? Line(JsonSerializer.SerializeToUtf8Bytes(new { progress }, json.Value.SerializerOptions))
                        : Task.CompletedTask,
                context.RequestAborted
            );
            if (differs is not null)
            {
                if (Streams(context))
                    await Line(JsonSerializer.SerializeToUtf8Bytes(new { problem = Problem.Of(differs) }, json.Value.SerializerOptions));
                else
                    await Answers.Refuse(differs).ExecuteAsync(context);
                return;
            }

            ReadOnlyMemory<byte> body = JsonSerializer.SerializeToUtf8Bytes(report, json.Value.SerializerOptions);
            if (!dryRun)
                body = (await Keep(new(fingerprint, body))).Body;
            await Report(body);
        }
        catch (Exception fault) when (Streams(context) && Problem.IsUnknownOutcome(fault))
        {
            await Line(
                JsonSerializer.SerializeToUtf8Bytes(new { problem = Problem.OfUnknownOutcome(fault) }, json.Value.SerializerOptions)
            );
        }

        async Task<StoredAnswer?> Answered()
        {
            using var system = Acting.AsSystem();
            return await directory.Answer(scope, opId);
        }

        async Task<StoredAnswer> Keep(StoredAnswer answer)
        {
            using var system = Acting.AsSystem();
            return await directory.KeepAnswer(scope, opId, answer);
        }

        Task Report(ReadOnlyMemory<byte> body)
        {
            if (Streams(context))
                return Line([.. "{\"report\":"u8, .. body.Span, (byte)'}']);
            context.Response.ContentType = "application/json; charset=utf-8";
            return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        }

        async Task Line(byte[] line)
        {
            if (!context.Response.HasStarted)
                context.Response.ContentType = Lines;
            await context.Response.Body.WriteAsync((byte[])[.. line, (byte)'\n'], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static bool Streams(HttpContext context) =>
        context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == Lines);

    /// <summary>The files' tables, and a hash of their content and of what was confirmed: a key used again for anything else is refused.</summary>
    private static async Task<(List<RosterReading> Files, byte[] Fingerprint)> Read(HttpContext context, ImmutableArray<string> confirmed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var confirmation in confirmed.Order(StringComparer.Ordinal))
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(confirmation)));
        var files = new List<RosterReading>();
        foreach (var file in context.Request.Form.Files)
        {
            await using (var content = file.OpenReadStream())
                hash.AppendData(await SHA256.HashDataAsync(content, context.RequestAborted));
            await using (var content = file.OpenReadStream())
                files.Add(await RosterReader.ReadAsync(content, file.FileName, context.RequestAborted));
        }

        return (files, hash.GetHashAndReset()[..16]);
    }

    private static async Task<Refusal?> Objection(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = MostBytes;
        if (!context.Request.HasFormContentType)
            return new(RefusalCode.RequestMalformed, "files", new("请以表单方式上传文件", "files are sent as multipart/form-data"), null);
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return new(RefusalCode.RequestMalformed, "files", new("上传内容不完整或过大", "the upload is incomplete or too large"), null);
        }

        return context.Request.Form.Files.Count == 0 ? Refusals.Required("files") : null;
    }
}
