using System.Globalization;

namespace Supervision.Journal.Channels;

internal sealed partial class ChannelStore(IStatements statements, Seals seals) : IChannelStore
{
    private const string DeliveryColumns =
        "d.alert, a.id, d.kind, a.stream, d.state, d.version, d.delivery, d.planned_at, d.attempts, d.attempted_at, d.leased_until, d.finished_at, d.answer, a.payload";

    private const string KeepReceipt =
        "insert into journal_receipts (stream, op_id, fingerprint, answered_at, body, seal, loose) values ($1, $2, $3, $4, $5, $6, 1) on conflict do nothing";

    public Task<IReadOnlyList<StoredChannel>> Channels(string county, CancellationToken cancellation = default) =>
        statements.Rows(
            """
            select c.channel, c.version, c.settings, c.secrets, c.changed_at, c.changed_by, p.cursor, p.failures, p.failing_since, p.next_attempt_at, p.last_answer, p.last_sent_at,
                (select count(*) from channel_deliveries d where d.county = c.county and d.channel = c.channel and d.state in ('Waiting', 'Sending')),
                (select count(*) from channel_deliveries d where d.county = c.county and d.channel = c.channel and d.state = 'Dead')
            from channels c join channel_progress p on p.county = c.county and p.channel = c.channel
            where c.county = $1 and c.removed = 0 and c.version = (select max(n.version) from channels n where n.county = c.county and n.channel = c.channel)
            order by c.channel
            """,
            row => new StoredChannel(
                row.Text(0),
                row.Int(1),
                row.Bytes(2)!,
                row.Bytes(3),
                row.Instant(4),
                row.Text(5),
                row.Number(6),
                row.Int(7),
                row.InstantOrNull(8),
                row.InstantOrNull(9),
                row.TextOrNull(10),
                row.InstantOrNull(11),
                row.Int(12),
                row.Int(13)
            ),
            cancellation,
            county
        );

    public async Task<int> Version(string county, string channel, CancellationToken cancellation = default) =>
        (
            await statements
                .Rows(
                    "select coalesce(max(version), 0) from channels where county = $1 and channel = $2",
                    row => row.Int(0),
                    cancellation,
                    county,
                    channel
                )
                .ConfigureAwait(false)
        )[0];

    public async Task<bool> Write(NewChannel channel, Receipt receipt, bool restart, CancellationToken cancellation = default) =>
        await statements
            .Write(
                [
                    Keep(Stream(channel.County), receipt),
                    new(
                        """
                        insert into channels (county, channel, version, settings, secrets, removed, changed_at, changed_by)
                        select $1, $2, $3, $4, $5, $6, $7, $8 where $3 = 1 + (select coalesce(max(version), 0) from channels where county = $1 and channel = $2)
                        """,
                        1,
                        channel.County,
                        channel.Channel,
                        channel.Version,
                        channel.Settings,
                        channel.Secrets,
                        channel.Removed ? 1 : 0,
                        channel.ChangedAt,
                        channel.ChangedBy
                    ),
                    new(
                        "update channels set secrets = $4 where county = $1 and channel = $2 and version < $3",
                        null,
                        channel.County,
                        channel.Channel,
                        channel.Version,
                        ReadOnlyMemory<byte>.Empty
                    ),
                    new(
                        """
                        insert into channel_progress (county, channel, cursor) select $1, $2, (select coalesce(max(sequence), 0) from journal_alerts where county = $1) where true
                        on conflict (county, channel) do update set next_attempt_at = null, cursor = case when $3 = 1 then excluded.cursor else channel_progress.cursor end
                        """,
                        1,
                        channel.County,
                        channel.Channel,
                        restart ? 1 : 0
                    ),
                    // What a removed channel had waiting is not sent as news when the channel comes back.
                    new(
                        "update channel_deliveries set state = 'Lapsed', version = version + 1, finished_at = $4 where county = $1 and channel = $2 and $3 = 1 and state = 'Waiting'",
                        null,
                        channel.County,
                        channel.Channel,
                        channel.Removed ? 1 : 0,
                        channel.ChangedAt
                    ),
                ],
                cancellation
            )
            .ConfigureAwait(false)
            is not null;

