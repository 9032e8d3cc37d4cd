using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;

namespace Supervision.Browser.Tests.Hosting;

/// <summary>What stands between an office's browsers and the gateway, and does not let everything through.</summary>
public sealed class OfficeProxy(string target, OfficeProxy.Mode mode) : TcpRelay
{
    /// <summary>What a proxy does to lines that stay open.</summary>
    public enum Mode
    {
        None = 0,

        /// <summary>A WebSocket is refused with 403.</summary>
        Reject = 1,

        /// <summary>A WebSocket is never answered.</summary>
        Hang = 2,

        /// <summary>A WebSocket is refused, and an event stream held back until it ends, which it never does.</summary>
        Buffer = 3,
    }

    private readonly ConcurrentQueue<string> _asked = new();
    private readonly Uri _target = new(target);

    /// <summary>By a name, over plain HTTP, as offices do: a browser trusts such a page less than one of this machine.</summary>
    public string Address => $"http://{Chromium.CountyName}:{Port}";

    /// <summary>First lines of what was asked of the hubs.</summary>
    public IEnumerable<string> Asked => _asked;

    protected override async Task Carry(NetworkStream caller)
    {
        var (head, more) = await ReadHead(caller);
        var first = head.Split("\r\n")[0];
        if (first.Contains("/hubs/", StringComparison.Ordinal))
            _asked.Enqueue(first);
        if (head.Contains("\r\nUpgrade: websocket", StringComparison.OrdinalIgnoreCase))
        {
            if (mode == Mode.Hang)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, Closing);
            await caller.WriteAsync("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), Closing);
            return;
        }

        using var gateway = new TcpClient();
        await gateway.ConnectAsync(_target.Host, _target.Port, Closing);
        var onward = gateway.GetStream();
        var lines = head.Split("\r\n").Where(line => !line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase));
        await onward.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", lines).TrimEnd() + "\r\nConnection: close\r\n\r\n"), Closing);
        await onward.WriteAsync(more, Closing);
        _ = caller.CopyToAsync(onward, Closing).ContinueWith(_ => { }, TaskScheduler.Default);
        var (answer, body) = await ReadHead(onward);
        if (mode == Mode.Buffer && answer.Contains("text/event-stream", StringComparison.OrdinalIgnoreCase))
            await onward.CopyToAsync(Stream.Null, Closing);
        await caller.WriteAsync(Encoding.Latin1.GetBytes(answer), Closing);
        await caller.WriteAsync(body, Closing);
        await onward.CopyToAsync(caller, Closing);
    }

    /// <summary>Up to and with the empty line, and what came after it already.</summary>
    private async Task<(string Head, byte[] More)> ReadHead(NetworkStream stream)
    {
        var read = new List<byte>();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, Closing);
            if (count == 0)
                throw new IOException("The line was closed.");
            read.AddRange(buffer.AsSpan(0, count));
            var end = Encoding.Latin1.GetString([.. read]).IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0)
                return (Encoding.Latin1.GetString([.. read.Take(end + 4)]), [.. read.Skip(end + 4)]);
        }
    }
}
