using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Supervision.Gateway.Api.Counties;

/// <summary>A county's outgoing channels. What is secret about them goes in here and never comes out.</summary>
public static class ChannelsApi
{
    private const string Tag = "提醒通道 Channels";
    private const int LongestPage = 200;

    /// <param name="Address">The robot's or receiver's whole address; null keeps the one there is.</param>
    /// <param name="Secret">Signing secret or mail password; null keeps the one there is, an empty text removes it.</param>
    /// <param name="Language"><c>zh</c> or <c>en</c>.</param>
    /// <param name="Alerts">Kinds it carries; empty means all.</param>
    /// <param name="Quiet">Null sends at any hour.</param>
    /// <param name="DigestOver">2–50: more waiting alerts of one kind go as one message.</param>
    /// <param name="BoardAddress">Where links lead, e.g. <c>https://dudao.example.gov.cn</c>; null sends none.</param>
    /// <param name="Over">The version seen; another one by now refuses. 0 for a new channel; null does not check.</param>
    public sealed record ChannelBody(
        ChannelKind Kind,
        string? Name,
        string? Address,
        string? Secret,
        MailBody? Mail,
        string? Keyword,
        IReadOnlyList<string>? Alerts,
        QuietBody? Quiet,
        string? BoardAddress,
        int? Over,
        bool Enabled = true,
        string Language = "zh",
        int DigestOver = 5
    )
    {
        /// <summary>The channel as it stands; what is secret about it is kept by being null.</summary>
        public static ChannelBody Of(ChannelSettings settings) =>
            new(
                settings.Kind,
                settings.Name,
                null,
                null,
                MailBody.Of(settings.Mail),
                settings.Keyword,
                settings.Alerts,
                QuietBody.Of(settings.Quiet),
                settings.BoardAddress,
                null,
                settings.Enabled,
                settings.Language,
                settings.DigestOver
            );
    }

    /// <summary><see cref="QuietHours"/> as they are sent: what is left out of a channel that stands stays.</summary>
    public sealed record QuietBody(string? From, string? To, bool DaysOff = false)
    {
        internal static QuietBody? Of(QuietHours? quiet) => quiet is null ? null : new(quiet.From, quiet.To, quiet.DaysOff);

        internal QuietHours Whole => new(From ?? "", To ?? "", DaysOff);
    }

    /// <summary><see cref="MailSettings"/> as they are sent: what is left out of a channel that stands stays.</summary>
    public sealed record MailBody(
        string? Host,
        string? UserName,
        string? From,
        IReadOnlyList<string>? To,
        MailSecurity? Security,
        int Port = 0
    )
    {
        internal static MailBody? Of(MailSettings? mail) =>
            mail is null ? null : new(mail.Host, mail.UserName, mail.From, mail.To, mail.Security, mail.Port);

        internal MailSettings Whole => new(Host ?? "", Port, Security ?? MailSecurity.None, UserName, From ?? "", [.. To ?? []]);
    }

    public sealed record EmptyBody;

    /// <summary>What a board says of a channel that does not work, or has given alerts up.</summary>
    public sealed record ChannelNotice(
        string Channel,
        string Name,
        ChannelKind Kind,
        ChannelState State,
        DateTimeOffset? FailingSince,
        int Waiting,
        int Dead
    );

    public static void MapChannels(this RouteGroupBuilder api)
    {
        api.MapGet("/alert-kinds", () => AlertKinds.All)
            .WithTags(Tag)
            .Says<IReadOnlyList<AlertKindFacts>>("提醒的种类与轻重 / Kinds of alerts and how severe they are")
            .NeedsSession();
        var channels = api.MapGroup("/counties/{code}/channels").WithTags(Tag);
        channels
            .MapGet("", List)
            .Says<IReadOnlyList<ChannelView>>(
                "本县（市、区）的提醒通道；密钥从不返回 / A county's outgoing channels; secrets are never returned"
            )
            .MayAsk(May.ManageChannels, Within.County);
        channels
            .MapGet("/health", Health)
            .Says<IReadOnlyList<ChannelNotice>>(
                "有故障或有未送达提醒的通道，供看板提示 / Channels that fail or gave alerts up, for the board"
            )
            .MayAsk(May.ReadBoard, Within.County);
        channels
            .MapPut("/{channel}", Put)
            .IsCommand("新建或修改通道；未写的项不变，null 为清除 / Make or change a channel; what is left out stays, null clears")
            .MayAsk(May.ManageChannels, Within.County);
        channels.MapDelete("/{channel}", Remove).IsCommand("删除通道 / Remove a channel").MayAsk(May.ManageChannels, Within.County);
        channels
            .MapPost("/{channel}/test", Test)
            .IsCommand<ChannelTest>("立即发送一条测试消息，返回对方的回答 / Send a test message now and answer what the other side said")
            .MayAsk(May.ManageChannels, Within.County);
        channels
            .MapGet("/{channel}/deliveries", Deliveries)
            .Says<IReadOnlyList<DeliveryView>>("发送记录，最新在前；before 为上一页最后一条的 alert / Delivery log, newest first")
            .MayAsk(May.ManageChannels, Within.County);
        channels
            .MapPost("/{channel}/deliveries/{alert}/resend", Resend)
            .IsCommand("重新发送一条提醒 / Send an alert once more")
            .MayAsk(May.ManageChannels, Within.County);
    }

