namespace Supervision.Journal.Channels;

/// <summary>
/// Outgoing channels of counties and what became of each alert on each of them, beside the journal in the same database. Every
/// change of a delivery is a compare-and-swap on its row. Faults are those of <see cref="IJournal"/>.
/// </summary>
public interface IChannelStore
{
    /// <summary>The newest version of each channel that stands, by id.</summary>
    Task<IReadOnlyList<StoredChannel>> Channels(string county, CancellationToken cancellation = default);

    /// <summary>The newest version number of a channel, also of a removed one; 0 when there never was one.</summary>
    Task<int> Version(string county, string channel, CancellationToken cancellation = default);

    /// <summary>
    /// Commits a version and the command's receipt together. False, and nothing is written, when the operation was answered
    /// before or somebody else wrote that version.
    /// </summary>
    /// <param name="restart">The channel carries only alerts raised from now on.</param>
    Task<bool> Write(NewChannel channel, Receipt receipt, bool restart, CancellationToken cancellation = default);

    /// <summary>Highest sequence among the county's alerts, 0 when there are none.</summary>
    Task<long> LastAlert(string county, CancellationToken cancellation = default);

    /// <summary>Takes up every open alert after <paramref name="cursor"/> that the channel has not taken up; how many.</summary>
    /// <param name="kinds">Empty means all.</param>
    Task<int> Plan(
        string county,
        string channel,
        long cursor,
        IReadOnlyList<string> kinds,
        DateTimeOffset at,
        CancellationToken cancellation = default
    );

    /// <summary>Alerts up to here need not be looked at again.</summary>
    Task MoveCursor(string county, string channel, long cursor, CancellationToken cancellation = default);

    /// <summary>Ends what waits, was never sent and has lost its cause.</summary>
    Task Lapse(string county, string channel, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>What is not sent yet, by attempts, then age; at most 1,000.</summary>
    Task<IReadOnlyList<StoredDelivery>> Open(string county, string channel, CancellationToken cancellation = default);

    /// <summary>Marks all of them as being sent, or none: false when another deliverer moved one of them.</summary>
    /// <param name="until">After it, whoever looks may take it that the sender is gone and its outcome unknown.</param>
    Task<bool> Claim(
        string county,
        string channel,
        IReadOnlyList<StoredDelivery> deliveries,
        Guid delivery,
        DateTimeOffset at,
        DateTimeOffset until,
        CancellationToken cancellation = default
    );

    /// <summary>Records what became of a claimed message, and how the channel does since.</summary>
    Task Settle(string county, string channel, Guid delivery, Settlement settlement, CancellationToken cancellation = default);

    /// <summary>Lets a channel try again at once.</summary>
    Task Resume(string county, string channel, CancellationToken cancellation = default);

    /// <summary>Messages tried after an instant.</summary>
    Task<int> AttemptsAfter(string county, string channel, DateTimeOffset at, CancellationToken cancellation = default);

    /// <summary>A delivery's state; null when the channel never took up that alert.</summary>
    Task<string?> State(string county, string channel, long alert, CancellationToken cancellation = default);

    /// <summary>Puts a finished delivery back under a new message id, with the command's receipt; false when it is not finished or the operation was answered before.</summary>
    Task<bool> Resend(string county, string channel, long alert, Guid delivery, Receipt receipt, CancellationToken cancellation = default);

    /// <summary>Newest alerts first.</summary>
    /// <param name="state">Null for all.</param>
    /// <param name="take">1–1000.</param>
    Task<IReadOnlyList<StoredDelivery>> Log(
        string county,
        string channel,
        string? state,
        long before,
        int take,
        CancellationToken cancellation = default
    );
}

/// <param name="Version">One more than the version it replaces.</param>
/// <param name="Settings">UTF-8 JSON without secrets.</param>
/// <param name="Secrets">Sealed; empty when there are none.</param>
public sealed record NewChannel(
    string County,
    string Channel,
    int Version,
    ReadOnlyMemory<byte> Settings,
    ReadOnlyMemory<byte> Secrets,
    bool Removed,
    DateTimeOffset ChangedAt,
    string ChangedBy
);

/// <param name="Cursor">Alerts up to this sequence were taken up or need not be.</param>
/// <param name="Failures">In a row.</param>
public sealed record StoredChannel(
    string Channel,
    int Version,
    ReadOnlyMemory<byte> Settings,
    ReadOnlyMemory<byte> Secrets,
    DateTimeOffset ChangedAt,
    string ChangedBy,
    long Cursor,
    int Failures,
    DateTimeOffset? FailingSince,
    DateTimeOffset? NextAttemptAt,
    string? LastAnswer,
    DateTimeOffset? LastSentAt,
    int Waiting,
    int Dead
);

/// <param name="Alert">Sequence in the outbox.</param>
/// <param name="Delivery">Id of the message it last went in; null when it may go in any.</param>
/// <param name="Payload">The alert's own.</param>
public sealed record StoredDelivery(
    long Alert,
    string AlertId,
    string Kind,
    string Stream,
    string State,
    int Version,
    Guid? Delivery,
    DateTimeOffset PlannedAt,
    int Attempts,
    DateTimeOffset? AttemptedAt,
    DateTimeOffset? LeasedUntil,
    DateTimeOffset? FinishedAt,
    string? Answer,
    ReadOnlyMemory<byte> Payload
);

/// <param name="Sent">The other side took it.</param>
/// <param name="Repeat">It may have arrived: the same alerts go again under the same id, and no others with them.</param>
/// <param name="GiveUpBefore">What was first tried before this instant is given up, if it was not sent.</param>
/// <param name="Failures">In a row, this one included; 0 when sent.</param>
public sealed record Settlement(
    bool Sent,
    bool Repeat,
    string Answer,
    DateTimeOffset At,
    DateTimeOffset GiveUpBefore,
    int Failures,
    DateTimeOffset? FailingSince,
    DateTimeOffset? NextAttemptAt
);
