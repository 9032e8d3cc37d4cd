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

    /// <summary>Why somebody may read nothing of a unit although scope and role would let him: he is recused from it, or his appointment is over.</summary>
    /// <param name="unit">Actor key.</param>
    /// <returns>The county the unit is of, null when it is not registered; and the objection, null when there is none.</returns>
    public static async Task<(string? County, Refusal? Objection)> ReadingOfUnit(this IClusterClient cluster, string unit, Actor actor)
    {
        using var system = Acting.AsSystem();
        var standing = await cluster.Unit(unit).Standing(actor.IsInspector ? actor.InspectorCode : null);
        return (standing.County, standing.IsBarred ? Reach.Barred() : await cluster.ReadingOf(actor, standing.County));
    }

    /// <summary>Why an inspector's appointment lets him read nothing of a county; null for everybody else.</summary>
    /// <param name="county">Null for what is of no county.</param>
    public static async Task<Refusal?> ReadingOf(this IClusterClient cluster, Actor actor, string? county)
    {
        if (!actor.IsInspector || !Keys.IsCode(actor.InspectorCode))
            return null;
        using var system = Acting.AsSystem();
        return await cluster.GetGrain<IInspectorGrain>(Keys.Inspector(actor.InspectorCode!)).ReadingObjection(county);
    }

    /// <summary>Units of an area from which an inspector is recused: lists leave them out. None for everybody else.</summary>
    /// <param name="area">Leading digits of county codes.</param>
    public static async Task<IReadOnlySet<string>> BarredUnits(this IClusterClient cluster, Actor actor, string area)
    {
        if (!actor.IsInspector || actor.InspectorCode is not { } code)
            return System.Collections.Frozen.FrozenSet<string>.Empty;
        using var system = Acting.AsSystem();
        return (await cluster.GetGrain<IDirectoryGrain>(0).Units(area))
            .Where(row => !row.IsFor(code))
            .Select(row => row.Unit)
            .ToHashSet(StringComparer.Ordinal);
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
        var page = await cluster
            .GetGrain<IDirectoryGrain>(0)
            .Documents(new(county, year, kind, number > 1 ? new(year, kind, number - 1) : null, 1));
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
    public static void UseActing(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                // The system has no account, so an account with its role is treated as nobody.
                var caller = context.User.Identity is { IsAuthenticated: true } ? Caller.Of(context.User).Actor : null;
                using var acting = Acting.As(caller?.Role is ActorRole.System or ActorRole.None ? null : caller);
                await next();
            }
        );
}
