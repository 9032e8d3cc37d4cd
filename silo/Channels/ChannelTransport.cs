using System.Net;

namespace Supervision.Silo.Channels;

/// <summary>Finds the way each kind of channel takes.</summary>
internal sealed class ChannelTransport(OutgoingHttp http, MailSender mail, TimeProvider time) : IChannelTransport
{
    private const int LongestAnswer = 300;

    public async Task<SendResult> Send(ChannelTarget target, ChannelMessage message, Guid delivery, CancellationToken cancellation)
    {
        var result =
            target.Settings.Kind == ChannelKind.Mail
                ? await mail.Send(target, message, delivery, cancellation)
                : await Post(target, message, delivery, cancellation);
        return result with { Answer = Clean(result.Answer, target) };
    }

    private async Task<SendResult> Post(ChannelTarget target, ChannelMessage message, Guid delivery, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var post = target.Settings.Kind switch
        {
            ChannelKind.WeCom => Robots.WeCom(target.Address!, message),
            ChannelKind.DingTalk => Robots.DingTalk(target.Address!, target.Secret, message, now),
            ChannelKind.Feishu => Robots.Feishu(target.Address!, target.Secret, message, now),
            _ => SignedWebhook.Post(target, message, delivery, now),
        };
        var reply = await http.Post(post.Address, post.Body, post.Headers, cancellation);
        if (reply.Status is not { } status)
            return new(reply.Reached ? SendOutcome.Unknown : SendOutcome.Refused, reply.Body);
        if (status is < 200 or > 299)
        {
            // A gateway's error may hide that the message went through.
            var outcome = status >= 500 ? SendOutcome.Unknown : SendOutcome.Refused;
            return new(
                outcome,
                $"HTTP {status} {(HttpStatusCode)status} {reply.Body}",
                reply.RetryAfter ?? (status == 429 ? TimeSpan.FromMinutes(1) : null)
            );
        }

        return target.Settings.Kind == ChannelKind.Webhook
            ? new(SendOutcome.Delivered, $"HTTP {status} {reply.Body}")
            : Robots.Judge(target.Settings.Kind, reply.Body);
    }

    /// <summary>Other sides quote what they were sent; what they quote of our secrets is not kept.</summary>
    private static string Clean(string answer, ChannelTarget target)
    {
        if (target.Secret is { Length: > 0 } secret)
            answer = answer.Replace(secret, "••••", StringComparison.Ordinal);
        if (target.Address is { } address)
        {
            var path = new Uri(address).PathAndQuery;
            var key = path[(path.LastIndexOfAny(['=', '/']) + 1)..];
            if (key.Length > 3)
                answer = answer.Replace(key, "••••", StringComparison.Ordinal);
        }

        answer = new string([.. answer.Where(c => !char.IsControl(c))]).Trim();
        return Characters.Fit(answer, LongestAnswer) ? answer : Characters.Cut(answer, LongestAnswer) + "…";
    }
}
