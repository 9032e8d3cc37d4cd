using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Supervision.Gateway.Tests.Channels;

/// <summary>A real SMTP server on loopback that wants a password.</summary>
internal sealed class MailRoom : IAsyncDisposable
{
    public const string User = "dudao";
    public const string Password = "mail password 2026";

    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public MailRoom()
    {
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new(IPAddress.Loopback, Port)).AuthenticationRequired().AllowUnsecureAuthentication())
            .Build();
        var services = new ServiceProvider();
        services.Add((IMessageStore)new Box(Mails));
        services.Add((IUserAuthenticator)new DelegatingUserAuthenticator((user, password) => user == User && password == Password));
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; } = FreePort();

    public ConcurrentQueue<MimeMessage> Mails { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Box(ConcurrentQueue<MimeMessage> mails) : MessageStore
    {
        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            using var content = new MemoryStream(buffer.ToArray());
            mails.Enqueue(await MimeMessage.LoadAsync(content, cancellationToken));
            return SmtpResponse.Ok;
        }
    }
}
