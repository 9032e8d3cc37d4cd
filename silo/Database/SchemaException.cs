namespace Supervision.Silo.Database;

/// <summary>The store's schema is not the one this program needs; the message names what differs.</summary>
public sealed class SchemaException(string message, Exception? inner = null) : Exception(message, inner);
