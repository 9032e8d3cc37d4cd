using Microsoft.AspNetCore.SignalR;

namespace Supervision.Gateway.Audit;

public static class AuditSetup
{
    public static void AddAudit(this WebApplicationBuilder builder, GatewaySettings settings)
    {
        // Where the actors run in this process, their store is the audit's too.
        if (settings.IsClient)
            builder.Services.AddAuditStore(StoreSettings.From(builder.Configuration) with { DataFolder = settings.DataFolder });
        builder.Services.AddSingleton<AuditTrail>();
        builder.Services.AddSingleton<IAuditTrail>(services => services.GetRequiredService<AuditTrail>());
        builder.Services.AddSingleton<AuditHubFilter>();
        builder.Services.Configure<HubOptions>(options => options.AddFilter<AuditHubFilter>());
    }

    public static void UseAudit(this WebApplication app) => app.UseMiddleware<AuditMiddleware>();

    /// <summary>A read that is on record as commands are: exports, whole histories of one unit, the record itself.</summary>
    public static TBuilder IsAudited<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AuditMark());

    /// <summary>The answer is sent while it is made: it can't be held back.</summary>
    public static TBuilder Streams<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new StreamsMark());

    /// <summary>Not signed in is an answer, not a denial.</summary>
    public static TBuilder AsksWho<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AsksWhoMark());

    /// <summary>Puts the refusals of a group's endpoints on record by their codes.</summary>
    public static RouteGroupBuilder NoteRefusals(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(
            async (invocation, next) =>
            {
                var result = await next(invocation);
                if (result is IValueHttpResult { Value: Problem { Code: not RefusalCode.None } problem })
                    AuditNote.Of(invocation.HttpContext).Code = problem.Code;
                return result;
            }
        );
}

internal sealed class AuditMark;

internal sealed class StreamsMark;

internal sealed class AsksWhoMark;
