using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;

namespace Supervision.Journal.Postgres.Audit;

/// <summary>
/// Commits whatever waits in one statement. Several gateways write to one chain: the entry that takes the next sequence decides, and who
/// was late reads where the chain stands now and tries again. So no gateway ever holds a chain, whatever becomes of it.
/// </summary>
internal sealed class PostgresAuditWriter : IAsyncDisposable
{
    private const int BatchSize = 256;
    private const int Tries = 4;

    private readonly Channel<PendingAudit> _waiting = Channel.CreateBounded<PendingAudit>(
        new BoundedChannelOptions(4 * BatchSize) { SingleReader = true }
    );

    /// <summary>Where the chains stood when this process last wrote or read them; nobody else may have moved them, which the statement finds out.</summary>
    private readonly Dictionary<string, (long Sequence, byte[] Link)> _tips = new(StringComparer.Ordinal);
    private readonly NpgsqlDataSource _source;
    private readonly AuditSeals _seals;
    private readonly Task _loop;

    public PostgresAuditWriter(NpgsqlDataSource source, AuditSeals seals)
    {
        (_source, _seals) = (source, seals);
        _loop = Task.Run(Loop);
    }

    public async Task Write(NewAuditEntry entry, CancellationToken cancellation)
    {
        var pending = new PendingAudit(entry);
        try
        {
            await _waiting.Writer.WriteAsync(pending, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            throw new JournalUnavailableException("The audit record is shutting down.", closed);
        }

        await pending.Done.WaitAsync(cancellation).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
    }

    private async Task Loop()
    {
        var batch = new List<PendingAudit>(BatchSize);
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (batch.Count < BatchSize && _waiting.Reader.TryRead(out var next))
                batch.Add(next);
            await Commit(batch).ConfigureAwait(false);
        }
    }

    /// <summary>Answers everybody who waits, whatever happens.</summary>
    private async Task Commit(List<PendingAudit> pending)
    {
        var since = Stopwatch.GetTimestamp();
        for (var collisions = 0; pending.Count > 0; )
        {
            try
            {
                if (Stopwatch.GetElapsedTime(since) > PostgresConnections.Patience)
                    throw new TimeoutException("Other gateways were always faster.");
                var won = await Try(pending).ConfigureAwait(false);
                foreach (var each in pending.Where(each => won.Contains(each.Entry.Chain)))
                    each.Complete();
                pending = pending.FindAll(each => !won.Contains(each.Entry.Chain));
            }
            catch (Exception fault)
            {
                // Whether it was committed is unknown: the chains are read again before anything follows.
                foreach (var each in pending)
                    _tips.Remove(each.Entry.Chain);
                if (PostgresFaults.Kind(fault) == Fault.Collision && ++collisions < Tries)
                    continue;
                if (PostgresFaults.Kind(fault) == Fault.Data && pending.Count > 1)
                {
                    // One bad entry must not fail its neighbours.
                    foreach (var alone in pending)
                        await Commit([alone]).ConfigureAwait(false);
                    return;
                }

                foreach (var each in pending)
                    each.Fail(PostgresFaults.Translate(fault));
                return;
            }
        }
    }

    /// <returns>Chains whose entries are durable. The others moved meanwhile, or know an answer of an operation already.</returns>
    private async Task<HashSet<string>> Try(List<PendingAudit> pending)
    {
        var batch = new AuditBatch(_seals);
        var unread = pending.Where(each => !_tips.ContainsKey(each.Entry.Chain)).ToList();
        if (unread.Count > 0)
            await Read(unread, batch).ConfigureAwait(false);
        foreach (var chain in pending.Select(each => each.Entry.Chain).Distinct())
            if (_tips.TryGetValue(chain, out var tip))
                batch.Stands(chain, tip.Sequence, tip.Link);
        foreach (var each in pending)
            batch.Add(each.Entry);
        var won = new HashSet<string>(StringComparer.Ordinal);
        await using var write = _source.CreateBatch();
        write.BatchCommands.Add(Rows(batch));
        await using (var reader = await write.ExecuteReaderAsync().ConfigureAwait(false))
            while (await reader.ReadAsync().ConfigureAwait(false))
                won.Add(reader.GetString(0));
        foreach (var (chain, tip) in batch.Tips)
        {
            if (won.Contains(chain))
                _tips[chain] = tip;
            else
                _tips.Remove(chain);
        }

        return won;
    }

    /// <summary>First where the chains stand, then what was answered: what is answered in between moves a chain, and is found out.</summary>
    private async Task Read(List<PendingAudit> unread, AuditBatch batch)
    {
        string[] chains = [.. unread.Select(each => each.Entry.Chain).Distinct()];
        Guid[] operations = [.. unread.Select(each => each.Entry.OpId).OfType<Guid>().Distinct()];
        await using var read = _source.CreateBatch();
        read.BatchCommands.Add(new NpgsqlBatchCommand(PostgresAuditStatements.Tips).And(chains));
        read.BatchCommands.Add(new NpgsqlBatchCommand(PostgresAuditStatements.Answered).And(operations));
        await using var reader = await read.ExecuteReaderAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
            _tips[reader.GetString(0)] = (reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
        await reader.NextResultAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            batch.Known(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.GetString(2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                reader.GetInt32(4),
                reader.IsDBNull(5) ? null : reader.GetString(5)
            );
        }
    }

    private static NpgsqlBatchCommand Rows(AuditBatch batch)
    {
        var rows = batch.Rows;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return new NpgsqlBatchCommand(PostgresAuditStatements.Add)
            .And(rows.ConvertAll(row => row.Entry.Chain))
            .And(rows.ConvertAll(row => row.Sequence))
            .And(rows.ConvertAll(row => row.Entry.At.UtcDateTime))
            .And(rows.ConvertAll(row => row.Entry.Who))
            .And(rows.ConvertAll(row => row.Entry.Role))
            .And(rows.ConvertAll(row => row.Entry.Area))
            .And(rows.ConvertAll(row => row.Entry.Session))
            .And(rows.ConvertAll(row => row.Entry.Address))
            .And(rows.ConvertAll(row => row.Entry.Agent))
            .And(rows.ConvertAll(row => row.Entry.Action))
            .And(rows.ConvertAll(row => row.Entry.Target))
            .And(rows.ConvertAll(row => row.Entry.OpId))
            .And(rows.ConvertAll(row => row.Entry.Fingerprint))
            .And(rows.ConvertAll(row => row.Entry.Result.ToString()))
            .And(rows.ConvertAll(row => row.Entry.Status))
            .And(rows.ConvertAll(row => row.Entry.Code))
            .And(rows.ConvertAll(row => row.Entry.Kept))
            .And(rows.ConvertAll(row => row.Entry.File))
            .And(rows.ConvertAll(row => row.Link))
            .And(rows.ConvertAll(row => seen.Add(row.Entry.Chain)))
            .And(rows.ConvertAll(row => batch.Tips[row.Entry.Chain].Sequence == row.Sequence));
    }
}

internal static class BatchCommandBinding
{
    public static NpgsqlBatchCommand And<T>(this NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }
}
