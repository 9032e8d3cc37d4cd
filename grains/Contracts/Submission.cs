namespace Supervision.Contracts;

/// <summary>A command with who asks it and the client's operation id. A repeat with the same id gets the first answer.</summary>
/// <param name="OpId">UUIDv7 made by the client; <see cref="Guid.Empty"/> only for upserts that are harmless to repeat (a roster's rows).</param>
/// <param name="Fingerprint">Hash of the request's content, at most 32 bytes: the same id with other content is refused.</param>
[GenerateSerializer, Immutable, Alias("submission`1")]
public sealed record Submission<TCommand>(Guid OpId, ReadOnlyMemory<byte> Fingerprint, Actor Actor, TCommand Command) : ICarriesActor
{
    public static Submission<TCommand> Upsert(Actor actor, TCommand command) => new(Guid.Empty, default, actor, command);
}

/// <summary>
/// The store did not answer in time, or another activation moved on. Whether the command was done is unknown; repeating it with
/// the same operation id is safe and gives the answer.
/// </summary>
[GenerateSerializer, Alias("retryable-fault")]
public sealed class RetryableFaultException : Exception
{
    public RetryableFaultException(string message)
        : base(message) { }

    public RetryableFaultException() { }

    public RetryableFaultException(string message, Exception inner)
        : base(message, inner) { }
}
