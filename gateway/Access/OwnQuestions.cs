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

    /// <returns>What a county's office keeps; null when it is not registered.</returns>
    public static async Task<CountyBooks?> BooksOf(this IClusterClient cluster, string county)
    {
        using var system = Acting.AsSystem();
        return await cluster.GetGrain<ICountyGrain>(Keys.County(county)).Books();
    }

    /// <returns>Whether a county has issued the numbered paper.</returns>
    public static async Task<bool> HasIssued(this IClusterClient cluster, string county, DocumentKind kind, int year, int number)
    {
        using var system = Acting.AsSystem();
        var page = await cluster.GetGrain<IDirectoryGrain>(0).Documents(new(county, year, kind, number > 1 ? new(year, kind, number - 1) : null, 1));
        return page.Documents.Any(document => document.Year == year && document.No == number);
    }

    /// <returns>The rows of a county's board; none when it is not registered.</returns>
    public static async Task<ImmutableArray<UnitSummary>> RowsOf(this IClusterClient cluster, string county)
    {
        using var system = Acting.AsSystem();
        return (await cluster.GetGrain<ICountyGrain>(Keys.County(county)).Board())?.Units ?? [];
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
