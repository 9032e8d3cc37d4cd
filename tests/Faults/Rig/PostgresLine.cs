using System.Net.Sockets;
using Npgsql;

namespace Supervision.Faults.Rig;

/// <summary>The network between one process and PostgreSQL, which can be cut as if a cable were pulled: what is sent is lost, and nobody is told.</summary>
internal sealed class PostgresLine(string postgres) : TcpRelay
{
    private readonly NpgsqlConnectionStringBuilder _target = new(postgres);
    private volatile bool _cut;

    /// <summary>Leads through this line.</summary>
    public string ConnectionString =>
        new NpgsqlConnectionStringBuilder(_target.ConnectionString) { Host = "127.0.0.1", Port = Port }.ConnectionString;

    public void Cut() => _cut = true;

    protected override async Task Carry(NetworkStream caller)
    {
        using var server = new TcpClient();
        await server.ConnectAsync(_target.Host!, _target.Port, Closing);
        await Task.WhenAny(Pass(caller, server.GetStream()), Pass(server.GetStream(), caller));
    }

    private async Task Pass(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, Closing)) > 0)
        {
            if (_cut)
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, Closing);
            await to.WriteAsync(buffer.AsMemory(0, read), Closing);
        }
    }
}
