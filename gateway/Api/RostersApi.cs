using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Supervision.Gateway.Access;
using Supervision.Gateway.Audit;
using Supervision.Gateway.Edges;
using Supervision.Gateway.Live;
using Supervision.Gateway.Rosters;

namespace Supervision.Gateway.Api;

public static class RostersApi
{
    private const string Lines = "application/x-ndjson";
    private const long MostBytes = 8L * RosterLimits.MostBytes;

    public static void MapRosters(this RouteGroupBuilder api) => api.MapPost("/rosters/import", Import).Streams().CountsAs(RequestKind.Upload).WithTags("名册 Rosters")
        .Accepts<IFormFileCollection>("multipart/form-data").IsCommand<ImportReport>(
            "导入名册（csv、xlsx；dryRun=true 只检查）。Accept: application/x-ndjson 时逐行报告进度 / Import a roster; with Accept: application/x-ndjson progress is streamed line by line")
        .MayAsk(May.ImportRoster);

    private static async Task Import(HttpContext context, RosterImport import, IClusterClient cluster, Presentation presentation, IOptions<JsonOptions> json, bool dryRun = false)
    {
        var caller = Caller.Of(context.User);
        var hasKey = Guid.TryParse(context.Request.Headers[CommandRequest.KeyHeader], out var opId) && opId != Guid.Empty;
        if ((hasKey || dryRun ? await Objection(context) : Refusals.KeyMissing()) is { } refusal)
        {
            await Answers.Refuse(refusal).ExecuteAsync(context);
            return;
        }

        var (files, fingerprint) = await Read(context);
        var directory = cluster.GetGrain<IDirectoryGrain>(0);
        var scope = $"import/{caller.Actor.Name}";
        if (!dryRun && await Answered() is { } earlier)
        {
            if (!earlier.Fingerprint.Span.SequenceEqual(fingerprint)) await Answers.Refuse(Refusals.KeyReused()).ExecuteAsync(context);
            else await Report(earlier.Body);
            return;
        }

        try
        {
            var report = await import.Run(files, caller.Actor, CivilTime.DateOf(presentation.Now), dryRun,
                progress => Streams(context) ? Line(JsonSerializer.SerializeToUtf8Bytes(new { progress }, json.Value.SerializerOptions)) : Task.CompletedTask, context.RequestAborted);
            ReadOnlyMemory<byte> body = JsonSerializer.SerializeToUtf8Bytes(report, json.Value.SerializerOptions);
            if (!dryRun) body = (await Keep(new(fingerprint, body))).Body;
            await Report(body);
        }
        catch (Exception fault) when (Streams(context) && Problem.IsUnknownOutcome(fault))
        {
            await Line(JsonSerializer.SerializeToUtf8Bytes(new { problem = Problem.OfUnknownOutcome(fault) }, json.Value.SerializerOptions));
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
            if (Streams(context)) return Line([.. "{\"report\":"u8, .. body.Span, (byte)'}']);
            context.Response.ContentType = "application/json; charset=utf-8";
            return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
        }

        async Task Line(byte[] line)
        {
            if (!context.Response.HasStarted) context.Response.ContentType = Lines;
            await context.Response.Body.WriteAsync((byte[])[.. line, (byte)'\n'], context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static bool Streams(HttpContext context) => context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == Lines);

    /// <summary>The files' tables, and a hash of their content: a key used again for other files is refused.</summary>
    private static async Task<(List<RosterReading> Files, byte[] Fingerprint)> Read(HttpContext context)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var files = new List<RosterReading>();
        foreach (var file in context.Request.Form.Files)
        {
            await using (var content = file.OpenReadStream()) hash.AppendData(await SHA256.HashDataAsync(content, context.RequestAborted));
            await using (var content = file.OpenReadStream()) files.Add(await RosterReader.ReadAsync(content, file.FileName, context.RequestAborted));
        }

        return (files, hash.GetHashAndReset()[..16]);
    }

    private static async Task<Refusal?> Objection(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        if (!context.Request.HasFormContentType) return new(RefusalCode.RequestMalformed, "files", new("请以 multipart/form-data 上传文件", "files are sent as multipart/form-data"), null);
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
