using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Supervision.Gateway.Access;
using Supervision.Gateway.Live;
using Supervision.Gateway.Rosters;

namespace Supervision.Gateway.Api;

public static class RostersApi
{
    private const string Lines = "application/x-ndjson";
    private const long MostBytes = 8L * RosterLimits.MostBytes;

    public static void MapRosters(this RouteGroupBuilder api) => api.MapPost("/rosters/import", Import).WithTags("名册 Rosters")
        .Accepts<IFormFileCollection>("multipart/form-data").Says<ImportReport>(
            "导入名册（csv、xlsx；dryRun=true 只检查）。Accept: application/x-ndjson 时逐行报告进度 / Import a roster; with Accept: application/x-ndjson progress is streamed line by line");

    private static async Task Import(HttpContext context, RosterImport import, Presentation presentation, IOptions<JsonOptions> json, bool dryRun = false)
    {
        var caller = Caller.Of(context.User);
        if (await Objection(context, caller) is { } refusal)
        {
            await Answers.Refuse(refusal).ExecuteAsync(context);
            return;
        }

        var stream = context.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == Lines);
        if (stream) context.Response.ContentType = Lines;
        var files = new List<RosterReading>();
        foreach (var file in context.Request.Form.Files)
        {
            await using var content = file.OpenReadStream();
            files.Add(await RosterReader.ReadAsync(content, file.FileName, context.RequestAborted));
        }

        var today = CivilTime.DateOf(presentation.Now);
        try
        {
            var report = await import.Run(files, caller.Actor, today, dryRun, progress => stream ? Line(new { progress }) : Task.CompletedTask, context.RequestAborted);
            if (stream) await Line(new { report });
            else await TypedResults.Ok(report).ExecuteAsync(context);
        }
        catch (Exception fault) when (stream && Problem.IsUnknownOutcome(fault))
        {
            await Line(new { problem = Problem.Unavailable() });
        }

        async Task Line(object line)
        {
            await JsonSerializer.SerializeAsync(context.Response.Body, line, json.Value.SerializerOptions, context.RequestAborted);
            await context.Response.WriteAsync("\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static async Task<Refusal?> Objection(HttpContext context, Caller caller)
    {
        if (caller.Actor.Role == ActorRole.Inspector) return Permission.RoleNotAllowed(caller.Actor.Role);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        if (!context.Request.HasFormContentType) return new(RefusalCode.RequestMalformed, "files", new("请以 multipart/form-data 上传文件", "files are sent as multipart/form-data"), null);
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or BadHttpRequestException)
        {
            return new(RefusalCode.RequestMalformed, "files", new("上传内容不完整或过大", "the upload is incomplete or too large"), null);
        }

        return context.Request.Form.Files.Count == 0 ? Refusals.Required("files") : null;
    }
}
