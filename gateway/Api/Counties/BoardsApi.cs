using System.ComponentModel.DataAnnotations;

namespace Supervision.Gateway.Api.Counties;

/// <summary>Boards as one answer, for those who do not watch; alerts; an inspector's worklist.</summary>
public static class BoardsApi
{
    private const int LongestPage = 500;

    /// <param name="Owed">Units whose current period still needs visits.</param>
    /// <param name="TeachingDaysLeft">Teaching days from today to the month's end, both included.</param>
    public sealed record WorklistView(InspectorProfile Profile, int Owed, int TeachingDaysLeft, IReadOnlyList<RowView> Units);

    public static void MapBoards(this RouteGroupBuilder api)
    {
        api.MapGet("/counties/{code}/board", County)
            .WithTags("看板 Boards")
            .Says<BoardView>("县（市、区）看板 / A county's board")
            .IsCompressed()
            .MayAsk(May.ReadBoard, Within.County);
        api.MapGet("/regions/{code}/board", Region)
            .WithTags("看板 Boards")
            .Says<BoardView>("市、省、全国汇总（3305、33、CN） / A region's board")
            .IsCompressed()
            .MayAsk(May.ReadBoard, Within.Region);
        api.MapGet("/counties/{code}/alerts", Alerts)
            .WithTags("看板 Boards")
            .Says<IReadOnlyList<AlertView>>("提醒与预警，最新在前 / Alerts, newest first")
            .MayAsk(May.ReadAlerts, Within.County);
        api.MapGet("/inspectors/{code}/worklist", Worklist)
            .WithTags("督学 Inspectors")
            .Says<WorklistView>("督学的任务清单 / An inspector's worklist")
            .MayAsk(May.ReadInspector, Within.Inspector);
    }

    private static Task<IResult> County(
        string code,
        HttpContext context,
        Boards boards,
        Presentation presentation,
        IClusterClient cluster,
        string? asOf = null,
        string? known = null
    ) => Board(Keys.County(code), context, boards, presentation, cluster, RefusalCode.CountyUnknown, asOf, known);

    private static Task<IResult> Region(
        string code,
        HttpContext context,
        Boards boards,
        Presentation presentation,
        IClusterClient cluster,
        string? asOf = null,
        string? known = null
    ) => Board(Keys.Region(code), context, boards, presentation, cluster, RefusalCode.RegionUnknown, asOf, known);

    private static async Task<IResult> Board(
        string scope,
        HttpContext context,
        Boards boards,
        Presentation presentation,
        IClusterClient cluster,
        RefusalCode unknown,
        string? asOf,
        string? known
    )
    {
        var missing = new Refusal(unknown, "code", new("没有登记这个地区", "nothing is registered there"), null);
        if (!Scopes.IsBoard(scope))
            return Answers.Refuse(missing);
        var reader = Caller.Of(context.User).Actor;
        if (PastApi.IsAsked(asOf, known))
            return await PastApi.Board(scope, reader, cluster, presentation, asOf, known);
        return await boards.BoardOf(scope).Board() is { } board
            ? TypedResults.Ok(presentation.Show(board, await cluster.BarredUnits(reader, Scopes.Area(scope)!)))
            : Answers.Refuse(missing);
    }

    private static async Task<IResult> Alerts(
        string code,
        HttpContext context,
        IClusterClient cluster,
        long before = long.MaxValue,
        [Range(1, LongestPage)] int take = 100,
        bool open = false
    )
    {
        var unknown = new Refusal(RefusalCode.CountyUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null);
        if (!Scopes.IsBoard(Keys.County(code)))
            return Answers.Refuse(unknown);
        var county = cluster.GetGrain<ICountyGrain>(Keys.County(code));
        if (await county.Summary() is null)
            return Answers.Refuse(unknown);
        var barred = await cluster.BarredUnits(Caller.Of(context.User).Actor, code);
        var alerts = await county.Alerts(before, take, open);
        return TypedResults.Ok(barred.Count == 0 ? alerts : [.. alerts.Where(alert => !barred.Contains(alert.Unit))]);
    }

    private static async Task<IResult> Worklist(string code, IClusterClient cluster)
    {
        var unknown = new Refusal(RefusalCode.InspectorUnknown, "code", new("没有聘任这位督学", "no such inspector is appointed"), null);
        if (!Keys.IsCode(code) || await cluster.GetGrain<IInspectorGrain>(Keys.Inspector(code)).Worklist() is not { } list)
            return Answers.Refuse(unknown);
        return TypedResults.Ok(new WorklistView(list.Profile, list.Owed, list.TeachingDaysLeft, [.. list.Units.Select(RowView.Of)]));
    }
}
