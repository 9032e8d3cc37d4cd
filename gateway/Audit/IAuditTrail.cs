namespace Supervision.Gateway.Audit;

/// <summary>
/// The record of who did what. Whatever goes through /api/v1 and the hub is recorded by itself; this is for what does not, such as an
/// account locked by the program.
/// </summary>
public interface IAuditTrail
{
    /// <summary>Returns only after the entry is durable.</summary>
    /// <param name="action">A fixed name, e.g. <c>account-locked</c>; never free text.</param>
    /// <param name="target">A key, e.g. <c>account/li</c>; never free text.</param>
    /// <exception cref="JournalUnavailableException">The store is away; repeating is safe.</exception>
    Task Record(
        HttpContext? context,
        Actor who,
        string action,
        string? target,
        AuditResult result,
        int status,
        string? code = null,
        string? county = null
    );
}
