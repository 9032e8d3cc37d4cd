namespace Supervision.Gateway.Access;

/// <summary>What the gateway asks the actors for itself, whoever's request it handles: whose something is, before it is shown to anybody.</summary>
internal static class OwnQuestions
{
    /// <param name="unit">Actor key.</param>
    /// <returns>Null when it is not registered.</returns>
    public static async Task<string?> CountyOfUnit(this IClusterClient cluster, string unit)
    {
        using var system = Acting.AsSystem();
        return await cluster.Unit(unit).County();
    }

    /// <returns>Null when nobody with this code was appointed.</returns>
    public static async Task<InspectorProfile?> ProfileOfInspector(this IClusterClient cluster, string code)
    {
        using var system = Acting.AsSystem();
        return await cluster.GetGrain<IInspectorGrain>(Keys.Inspector(code)).Profile();
    }

    public static async Task<bool> HasNoCounty(this IClusterClient cluster)
    {
        using var system = Acting.AsSystem();
        return (await cluster.GetGrain<IDirectoryGrain>(0).Counties("")).IsEmpty;
    }

    /// <summary>What follows in the request calls actors as the caller; without one, as nobody.</summary>
    public static void UseActing(this WebApplication app) => app.Use(async (context, next) =>
    {
        // No account is the system: one that says so is nobody.
        var caller = context.User.Identity is { IsAuthenticated: true } ? Caller.Of(context.User).Actor : null;
        using var acting = Acting.As(caller?.Role is ActorRole.System or ActorRole.None ? null : caller);
        await next();
    });
}
