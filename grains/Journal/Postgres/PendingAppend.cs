namespace Supervision.Journal.Postgres;

/// <summary>An append on its way to a commit, and the caller waiting for it.</summary>
internal sealed class PendingAppend(SealedAppend append, Tips tips)
{
    // Callers must not run on the writer's time.
    private readonly TaskCompletionSource<AppendResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Append Append => Sealed.Append;

    public SealedAppend Sealed { get; } = append;

    public Task<AppendResult> Answer => _answer.Task;

    public void Complete(AppendResult result)
    {
        if (result is not AppendResult.Committed)
            tips.Forget(Append.Stream);
        _answer.TrySetResult(result);
    }

    public void Fail(Exception fault)
    {
        tips.Forget(Append.Stream);
        _answer.TrySetException(fault);
    }
}
