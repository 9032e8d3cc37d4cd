using System.Globalization;

namespace Supervision.Gateway.Edges;

/// <summary>Whether a page belongs to this site: scheme, host and port compared as what they mean, not as text.</summary>
internal static class OwnOrigin
{
    /// <summary>What the forwarded-headers middleware leaves when a known proxy told the scheme.</summary>
    private const string SchemeWasTold = "X-Original-Proto";

    private static readonly IdnMapping Idn = new();

    /// <summary>
    /// The host in ASCII, and the port with the default of the page's scheme where none stands: <c>Host</c> may carry <c>:443</c> or
    /// <c>:80</c> behind a proxy and is decoded to Unicode here, while <c>Origin</c> does neither. The scheme is compared when it is known:
    /// behind a proxy that does not tell, this process hears plain http of every page.
    /// </summary>
    /// <param name="origin">As a browser sends it; <c>null</c> and anything but http and https is foreign.</param>
    public static bool Is(string origin, HttpRequest request)
    {
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var page) || page.Scheme is not ("http" or "https") || page.UserInfo.Length > 0)
            return false;
        if (KnowsScheme(request) && page.Scheme != request.Scheme)
            return false;
        return Ascii(page.IdnHost) is { } host
            && host == Ascii(request.Host.Host)
            && page.Port == (request.Host.Port ?? DefaultPort(page.Scheme));
    }

    /// <summary>For the log: this site as far as the request tells.</summary>
    public static string Of(HttpRequest request) => $"{(KnowsScheme(request) ? request.Scheme : "http(s)")}://{request.Host.Value}";

    private static bool KnowsScheme(HttpRequest request) => request.IsHttps || request.Headers.ContainsKey(SchemeWasTold);

    private static int DefaultPort(string scheme) => scheme == "https" ? 443 : 80;

    /// <summary>Null when it is no host name.</summary>
    private static string? Ascii(string host)
    {
        var bare = host.TrimEnd('.').Trim('[', ']');
        if (bare.Length == 0 || bare.Contains(':', StringComparison.Ordinal))
            return bare.Length == 0 ? null : bare.ToLowerInvariant();
        try
        {
            return Idn.GetAscii(bare).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
