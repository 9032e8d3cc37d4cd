using System.ComponentModel.DataAnnotations;

namespace Supervision.Gateway.Api.Accounts;

/// <summary>The audit record, for the audit administrator alone; reading it is on record as well.</summary>
public static class AuditApi
{
    private const int LongestPage = 200;
    private const int MostRoots = 400;

    /// <param name="County">Code, or <c>system</c>.</param>
    /// <param name="Sequence">In the county's chain, from 1 without gaps.</param>
    /// <param name="Title">What the endpoint is for; null when it is gone by now.</param>
    public sealed record EntryView(
        string County,
        long Sequence,
        DateTimeOffset At,
        string Who,
        string Role,
        string Area,
        string? Session,
        string? Address,
        string? Agent,
        string Action,
        Text? Title,
        string? Target,
        Guid? OpId,
        string? Fingerprint,
        AuditResult Result,
        int Status,
        string? Code
    );

    /// <param name="Next">To be sent as <c>after</c> for the next page; null on the last one.</param>
    public sealed record PageView(IReadOnlyList<EntryView> Entries, string? Next);

    public sealed record ChainView(string County, long Entries);

    /// <param name="BrokenAt">First entry that does not follow from the ones before; null when all do.</param>
    public sealed record ChainCheckView(string County, long Entries, long? BrokenAt);

    public sealed record RootView(DateOnly Day, DateTimeOffset SealedAt, long Streams, long Events, long AuditSequence, string Root);

    public static void MapAudit(this RouteGroupBuilder api)
    {
        api.MapGet("/audit", Find)
            .WithTags("审计 Audit")
            .IsAudited()
            .Says<PageView>("查询审计记录，最新在前 / Search the audit record, newest first")
            .MayAsk(May.ReadAudit);
        api.MapGet("/audit/chains", Chains)
            .WithTags("审计 Audit")
            .IsAudited()
            .Says<IReadOnlyList<ChainView>>("各县（市、区）审计链 / The audit chains of all counties")
            .MayAsk(May.ReadAudit);
        api.MapGet("/audit/chains/{code}", Check)
            .WithTags("审计 Audit")
            .IsAudited()
            .Says<ChainCheckView>("逐条核验一条审计链 / Verify one audit chain, entry by entry")
            .MayAsk(May.ReadAudit);
        api.MapGet("/counties/{code}/audit/roots", Roots)
            .WithTags("审计 Audit")
            .IsAudited()
            .Says<IReadOnlyList<RootView>>("每日审计根值，最新在前 / Daily audit roots, newest first")
            .MayAsk(May.ReadAudit, Within.County);
    }

    private static async Task<IResult> Find(
        HttpContext context,
        IAuditStore store,
        EndpointDataSource endpoints,
        string? county = null,
        string? who = null,
        string? action = null,
        string? target = null,
        AuditResult? result = null,
        DateOnly? from = null,
        DateOnly? to = null,
        string? after = null,
        [Range(1, LongestPage)] int take = 50
    )
    {
        var position = after is null ? null : PageCursor.Audit(after);
        if (after is not null && position is null)
            return Answers.Refuse(PageCursor.Invalid());
        var query = new AuditQuery(
            Plain(county),
            Plain(who),
            Plain(action),
            Plain(target),
            result ?? AuditResult.None,
            from is { } start ? CivilTime.StartOf(start) : null,
            to is { } end ? CivilTime.EndOf(end) : null,
            position,
            take
        );
        var page = await store.Find(query, context.RequestAborted);
        var titles = AuditTitles.Of(endpoints);
        return TypedResults.Ok(
            new PageView(
                [.. page.Select(stored => View(stored, titles))],
                page.Count == query.Take ? PageCursor.Of(AuditPosition.Of(page[^1])) : null
            )
        );
    }

    private static async Task<IResult> Chains(HttpContext context, IAuditStore store) =>
        TypedResults.Ok((await store.Chains(context.RequestAborted)).Select(chain => new ChainView(chain.Chain, chain.Sequence)).ToList());

    private static async Task<IResult> Check(string code, HttpContext context, IAuditStore store)
    {
        if (code != NewAuditEntry.SystemChain && Scopes.Area(Keys.County(code)) is null)
            return Answers.Refuse(Unknown());
        var check = await store.Check(code, context.RequestAborted);
        return TypedResults.Ok(new ChainCheckView(check.Chain, check.Entries, check.BrokenAt));
    }

    private static async Task<IResult> Roots(string code, HttpContext context, IAuditStore store, [Range(1, MostRoots)] int take = 60)
    {
        if (Scopes.Area(Keys.County(code)) is null)
            return Answers.Refuse(Unknown());
        var roots = await store.Roots(code, take, context.RequestAborted);
        return TypedResults.Ok(
            roots.Select(root => new RootView(root.Day, root.SealedAt, root.Streams, root.Events, root.AuditSequence, root.Root)).ToList()
        );
    }

    private static Refusal Unknown() =>
        new(RefusalCode.CountyUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null);

    /// <summary>A zero character, which no store takes, finds nothing.</summary>
    private static string? Plain(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Replace("\0", "\uFFFD", StringComparison.Ordinal).Trim();

    private static EntryView View(StoredAuditEntry stored, IReadOnlyDictionary<string, Text> titles)
    {
        var e = stored.Entry;
        return new(
            e.Chain,
            stored.Sequence,
            e.At,
            e.Who,
            e.Role,
            e.Area,
            e.Session,
            e.Address,
            e.Agent,
            e.Action,
            titles.GetValueOrDefault(e.Action),
            e.Target,
            e.OpId,
            e.Fingerprint,
            e.Result,
            e.Status,
            e.Code
        );
    }
}
