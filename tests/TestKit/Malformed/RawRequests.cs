using System.Net.Sockets;
using System.Text;

namespace Supervision.TestKit.Malformed;

/// <summary>What no client library would send: bytes that are not quite HTTP.</summary>
public sealed class RawRequests(Uri address, int seed)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Random _random = new(seed);

    public byte[] Next()
    {
        var body = "{\"userName\":\"nobody\",\"password\":\"x\"}";
        var head = $"POST /api/v1/session HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\n";
        var text = _random.Next(20) switch
        {
            0 => "\r\n\r\n\r\n",
            1 => "GET\r\n\r\n",
            2 => "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
            3 => "GET / HTTP/1.1\r\n\r\n",
            4 => $"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            5 => $"{head}Content-Length: 10\r\nContent-Length: 20\r\n\r\n{body}",
            6 => $"{head}Content-Length: -1\r\n\r\n{body}",
            7 => $"{head}Content-Length: 99999999999999999999\r\n\r\n{body}",
            8 => $"{head}Content-Length: {body.Length + 50}\r\n\r\n{body}",
            9 => $"{head}Transfer-Encoding: chunked\r\n\r\nZZ\r\n{body}\r\n0\r\n\r\n",
            10 => $"{head}Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n5\r\nabcde\r\n0\r\n\r\n",
            11 => $"{head}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFF\r\n{body}",
            12 => $"{head}X-A: \0\r\n\r\n",
            13 => $"{head}X-A : b\r\n folded\r\n\r\n",
            14 => $"GET /{new string('a', _random.Next(7_000, 40_000))} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n",
            15 => $"{head}{string.Concat(Enumerable.Range(0, _random.Next(60, 200)).Select(i => $"X-{i}: y\r\n"))}\r\n",
            16 => $"GET http://elsewhere.example/api/v1/start HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n",
            17 => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + new string('\x01', 40),
            18 =>
                $"GET /hubs/board HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n\r\n",
            _ => "",
        };
        var bytes = Encoding.Latin1.GetBytes(text);
        if (text.Length > 0)
            return bytes;
        bytes = new byte[_random.Next(1, 400)];
        _random.NextBytes(bytes);
        return bytes;
    }

    /// <returns>The status, or 0 when the connection was closed without one.</returns>
    public async Task<int> Send(byte[] bytes)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port, deadline.Token);
            var stream = client.GetStream();
            await stream.WriteAsync(bytes, deadline.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return
                await reader.ReadLineAsync(deadline.Token) is { Length: > 12 } line
                && line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)
                ? int.Parse(line.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture)
                : 0;
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return 0; // hung up on, as it deserves
        }
    }
}
