using System.Net;
using System.Net.Http.Headers;

namespace Supervision.Silo.Channels;

/// <summary>What came back, or why nothing did.</summary>
/// <param name="Status">Null when there is no answer.</param>
/// <param name="Body">At most 2,000 characters.</param>
/// <param name="Reached">False when the request surely never reached the other side.</param>
internal sealed record HttpReply(int? Status, string Body, bool Reached, TimeSpan? RetryAfter = null);

/// <summary>
/// Posts JSON, once. No redirects, no cookies, no proxy, and no retries beneath: robots know no message ids, so each repetition
/// belongs to the delivery's own count, where it is seen.
/// </summary>
internal sealed class OutgoingHttp(OutgoingConnections connections, ChannelOptions options) : IDisposable
{
    private const int MostRead = 2_000;

    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1), // a pooled connection that the other side has closed looks like an unknown outcome
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
            ConnectCallback = (context, cancellation) =>
                connections.Connect(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancellation),
        }
    )
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    public async Task<HttpReply> Post(
        Uri address,
        byte[] json,
        IEnumerable<KeyValuePair<string, string>> headers,
        CancellationToken cancellation
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.UserAgent.ParseAdd("Supervision/1");
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            return new((int)response.StatusCode, await Beginning(response.Content, limit.Token), true, response.Headers.RetryAfter?.Delta);
        }
        catch (HttpRequestException fault)
        {
            var reached =
                fault.InnerException is not ForbiddenAddressException
                && fault.HttpRequestError
                    is not (
                        HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
                    );
            return new(null, fault.InnerException is ForbiddenAddressException forbidden ? forbidden.Message : fault.Message, reached);
        }
        catch (Exception fault) when (fault is OperationCanceledException or IOException)
        {
            return new(null, $"无回答 / no answer within {options.Timeout.TotalSeconds:0.#} s", true);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<string> Beginning(HttpContent content, CancellationToken cancellation)
    {
        using var reader = new StreamReader(await content.ReadAsStreamAsync(cancellation));
        var text = new char[MostRead];
        return new(text, 0, await reader.ReadBlockAsync(text, cancellation));
    }
}
