using System.Net;
using System.Net.Sockets;

namespace Supervision.TestKit;

/// <summary>A port of this machine that stands before another program; what it does with each line is its heir's to say.</summary>
public abstract class TcpRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _listening;

    protected TcpRelay()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _listening = Listen();
    }

    protected int Port { get; }

    /// <summary>Ends every line.</summary>
    protected CancellationToken Closing => _closing.Token;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _listening;
        _closing.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Carries one line until either side ends it.</summary>
    protected abstract Task Carry(NetworkStream caller);

    private async Task Listen()
    {
        // The heir is made whole before its first line is carried.
        await Task.Yield();
        try
        {
            while (true)
                _ = Serve(await _listener.AcceptTcpClientAsync(_closing.Token));
        }
        catch (Exception ended) when (IsEnd(ended)) { }
    }

    private async Task Serve(TcpClient caller)
    {
        try
        {
            using (caller)
                await Carry(caller.GetStream());
        }
        catch (Exception ended) when (IsEnd(ended)) { }
    }

    private static bool IsEnd(Exception fault) =>
        fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException;
}
