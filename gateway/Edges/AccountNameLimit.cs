using System.Text;
using System.Text.Json;
using System.Threading.RateLimiting;

namespace Supervision.Gateway.Edges;

/// <summary>
/// Limits attempts under one account name from wherever they come. A name nobody has is counted like any other, so that the
/// answer tells nothing of which accounts exist.
/// </summary>
public sealed class AccountNameLimit(EdgeLimits limits) : IMiddleware, IDisposable
{
    /// <summary>Bytes; nobody's name and password are longer.</summary>
    public const int MostBytes = 16 * 1024;

    private const int LongestName = 256;

    private readonly PartitionedRateLimiter<string> _attempts = PartitionedRateLimiter.Create<string, string>(name =>
        RateLimitPartition.GetTokenBucketLimiter(name, _ => RateLimits.PerMinute(limits.SignInsPerAccount))
    );

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (RequestKinds.Of(context) != RequestKind.SignIn || !context.Request.HasJsonContentType())
        {
            await next(context);
            return;
        }

        if (await Read(context.Request) is not { } body)
        {
            await Answers.Refuse(EdgeRefusals.BodyTooLarge(MostBytes)).ExecuteAsync(context);
            return;
        }

        context.Request.Body = new MemoryStream(body);
        using var lease = NameIn(body) is { } name ? _attempts.AttemptAcquire(name) : null;
        await (lease is { IsAcquired: false } ? RateLimits.Refuse(context, lease) : next(context));
    }

    public void Dispose() => _attempts.Dispose();

    /// <summary>As accounts compare names; null when the body names none.</summary>
    internal static string? NameIn(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            var named = document
                .RootElement.EnumerateObject()
                .LastOrDefault(member => member.Name.Equals("userName", StringComparison.OrdinalIgnoreCase))
                .Value;
            if (named.ValueKind != JsonValueKind.String || named.GetString() is not { Length: > 0 } name)
                return null;
            return Characters.Cut(name, LongestName).Trim().Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or ArgumentException)
        {
            return null; // not JSON, or half a character: the endpoint says so
        }
    }

    private static async Task<byte[]?> Read(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
            return null;
        var buffer = new byte[MostBytes + 1];
        var read = await request.Body.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            request.HttpContext.RequestAborted
        );
        return read > MostBytes ? null : buffer[..read];
    }
}
