using Microsoft.AspNetCore.SignalR;

namespace Supervision.Gateway.Audit;

/// <summary>Who watched which board or unit, and who was not let.</summary>
internal sealed class AuditHubFilter(AuditTrail trail, IClusterClient cluster) : IHubFilter
{
    /// <summary>The refusals that are denials, by the code before the hub's words.</summary>
    private static readonly string[] Denials = ["out-of-scope", "role-not-allowed"];

    public async ValueTask<object?> InvokeMethodAsync(
        HubInvocationContext invocationContext,
        Func<HubInvocationContext, ValueTask<object?>> next
    )
    {
        var ofUnit = invocationContext.HubMethodName == nameof(BoardHub.WatchUnit);
        if (!ofUnit && invocationContext.HubMethodName != nameof(BoardHub.Watch))
            return await next(invocationContext);
        var scope = invocationContext.HubMethodArguments is [string asked, ..] ? asked : "";
        var target = (ofUnit ? Scopes.IsUnit(scope) : Scopes.IsBoard(scope)) ? scope : null;
        try
        {
            var watched = await next(invocationContext);
            await Record(AuditResult.Accepted, StatusCodes.Status200OK, null);
            return watched;
        }
        catch (HubException refused)
        {
            var code = Denials.FirstOrDefault(code => refused.Message.StartsWith(code + ":", StringComparison.Ordinal));
            await Record(
                code is null ? AuditResult.Refused : AuditResult.Denied,
                code is null ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden,
                code
            );
            throw;
        }

        async Task Record(AuditResult result, int status, string? code)
        {
            try
            {
                var county =
                    target is null ? null
                    : ofUnit ? await cluster.CountyOfUnit(target)
                    : target.StartsWith("county/", StringComparison.Ordinal) ? Keys.Code(target)
                    : null;
                await trail.Record(
                    invocationContext.Context.GetHttpContext(),
                    Caller.Of(invocationContext.Context.User!).Actor,
                    ofUnit ? "hub watch unit" : "hub watch",
                    target,
                    result,
                    status,
                    code,
                    county
                );
            }
            catch
            {
                // Nobody watches unrecorded; the client connects again by itself.
                invocationContext.Context.Abort();
                throw;
            }
        }
    }
}
