using System.ComponentModel.DataAnnotations;

namespace Supervision.Gateway.Api.Counties;

/// <summary>Coverage month by month, of a county or a region.</summary>
public static class SeriesApi
{
    /// <summary>Numerators and denominators of one period, and what follows from them.</summary>
    /// <param name="Open">The period has not ended: its numbers still grow.</param>
    /// <param name="Expected">Units that owed a visit; 0 when none did, and then the percentages are null ("—").</param>
    /// <param name="Visited">In time or late.</param>
    public sealed record SeriesPoint(
        Period Period,
        bool Open,
        int Expected,
        int Visited,
        int InTime,
        int Missed,
        int Excused,
        int Exempt,
        decimal? Coverage,
        decimal? Timeliness
    )
    {
        public static SeriesPoint Of(CoverageTally tally, DateTimeOffset now) =>
            new(
                tally.Period,
                tally.Period.End > now,
                tally.Expected,
                tally.Satisfied + tally.SatisfiedLate,
                tally.Satisfied,
                tally.Missed,
                tally.Excused,
                tally.Exempt,
                tally.Coverage,
                tally.Timeliness
            );
    }

    /// <param name="AsOf">The oldest data the numbers rest on (数据截至).</param>
    /// <param name="Schools">By month, oldest first; the last is the current one.</param>
    /// <param name="Institutions">By the quarters that touch these months.</param>
    /// <param name="Silent">Codes of parts that did not answer and are missing from the sums.</param>
    public sealed record SeriesView(
        string Scope,
        string Name,
        DateTimeOffset AsOf,
        DateTimeOffset Now,
        IReadOnlyList<SeriesPoint> Schools,
        IReadOnlyList<SeriesPoint> Institutions,
        IReadOnlyList<string> Silent
    );

    public static void MapSeries(this RouteGroupBuilder api)
    {
        api.MapGet("/counties/{code}/series", County)
            .WithTags("看板 Boards")
            .Says<SeriesView>("县（市、区）逐月覆盖率（至多 12 个月） / A county's coverage by month, up to 12")
            .MayAsk(May.ReadBoard, Within.County);
        api.MapGet("/regions/{code}/series", Region)
            .WithTags("看板 Boards")
            .Says<SeriesView>(
                "市、省、全国逐月覆盖率：下级分子分母之和 / A region's coverage by month: numerators and denominators of its children added"
            )
            .MayAsk(May.ReadBoard, Within.Region);
    }

    private static Task<IResult> County(
        string code,
        Boards boards,
        Presentation presentation,
        IClusterClient cluster,
        [Range(1, CoverageHistory.LongestMonths)] int months = CoverageHistory.LongestMonths,
        string? asOf = null,
        string? known = null
    ) => Series(Keys.County(code), RefusalCode.CountyUnknown, months, boards, presentation, cluster, asOf, known);

    private static Task<IResult> Region(
        string code,
        Boards boards,
        Presentation presentation,
        IClusterClient cluster,
        [Range(1, CoverageHistory.LongestMonths)] int months = CoverageHistory.LongestMonths,
        string? asOf = null,
        string? known = null
    ) => Series(Keys.Region(code), RefusalCode.RegionUnknown, months, boards, presentation, cluster, asOf, known);

    private static async Task<IResult> Series(
        string scope,
        RefusalCode unknown,
        int months,
        Boards boards,
        Presentation presentation,
        IClusterClient cluster,
        string? asOf,
        string? known
    )
    {
        var missing = new Refusal(unknown, "code", new("没有登记这个地区", "nothing is registered there"), null);
        if (!Scopes.IsBoard(scope))
            return Answers.Refuse(missing);
        var now = presentation.Now;
        if (PastApi.IsAsked(asOf, known))
        {
            var (past, asked, refusal) = await PastApi.Series(scope, cluster, now, months, asOf, known);
            return past is null ? Answers.Refuse(refusal!) : TypedResults.Ok(View(scope, past, now, asked!.AsOf));
        }

        return await boards.BoardOf(scope).Series(months) is { } series
            ? TypedResults.Ok(View(scope, series, now, now))
            : Answers.Refuse(missing);
    }

    /// <param name="at">When it is looked at from: what has not ended by then is open.</param>
    private static SeriesView View(string scope, CoverageSeries series, DateTimeOffset now, DateTimeOffset at)
    {
        return new(scope, series.Name, series.AsOf, now, Points(UnitKind.School), Points(UnitKind.Institution), series.Silent);

        List<SeriesPoint> Points(UnitKind kind) =>
            [.. series.Points.Where(tally => tally.Kind == kind).Select(tally => SeriesPoint.Of(tally, at))];
    }
}
