using Microsoft.AspNetCore.Authorization;

namespace Supervision.Gateway.Access;

/// <summary>Which part of an endpoint's path names the county, region, unit or inspector that the caller's scope is judged by.</summary>
public enum Within
{
    /// <summary>Nothing: the role alone decides, and what is answered is the caller's own or everybody's.</summary>
    Nothing = 0,

    /// <summary><c>{code}</c> is a county's.</summary>
    County = 1,

    /// <summary><c>{code}</c> is a region's: <c>3305</c>, <c>33</c> or <c>CN</c>.</summary>
    Region = 2,

    /// <summary><c>{kind}/{code}</c> is a unit; its county is asked of it.</summary>
    Unit = 3,

    /// <summary><c>{code}</c> is an inspector's; its county is asked of it.</summary>
    Inspector = 4,
}

/// <summary>Who may use an endpoint. Every endpoint declares one: <see cref="AccessSetup"/> refuses to map what does not.</summary>
/// <param name="Roles">Allow-list; judged after the scope, so that nobody learns what a role might do elsewhere.</param>
public sealed record AccessPolicy(RoleSet Roles, Within Within, bool IsPublic = false)
    : IAuthorizationRequirement,
        IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this]; // of a public one nothing is demanded: anonymous callers are let through before
}

/// <summary>How endpoints declare who may use them; one of these stands at every route.</summary>
public static class AccessDeclarations
{
    /// <summary>Open to whom the list names, where the path lies within their scope.</summary>
    public static TBuilder MayAsk<TBuilder>(this TBuilder endpoint, RoleSet roles, Within within = Within.Nothing)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new AccessPolicy(roles, within));

    /// <summary>Open to everybody who is signed in: their own session, and what is no secret.</summary>
    public static TBuilder NeedsSession<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.MayAsk(May.Anybody);

    /// <summary>Open to everybody; signing in, and the state of a new installation.</summary>
    public static TBuilder IsPublic<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AllowAnonymous().WithMetadata(new AccessPolicy(default, Within.Nothing, IsPublic: true));

    /// <summary>Makes a route without a declaration fail when the routes are built, which is at start.</summary>
    /// <exception cref="InvalidOperationException">Says which route, and what to add.</exception>
    public static void DemandDeclarations(this RouteGroupBuilder group) =>
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            if (endpoint.Metadata.OfType<AccessPolicy>().Any())
                return;
            throw new InvalidOperationException(
                $"{endpoint.DisplayName} does not say who may use it: add .MayAsk(May.…, Within.…), .NeedsSession() or .IsPublic() to its route."
            );
        });

    /// <summary>Builds every route now: what <see cref="DemandDeclarations"/> has against one ends the start, not the first request.</summary>
    public static void CheckDeclarations(this WebApplication app)
    {
        foreach (var source in ((IEndpointRouteBuilder)app).DataSources)
            _ = source.Endpoints.Count;
    }
}
