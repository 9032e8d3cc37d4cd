using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Supervision.Journal.Sqlite;

/// <summary>
/// The only writer of the file in this process: a thread that commits whatever waits in one transaction, each write in its own
/// savepoint. Its gate is the turnstile through which all other writers pass.
/// </summary>
internal sealed class SqliteWriter : IWriteTurnstile, IDisposable
{
    private const int BatchSize = 256;
    private const int Capacity = 4 * BatchSize;

    private readonly Channel<SqliteWrite> _waiting = Channel.CreateBounded<SqliteWrite>(
        new BoundedChannelOptions(Capacity) { SingleReader = true }
    );
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Thread _thread;
    private readonly string _file;
    private SqliteStatements? _statements;

    public SqliteWriter(string file)
    {
        _file = file;
        _thread = new Thread(Loop) { IsBackground = true, Name = "journal writer" };
        _thread.Start();
    }

    /// <summary>The file must not be written through the journal inside <paramref name="write"/>: that would wait for itself.</summary>
    public async Task<T> Pass<T>(Func<Task<T>> write, CancellationToken cancellation = default)
    {
        // No ConfigureAwait(false): the write belongs to its caller's scheduler.
        await _gate.WaitAsync(cancellation);
        try
        {
            return await write();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Runs in the next commit and answers after it.</summary>
    public async Task<T> Write<T>(Func<SqliteStatements, T> write, CancellationToken cancellation)
    {
        var pending = new SqliteWrite<T>(write);
        try
        {
            await _waiting.Writer.WriteAsync(pending, cancellation).ConfigureAwait(false);
        }
        catch (ChannelClosedException closed)
        {
            throw new JournalUnavailableException("The journal is shutting down.", closed);
        }

        return await pending.Answer.WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Waits until everything handed in is committed and answered.</summary>
    public void Dispose()
    {
        if (!_waiting.Writer.TryComplete())
            return;
        _thread.Join();
        _statements?.Dispose();
        _gate.Dispose();
    }

    private void Loop()
    {
        var batch = new List<SqliteWrite>(BatchSize);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            _gate.Wait();
            try
            {
                batch.Clear();
                // Read after the gate: what arrived while others wrote joins this commit.
                while (batch.Count < BatchSize && _waiting.Reader.TryRead(out var next))
                    batch.Add(next);
                Commit(batch);
            }
            finally
            {
                _gate.Release();
            }
        }
    }

    private void Commit(List<SqliteWrite> batch)
    {
        var failed = new Dictionary<SqliteWrite, Exception>();
        JournalMeter.Batch(batch.Count);
        try
        {
            _statements ??= new SqliteStatements(SqliteConnections.OpenWriting(_file));
            _statements.Execute("begin immediate");
            foreach (var write in batch)
                RunAlone(_statements, write, failed);
            _statements.Execute("commit");
        }
        catch (Exception fault)
        {
            // Closing the connection rolls back; the next batch opens a new one.
            _statements?.Dispose();
            _statements = null;
            foreach (var write in batch)
                write.Fail(new JournalUnavailableException("SQLite did not commit: " + fault.Message, fault));
            return;
        }

        foreach (var write in batch)
        {
            if (failed.TryGetValue(write, out var fault))
                write.Fail(fault);
            else
                write.Complete();
        }
    }

    private static void RunAlone(SqliteStatements statements, SqliteWrite write, Dictionary<SqliteWrite, Exception> failed)
    {
        statements.Execute("savepoint alone");
        try
        {
            write.Run(statements);
        }
        catch (Exception fault) when (SqliteFaults.IsData(fault))
        {
            statements.Execute("rollback to alone");
            failed.Add(write, fault);
        }

        statements.Execute("release alone");
    }
}
