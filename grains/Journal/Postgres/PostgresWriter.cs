using Npgsql;

namespace Supervision.Journal.Postgres;

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
    private (NpgsqlCommand Plain, NpgsqlCommand Full)? _commands;

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
            JournalMeter.Batch(batch.Count);
            try
            {
                await Commit(batch, plain: !batch.Exists(HasCasework)).ConfigureAwait(false);
            }
            catch (Exception fault)
            {
                // Not even hanging up worked. Whoever was answered stays answered; the loop must outlive everything.
                (_commands, _connection) = (null, null);
                Fail(batch, new JournalUnavailableException("The journal's writer stumbled: " + fault.Message, fault));
            }
        }
    }

    private static bool HasCasework(PendingAppend pending) => pending.Append.Documents.Count > 0 || pending.Append.Issues.Count > 0;

    /// <summary>Answers every caller of the batch, whatever happens.</summary>
    private async Task Commit(List<PendingAppend> batch, bool plain)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var left = Answer(batch, await Execute(batch, plain).ConfigureAwait(false), plain);
                if (left.Count == 0)
                    return;
                // The others are committed and answered.
                (batch, plain, attempt) = (left, false, 0);
            }
            catch (Exception fault) when (PostgresFaults.IsLocked(fault) && batch.Count > 1)
            {
                // Somebody from outside holds one of the rows: the others need not wait for it.
                await CommitOneByOne(batch, plain).ConfigureAwait(false);
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
                if (fault is not PostgresException)
                    await Disconnect().ConfigureAwait(false);
                if (PostgresFaults.Kind(fault) == Fault.Collision && attempt < Tries)
                    continue;
                if (batch.Count == 1)
                    batch[0].Fail(PostgresFaults.Translate(fault));
                else
                    await CommitOneByOne(batch, plain).ConfigureAwait(false);
                return;
            }
        }
    }

    /// <summary>One bad append must not fail its neighbours; which one it is shows only this way.</summary>
    private async Task CommitOneByOne(List<PendingAppend> batch, bool plain)
    {
        foreach (var append in batch)
            await Commit([append], plain).ConfigureAwait(false);
    }

    /// <returns>Those the plain statement may have left for the full one: it can't tell them from conflicts.</returns>
    private static List<PendingAppend> Answer(List<PendingAppend> batch, AppendResult[] results, bool plain)
    {
        var left = new List<PendingAppend>();
        for (var i = 0; i < results.Length; i++)
        {
            if (plain && results[i] is AppendResult.Conflict && batch[i].Append.ExpectedVersion > 0)
                left.Add(batch[i]);
            else
                batch[i].Complete(results[i]);
        }

        return left;
    }

    private async Task<AppendResult[]> Execute(List<PendingAppend> batch, bool plain)
    {
        var commands = _commands ?? await Connect().ConfigureAwait(false);
        var command = plain ? commands.Plain : commands.Full;
        _parameters.Fill(batch);
        var results = new AppendResult[batch.Count];
        Array.Fill(results, AppendResult.Conflict.Instance);
        var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                var position = reader.GetInt32(0);
                results[position] = Result(reader, batch[position].Append.Head.County, results[position] as AppendResult.Committed);
            }
        }

        return results;
    }

    /// <param name="county">Of the append.</param>
    /// <param name="before">What an earlier row said: a committed append has one row, and one more for each alert it resolved.</param>
    private static AppendResult Result(NpgsqlDataReader reader, string county, AppendResult.Committed? before)
    {
        if (!reader.IsDBNull(1))
            return new AppendResult.Duplicate(PostgresRows.Receipt(reader, 1));
        var committed = before ?? AppendResult.Committed.Instance;
        if (reader.IsDBNull(5) || reader.GetString(5) is var held && held == county)
            return committed;
        return new AppendResult.Committed([.. committed.ResolvedElsewhere.Union([held])]);
    }

    private async Task<(NpgsqlCommand Plain, NpgsqlCommand Full)> Connect()
    {
        _connection = new NpgsqlConnection(_connectionString);
        await _connection.OpenAsync().ConfigureAwait(false);
#pragma warning disable CA2100 // Constants.
        var settings = new NpgsqlCommand($"{PostgresConnections.Settings(_connectionString, SessionUse.Work)}; {Settings}", _connection);
#pragma warning restore CA2100
        await using (settings.ConfigureAwait(false))
            await settings.ExecuteNonQueryAsync().ConfigureAwait(false);
        var commands = (Plain: _parameters.Plain(_connection), Full: _parameters.Full(_connection));
        _commands = commands;
        await commands.Plain.PrepareAsync().ConfigureAwait(false);
        await commands.Full.PrepareAsync().ConfigureAwait(false);
        return commands;
    }

    private async Task Disconnect()
    {
        _commands?.Plain.Dispose();
        _commands?.Full.Dispose();
        if (_connection is not null)
            await _connection.DisposeAsync().ConfigureAwait(false);
        _commands = null;
        _connection = null;
    }

    private static void Fail(List<PendingAppend> batch, Exception fault)
    {
        foreach (var append in batch)
            append.Fail(fault);
    }
}
