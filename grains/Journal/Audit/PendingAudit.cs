namespace Supervision.Journal.Audit;

/// <summary>An entry on its way to a commit, and the request waiting for it.</summary>
internal sealed class PendingAudit(NewAuditEntry entry)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public NewAuditEntry Entry => entry;

    public Task Done => _done.Task;

    public void Complete() => _done.TrySetResult();

    public void Fail(Exception fault) => _done.TrySetException(fault);
}
