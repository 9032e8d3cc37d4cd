namespace Supervision.Journal;

/// <summary>An append on its way to a commit, and the caller waiting for it.</summary>
internal sealed class PendingAppend(Append append)
{
    // Callers must not run on the writer's time.
    private readonly TaskCompletionSource<AppendResult> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Append Append { get; } = append;

    public Task<AppendResult> Answer => _answer.Task;

    public void Complete(AppendResult result) => _answer.TrySetResult(result);

    public void Fail(Exception fault) => _answer.TrySetException(fault);
}
