namespace Supervision.Gateway.Api.Counties;

/// <summary>Issues of an area as a list, on a page and as files to hand on (问题清单).</summary>
/// <remarks>A unit's own user has no list: its issues stand with the unit.</remarks>
public static class IssueListsApi
{
    private const int LongestWorkbook = 100_000;
    private const int LongestPaper = 5_000;

    /// <param name="Inspector">Certificate code of whoever is responsible for the unit now.</param>
    /// <param name="Due">Last day of what has to be done next, inclusive; null when nothing runs.</param>
    /// <param name="Overdue">That day is over.</param>
    /// <param name="ClosedAt">Null while it is open.</param>
    public sealed record IssueRowView(
        string Unit,
        UnitKind Kind,
        string UnitName,
        string? TownName,
        string? Inspector,
        DateOnly? Due,
        bool Overdue,
        DateTimeOffset? ClosedAt,
        IssueView Issue
    );

    /// <param name="Total">All that meet the filter, on every page.</param>
    /// <param name="Next">To be sent as <c>after</c> for the next page; null on the last one.</param>
    public sealed record IssueListView(int Total, string? Next, DateTimeOffset AsOf, IReadOnlyList<IssueRowView> Issues);

    public static void MapIssueLists(this RouteGroupBuilder api)
    {
        api.MapGet("/counties/{code}/issues", County)
            .WithTags("问题 Issues")
            .Says<IssueListView>("本县（市、区）问题，最新在前，可筛选 / A county's issues, newest first, filtered")
            .MayAsk(May.ReadIssues, Within.County);
        api.MapGet("/regions/{code}/issues", Region)
            .WithTags("问题 Issues")
            .Says<IssueListView>("市、省、全国问题，最新在前，可筛选 / A region's issues, newest first, filtered")
            .MayAsk(May.ReadIssues, Within.Region);
        api.MapGet("/counties/{code}/issues.xlsx", Workbook)
            .IsAudited()
            .WithTags("问题 Issues")
            .WithSummary("导出问题清单（Excel） / The filtered list as a workbook")
            .Produces(StatusCodes.Status200OK, contentType: IssueWorkbook.MediaType)
            .Exports();
        api.MapGet("/counties/{code}/issues.docx", Paper)
            .IsAudited()
            .WithTags("问题 Issues")
            .WithSummary("导出问题清单（公文格式） / The filtered list as an official paper")
            .Produces(StatusCodes.Status200OK, contentType: IssuePaper.MediaType)
            .Exports();
    }

    private static Task<IResult> County(
        string code,
        [AsParameters] IssueListParameters asked,
        HttpContext context,
        IClusterClient cluster,
        Presentation presentation
    ) => List(Keys.County(code), asked, Caller.Of(context.User).Actor, cluster, presentation);

    private static Task<IResult> Region(
        string code,
        [AsParameters] IssueListParameters asked,
        HttpContext context,
        IClusterClient cluster,
        Presentation presentation
    ) => List(Keys.Region(code), asked, Caller.Of(context.User).Actor, cluster, presentation);

    private static Task<IResult> Workbook(
        string code,
        [AsParameters] IssueFilterParameters asked,
        HttpContext context,
        IClusterClient cluster,
        Presentation presentation,
        int? approval = null
    ) =>
        Export(
            code,
            asked,
            approval,
            context,
            cluster,
            presentation,
            LongestWorkbook,
            whole: true,
            IssueWorkbook.Write,
            IssueWorkbook.MediaType,
            ".xlsx"
        );

    private static Task<IResult> Paper(
        string code,
        [AsParameters] IssueFilterParameters asked,
        HttpContext context,
        IClusterClient cluster,
        Presentation presentation,
        int? approval = null
    ) =>
        Export(
            code,
            asked,
            approval,
            context,
            cluster,
            presentation,
            LongestPaper,
            whole: false,
            IssuePaper.Write,
            IssuePaper.MediaType,
            ".docx"
        );

