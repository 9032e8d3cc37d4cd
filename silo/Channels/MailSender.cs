using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Supervision.Silo.Channels;

/// <summary>Mail over SMTP, one connection a message. The message id is the delivery's: most mailboxes show a repeated one once.</summary>
internal sealed class MailSender(OutgoingConnections connections, ChannelOptions options, TimeProvider time)
{
    public async Task<SendResult> Send(ChannelTarget target, ChannelMessage message, Guid delivery, CancellationToken cancellation)
    {
        var settings = target.Settings.Mail!;
        if (settings.Security == MailSecurity.Plain && !options.AllowPrivate)
            return new(SendOutcome.Refused, "未加密的邮件须由系统管理员放开 / mail without TLS has to be allowed by the operator");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.Timeout);
        var handedOver = false;
        try
        {
            using var mail = Compose(settings, message, delivery);
            using var smtp = new SmtpClient();
            await using var stream = await connections.Connect(settings.Host, settings.Port, limit.Token);
            await smtp.ConnectAsync(stream, settings.Host, settings.Port, Security(settings.Security), limit.Token);
            if (settings.UserName is { } user)
                await smtp.AuthenticateAsync(user, target.Secret ?? "", limit.Token);
            handedOver = true;
            var answer = await smtp.SendAsync(mail, limit.Token);
            return new(SendOutcome.Delivered, answer);
        }
        catch (Exception fault)
            when (fault
                    is MailKit.CommandException
                        or AuthenticationException
                        or SslHandshakeException
                        or ForbiddenAddressException
                        or NotSupportedException
            )
        {
            return new(SendOutcome.Refused, fault.Message); // it answered, and it was no
        }
        catch (Exception fault) when (fault is IOException or SocketException or MailKit.ProtocolException or OperationCanceledException)
        {
            return new(
                handedOver ? SendOutcome.Unknown : SendOutcome.Refused,
                fault is OperationCanceledException ? $"无回答 / no answer within {options.Timeout.TotalSeconds:0.#} s" : fault.Message
            );
        }
    }

    private MimeMessage Compose(MailSettings settings, ChannelMessage message, Guid delivery)
    {
        var from = MailboxAddress.Parse(settings.From);
        var mail = new MimeMessage
        {
            Subject = message.Title,
            Date = time.GetUtcNow().ToOffset(CivilTime.Offset),
            MessageId = $"{delivery:N}@{from.Domain}",
            Body = new TextPart("plain") { Text = message.Text },
        };
        mail.From.Add(from);
        mail.To.AddRange(settings.To.Select(MailboxAddress.Parse));
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mail;
    }

    private static SecureSocketOptions Security(MailSecurity security) =>
        security switch
        {
            MailSecurity.StartTls => SecureSocketOptions.StartTls,
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.None,
        };
}
