using System.Threading.Channels;
using Npgsql;

namespace Supervision.Journal;

/// <summary>
/// Commits whatever waits in one transaction. Its chains are locked in the order of their names for as long as that takes, so that several
/// gateways append to one chain one after another and never wait for each other in a circle.
/// </summary>
internal sealed class PostgresAuditWriter : IAsyncDisposable
{
    private const int BatchSize = 256;

    private const string Hold = """
        insert into audit_chains (chain, sequence, mac) select chain, 0, decode(repeat('00', 32), 'hex') from unnest($1::text[]) as c(chain) order by chain on conflict (chain) do nothing
        """;

    private const string Held = "select chain, sequence, mac from audit_chains where chain = any($1::text[]) order by chain for update";

    private const string Known = "select op_id, who, action, target, status, code from audit_entries where op_id = any($1::uuid[]) and result in ('Accepted', 'Refused')";

    private const string Add = $"""
        insert into audit_entries ({AuditColumns.Entry}, mac)
        select * from unnest($1::text[], $2::bigint[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[],
                             $12::uuid[], $13::text[], $14::text[], $15::int[], $16::text[], $17::text[], $18::text[], $19::bytea[])
        """;

    private const string Move = """
        update audit_chains c set sequence = t.sequence, mac = t.mac from unnest($1::text[], $2::bigint[], $3::bytea[]) as t(chain, sequence, mac) where c.chain = t.chain
        """;

    private readonly Channel<PendingAudit> _waiting = Channel.CreateBounded<PendingAudit>(new BoundedChannelOptions(4 * BatchSize) { SingleReader = true });
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
            while (batch.Count < BatchSize && _waiting.Reader.TryRead(out var next)) batch.Add(next);
            try
            {
                await Commit(batch).ConfigureAwait(false);
            }
            catch (Exception fault) when (batch.Count > 1 && PostgresFaults.Kind(fault) == Fault.Data)
            {
                foreach (var alone in batch) await CommitAlone(alone).ConfigureAwait(false);
                continue;
            }
            catch (Exception fault)
            {
                foreach (var pending in batch) pending.Fail(PostgresFaults.Translate(fault));
                continue;
            }

            foreach (var pending in batch) pending.Complete();
        }
    }

    /// <summary>One bad entry must not fail its neighbours.</summary>
    private async Task CommitAlone(PendingAudit pending)
    {
        try
        {
            await Commit([pending]).ConfigureAwait(false);
            pending.Complete();
        }
        catch (Exception fault)
        {
            pending.Fail(PostgresFaults.Translate(fault));
        }
    }

    private async Task Commit(List<PendingAudit> pending)
    {
        await using var connection = await _source.OpenConnectionAsync().ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        var batch = new AuditBatch(_seals);
        await HoldChains(connection, pending, batch).ConfigureAwait(false);
        foreach (var each in pending) batch.Add(each.Entry);
        await using var write = new NpgsqlBatch(connection) { BatchCommands = { Rows(batch), Chains(batch) } };
        await write.ExecuteNonQueryAsync().ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
    }

    private static async Task HoldChains(NpgsqlConnection connection, List<PendingAudit> pending, AuditBatch batch)
    {
        string[] chains = [.. pending.Select(each => each.Entry.Chain).Distinct().Order(StringComparer.Ordinal)];
        Guid[] operations = [.. pending.Select(each => each.Entry.OpId).OfType<Guid>().Distinct()];
        await using var read = new NpgsqlBatch(connection) { BatchCommands = { Command(Hold, chains), Command(Held, chains), Command(Known, operations) } };
        await using var reader = await read.ExecuteReaderAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false)) batch.Stands(reader.GetString(0), reader.GetInt64(1), reader.GetFieldValue<byte[]>(2));
        await reader.NextResultAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            batch.Known(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.IsDBNull(3) ? null : reader.GetString(3), reader.GetInt32(4),
                reader.IsDBNull(5) ? null : reader.GetString(5));
        }
    }

    private static NpgsqlBatchCommand Rows(AuditBatch batch)
    {
        var rows = batch.Rows;
        return Command(Add)
            .And(rows.ConvertAll(row => row.Entry.Chain)).And(rows.ConvertAll(row => row.Sequence)).And(rows.ConvertAll(row => row.Entry.At.UtcDateTime))
            .And(rows.ConvertAll(row => row.Entry.Who)).And(rows.ConvertAll(row => row.Entry.Role)).And(rows.ConvertAll(row => row.Entry.Area))
            .And(rows.ConvertAll(row => row.Entry.Session)).And(rows.ConvertAll(row => row.Entry.Address)).And(rows.ConvertAll(row => row.Entry.Agent))
            .And(rows.ConvertAll(row => row.Entry.Action)).And(rows.ConvertAll(row => row.Entry.Target)).And(rows.ConvertAll(row => row.Entry.OpId))
            .And(rows.ConvertAll(row => row.Entry.Fingerprint)).And(rows.ConvertAll(row => row.Entry.Result.ToString())).And(rows.ConvertAll(row => row.Entry.Status))
            .And(rows.ConvertAll(row => row.Entry.Code)).And(rows.ConvertAll(row => row.Entry.Kept)).And(rows.ConvertAll(row => row.Entry.File)).And(rows.ConvertAll(row => row.Link));
    }

    private static NpgsqlBatchCommand Chains(AuditBatch batch)
    {
        var tips = batch.Tips.ToList();
        return Command(Move).And(tips.ConvertAll(tip => tip.Key)).And(tips.ConvertAll(tip => tip.Value.Sequence)).And(tips.ConvertAll(tip => tip.Value.Link));
    }

    private static NpgsqlBatchCommand Command(string text) => new(text);

    private static NpgsqlBatchCommand Command<T>(string text, T value) => Command(text).And(value);
}

internal static class BatchCommandBinding
{
    public static NpgsqlBatchCommand And<T>(this NpgsqlBatchCommand command, T value)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return command;
    }
}
