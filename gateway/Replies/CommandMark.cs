namespace Supervision.Gateway.Replies;

/// <summary>Marks endpoints that demand an Idempotency-Key.</summary>
public sealed class CommandMark;
