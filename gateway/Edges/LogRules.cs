namespace Supervision.Gateway.Edges;

/// <summary>
/// What the framework would log of people: addresses with their queries, in which stands whom somebody looked for, and requests
/// too broken to be read. Whatever level is asked for in general, these begin at warnings; only by their full name can they be asked for.
/// </summary>
public static class LogRules
{
    public static void AddLogRules(this WebApplicationBuilder builder)
    {
        foreach (
            var category in new[]
            {
                "Microsoft.AspNetCore.Hosting.Diagnostics",
                "Microsoft.AspNetCore.Server.Kestrel.BadRequests",
                "Microsoft.AspNetCore.Server.Kestrel.Connections",
            }
        )
            builder.Logging.AddFilter(category, LogLevel.Warning);
    }
}
