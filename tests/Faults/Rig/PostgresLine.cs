using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Supervision.Faults.Rig;

/// <summary>The network between one process and PostgreSQL, which can be cut as if a cable were pulled: what is sent is lost, and nobody is told.</summary>
internal sealed class PostgresLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly NpgsqlConnectionStringBuilder _target;
    private readonly Task _listening;
    private volatile bool _cut;

    public PostgresLine(string postgres)
    {
        _target = new(postgres);
        _listener.Start();
        _listening = Listen();
    }

    /// <summary>Leads through this line.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(_target.ConnectionString) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.ConnectionString;

    public void Cut() => _cut = true;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _listening;
        _closing.Dispose();
    }

    private async Task Listen()
    {
        try
        {
            while (true) _ = Carry(await _listener.AcceptTcpClientAsync(_closing.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task Carry(TcpClient process)
    {
        try
        {
            using (process)
            using (var postgres = new TcpClient())
            {
                await postgres.ConnectAsync(_target.Host!, _target.Port, _closing.Token);
                await Task.WhenAny(Pass(process.GetStream(), postgres.GetStream()), Pass(postgres.GetStream(), process.GetStream()));
            }
        }
        catch (Exception broken) when (broken is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, _closing.Token)) > 0)
        {
            if (_cut) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _closing.Token);
            await to.WriteAsync(buffer.AsMemory(0, read), _closing.Token);
        }
    }
}