    public async Task<long> LastAlert(string county, CancellationToken cancellation = default) =>
        (
            await statements
                .Rows("select coalesce(max(sequence), 0) from journal_alerts where county = $1", row => row.Number(0), cancellation, county)
                .ConfigureAwait(false)
        )[0];

    public async Task<int> Plan(
        string county,
        string channel,
        long cursor,
        IReadOnlyList<string> kinds,
        DateTimeOffset at,
        CancellationToken cancellation = default
    )
    {
        var wanted = kinds.Count == 0 ? "" : $" and a.kind in ({string.Join(", ", kinds.Select((_, i) => Parameter(i + 5)))})";
        return await statements
                .Write(
                    [
                        new(
                            $"""
                            insert into channel_deliveries (county, channel, alert, kind, state, version, planned_at, attempts)
                            select $1, $2, a.sequence, a.kind, 'Waiting', 1, $3, 0 from journal_alerts a
                            where a.county = $1 and a.sequence > $4 and a.resolved_at is null{wanted}
                            on conflict (county, channel, alert) do nothing
                            """,
                            null,
                            [county, channel, at, cursor, .. kinds]
                        ),
                    ],
                    cancellation
                )
                .ConfigureAwait(false)
            ?? 0;
    }

    public Task MoveCursor(string county, string channel, long cursor, CancellationToken cancellation = default) =>
        statements.Write(
            [
                new(
                    "update channel_progress set cursor = $3 where county = $1 and channel = $2 and cursor < $3",
                    null,
                    county,
                    channel,
                    cursor
                ),
            ],
            cancellation
        );

    public Task Lapse(string county, string channel, DateTimeOffset at, CancellationToken cancellation = default) =>
        statements.Write(
            [
                new(
                    """
                    update channel_deliveries set state = 'Lapsed', version = version + 1, finished_at = $3
                    where county = $1 and channel = $2 and state = 'Waiting' and delivery is null
                        and exists (select 1 from journal_alerts a where a.sequence = channel_deliveries.alert and a.resolved_at is not null)
                    """,
                    null,
                    county,
                    channel,
                    at
                ),
            ],
            cancellation
        );

    public Task<IReadOnlyList<StoredDelivery>> Open(string county, string channel, CancellationToken cancellation = default) =>
        statements.Rows(
            $"""
            select {DeliveryColumns} from channel_deliveries d join journal_alerts a on a.sequence = d.alert
            where d.county = $1 and d.channel = $2 and d.state in ('Waiting', 'Sending') order by d.attempts, d.alert limit 1000
            """,
            Delivery,
            cancellation,
            county,
            channel
        );

    public async Task<bool> Claim(
        string county,
        string channel,
        IReadOnlyList<StoredDelivery> deliveries,
        Guid delivery,
        DateTimeOffset at,
        DateTimeOffset until,
        CancellationToken cancellation = default
    )
    {
        var rows = string.Join(
            " or ",
            deliveries.Select((_, i) => $"(alert = {Parameter(6 + (2 * i))} and version = {Parameter(7 + (2 * i))})")
        );
        return await statements
            .Write(
                [
                    new(
                        $"""
                        update channel_deliveries set state = 'Sending', version = version + 1, delivery = $3, attempts = attempts + 1,
                            first_attempt_at = coalesce(first_attempt_at, $4), attempted_at = $4, leased_until = $5
                        where county = $1 and channel = $2 and state in ('Waiting', 'Sending') and ({rows})
                        """,
                        deliveries.Count,
                        [
                            county,
                            channel,
                            Id(delivery),
                            at,
                            until,
                            .. deliveries.SelectMany(each => new object[] { each.Alert, each.Version }),
                        ]
                    ),
                ],
                cancellation
            )
            .ConfigureAwait(false)
            is not null;
    }

