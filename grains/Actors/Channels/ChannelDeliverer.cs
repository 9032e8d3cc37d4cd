using Microsoft.Extensions.Logging;

namespace Supervision.Actors.Channels;

/// <summary>
/// Sends what a channel has waiting: takes up new alerts, claims a message in the store, sends it, and writes down what became of
/// it. Retries, give-up and rates run on real time; quiet hours on the domain's clock.
/// </summary>
public sealed partial class ChannelDeliverer(
    IChannelStore store,
    IJournal journal,
    IChannelTransport transport,
    ChannelSeal seal,
    ChannelOptions options,
    Rulebooks rulebooks,
    Clock clock,
    TimeProvider time,
    ILogger<ChannelDeliverer> logger
)
{
    private static readonly TimeSpan RateWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Sequences are drawn before their commit: an alert may appear behind younger ones. The cursor therefore stays behind what was
    /// seen for longer than any statement may run.
    /// </summary>
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(1);

    /// <summary>Longer than an attempt takes: a claim older than that belongs to a sender that is gone.</summary>
    private readonly TimeSpan _grip = 3 * options.Timeout;
    private bool? _sandbox;

    /// <summary>Sends what may be sent now; how long until it is worth looking again.</summary>
    /// <param name="seen">Kept by the caller between calls: how far the outbox was read, and when.</param>
    internal async Task<TimeSpan> Serve(string county, StoredChannel channel, OutboxMark seen, CancellationToken stop)
    {
        var settings = RulesJson.Read<ChannelSettings>(channel.Settings.Span);
        if (!settings.Enabled)
            return LookAgain;
        await TakeUp(county, channel, settings, seen);
        var (failures, failingSince, nextAttemptAt) = (channel.Failures, channel.FailingSince, channel.NextAttemptAt);
        while (!stop.IsCancellationRequested)
        {
            if (await store.Version(county, channel.Channel, CancellationToken.None) != channel.Version)
                return TimeSpan.Zero; // changed meanwhile
            var now = time.GetUtcNow();
            if (nextAttemptAt > now)
                return nextAttemptAt.Value - now;
            if (
                await store.AttemptsAfter(county, channel.Channel, now - RateWindow, CancellationToken.None)
                >= DeliveryRules.PerMinute(settings.Kind)
            )
                return TimeSpan.FromSeconds(5);
            await store.Lapse(county, channel.Channel, now, CancellationToken.None); // what ended while other messages were sent
            var open = await store.Open(county, channel.Channel, CancellationToken.None);
            var (batch, again) = Choose(settings, open, now);
            if (batch is null)
                return again;
            List<StoredDelivery> rows = [.. open.Where(row => batch.Alerts.Contains(row.Alert))];
            var delivery = batch.Delivery ?? Guid.CreateVersion7(now);
            if (
                !await store.Claim(
                    county,
                    channel.Channel,
                    rows,
                    delivery,
                    CivilTime.Keep(now),
                    CivilTime.Keep(now + _grip),
                    CancellationToken.None
                )
            )
                return TimeSpan.FromSeconds(1);
            var result = await Send(county, channel, settings, rows, delivery);
            if (result.Outcome == SendOutcome.Delivered)
                (failures, failingSince, nextAttemptAt) = (0, null, null);
            else
            {
                LogNotSent(settings.Kind, county, result.Outcome, failures + 1);
                (failures, failingSince) = (failures + 1, failingSince ?? CivilTime.Keep(now));
                var rest = DeliveryRules.Rest(failures, options.FirstRest, Random.Shared.NextDouble());
                nextAttemptAt = CivilTime.Keep(time.GetUtcNow() + (result.RetryAfter > rest ? result.RetryAfter.Value : rest));
            }

            var at = CivilTime.Keep(time.GetUtcNow());
            await store.Settle(
                county,
                channel.Channel,
                delivery,
                new(
                    result.Outcome == SendOutcome.Delivered,
                    result.Outcome == SendOutcome.Unknown,
                    result.Answer,
                    at,
                    at - options.GiveUpAfter,
                    failures,
                    failingSince,
                    nextAttemptAt
                ),
                CancellationToken.None
            );
        }

        return LookAgain;
    }

    /// <summary>One message outside the outbox.</summary>
    internal async Task<SendResult> Test(string county, StoredChannel channel)
    {
        var settings = RulesJson.Read<ChannelSettings>(channel.Settings.Span);
        return seal.Open(county, channel.Channel, channel.Secrets.Span) is { } secrets
            ? await transport.Send(
                new(county, settings, secrets.Address, secrets.Secret),
                MessageRule.Test(await Context(county, settings)),
                Guid.CreateVersion7(time.GetUtcNow()),
                CancellationToken.None
            )
            : Sealed();
    }

    private async Task TakeUp(string county, StoredChannel channel, ChannelSettings settings, OutboxMark seen)
    {
        var last = await store.LastAlert(county, CancellationToken.None);
        var now = time.GetUtcNow();
        await store.Plan(county, channel.Channel, channel.Cursor, settings.Alerts, CivilTime.Keep(now), CancellationToken.None);
        if (seen.Pass(last, now, Lag) is { } cursor)
            await store.MoveCursor(county, channel.Channel, cursor, CancellationToken.None);
    }

    private (DeliveryBatch? Batch, TimeSpan Again) Choose(ChannelSettings settings, IReadOnlyList<StoredDelivery> open, DateTimeOffset now)
    {
        var calendar = Calendars.StateCouncil;
        var inHand = open.Where(row => row.State == nameof(DeliveryState.Sending) && row.LeasedUntil > now).ToList();
        var waiting = open.Except(inHand)
            .Where(row => !QuietRule.Holds(settings.Quiet, row.Kind, clock.Now, calendar))
            .Select(row => new WaitingAlert(row.Alert, row.Kind, row.Attempts, row.PlannedAt, row.Delivery))
            .ToList();
        if (DeliveryRules.Next(waiting, settings.DigestOver, now, options.Settle) is { } batch)
            return (batch, default);
        return (
            null,
            waiting.Count > 0 ? options.Settle / 2
            : inHand.Count > 0 ? _grip / 2
            : LookAgain
        );
    }

    private async Task<SendResult> Send(
        string county,
        StoredChannel channel,
        ChannelSettings settings,
        List<StoredDelivery> rows,
        Guid delivery
    )
    {
        if (seal.Open(county, channel.Channel, channel.Secrets.Span) is not { } secrets)
            return Sealed();
        var message = MessageRule.Say(
            await Context(county, settings),
            [.. rows.Select(row => RulesJson.Read<Alert>(row.Payload.Span))],
            [.. rows.Select(row => row.Stream)]
        );
        return await transport.Send(new(county, settings, secrets.Address, secrets.Secret), message, delivery, CancellationToken.None);
    }

    private async Task<MessageContext> Context(string county, ChannelSettings settings) =>
        new(county, await rulebooks.NameOf(county), settings, _sandbox ??= await journal.Fact("mode", CancellationToken.None) == "Sandbox");

    private static SendResult Sealed() =>
        new(SendOutcome.Refused, "密钥无法读取，请重新填写 / the secrets can't be read; enter them again");

    [LoggerMessage(
        LogLevel.Warning,
        "A message to the {Kind} channel of county {County} ended as {Outcome}; failure {Failures} in a row, it is tried again."
    )]
    private partial void LogNotSent(ChannelKind kind, string county, SendOutcome outcome, int failures);
}

/// <summary>How far the outbox had been read at an instant; the cursor follows once that is long enough ago.</summary>
internal sealed class OutboxMark
{
    private (long Last, DateTimeOffset At)? _mark;

    /// <summary>Called after everything up to <paramref name="last"/> that is visible was taken up; the cursor that is safe by now, or null.</summary>
    public long? Pass(long last, DateTimeOffset now, TimeSpan lag)
    {
        if (_mark is not { } mark)
        {
            _mark = (last, now);
            return null;
        }

        if (now - mark.At < lag)
            return null;
        _mark = (last, now);
        return mark.Last;
    }
}