    private static async Task<IResult> List(
        string scope,
        IssueListParameters asked,
        Actor reader,
        IClusterClient cluster,
        Presentation presentation
    )
    {
        var (name, objection) = await NameOf(scope, cluster);
        if (name is null)
            return Answers.Refuse(objection!);
        var (filter, refusal) = asked.ReadPage(Scopes.Area(scope)!);
        if (filter is null)
            return Answers.Refuse(refusal!);
        var barred = await cluster.BarredUnits(reader, filter.Area);
        var page = await cluster.GetGrain<IDirectoryGrain>(0).Issues(barred.Count == 0 ? filter : filter with { Without = [.. barred] });
        var now = presentation.Now;
        return TypedResults.Ok(
            new IssueListView(
                page.Total,
                page.Next is { } next ? PageCursor.Of(next) : null,
                now,
                [.. page.Issues.Select(record => View(record, reader, CivilTime.DateOf(now)))]
            )
        );
    }

    private static async Task<IResult> Export(
        string code,
        IssueFilterParameters asked,
        int? approval,
        HttpContext context,
        IClusterClient cluster,
        Presentation presentation,
        int most,
        bool whole,
        Func<IssueSheet, byte[]> write,
        string type,
        string extension
    )
    {
        var (name, objection) = await NameOf(Keys.County(code), cluster);
        if (name is null)
            return Answers.Refuse(objection!);
        var (filter, refusal) = asked.Read(code);
        if (filter is null)
            return Answers.Refuse(refusal!);
        var now = presentation.Now;
        var records = new List<IssueRecord>();
        for (var next = filter with { After = null, Take = IssueListParameters.LongestPage }; ; )
        {
            var page = await cluster.GetGrain<IDirectoryGrain>(0).Issues(next);
            if (page.Total > most)
                return Answers.Refuse(
                    new(
                        RefusalCode.ListTooLong,
                        null,
                        new($"清单有 {page.Total} 项，超过 {most} 项", $"the list has {page.Total} issues"),
                        new($"筛选至不超过 {most} 项", $"a filter that leaves {most} at most")
                    )
                );
            if (records.Count == 0 && await BulkExport.Objection(code, page.Total, approval, context, cluster) is { } alone)
                return Answers.Refuse(alone);
            records.AddRange(page.Issues);
            if (page.Next is null)
                break;
            next = next with { After = page.Next };
        }

        var sheet = IssueSheet.Of(name, asked.Describe(), now, records, whole, PrefersEnglish(context.Request));
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(write(sheet), type, sheet.Title + extension);
    }

    /// <summary>What the area is called; null besides a refusal.</summary>
    internal static async Task<(string? Name, Refusal? Refusal)> NameOf(string scope, IClusterClient cluster)
    {
        var isCounty = scope.StartsWith("county/", StringComparison.Ordinal);
        var unknown = new Refusal(
            isCounty ? RefusalCode.CountyUnknown : RefusalCode.RegionUnknown,
            "code",
            new("没有登记这个地区", "nothing is registered there"),
            null
        );
        if (!Scopes.IsBoard(scope))
            return (null, unknown);
        IBoardGrain board = isCounty ? cluster.GetGrain<ICountyGrain>(scope) : cluster.GetGrain<IRegionGrain>(scope);
        return await board.Summary() is { } summary ? (summary.Name, null) : (null, unknown);
    }

    private static IssueRowView View(IssueRecord record, Actor reader, DateOnly today)
    {
        var due = record.ClosedAt is null ? IssueRecord.DueOn(record.Issue) : null;
        return new(
            record.Unit,
            record.Kind,
            record.UnitName,
            record.TownName,
            record.Inspector,
            due,
            due < today,
            record.ClosedAt,
            IssueView.Of(record.Issue, ownEyes: false, complaints: May.ReadComplaints.Has(reader.Role))
        );
    }

    internal static bool PrefersEnglish(HttpRequest request) =>
        request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .FirstOrDefault()
            ?.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true;
}
