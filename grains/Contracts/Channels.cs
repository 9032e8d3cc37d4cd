using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Orleans.Concurrency;

namespace Supervision.Contracts;

[JsonConverter(typeof(JsonStringEnumConverter<ChannelState>))]
public enum ChannelState
{
    None = 0,

    /// <summary>The last message was taken, or none was sent yet.</summary>
    Working = 1,

    /// <summary>Works, and waits for its quiet hours to end.</summary>
    Quiet = 2,

    /// <summary>The last message was not taken; it is tried again.</summary>
    Failing = 3,

    /// <summary>Switched off.</summary>
    Off = 4,
}

[JsonConverter(typeof(JsonStringEnumConverter<DeliveryState>))]
public enum DeliveryState
{
    None = 0,
    Waiting = 1,

    /// <summary>Under way now, or was when the program ended.</summary>
    Sending = 2,
    Sent = 3,

    /// <summary>Given up; somebody may send it again.</summary>
    Dead = 4,

    /// <summary>Its cause went away before it was sent.</summary>
    Lapsed = 5,
}

/// <summary>How a channel does, in real time also in a sandbox.</summary>
/// <param name="Waiting">Alerts not sent yet.</param>
/// <param name="Dead">Alerts given up.</param>
/// <param name="FailingSince">When the first of the failures in a row was; null while it works.</param>
/// <param name="NextAttemptAt">When it is tried again; null when nothing forces it to wait.</param>
/// <param name="LastAnswer">What the other side said last.</param>
[GenerateSerializer, Immutable, Alias("channel-health")]
public sealed record ChannelHealth(
    ChannelState State,
    int Waiting,
    int Dead,
    DateTimeOffset? FailingSince,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? QuietUntil,
    string? LastAnswer,
    DateTimeOffset? LastSentAt
);

/// <param name="Version">1 and up; every change is one.</param>
/// <param name="HasSecret">A signing secret or password is kept; nobody is ever shown it.</param>
[GenerateSerializer, Immutable, Alias("channel-view")]
public sealed record ChannelView(
    string Channel,
    int Version,
    ChannelSettings Settings,
    bool HasSecret,
    DateTimeOffset ChangedAt,
    string ChangedBy,
    ChannelHealth Health
);

/// <param name="Alert">Sequence in the outbox.</param>
/// <param name="Delivery">The message's id; several alerts of one digest share it. Null before the first attempt, and after one that surely failed.</param>
/// <param name="Answer">What the other side said last.</param>
[GenerateSerializer, Immutable, Alias("delivery-view")]
public sealed record DeliveryView(
    long Alert,
    string AlertId,
    string Kind,
    string Unit,
    string UnitName,
    Text Text,
    DeliveryState State,
    int Attempts,
    DateTimeOffset PlannedAt,
    DateTimeOffset? AttemptedAt,
    DateTimeOffset? FinishedAt,
    Guid? Delivery,
    string? Answer
);

/// <param name="State"><see cref="DeliveryState.None"/> for all.</param>
/// <param name="Before">Only alerts with a smaller sequence.</param>
/// <param name="Take">1–200.</param>
[GenerateSerializer, Immutable, Alias("delivery-filter")]
public sealed record DeliveryFilter(string Channel, DeliveryState State, long Before, int Take);

/// <summary>
/// A county's outgoing channels: their settings, and the one place from which its alerts go out. It follows the journal's outbox
/// and never holds up the county; two activations at once send no alert twice, because each delivery is claimed in the store first.
/// </summary>
public interface IChannelsGrain : IGrainWithStringKey
{
    /// <summary>By id.</summary>
    [Alias("Channels"), AlwaysInterleave]
    Task<ImmutableArray<ChannelView>> Channels();

    /// <exception cref="RetryableFaultException">Outcome unknown; repeat with the same operation id.</exception>
    [Alias("Put")]
    Task<Outcome> Put(Submission<PutChannel> submission);

    [Alias("Remove")]
    Task<Outcome> Remove(Submission<RemoveChannel> submission);

    /// <summary>Answered when the other side answered, or after ten seconds.</summary>
    [Alias("Test"), ResponseTimeout("00:00:30")]
    Task<ChannelTestOutcome> Test(Submission<TestChannel> submission);

    [Alias("Resend")]
    Task<Outcome> Resend(Submission<ResendDelivery> submission);

    /// <summary>Newest alerts first.</summary>
    [Alias("Deliveries"), AlwaysInterleave]
    Task<ImmutableArray<DeliveryView>> Deliveries(DeliveryFilter filter);

    /// <summary>The county's alerts changed, or a minute passed. Losing it is harmless.</summary>
    [Alias("AlertsChanged"), OneWay, AlwaysInterleave]
    Task AlertsChanged();
}
