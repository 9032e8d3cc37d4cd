namespace Supervision.Gateway.Api.Counties;

/// <summary>What waits for the county's people to decide, over all its units.</summary>
public static class DecisionsApi
{
    public static void MapDecisions(this RouteGroupBuilder api) =>
        api.MapGet("/counties/{code}/decisions", Read)
            .WithTags("看板 Boards")
            .Says<IReadOnlyList<DecisionView>>(
                "待决定事项：逾期在前，再按期限、等待时间 / What waits for a decision: overdue first, then by due day and waiting time"
            )
            .MayAsk(May.ReadOffice, Within.County);

    /// <param name="owner">Only what this role is the lowest to decide.</param>
    private static async Task<IResult> Read(
        string code,
        Boards boards,
        Presentation presentation,
        ActorRole? owner = null,
        WaitingKind? kind = null
    )
    {
        var unknown = new Refusal(RefusalCode.CountyUnknown, "code", new("没有登记这个地区", "nothing is registered there"), null);
        var scope = Keys.County(code);
        if (!Scopes.IsBoard(scope))
            return Answers.Refuse(unknown);
        if (await boards.BoardOf(scope).Board() is not { } board)
            return Answers.Refuse(unknown);
        var today = CivilTime.DateOf(presentation.Now);
        var queue = board
            .Units.SelectMany(row => row.CasesOrClear.Waiting.Select(waiting => DecisionView.Of(row, waiting, today)))
            .Where(entry => (owner is null || entry.Owner == owner) && (kind is null || entry.Kind == kind));
        return TypedResults.Ok(
            queue
                .OrderByDescending(entry => entry.Overdue)
                .ThenBy(entry => entry.DueOn ?? DateOnly.MaxValue)
                .ThenBy(entry => entry.Since)
                .ThenBy(entry => entry.Unit, StringComparer.Ordinal)
                .ToList()
        );
    }
}
