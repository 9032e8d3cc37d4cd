using Npgsql;

namespace Supervision.Journal;

/// <summary>One of the writers: a connection of its own, and a loop that commits what waits, batch after batch.</summary>
internal sealed class PostgresWriter : IAsyncDisposable
{
    private const int BatchSize = 256;
    private const int Capacity = 4 * BatchSize;
    private const int Tries = 4;

    // Planning the statement costs more than running it, and the tables are met by key only. The planner must not think otherwise
    // while they are empty or not analyzed yet: it would keep a plan that reads all receipts for every batch.
    private const string Settings = """
        set plan_cache_mode = force_generic_plan;
        set enable_seqscan = off; set enable_bitmapscan = off; set enable_hashjoin = off; set enable_mergejoin = off
        """;

    private readonly string _connectionString;
    private readonly AppendQueue _queue = new(Capacity, BatchSize);
    private readonly BatchParameters _parameters = new();
    private readonly Task _loop;
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _command;

    /// <param name="connectionString">The writer's connection is not pooled: its settings must not leak into others.</param>
    public PostgresWriter(string connectionString)
    {
        _connectionString = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        _loop = Task.Run(Loop);
    }

    public AppendQueue Queue => _queue;

    public async ValueTask DisposeAsync()
    {
        _queue.Close();
        await _loop.ConfigureAwait(false);
        await Disconnect().ConfigureAwait(false);
    }

    private async Task Loop()
    {
        var batch = new List<PendingAppend>(BatchSize);
        while (await _queue.Take(batch).ConfigureAwait(false))
        {
            try
            {
                await Commit(batch).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                // Not even hanging up worked. Whoever was answered stays answered; the loop must outlive everything.
                (_command, _connection) = (null, null);
                Fail(batch, new JournalUnavailableException("The journal's writer stumbled: " + fault.Message, fault));
            }
        }
    }

    /// <summary>Answers every caller of the batch, whatever happens.</summary>
    private async Task Commit(List<PendingAppend> batch)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var results = await Execute(batch).ConfigureAwait(false);
                for (var i = 0; i < results.Length; i++) batch[i].Complete(results[i]);
                return;
            }
            catch (Exception fault) when (PostgresFaults.Kind(fault) == Fault.Unavailable)
            {
                await Disconnect().ConfigureAwait(false);
                Fail(batch, PostgresFaults.Translate(fault));
                return;
            }
            catch (Exception fault)
            {
                // A parameter that can't be encoded breaks the connection; a refusal by the server leaves it whole.
                if (fault is not PostgresException) await Disconnect().ConfigureAwait(false);
                if (PostgresFaults.Kind(fault) == Fault.Collision && attempt < Tries) continue;
                if (batch.Count == 1) batch[0].Fail(PostgresFaults.Translate(fault));
                else await CommitOneByOne(batch).ConfigureAwait(false);
                return;
            }
        }
    }

    /// <summary>One bad append must not fail its neighbours; which one it is shows only this way.</summary>
    private async Task CommitOneByOne(List<PendingAppend> batch)
    {
        foreach (var append in batch) await Commit([append]).ConfigureAwait(false);
    }

    private async Task<AppendResult[]> Execute(List<PendingAppend> batch)
    {
        var command = _command ?? await Connect().ConfigureAwait(false);
        _parameters.Fill(batch);
        var results = new AppendResult[batch.Count];
        Array.Fill(results, AppendResult.Conflict.Instance);
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
                results[reader.GetInt32(0)] = reader.IsDBNull(1) ? AppendResult.Committed.Instance : new AppendResult.Duplicate(PostgresRows.Receipt(reader, 1));
        }

        return results;
    }

    private async Task<NpgsqlCommand> Connect()
    {
        _connection = new NpgsqlConnection(_connectionString);
        await _connection.OpenAsync().ConfigureAwait(false);
        var settings = new NpgsqlCommand(Settings, _connection);
        await using (settings.ConfigureAwait(false)) await settings.ExecuteNonQueryAsync().ConfigureAwait(false);
        _command = _parameters.CommandOn(_connection);
        await _command.PrepareAsync().ConfigureAwait(false);
        return _command;
    }

    private async Task Disconnect()
    {
        if (_command is not null) BatchParameters.Release(_command);
        if (_connection is not null) await _connection.DisposeAsync().ConfigureAwait(false);
        _command = null;
        _connection = null;
    }

    private static void Fail(List<PendingAppend> batch, Exception fault)
    {
        foreach (var append in batch) append.Fail(fault);
    }
}
