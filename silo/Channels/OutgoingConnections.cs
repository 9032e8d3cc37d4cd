using System.Net;
using System.Net.Sockets;

namespace Supervision.Silo.Channels;

/// <summary>An address that must not be called.</summary>
internal sealed class ForbiddenAddressException(string host)
    : Exception($"{host} is a loopback or private address; the operator has to allow it (Supervision__Channels__AllowPrivate).");

/// <summary>
/// Opens connections for channels. What a name leads to is judged on the very address that is connected to: a name that answers
/// differently the second time gains nothing.
/// </summary>
internal sealed class OutgoingConnections(ChannelOptions options)
{
    /// <exception cref="ForbiddenAddressException">None of its addresses may be called.</exception>
    /// <exception cref="SocketException">None of them answered.</exception>
    public async ValueTask<Stream> Connect(string host, int port, CancellationToken cancellation)
    {
        var found = await Dns.GetHostAddressesAsync(host, cancellation);
        var allowed =
            options.AllowPrivate || options.Bases.Any(allowed => allowed.DnsSafeHost == host && allowed.Port == port)
                ? found
                : [.. found.Where(ChannelAddresses.IsPublic)];
        if (found.Length > 0 && allowed.Length == 0)
            throw new ForbiddenAddressException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
