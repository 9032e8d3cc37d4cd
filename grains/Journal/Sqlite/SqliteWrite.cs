using Microsoft.Data.Sqlite;

namespace Supervision.Journal.Sqlite;

/// <summary>A write on its way to a commit. Runs inside a savepoint; answers only after the commit it took part in.</summary>
internal abstract class SqliteWrite
{
    public abstract void Run(SqliteStatements statements);

    public abstract void Complete();

    public abstract void Fail(Exception fault);
}

internal sealed class SqliteWrite<T>(Func<SqliteStatements, T> write) : SqliteWrite
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Answer => _answer.Task;

    public override void Run(SqliteStatements statements) => _result = write(statements);

    public override void Complete() => _answer.TrySetResult(_result!);

    public override void Fail(Exception fault) => _answer.TrySetException(SqliteFaults.Translate(fault));
}
