using Microsoft.Extensions.Logging;

namespace Supervision.Actors.Channels;

/// <summary>Keeps a county's channels and sends its alerts. Everything that must last is in the store; this holds timers and marks.</summary>
internal sealed partial class ChannelsGrain(
    IChannelStore store,
    IJournal journal,
    ChannelDeliverer deliverer,
    ChannelSeal seal,
    ChannelOptions options,
    Clock clock,
    TimeProvider time,
    ILogger<ChannelsGrain> logger
) : Grain, IChannelsGrain, IDisposable
{
    private static readonly TimeSpan AfterAFault = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, OutboxMark> _marks = new(StringComparer.Ordinal);
    private IGrainTimer _timer = null!;
    private Task _round = Task.CompletedTask;
    private bool _again;

    private string County => Keys.Code(this.GetPrimaryKeyString());

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _timer = this.RegisterGrainTimer(
            Work,
            new()
            {
                DueTime = TimeSpan.Zero,
                Period = Timeout.InfiniteTimeSpan,
                Interleave = true,
            }
        );
        return Task.CompletedTask;
    }

    /// <summary>A message under way is let finish, so that its fate is written down and not unknown.</summary>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await _stop.CancelAsync();
        await _round
            .WaitAsync(cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    public void Dispose() => _stop.Dispose();

    public Task AlertsChanged()
    {
        Wake();
        return Task.CompletedTask;
    }

    public async Task<ImmutableArray<ChannelView>> Channels() => [.. (await store.Channels(County)).Select(View)];

    public async Task<Outcome> Put(Submission<PutChannel> submission)
    {
        if (await Earlier<Outcome>(KeyOf(submission), refusal => new(null, refusal)) is { } answered)
            return answered;
        var command = submission.Command;
        var standing = await Find(command.Channel);
        var (settings, secrets) = standing is null
            ? (null, ChannelSecrets.None)
            : (Settings(standing), seal.Open(County, standing.Channel, standing.Secrets.Span) ?? ChannelSecrets.None);
        if (await Objection() is { } refusal)
            return await Keep(KeyOf(submission), new Outcome(null, refusal));
        var kept = new ChannelSecrets(
            command.Address ?? secrets.Address,
            command.Secret is null ? secrets.Secret
                : command.Secret.Length == 0 ? null
                : command.Secret
        );
        var next = command.Settings with
        {
            Address = kept.Address is null ? null : ChannelAddresses.Mask(kept.Address),
            Alerts = command.Settings.Alerts.IsDefault ? [] : command.Settings.Alerts,
        };
        var version = await store.Version(County, command.Channel);
        var json = RulesJson.Write(next);
        if (standing is not null && json.AsSpan().SequenceEqual(standing.Settings.Span) && kept == secrets)
            return await Keep(KeyOf(submission), Done(command.Channel, version, changed: false));
        var restart = standing is null || (next.Enabled && !settings!.Enabled);
        if (restart)
            _marks.Remove(command.Channel);
        return await Write(
            submission,
            new(
                County,
                command.Channel,
                version + 1,
                json,
                seal.Seal(County, command.Channel, kept),
                false,
                clock.Now,
                submission.Actor.Name
            ),
            restart
        );

        async Task<Refusal?> Objection()
        {
            if (ChannelRules.Objection(submission.Actor, County) is { } forbidden)
                return forbidden;
            if (!(await journal.Heads(new(["county"], County))).Any(head => head.County == County))
                return new(RefusalCode.CountyUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null);
            if (command.Over is { } over && over != (standing?.Version ?? 0))
                return new(
                    RefusalCode.ChannelSuperseded,
                    "over",
                    new("通道已被他人修改，请刷新后再改", "somebody else changed the channel; look again"),
                    new($"{standing?.Version ?? 0}", $"{standing?.Version ?? 0}")
                );
            if (standing is null && (await store.Channels(County)).Count >= ChannelRules.MostChannels)
                return new(
                    RefusalCode.TooManyChannels,
                    null,
                    new($"一个地区最多 {ChannelRules.MostChannels} 个通道", $"a county has at most {ChannelRules.MostChannels} channels"),
                    null
                );
            var unread = command.Address is null && secrets.Address is null && command.Settings.Kind != ChannelKind.Mail; // sealed under another secret of the installation
            return ChannelRules.Problem(command, settings, secrets.Secret is not null, options.Bases, options.AllowPrivate)
                ?? (unread ? Refusals.Required("address") : null);
        }
    }

    public async Task<Outcome> Remove(Submission<RemoveChannel> submission)
    {
        if (await Earlier<Outcome>(KeyOf(submission), refusal => new(null, refusal)) is { } answered)
            return answered;
        if (ChannelRules.Objection(submission.Actor, County) is { } forbidden)
            return await Keep(KeyOf(submission), new Outcome(null, forbidden));
        if (await Find(submission.Command.Channel) is not { } standing)
            return await Keep(KeyOf(submission), new Outcome(null, Unknown()));
        return await Write(
            submission,
            new(
                County,
                standing.Channel,
                standing.Version + 1,
                standing.Settings,
                ReadOnlyMemory<byte>.Empty,
                true,
                clock.Now,
                submission.Actor.Name
            ),
            restart: false
        );
    }

    public async Task<ChannelTestOutcome> Test(Submission<TestChannel> submission)
    {
        if (await Earlier<ChannelTestOutcome>(KeyOf(submission), refusal => new(null, refusal)) is { } answered)
            return answered;
        if (ChannelRules.Objection(submission.Actor, County) is { } forbidden)
            return await Keep(KeyOf(submission), new ChannelTestOutcome(null, forbidden));
        if (await Find(submission.Command.Channel) is not { } standing)
            return await Keep(KeyOf(submission), new ChannelTestOutcome(null, Unknown()));
        var result = await deliverer.Test(County, standing);
        if (result.Outcome == SendOutcome.Delivered)
        {
            await store.Resume(County, standing.Channel);
            Wake();
        }

        return await Keep(
            KeyOf(submission),
            new ChannelTestOutcome(new(result.Outcome == SendOutcome.Delivered, result.Answer, CivilTime.Keep(time.GetUtcNow())), null)
        );
    }

    public async Task<Outcome> Resend(Submission<ResendDelivery> submission)
    {
        if (await Earlier<Outcome>(KeyOf(submission), refusal => new(null, refusal)) is { } answered)
            return answered;
        var (channel, alert) = (submission.Command.Channel, submission.Command.Alert);
        if (ChannelRules.Objection(submission.Actor, County) is { } forbidden)
            return await Keep(KeyOf(submission), new Outcome(null, forbidden));
        if (await Find(channel) is not { } standing)
            return await Keep(KeyOf(submission), new Outcome(null, Unknown()));
        if (await store.State(County, channel, alert) is not { } state)
            return await Keep(
                KeyOf(submission),
                new Outcome(
                    null,
                    new(RefusalCode.DeliveryUnknown, "alert", new("该通道没有这条提醒", "this channel never had that alert"), null)
                )
            );
        if (state is nameof(DeliveryState.Waiting) or nameof(DeliveryState.Sending))
            return await Keep(
                KeyOf(submission),
                new Outcome(
                    null,
                    new(
                        RefusalCode.DeliveryNotFinished,
                        "alert",
                        new("这条提醒正在等待发送，无需重发", "this alert is waiting to be sent already"),
                        null
                    )
                )
            );
        var outcome = Done(channel, standing.Version, changed: true);
        if (!await store.Resend(County, channel, alert, Guid.CreateVersion7(time.GetUtcNow()), Receipt(KeyOf(submission), outcome)))
            throw Moved();
        Wake();
        return outcome;
    }

    public async Task<ImmutableArray<DeliveryView>> Deliveries(DeliveryFilter filter) =>
        [
            .. (
                await store.Log(
                    County,
                    filter.Channel,
                    filter.State == DeliveryState.None ? null : filter.State.ToString(),
                    filter.Before,
                    Math.Clamp(filter.Take, 1, 200)
                )
            ).Select(row =>
            {
                var alert = RulesJson.Read<Alert>(row.Payload.Span);
                return new DeliveryView(
                    row.Alert,
                    row.AlertId,
                    row.Kind,
                    row.Stream,
                    alert.UnitName,
                    alert.Text,
                    Enum.Parse<DeliveryState>(row.State),
                    row.Attempts,
                    row.PlannedAt,
                    row.AttemptedAt,
                    row.FinishedAt,
                    row.Delivery,
                    row.Answer
                );
            }),
        ];

    private void Wake()
    {
        _again = true;
        if (_round.IsCompleted && !_stop.IsCancellationRequested)
            _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    private async Task Work()
    {
        if (!_round.IsCompleted || _stop.IsCancellationRequested)
            return;
        var round = new TaskCompletionSource();
        _round = round.Task;
        _again = false;
        var wait = AfterAFault;
        try
        {
            wait = await Round();
        }
        catch (Exception fault)
        {
            LogFailed(fault, County);
        }
        finally
        {
            round.SetResult();
            if (!_stop.IsCancellationRequested)
                _timer.Change(_again ? TimeSpan.Zero : wait, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Channels do not wait for one another.</summary>
    private async Task<TimeSpan> Round()
    {
        if (!clock.IsTrusted)
            return AfterAFault; // what is given up after a day must not be given up by a wrong clock
        var channels = await store.Channels(County);
        if (channels.Count == 0)
            return Timeout.InfiniteTimeSpan; // the first one wakes it
        var waits = await Task.WhenAll(
            channels.Select(channel =>
            {
                if (!_marks.TryGetValue(channel.Channel, out var mark))
                    _marks.Add(channel.Channel, mark = new());
                return deliverer.Serve(County, channel, mark, _stop.Token);
            })
        );
        return waits.Min() is var shortest && shortest < TimeSpan.FromMilliseconds(50) ? TimeSpan.FromMilliseconds(50) : shortest;
    }

    private async Task<Outcome> Write<TCommand>(Submission<TCommand> submission, NewChannel channel, bool restart)
    {
        var outcome = Done(channel.Channel, channel.Version, changed: true);
        if (!await store.Write(channel, Receipt(KeyOf(submission), outcome), restart))
            throw Moved();
        Wake();
        return outcome;
    }

    private async Task<StoredChannel?> Find(string channel) =>
        (await store.Channels(County)).FirstOrDefault(each => each.Channel == channel);

    private async Task<T?> Earlier<T>(OperationKey key, Func<Refusal, T> refuse)
        where T : class
    {
        if (await journal.FindReceipt(this.GetPrimaryKeyString(), key.OpId) is not { } receipt)
            return null;
        return receipt.Fingerprint.Span.SequenceEqual(key.Fingerprint)
            ? RulesJson.Read<T>(receipt.Body.Span)
            : refuse(Refusals.KeyReused());
    }

    /// <summary>For what changed nothing in the store; the first answer stands.</summary>
    private async Task<T> Keep<T>(OperationKey key, T answer) =>
        RulesJson.Read<T>((await journal.KeepReceipt(this.GetPrimaryKeyString(), Receipt(key, answer))).Body.Span);

    private Receipt Receipt<T>(OperationKey key, T answer) => new(key.OpId, key.Fingerprint, clock.Now, RulesJson.Write(answer));

    private OperationKey KeyOf<TCommand>(Submission<TCommand> submission) => new(submission.OpId, seal.Fingerprint(submission.Fingerprint));

    private ChannelView View(StoredChannel channel)
    {
        var settings = Settings(channel);
        var quietUntil = settings.Quiet is { } quiet ? QuietRule.EndsAt(quiet, clock.Reading, Calendars.StateCouncil) : null;
        var state =
            !settings.Enabled ? ChannelState.Off
            : channel.Failures > 0 ? ChannelState.Failing
            : quietUntil is not null ? ChannelState.Quiet
            : ChannelState.Working;
        return new(
            channel.Channel,
            channel.Version,
            settings,
            seal.Open(County, channel.Channel, channel.Secrets.Span)?.Secret is not null,
            channel.ChangedAt,
            channel.ChangedBy,
            new(
                state,
                channel.Waiting,
                channel.Dead,
                channel.FailingSince,
                channel.NextAttemptAt,
                quietUntil,
                channel.LastAnswer,
                channel.LastSentAt
            )
        );
    }

    private static ChannelSettings Settings(StoredChannel channel) => RulesJson.Read<ChannelSettings>(channel.Settings.Span);

    private static Outcome Done(string channel, int version, bool changed) =>
        new(new($"channel/{channel}", version, changed, null, null), null);

    private static Refusal Unknown() => new(RefusalCode.ChannelUnknown, "channel", new("没有这个通道", "there is no such channel"), null);

    private static RetryableFaultException Moved() => new("The channel is being changed elsewhere; repeat with the same operation id.");

    [LoggerMessage(LogLevel.Error, "The channels of county {County} could not be served; they are tried again in ten seconds.")]
    private partial void LogFailed(Exception fault, string county);

    private sealed record OperationKey(Guid OpId, byte[] Fingerprint);
}
