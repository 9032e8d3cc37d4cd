namespace Supervision.Contracts;

/// <summary>The store did not answer, or answered with a passing fault. What was asked may or may not have happened; repeating it is safe.</summary>
public sealed class JournalUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The store holds seals this installation's secret did not make.</summary>
public sealed class WrongSecretException(string message) : Exception(message);
