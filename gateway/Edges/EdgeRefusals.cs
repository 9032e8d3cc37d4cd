namespace Supervision.Gateway.Edges;

/// <summary>Refusals of the edge in words; one method a code.</summary>
internal static class EdgeRefusals
{
    public static Refusal TooMany(int seconds) =>
        new(
            RefusalCode.TooManyRequests,
            null,
            new("请求过于频繁，此次未处理", "too many requests; this one was not looked at"),
            new($"{seconds} 秒后重试", $"the same again after {seconds} s")
        );

    public static Refusal BodyTooLarge(int most) =>
        new(RefusalCode.RequestMalformed, null, new("请求内容过大", "the body is too large"), new($"≤ {most} 字节", $"≤ {most} bytes"));

    public static Refusal CharsetInvalid() =>
        new(
            RefusalCode.RequestMalformed,
            "Content-Type",
            new("JSON 须为 UTF-8", "JSON is UTF-8"),
            new("application/json", "application/json")
        );

    public static Refusal ForeignOrigin() =>
        new(
            RefusalCode.OriginNotAllowed,
            "Origin",
            new("只接受来自本站页面的连接", "a connection under the cookie is taken from this site's own pages only"),
            null
        );
}
