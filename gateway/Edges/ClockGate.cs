namespace Supervision.Gateway.Edges;

/// <summary>While this process's clock is in doubt, nothing that changes anything is let in: not even the audit record could say when it was.</summary>
public static class ClockGate
{
    /// <summary>Seconds after which it is worth asking again: a doubted clock is compared that often.</summary>
    private const string Later = "5";

    public static void UseClockGate(this WebApplication app)
    {
        if (app.Services.GetService<ClockGuard>() is not { } guard)
            return; // a sandbox's clock is simulated
        app.Use(
            async (context, next) =>
            {
                var reads =
                    HttpMethods.IsGet(context.Request.Method)
                    || HttpMethods.IsHead(context.Request.Method)
                    || HttpMethods.IsOptions(context.Request.Method);
                if (reads || !context.Request.Path.StartsWithSegments("/api") || guard.Doubt is not { } doubt)
                {
                    await next();
                    return;
                }

                (context.Response.Headers.RetryAfter, context.Response.Headers.CacheControl) = (Later, "no-store");
                await Problem.ClockDoubted(doubt).ToResult().ExecuteAsync(context);
            }
        );
    }
}
