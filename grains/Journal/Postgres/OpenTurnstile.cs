namespace Supervision.Journal.Postgres;

/// <summary>PostgreSQL orders writes itself.</summary>
internal sealed class OpenTurnstile : IWriteTurnstile
{
    public Task<T> Pass<T>(Func<Task<T>> write, CancellationToken cancellation = default) => write();
}