    public Task Settle(string county, string channel, Guid delivery, Settlement settlement, CancellationToken cancellation = default) =>
        statements.Write(
            [
                settlement.Sent
                    ? new(
                        """
                        update channel_deliveries set state = 'Sent', version = version + 1, leased_until = null, finished_at = $4, answer = $5
                        where county = $1 and channel = $2 and delivery = $3 and state = 'Sending'
                        """,
                        null,
                        county,
                        channel,
                        Id(delivery),
                        settlement.At,
                        settlement.Answer
                    )
                    : new(
                        """
                        update channel_deliveries set state = case when first_attempt_at <= $6 then 'Dead' else 'Waiting' end, version = version + 1, leased_until = null,
                            finished_at = case when first_attempt_at <= $6 then $4 end, answer = $5, delivery = case when $7 = 1 then delivery end
                        where county = $1 and channel = $2 and delivery = $3 and state = 'Sending'
                        """,
                        null,
                        county,
                        channel,
                        Id(delivery),
                        settlement.At,
                        settlement.Answer,
                        settlement.GiveUpBefore,
                        settlement.Repeat ? 1 : 0
                    ),
                settlement.Sent
                    ? new(
                        "update channel_progress set failures = 0, failing_since = null, next_attempt_at = null, last_answer = $3, last_sent_at = $4 where county = $1 and channel = $2",
                        null,
                        county,
                        channel,
                        settlement.Answer,
                        settlement.At
                    )
                    : new(
                        "update channel_progress set failures = $4, failing_since = $5, next_attempt_at = $6, last_answer = $3 where county = $1 and channel = $2",
                        null,
                        county,
                        channel,
                        settlement.Answer,
                        settlement.Failures,
                        settlement.FailingSince,
                        settlement.NextAttemptAt
                    ),
            ],
            cancellation
        );

    public Task Resume(string county, string channel, CancellationToken cancellation = default) =>
        statements.Write(
            [
                new(
                    "update channel_progress set next_attempt_at = null, failures = 0, failing_since = null where county = $1 and channel = $2",
                    null,
                    county,
                    channel
                ),
            ],
            cancellation
        );

    // A channel's messages go one after another: each has an instant of its own, whatever number of alerts it carried.
    public async Task<int> AttemptsAfter(string county, string channel, DateTimeOffset at, CancellationToken cancellation = default) =>
        (
            await statements
                .Rows(
                    "select count(distinct attempted_at) from channel_deliveries where county = $1 and channel = $2 and attempted_at > $3",
                    row => row.Int(0),
                    cancellation,
                    county,
                    channel,
                    at
                )
                .ConfigureAwait(false)
        )[0];

    public async Task<string?> State(string county, string channel, long alert, CancellationToken cancellation = default) =>
        (
            await statements
                .Rows(
                    "select state from channel_deliveries where county = $1 and channel = $2 and alert = $3",
                    row => row.Text(0),
                    cancellation,
                    county,
                    channel,
                    alert
                )
                .ConfigureAwait(false)
        ).SingleOrDefault();

    public async Task<bool> Resend(
        string county,
        string channel,
        long alert,
        Guid delivery,
        Receipt receipt,
        CancellationToken cancellation = default
    ) =>
        await statements
            .Write(
                [
                    Keep(Stream(county), receipt),
                    new(
                        """
                        update channel_deliveries set state = 'Waiting', version = version + 1, delivery = $4, attempts = 0, first_attempt_at = null, finished_at = null, answer = null
                        where county = $1 and channel = $2 and alert = $3 and state in ('Dead', 'Sent', 'Lapsed')
                        """,
                        1,
                        county,
                        channel,
                        alert,
                        Id(delivery)
                    ),
                ],
                cancellation
            )
            .ConfigureAwait(false)
            is not null;

    public Task<IReadOnlyList<StoredDelivery>> Log(
        string county,
        string channel,
        string? state,
        long before,
        int take,
        CancellationToken cancellation = default
    ) =>
        statements.Rows(
            $"""
            select {DeliveryColumns} from channel_deliveries d join journal_alerts a on a.sequence = d.alert
            where d.county = $1 and d.channel = $2 and d.alert < $3{(
                state is null ? "" : " and d.state = $5"
            )} order by d.alert desc limit $4
            """,
            Delivery,
            cancellation,
            state is null ? [county, channel, before, take] : [county, channel, before, take, state]
        );

    private Statement Keep(string stream, Receipt receipt) =>
        new(KeepReceipt, 1, stream, receipt.OpId, receipt.Fingerprint, receipt.At, receipt.Body, seals.Receipt(stream, receipt));

    private static string Stream(string county) => "channels/" + county;

    private static string Id(Guid delivery) => delivery.ToString("N");
}
