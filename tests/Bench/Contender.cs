namespace Supervision.Bench;

/// <summary>One way to make a change durable; all contenders do the same work on the same tables.</summary>
internal abstract class Contender(string name) : IAsyncDisposable
{
    public string Name { get; } = name;

    /// <summary>One durable change of a stream of this caller's.</summary>
    public abstract Task Change(int caller, long number);

    public virtual ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