    private static async Task<IResult> List(string code, IClusterClient cluster) =>
        Objection(code) is { } refusal ? Answers.Refuse(refusal) : TypedResults.Ok(await Grain(cluster, code).Channels());

    private static async Task<IResult> Health(string code, IClusterClient cluster)
    {
        if (!Scopes.IsBoard(Keys.County(code)))
            return Answers.Refuse(Unknown());
        return TypedResults.Ok(
            (await Grain(cluster, code).Channels())
                .Where(channel => channel.Health.State == ChannelState.Failing || channel.Health.Dead > 0)
                .Select(channel => new ChannelNotice(
                    channel.Channel,
                    channel.Settings.Name,
                    channel.Settings.Kind,
                    channel.Health.State,
                    channel.Health.FailingSince,
                    channel.Health.Waiting,
                    channel.Health.Dead
                ))
        );
    }

    private static async Task<IResult> Put(string code, string channel, CommandRequest<ChannelBody> request, IClusterClient cluster)
    {
        if ((request.Refusal ?? Objection(code)) is { } refusal)
            return Answers.Refuse(refusal);
        var body = request.Body!;
        var over = body.Over;
        // Only who may see the channel learns anything of it; the others are refused by the grain.
        if (
            ChannelRules.Objection(request.Caller.Actor, code) is null
            && (await Grain(cluster, code).Channels()).FirstOrDefault(known => known.Channel == channel) is { } standing
        )
        {
            body = request.Over(ChannelBody.Of(standing.Settings));
            over ??= standing.Version; // what was left out is as it was read here
        }

        var settings = new ChannelSettings(
            body.Kind,
            body.Name ?? "",
            body.Enabled,
            body.Language,
            [.. body.Alerts ?? []],
            body.Quiet?.Whole,
            body.DigestOver,
            body.Keyword,
            body.Mail?.Whole,
            body.BoardAddress,
            null
        );
        return request.Answer(
            Keys.Channels(code),
            await Grain(cluster, code).Put(request.Submit(new PutChannel(channel, settings, body.Address, body.Secret, over)))
        );
    }

    private static async Task<IResult> Remove(string code, string channel, HttpContext context, IClusterClient cluster)
    {
        var caller = Caller.Of(context.User);
        if (Objection(code) is { } refusal)
            return Answers.Refuse(refusal);
        if (!Guid.TryParse(context.Request.Headers[CommandRequest.KeyHeader], out var opId) || opId == Guid.Empty)
            return Answers.Refuse(Refusals.KeyMissing());
        var fingerprint = SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Actor.Name}\nDELETE\n{context.Request.Path}"))[..16];
        var outcome = await Grain(cluster, code).Remove(new(opId, fingerprint, caller.Actor, new RemoveChannel(channel)));
        AuditNote.Of(context).Kept = Keys.Channels(code);
        return Answers.Of(outcome);
    }

    private static async Task<IResult> Test(string code, string channel, CommandRequest<EmptyBody> request, IClusterClient cluster)
    {
        if ((request.Refusal ?? Objection(code)) is { } refusal)
            return Answers.Refuse(refusal);
        var outcome = await Grain(cluster, code).Test(request.Submit(new TestChannel(channel)));
        request.Answered(Keys.Channels(code));
        return outcome.Refusal is { } refused ? Answers.Refuse(refused) : TypedResults.Ok(outcome.Test);
    }

    private static async Task<IResult> Deliveries(
        string code,
        string channel,
        IClusterClient cluster,
        DeliveryState? state = null,
        long before = long.MaxValue,
        [Range(1, LongestPage)] int take = 50
    )
    {
        if (Objection(code) is { } refusal)
            return Answers.Refuse(refusal);
        return TypedResults.Ok(await Grain(cluster, code).Deliveries(new(channel, state ?? DeliveryState.None, before, take)));
    }

    private static async Task<IResult> Resend(
        string code,
        string channel,
        long alert,
        CommandRequest<EmptyBody> request,
        IClusterClient cluster
    )
    {
        if ((request.Refusal ?? Objection(code)) is { } refusal)
            return Answers.Refuse(refusal);
        return request.Answer(Keys.Channels(code), await Grain(cluster, code).Resend(request.Submit(new ResendDelivery(channel, alert))));
    }

    private static Refusal? Objection(string code) => Scopes.IsBoard(Keys.County(code)) ? null : Unknown();

    private static IChannelsGrain Grain(IClusterClient cluster, string code) => cluster.GetGrain<IChannelsGrain>(Keys.Channels(code));

    private static Refusal Unknown() =>
        new(RefusalCode.CountyUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null);
}
