using System.Threading.Channels;
using Npgsql;

namespace Supervision.Journal.Postgres;

/// <summary>The journal on PostgreSQL 15 or later. Appends go to two writers, each stream always to the same one.</summary>
internal sealed class PostgresJournal(NpgsqlDataSource source, JournalOptions options, Seals seals)
    : IJournal,
        IAsyncDisposable,
        IDisposable
{
    private readonly PostgresWriter[] _writers = [new(options.PostgresConnectionString!), new(options.PostgresConnectionString!)];
    private readonly PostgresReads _reads = new(source);
    private readonly Tips _tips = new();
    private readonly PostgresCasework _casework = new(new PostgresReads(source));

    public Task<AppendResult> Append(Append append, CancellationToken cancellation = default)
    {
        AppendChecks.Demand(append);
        return _tips.Of(append.Stream, append.ExpectedVersion) is { } previous
            ? Append(append, previous, cancellation)
            : AppendAfterReading(append, cancellation);
    }

    public Task<StreamTail?> Read(string stream, long afterVersion, CancellationToken cancellation = default) =>
        _reads.Tail(stream, afterVersion, _tips, cancellation);

    public Task<IReadOnlyList<StoredEvent>> History(
        string stream,
        long beforeVersion,
        int take,
        CancellationToken cancellation = default
    ) => _reads.History(stream, beforeVersion, take, cancellation);

    public Task<IReadOnlyList<StoredEvent>> EventsKnown(string stream, DateTimeOffset knownAt, CancellationToken cancellation = default) =>
        _reads.EventsKnown(stream, knownAt, cancellation);

    public Task<IReadOnlyList<StoredEvent>> EventsKnownOf(
        string county,
        IReadOnlyList<string> kinds,
        DateTimeOffset knownAt,
        CancellationToken cancellation = default
    ) => _reads.EventsKnownOf(county, kinds, knownAt, cancellation);

    public Task<IReadOnlyList<StoredEvent>> Visits(VisitorQuery query, CancellationToken cancellation = default) =>
        _reads.Visits(query, cancellation);

    public Task<Receipt?> FindReceipt(string stream, Guid opId, CancellationToken cancellation = default) =>
        _reads.Receipt(stream, opId, cancellation);

    public async Task<Receipt> KeepReceipt(string stream, Receipt receipt, CancellationToken cancellation = default)
    {
        const string keep =
            "insert into journal_receipts (stream, op_id, fingerprint, answered_at, body, seal, loose) values ($1, $2, $3, $4, $5, $6, 1) on conflict do nothing";
        var kept = await PostgresFaults
            .Translated(async () =>
            {
                await using var command = source.CreateCommand(keep);
                command
                    .With(stream)
                    .With(receipt.OpId)
                    .With(receipt.Fingerprint.ToArray())
                    .With(receipt.At.UtcDateTime)
                    .With(receipt.Body.ToArray())
                    .With(seals.Receipt(stream, receipt));
                return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
            })
            .ConfigureAwait(false);
        if (kept == 1)
            return receipt;
        return await _reads.Receipt(stream, receipt.OpId, cancellation).ConfigureAwait(false)
            ?? throw new JournalUnavailableException($"The receipt {receipt.OpId} of {stream} was there and is gone.");
    }

    public Task<IReadOnlyList<Head>> Heads(HeadQuery query, CancellationToken cancellation = default) => _reads.Heads(query, cancellation);

    public Task<IReadOnlyDictionary<string, long>> HeadVersions(HeadQuery query, CancellationToken cancellation = default) =>
        _reads.HeadVersions(query, cancellation);

    public Task<IReadOnlyList<string>> Due(string county, DateTimeOffset now, int take, CancellationToken cancellation = default) =>
        _reads.Due(county, now, take, cancellation);

    public Task<IReadOnlyList<StoredAlert>> Alerts(AlertQuery query, CancellationToken cancellation = default) =>
        _reads.Alerts(query, cancellation);

    // A second mark waits for a first one that has not committed yet, and returns it.
    public Task<StoredAlert?> AcknowledgeAlert(
        string county,
        string id,
        string by,
        DateTimeOffset at,
        string? endsAs = null,
        CancellationToken cancellation = default
    ) =>
        _reads.RowOrNull(
            $"""
            update journal_alerts
            set acknowledged_at = coalesce(acknowledged_at, $1), acknowledged_by = coalesce(acknowledged_by, $2), acknowledged_seal = coalesce(acknowledged_seal, $5),
                resolved_at = case when $6::text is null then resolved_at else coalesce(resolved_at, $1) end,
                resolved_reason = case when resolved_at is null then $6::text else resolved_reason end,
                resolved_seal = case when resolved_at is null then $7::bytea else resolved_seal end
            where county = $3 and id = $4 returning {PostgresRows.AlertColumns}
            """,
            command =>
                command
                    .With(at.UtcDateTime)
                    .With(by)
                    .With(county)
                    .With(id)
                    .With(seals.Acknowledged(id, by, at))
                    .With(endsAs)
                    .With(endsAs is null ? null : seals.Ended(id, at, endsAs)),
            PostgresRows.Alert,
            cancellation
        );

    public async Task<int> EndAlerts(
        string county,
        IReadOnlyList<ResolvedAlert> alerts,
        DateTimeOffset at,
        CancellationToken cancellation = default
    ) =>
        (
            await _reads
                .Rows(
                    """
                    update journal_alerts a set resolved_at = $2, resolved_reason = e.reason, resolved_seal = e.seal
                    from unnest($3::text[], $4::text[], $5::bytea[]) as e(id, reason, seal)
                    where a.county = $1 and a.id = e.id and a.resolved_at is null returning a.id
                    """,
                    command =>
                        command
                            .With(county)
                            .With(at.UtcDateTime)
                            .With(alerts.Select(alert => alert.Id).ToArray())
                            .With(alerts.Select(alert => alert.Reason!).ToArray())
                            .With(alerts.Select(alert => seals.Ended(alert.Id, at, alert.Reason!)).ToArray()),
                    row => row.GetString(0),
                    cancellation
                )
                .ConfigureAwait(false)
        ).Count;

    public async Task<int> CountOpenAlerts(string county, CancellationToken cancellation = default) =>
        (
            await _reads
                .Rows(
                    "select count(*)::int from journal_alerts where county = $1 and resolved_at is null",
                    command => command.With(county),
                    row => row.GetInt32(0),
                    cancellation
                )
                .ConfigureAwait(false)
        )[0];

    public Task<IReadOnlyList<StoredDocument>> Documents(string stream, CancellationToken cancellation = default) =>
        _casework.Documents(stream, cancellation);

    public Task<IReadOnlyList<StoredDocument>> DocumentsOf(DocumentQuery query, CancellationToken cancellation = default) =>
        _casework.DocumentsOf(query, cancellation);

    public Task<IReadOnlyList<StoredIssueRow>> Issues(IssueQuery query, CancellationToken cancellation = default) =>
        _casework.Issues(query, cancellation);

    public Task<int> CountIssues(IssueQuery query, CancellationToken cancellation = default) => _casework.CountIssues(query, cancellation);

    public async Task<long> ReserveEpoch(string scope, CancellationToken cancellation = default) =>
        (
            await _reads
                .Rows(
                    """
                    insert into journal_epochs (scope, epoch, seal) values ($1, 1, sha256($2 || int8send(1)))
                    on conflict (scope) do update set epoch = journal_epochs.epoch + 1, seal = sha256($2 || int8send(journal_epochs.epoch + 1)) returning epoch
                    """,
                    command => command.With(scope).With(seals.Epoch(scope)),
                    row => row.GetInt64(0),
                    cancellation
                )
                .ConfigureAwait(false)
        )[0];

    public Task<string?> Fact(string name, CancellationToken cancellation = default) =>
        _reads.RowOrNull(
            "select value from journal_facts where name = $1",
            command => command.With(name),
            row => row.GetString(0),
            cancellation
        );

    // Updating the value to itself makes the statement return it, and wait for a first setter that has not committed yet.
    public async Task<string> SetFactOnce(string name, string value, CancellationToken cancellation = default) =>
        (
            await _reads
                .Rows(
                    "insert into journal_facts (name, value, seal) values ($1, $2, $3) on conflict (name) do update set value = journal_facts.value returning value",
                    command => command.With(name).With(value).With(seals.Fact(name, value)),
                    row => row.GetString(0),
                    cancellation
                )
                .ConfigureAwait(false)
        )[0];

    /// <summary>Waits until everything appended is committed and answered.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var writer in _writers)
            writer.Queue.Close();
        foreach (var writer in _writers)
            await writer.DisposeAsync().ConfigureAwait(false);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async Task<AppendResult> AppendAfterReading(Append append, CancellationToken cancellation)
    {
        // None there: the head can't be at that version, and the append will find that out.
        var previous = await _reads.Link(append.Stream, append.ExpectedVersion, cancellation).ConfigureAwait(false) ?? Seals.Genesis;
        return await Append(append, previous, cancellation).ConfigureAwait(false);
    }

    private Task<AppendResult> Append(Append append, byte[] previous, CancellationToken cancellation)
    {
        var sealing = SealedAppend.Of(append, previous, seals);
        var pending = new PendingAppend(sealing, _tips);
        // Before it is committed: the stream's next append may be on its way already. It is forgotten when this one comes to nothing.
        _tips.Note(append.Stream, append.Head.Version, sealing.Link);
        var queue = _writers[(uint)string.GetHashCode(append.Stream, StringComparison.Ordinal) % _writers.Length].Queue;
        return queue.TryAdd(pending) ? Answer(pending, cancellation) : Wait(queue, pending, cancellation);
    }

    private static async Task<AppendResult> Wait(AppendQueue queue, PendingAppend pending, CancellationToken cancellation)
    {
        try
        {
            await queue.Add(pending, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            throw new JournalUnavailableException("The journal is shutting down.", closed);
        }

        return await Answer(pending, cancellation).ConfigureAwait(false);
    }

    // A caller may stop waiting; the append goes on, and its outcome is unknown to that caller.
    private static Task<AppendResult> Answer(PendingAppend pending, CancellationToken cancellation) =>
        cancellation.CanBeCanceled ? pending.Answer.WaitAsync(cancellation) : pending.Answer;
}
