using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Supervision.Gateway.Tests.Channels;

/// <param name="Delivery">Of a webhook; null of a robot, which has no such thing.</param>
internal sealed record Received(string Text, string? Delivery, JsonNode Body);

/// <summary>
/// The robots and a webhook's receiver as their makers document them, on loopback: signatures and bodies are checked, and errors
/// of robots come with HTTP 200.
/// </summary>
internal sealed class OtherSide : IAsyncDisposable
{
    public const string WeComKey = "693a91f6-7aaa-4bc4-97a0-0ec2sifa5aaa";
    public const string DingTalkToken = "f1e2d3c4b5a6978812345678";
    public const string FeishuHook = "c7b2a1f0-1111-2222-3333-444455556666";
    public const string Secret = "SEC0123456789abcdef0123456789";

    private readonly WebApplication _app;

    private OtherSide()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        _app = builder.Build();
        _app.UseRouting();
        _app.MapPost("/cgi-bin/webhook/send", context => Robot(context, "wecom", WeCom));
        _app.MapPost("/robot/send", context => Robot(context, "dingtalk", DingTalk));
        _app.MapPost("/open-apis/bot/v2/hook/{hook}", context => Robot(context, "feishu", Feishu));
        _app.MapPost("/in", context => Robot(context, "webhook", Webhook));
    }

    public string Address => _app.Urls.Single();

    /// <summary>By robot; only what was taken.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<Received>> Taken { get; } = new();

    /// <summary>Everything that came in, also what was refused.</summary>
    public ConcurrentDictionary<string, int> Attempts { get; } = new();

    /// <summary>By robot: answers in place of the documented ones; null lets the request through to them.</summary>
    public ConcurrentDictionary<string, Func<HttpContext, Received, Task<bool>>> Faults { get; } = new();

    public static async Task<OtherSide> Start()
    {
        var side = new OtherSide();
        await side._app.StartAsync();
        return side;
    }

    public IReadOnlyList<Received> Of(string robot) => Taken.TryGetValue(robot, out var taken) ? [.. taken] : [];

    public static Task<bool> Answer(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body).ContinueWith(_ => true, TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        using var impatient = new CancellationTokenSource(TimeSpan.FromSeconds(1)); // requests left hanging on purpose
        await _app.StopAsync(impatient.Token);
        await _app.DisposeAsync();
    }

    private async Task Robot(HttpContext context, string robot, Func<HttpContext, byte[], (string? Error, Received Message)> check)
    {
        var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        Attempts.AddOrUpdate(robot, 1, (_, count) => count + 1);
        var (error, message) = check(context, buffer.ToArray());
        context.Response.ContentType = "application/json";
        if (Faults.TryGetValue(robot, out var fault) && await fault(context, message))
            return;
        if (error is null)
            Taken.GetOrAdd(robot, _ => new()).Enqueue(message);
        else if (robot == "webhook")
            context.Response.StatusCode = 401;
        await context.Response.WriteAsync(
            error
                ?? (
                    robot == "feishu"
                        ? """{"StatusCode":0,"StatusMessage":"success","code":0,"data":{},"msg":"success"}"""
                        : """{"errcode":0,"errmsg":"ok"}"""
                )
        );
    }

    private static (string?, Received) WeCom(HttpContext context, byte[] bytes)
    {
        var body = JsonNode.Parse(bytes)!;
        var text = (string?)body["text"]?["content"] ?? "";
        var error =
            context.Request.Query["key"] != WeComKey ? """{"errcode":93000,"errmsg":"invalid webhook url"}"""
            : (string?)body["msgtype"] != "text" || text.Length == 0 ? """{"errcode":40008,"errmsg":"invalid message type"}"""
            : Encoding.UTF8.GetByteCount(text) > 2048 ? """{"errcode":40058,"errmsg":"text.content exceed max length 2048"}"""
            : null;
        return (error, new(text, null, body));
    }

    private static (string?, Received) DingTalk(HttpContext context, byte[] bytes)
    {
        var (query, body) = (context.Request.Query, JsonNode.Parse(bytes)!);
        var text = (string?)body["text"]?["content"] ?? "";
        var timestamp = query["timestamp"].ToString();
        var sign = Convert.ToBase64String(
            HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{timestamp}\n{Secret}"))
        );
        var error =
            query["access_token"] != DingTalkToken ? """{"errcode":300005,"errmsg":"token is not exist"}"""
            : !Near(timestamp, DateTimeOffset.FromUnixTimeMilliseconds, TimeSpan.FromHours(1)) || query["sign"] != sign
                ? """{"errcode":310000,"errmsg":"sign not match"}"""
            : !text.Contains("预警", StringComparison.Ordinal) ? """{"errcode":310000,"errmsg":"keywords not in content"}"""
            : (string?)body["msgtype"] != "text" ? """{"errcode":40035,"errmsg":"bad msgtype"}"""
            : null;
        return (error, new(text, null, body));
    }

    private static (string?, Received) Feishu(HttpContext context, byte[] bytes)
    {
        var body = JsonNode.Parse(bytes)!;
        var text = (string?)body["content"]?["text"] ?? "";
        var timestamp = (string?)body["timestamp"] ?? "";
        var sign = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes($"{timestamp}\n{Secret}"), Array.Empty<byte>()));
        var error =
            (string?)context.Request.RouteValues["hook"] != FeishuHook
                ? """{"code":19001,"msg":"param invalid: incoming webhook access token invalid"}"""
            : !Near(timestamp, DateTimeOffset.FromUnixTimeSeconds, TimeSpan.FromHours(1)) || (string?)body["sign"] != sign
                ? """{"code":19021,"msg":"sign match fail or timestamp is not within one hour from current time"}"""
            : (string?)body["msg_type"] != "text" ? """{"code":9499,"msg":"Bad Request"}"""
            : null;
        return (error, new(text, null, body));
    }

    private static (string?, Received) Webhook(HttpContext context, byte[] bytes)
    {
        var headers = context.Request.Headers;
        var timestamp = headers["X-Supervision-Timestamp"].ToString();
        var signature =
            "sha256="
            + Convert.ToHexStringLower(
                HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(timestamp + ".").Concat(bytes).ToArray())
            );
        var body = JsonNode.Parse(bytes)!;
        var isGood =
            Near(timestamp, DateTimeOffset.FromUnixTimeSeconds, TimeSpan.FromMinutes(5))
            && headers["X-Supervision-Signature"] == signature
            && headers["X-Supervision-Delivery"] == (string?)body["delivery"];
        return (isGood ? null : "wrong signature", new((string?)body["text"] ?? "", headers["X-Supervision-Delivery"], body));
    }

    private static bool Near(string timestamp, Func<long, DateTimeOffset> read, TimeSpan window) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && (TimeProvider.System.GetUtcNow() - read(at)).Duration() < window;
}
